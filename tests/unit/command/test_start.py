"""Whoever presses Ctrl-C sees their prompt again, whatever the command was just about to do."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("delay", [0.03, 0.06, 0.1, 0.15, 0.25, 0.4])
def test_an_interruption_prints_no_traceback(delay: float) -> None:
    code = "import sys; print('started', flush=True); sys.argv = ['spravka', 'check']; "
    code += "from build_scripts.start import run; run()"
    child = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(delay)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=60)
    assert "Traceback" not in told
