"""An axis of time as wide as the page: equal distances are equal times, and a long empty stretch is cut out.

Places are percent of the width, so that one picture fits a phone, a wide screen and a sheet of paper.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

BREAK = 9.0
"""The width of a break."""
BASE = 3.0
"""What every stretch has besides its days, so that a single day has room for its mark."""
MOST_BREAKS = 4
LONG, UNUSUAL = 1 / 6, 10
"""An empty stretch is cut out if it is longer than this share of the axis, and than so many usual distances."""
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months from one tick to the next."""

Range = tuple[datetime.date, datetime.date]
"""A first and a last day."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time that is drawn, from its first to its last day."""

    first: datetime.date
    last: datetime.date
    left: float
    right: float


class Axis:
    """Days into places between `left` and `right`."""

    def __init__(
        self, days: Iterable[datetime.date], left: float, right: float, ranges: Collection[Range] = ()
    ) -> None:
        groups = _groups(sorted(set(days)), ranges)
        spans = [(group[-1] - group[0]).days for group in groups]
        free = right - left - BREAK * (len(groups) - 1) - 2 * BASE * len(groups)
        self.stretches: list[Stretch] = []
        at = left
        for group, span in zip(groups, spans, strict=True):
            wide = free * (span / sum(spans) if sum(spans) else 1 / len(groups))
            self.stretches.append(Stretch(group[0], group[-1], at + BASE, at + BASE + wide))
            at += wide + 2 * BASE + BREAK

    def x(self, day: datetime.date) -> float:
        """Return the place of a day that is drawn; a single day stands in the middle of its stretch."""
        stretch = next(each for each in self.stretches if each.first <= day <= each.last)
        span = (stretch.last - stretch.first).days
        share = (day - stretch.first).days / span if span else 0.5
        return stretch.left + (stretch.right - stretch.left) * share

    def ticks(self, apart: float) -> list[datetime.date]:
        """Return the firsts of months or years inside the stretches, at least `apart` from each other."""
        return [day for stretch in self.stretches for day in _ticks(stretch, apart)]

    def breaks(self) -> list[tuple[Stretch, Stretch]]:
        """Return the stretches before and after each break."""
        return list(pairwise(self.stretches))


def _ticks(stretch: Stretch, apart: float) -> list[datetime.date]:
    span = (stretch.last - stretch.first).days
    per_month = (stretch.right - stretch.left) * 30 / span if span else 0.0
    months = next((step for step in STEPS if step * per_month >= apart), 0)
    if not months:
        return []
    begin, end = (day.year * 12 + day.month - 1 for day in (stretch.first, stretch.last))
    numbers = range(begin // months * months + months, end + 1, months)
    return [datetime.date(number // 12, number % 12 + 1, 1) for number in numbers]


def _groups(days: list[datetime.date], ranges: Collection[Range]) -> list[list[datetime.date]]:
    """Part the days where what lies between two is cut out: never inside a range, whose width says how long it is."""
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    usual = median(gaps) if gaps else 0
    whole = {
        number
        for number, (earlier, later) in enumerate(pairwise(days))
        if any(first <= earlier and later <= last for first, last in ranges)
    }
    cut: set[int] = set()
    while len(cut) < MOST_BREAKS:
        left = {number: gap for number, gap in enumerate(gaps) if number not in cut}
        longest = max(left.keys() - whole, key=lambda number: (left[number], number), default=-1)
        if longest < 0 or left[longest] <= max(sum(left.values()) * LONG, usual * UNUSUAL):
            break
        cut.add(longest)
    groups: list[list[datetime.date]] = [[]]
    for number, day in enumerate(days):
        groups[-1].append(day)
        if number in cut:
            groups.append([])
    return groups if days else []
