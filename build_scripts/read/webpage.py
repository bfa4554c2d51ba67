"""A saved page, read in a process of its own that is stopped when it takes too long or too much.

No parser of HTML is fast on every input: 200,000 attributes on one element keep libxml2 busy for minutes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ..model.capture import Unreadable

LONGEST = 60.0
"""Seconds to wait for one page on the busiest machine; the reader bounds its own computing far below that."""

_EXTRACTION = Path(__file__).with_name("extraction.py")
_FAILED = 4


@dataclass(frozen=True, slots=True)
class Webpage:
    """What a page holds and says of itself; every value but the text may be missing."""

    text: str
    headline: str | None
    date: str | None
    author: str | None
    url: str | None
    site: str | None
    language: str | None


def read_webpage(html: str, longest: float = LONGEST) -> Webpage | Unreadable:
    """Return what a page holds, or why nothing can be had of it; raise RuntimeError if the reader does not start."""
    # -P keeps this folder off the module path, where source.py or tree.py would hide modules of others.
    command = [sys.executable, "-P", "-W", "ignore", str(_EXTRACTION)]
    try:
        run = subprocess.run(command, input=html.encode("utf-8"), capture_output=True, timeout=longest, check=False)
    except subprocess.TimeoutExpired:
        return Unreadable("page-too-hard")
    if run.returncode == _FAILED or run.returncode < 0:
        return Unreadable("page-too-hard")
    if run.returncode:
        reason = run.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise RuntimeError(f"the reader of HTML pages does not work: {reason}")
    found = json.loads(run.stdout)
    return Webpage(**found) if found else Unreadable("no-text")
