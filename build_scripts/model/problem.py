"""A fault in content: what rule is broken, where, with which values. Telling it is the work of `command/report.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .place import Place


class Level(StrEnum):
    """How much a problem weighs: an error stops the build, a warning is shown to readers too, a note is advice."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one place. `values` fill the sentence that the wording files hold under the code."""

    place: Place
    code: str
    level: Level = Level.ERROR
    values: Mapping[str, object] = field(default_factory=dict)
    variant: str = ""
    """Which of several sentences "what was found" the code has; empty where it has one."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Files in order, top to bottom; then by code, so that two runs print the same list."""
        return (*self.place, self.code, repr(sorted(self.values.items())))


def error(place: Place, code: str, variant: str = "", **values: object) -> Problem:
    """Return a problem that stops the build."""
    return Problem(place, code, Level.ERROR, values, variant)


def warning(place: Place, code: str, variant: str = "", **values: object) -> Problem:
    """Return a problem that the site can be built with, and shows."""
    return Problem(place, code, Level.WARNING, values, variant)


def note(place: Place, code: str, variant: str = "", **values: object) -> Problem:
    """Return a piece of advice."""
    return Problem(place, code, Level.NOTE, values, variant)
