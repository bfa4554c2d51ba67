"""Where the command starts: nothing is loaded before an interruption from the keyboard can end it quietly."""

from __future__ import annotations

import signal


def run() -> None:
    """Load the command and run it. Whoever presses Ctrl-C while it is loading sees their prompt again, and no more."""
    usual = signal.getsignal(signal.SIGINT)
    if usual is signal.default_int_handler:  # else somebody has it ignored, and means it
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from .command import main

    signal.signal(signal.SIGINT, usual)
    main(prog_name="spravka")
