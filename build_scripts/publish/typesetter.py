"""Sets documents with Typst, as a process that can be stopped: orders in, line by line; files and reports out.

An order is `{number, template, form, target, data}`. For each, `{number, state}` is printed, with the states begun and
then done or failed, the latter with a reason in one line.
"""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from .files import write_file

STANDARDS: Any = ["a-2a", "ua-1"]
"""PDF/A-2a, for archives, and PDF/UA-1, for those who do not see the page. Both in one file."""

TURNS = 8
"""How many ways to write the same document are tried."""

_out = Lock()


def main(paper: Path, stamp: int) -> None:
    """Take orders from the standard input until it ends."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(paper / "fonts")])
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        # Typst lets go of the interpreter while it works, so threads are enough.
        for line in sys.stdin:
            pool.submit(_one, json.loads(line), paper, fonts, stamp)


def _one(order: dict[str, Any], paper: Path, fonts: typst.Fonts, stamp: int) -> None:
    _say(order, "begun")
    try:
        compiler = typst.Compiler(str(paper / order["template"]), root=str(paper), font_paths=fonts)
        given = {"data": order["data"]}
        if order["form"] == "png":
            made = compiler.compile(format="png", ppi=72, sys_inputs=given)
        else:
            made = b"\r\nendstream"
            for turn in range(TURNS):
                # A stream that happens to end with CR reads as if the end of its line were two bytes long: one byte
                # less than its length says. The template can turn the fonts' bytes without changing what is seen.
                if not isinstance(made, bytes) or b"\r\nendstream" not in made:
                    break
                inputs = {**given, "turn": str(turn)}
                made = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=stamp, sys_inputs=inputs)
        assert isinstance(made, bytes)
        write_file(Path(order["target"]), made)
    except typst.TypstError as fault:
        _say(order, "failed", " ".join(fault.message.split())[:300])
    except (OSError, AssertionError) as fault:
        _say(order, "failed", f"{type(fault).__name__}: {fault}"[:300])
    else:
        _say(order, "done")


def _say(order: dict[str, Any], state: str, reason: str = "") -> None:
    with _out:
        print(json.dumps({"number": order["number"], "state": state, "reason": reason}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
