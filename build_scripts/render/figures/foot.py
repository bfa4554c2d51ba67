"""What stands under the axis of a timeline: its days, and how much time a cut leaves out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from .axis import Axis
from .drawing import room
from .marks import Words
from .wide import BASIS, Wide, pixels

APART = 10.0
"""Percent from one tick to the next, so that each has room for a month or a year."""


def foot(drawing: Wide, axis: Axis, words: Words, y: float) -> float:
    """Write the days under the axis, and under them what the breaks leave out; return where they end."""
    taken: list[tuple[float, float]] = []
    for x, day in _days(axis, words):
        drawing.line(x, y, x, y + 4)
        if _is_free(_room(x, day), taken):
            taken.append(_room(x, day))
            _centred(drawing, x, y + 17, day)
    lines: list[list[tuple[float, float]]] = []
    for before, after in axis.breaks():
        x, length = (before.right + after.left) / 2, words.left_out(before.last, after.first)
        line = next((each for each in lines if _is_free(_room(x, length), each)), None)
        if line is None:
            line = []
            lines.append(line)
        line.append(_room(x, length))
        _centred(drawing, x, y + 18 + 14 * (lines.index(line) + 1), length)
    return y + 29 + 15 * len(lines)


def _days(axis: Axis, words: Words) -> Iterator[tuple[float, str]]:
    """Yield what is to be written under the axis; what comes first does not give way to what comes later."""
    ends: list[tuple[float, str]] = []
    for stretch in axis.stretches:
        if stretch.first == stretch.last:
            ends.append(((stretch.left + stretch.right) / 2, words.tick(stretch.first)))
        else:
            ends.append((stretch.left, words.tick(stretch.first)))
            ends.append((stretch.right, words.tick(_after(stretch.last))))
    yield from (*ends[:1], *ends[1:][-1:], *ends[1:-1])
    for day in axis.ticks(APART):
        yield axis.x(day), words.column(day, 12 if day.month == 1 else 1)[0]


def _after(day: datetime.date) -> datetime.date:
    """Return the first day of the next year for the last day of one, as an axis has it; any other as it is."""
    is_last = (day.month, day.day) == (12, 31) and day.year < datetime.MAXYEAR
    return datetime.date(day.year + 1, 1, 1) if is_last else day


def _room(x: float, words: str) -> tuple[float, float]:
    """Return what words under a place take up where the picture is narrowest."""
    wide = room(words, 11)
    start = min(max(pixels(x) - wide / 2, 0), BASIS - wide)
    return start, start + wide


def _is_free(wanted: tuple[float, float], taken: list[tuple[float, float]]) -> bool:
    return all(wanted[0] > right + 6 or wanted[1] < left - 6 for left, right in taken)


def _centred(drawing: Wide, x: float, y: float, words: str) -> None:
    """Write words under a place, inside the picture."""
    half = room(words, 11) / 2
    if pixels(x) < half:
        drawing.words(0, y, words)
    elif pixels(x) > BASIS - half:
        drawing.words(100, y, words, anchor="end")
    else:
        drawing.words(x, y, words, anchor="middle")
