"""A file that may be hostile, read in a process of its own that is stopped when it takes too long or too much.

No parser of HTML is fast on every input: 200,000 attributes on one element keep libxml2 busy for minutes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from ..model.capture import Unreadable
from .child import FAILED

LONGEST = 60.0
"""Seconds to wait for one file on the busiest machine; the reader bounds its own computing far below that."""

_PACKAGE = Path(__file__).parents[1]
# -P and the end of the path: nothing of the folder in which the command is called can stand in for a library.
_PROGRAM = (
    f"import sys; sys.path.append(sys.argv[1]); from {_PACKAGE.name}.read.child import main; "
    "sys.exit(main(sys.argv[2]))"
)


def read_bounded(kind: Literal["page", "pdf"], data: bytes, longest: float = LONGEST) -> Any | Unreadable:
    """Return what a file holds, or why nothing can be had of it; raise RuntimeError if the reader does not start."""
    command = [sys.executable, "-P", "-W", "ignore", "-c", _PROGRAM, str(_PACKAGE.parent), kind]
    try:
        run = subprocess.run(command, input=data, capture_output=True, timeout=longest, check=False)
    except subprocess.TimeoutExpired:
        return Unreadable("page-too-hard")
    if run.returncode == FAILED or run.returncode < 0:
        return Unreadable("page-too-hard")
    if run.returncode:
        reason = run.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise RuntimeError(f"the reader of captured files does not work: {reason}")
    return json.loads(run.stdout)
