"""One contributed file, from the disk to a text that is safe to look at."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from ..model.place import Place
from ..model.problem import Problem, error

MOST_BYTES = 1_048_576
"""No annotated article comes near one mebibyte; a larger file is a mistake or an attack."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's path relative to the project, with forward slashes, and its text."""

    path: str
    text: str


def open_source(root: Path, path: str) -> Source | Problem:
    """Read one file, or tell why it is refused: links first, then size, then encoding."""
    start = Place(path, 1, 1)
    full = root / path
    if not _is_plain(root, full):
        return error(start, "not-a-file")
    size = full.lstat().st_size
    if size > MOST_BYTES:
        return error(start, "too-large", size=size, most=MOST_BYTES)
    try:
        # O_NOFOLLOW closes the moment between looking at the file and opening it.
        descriptor = os.open(full, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as fault:
        denied = isinstance(fault, PermissionError)
        return error(start, "not-readable", "denied" if denied else "", reason=fault.strerror or type(fault).__name__)
    return decode(path, data)


def decode(path: str, data: bytes) -> Source | Problem:
    """Return the text of UTF-8 bytes, or a problem that says where they stop being UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        guess = _guess(data)
        byte = f"0x{data[fault.start]:02X}"
        return error(Place(path, line, column), "not-utf8", "guess" if guess else "", byte=byte, guess=guess)
    if text.count("\0") > len(text) // 3:
        # Latin letters in UTF-16 are every other byte zero, and valid UTF-8.
        return error(Place(path, 1, 1), "not-utf8", "guess", byte="0x00", guess="UTF-16")
    # One byte order mark at the start is how some editors save UTF-8; inside a text it is refused as odd.
    return Source(path, text.removeprefix("\ufeff"))


def _is_plain(root: Path, full: Path) -> bool:
    """Tell whether a path is a regular file reached through real folders only."""
    if ".." in full.parts:
        return False
    try:
        parents = [full.parent, *full.parent.parents]
        inside = parents[: parents.index(root)]
        return stat.S_ISREG(full.lstat().st_mode) and all(stat.S_ISDIR(folder.lstat().st_mode) for folder in inside)
    except (OSError, ValueError):
        return False


def _guess(data: bytes) -> str:
    """Name the encoding that bytes most likely have, as a hint only; nothing where there is no telling."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    letters = [byte for byte in data if byte >= 0x80]
    lower = sum(byte >= 0xE0 for byte in letters)
    return "Windows-1251" if letters and lower > len(letters) / 2 else ""
