"""A process of its own for files that may be hostile: one file on standard input, one JSON value on standard output.

Started and bounded in time by `bounded.py`; bounds its own memory and computing. Asks no network, writes no file.
"""

from __future__ import annotations

import importlib
import json
import sys

FAILED = 4
"""Exit code for a file that a library could not get through; any other failure is a fault of the installation."""

MOST_MEMORY = 1 << 30
"""Bytes of address space; ordinary pages need some 100 MiB, the libraries included."""

MOST_SECONDS = 10
"""Seconds of computing, so that a busy machine fails no file; long pages of real sites need one."""

_READERS = {"page": ".page.program", "pdf": ".pdf"}


def main(kind: str) -> int:
    """Read a page or a PDF and write what was found."""
    _bound()
    module = importlib.import_module(_READERS[kind], __package__)
    try:
        found = module.read(sys.stdin.buffer.read())
    except Exception:  # whatever a hostile file makes a library do, it must not become a traceback
        return FAILED
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))
    return 0


def _bound() -> None:
    try:
        import resource
    except ImportError:  # pragma: no cover  Windows has no such bounds; the time limit of bounded.py holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
