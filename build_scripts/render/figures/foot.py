"""What stands under the axis of a timeline: its days, and how much time a cut leaves out."""

from __future__ import annotations

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
        start = min(max(pixels(x) - room(day, 11) / 2, 0), BASIS - room(day, 11))
        if all(start > right + 6 or start + room(day, 11) < left - 6 for left, right in taken):
            taken.append((start, start + room(day, 11)))
            _centred(drawing, x, y + 17, day)
    for before, after in axis.breaks():
        _centred(drawing, (before.right + after.left) / 2, y + 32, words.left_out(before.last, after.first))
    return y + (44 if axis.breaks() else 29)


def _days(axis: Axis, words: Words) -> Iterator[tuple[float, str]]:
    """Yield what is to be written under the axis; what comes first does not give way to what comes later."""
    for stretch in (*axis.stretches[:1], *axis.stretches[1:][-1:], *axis.stretches[1:-1]):
        told = words.period(stretch.first, stretch.last)
        places = [(stretch.left + stretch.right) / 2] if len(told) == 1 else [stretch.left, stretch.right]
        yield from zip(places, told, strict=True)
    for day in axis.ticks(APART):
        yield axis.x(day), words.column(day, 12 if day.month == 1 else 1)[0]


def _centred(drawing: Wide, x: float, y: float, words: str) -> None:
    """Write words under a place, inside the picture."""
    half = room(words, 11) / 2
    if pixels(x) < half:
        drawing.words(0, y, words)
    elif pixels(x) > BASIS - half:
        drawing.words(100, y, words, anchor="end")
    else:
        drawing.words(x, y, words, anchor="middle")
