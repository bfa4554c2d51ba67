"""Where the marks of a timeline stand: each at its days, in the first row that has room for it on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from .axis import Axis
from .marks import Mark
from .wide import BASIS, pixels

HALF = 13
"""Half the width of a mark with some air, in pixels."""
EDGE, OPEN = 2.0, 15.0
"""Margin in percent where nothing is open on a side, and where something is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark stands: its strip in percent, its badge in percent with a shift in pixels, what it takes up."""

    mark: Mark
    left: float
    right: float
    badge: float
    shift: float
    room: tuple[float, float]


def place(mark: Mark, axis: Axis) -> Place:
    """Return where a mark stands: inside its strip where there is room, else beside it."""
    left = axis.x(mark.earliest) if mark.earliest else 0.4
    right = axis.x(mark.latest) if mark.latest else 99.6
    start, end = pixels(left), pixels(right)
    if mark.is_day:
        return Place(mark, left, right, left, 0, (start - HALF, start + HALF))
    if end - start >= 3 * HALF:
        at, shift = (left, HALF) if mark.latest is None else (right, -HALF)
        return Place(mark, left, right, at, shift, (start - 3, end + 3))
    if end + 2 * HALF <= BASIS:
        return Place(mark, left, right, right, HALF, (start - 3, end + 2 * HALF))
    return Place(mark, left, right, left, -HALF, (start - 2 * HALF, end + 3))


def rows_of(places: list[Place]) -> list[list[Place]]:
    """Put each mark into the first row that has room for it."""
    rows: list[list[Place]] = []
    for new in places:
        for row in rows:
            if all(new.room[0] >= other.room[1] or new.room[1] <= other.room[0] for other in row):
                row.append(new)
                break
        else:
            rows.append([new])
    return rows
