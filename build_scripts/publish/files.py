"""Writing files so that a reader of the disk sees the old one or the new one, never half of one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover  Windows
    fcntl = None  # type: ignore[assignment]


_UNFINISHED = ".part"
"""How the name of a file ends while it is being written."""


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file in one step; folders are made. A process killed in the middle leaves the old file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}{_UNFINISHED}")
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as fault:
        fault.filename = str(path)  # of a full disk, nobody else says for which file it had no room
        fault.filename2 = None
        raise
    finally:
        beside.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what killed processes left half written; only for who holds the folder alone."""
    for path in [*folder.rglob(f".*.[0-9]*{_UNFINISHED}")]:
        path.unlink(missing_ok=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder for one process at a time; a second one waits. A process that dies lets go by dying.

    Where the system has no such locks (Windows), two builds at once remain the caller's risk.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "held").open("w") as held:
        if fcntl is not None:
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write a file unless it holds just that already; tell whether it was written."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
        return False
    write_file(path, data)
    return True
