"""The lock of translations: one line a fact, kept by `spravka tidy`."""

from __future__ import annotations

import re
from pathlib import Path

from ..model.place import Place
from ..model.problem import Problem, error
from ..model.translation import LockLine
from .leftovers import leftover
from .source import open_source

PATH = "briefs/translations.lock"

_LINE = re.compile(r"([a-z0-9:/._-]{1,300}) ([a-z]{2,3}) ([0-9a-f]{12}) ([0-9a-f]{12})")


def read_lock(root: Path) -> tuple[dict[LockLine, Place], list[Problem]]:
    """Return the lines of the lock with their places, and each line that is none. No file is an empty lock."""
    if not (root / PATH).exists():
        return {}, []
    source = open_source(root, PATH)
    if isinstance(source, Problem):
        return {}, [source]
    left = leftover(source.text, PATH)
    if left is not None:
        return {}, [left]
    lines: dict[LockLine, Place] = {}
    problems: list[Problem] = []
    for number, text in enumerate(source.text.splitlines(), start=1):
        place = Place(PATH, number, 1)
        match = _LINE.fullmatch(text)
        if match:
            lines.setdefault(LockLine(*match.groups()), place)
        elif text and not text.startswith("#"):
            problems.append(error(place, "lock-line"))
    return lines, problems
