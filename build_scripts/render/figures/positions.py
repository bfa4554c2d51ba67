"""Positions over time: a lane an actor, a mark a position, arrows for judged changes.

The stance is told by shape first and colour second; hollow means an unnamed origin, a dotted bar that only a bound of
the date is known. Nothing is placed on a day that nobody states: an open start runs to the edge of the picture.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import groupby

from .drawing import INK, LINE, PAPER, SOFT, Drawing, room, shortened, wrapped

WIDTH = 680
LEFT, RIGHT = 128, 500
"""Where time begins and ends in the picture; right of it there is room for labels."""
LANE, ROW, LEADING = 20, 40, 12
MOST_LETTERS = 26

COLOURS = {"supports": "#2f6b4f", "open": "#5d5a54", "conditional": "#a8761a", "rules-out": "#8a2b1d"}
"""One colour a stance, each with 4.5:1 against paper; the shapes alone tell them apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A position as it is drawn. A missing day means that there is no such bound."""

    key: str
    lane: str
    stance: str
    label: str
    earliest: datetime.date | None
    latest: datetime.date | None
    is_hollow: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """A judged change between two marks, with its verdict in words."""

    start: str
    end: str
    verdict: str


class _Scale:
    """Days into pixels."""

    def __init__(self, marks: list[Mark]) -> None:
        days = [day for mark in marks for day in (mark.earliest, mark.latest) if day]
        self.first = min(days, default=datetime.date(2000, 1, 1))
        self.last = max(days, default=self.first)
        self._span = max(1, (self.last - self.first).days)

    def x(self, day: datetime.date) -> float:
        """Return the place of a day; the first stands a little inside, so that a bar can come from before it."""
        inset = 60
        return LEFT + inset + (RIGHT - LEFT - inset) * (day - self.first).days / self._span


def positions_figure(
    marks: list[Mark],
    arrows: list[Arrow],
    ticks: list[tuple[datetime.date, str]],
    title: str,
    description: str,
    source: str,
) -> str:
    """Return the picture as SVG. `marks` come lane by lane, `ticks` are the days to be written at the foot."""
    drawing = Drawing(title, description, source)
    scale = _Scale(marks)
    places: dict[str, tuple[float, float]] = {}
    y = 16.0
    for lane, group in groupby(marks, key=lambda mark: mark.lane):
        rows = list(group)
        names = wrapped(lane, 16)
        for number, line in enumerate(names):
            drawing.text(0, y + 4 + number * 14, line)
        for mark in rows:
            places[mark.key] = (_mark(drawing, mark, scale, y), y)
            y += ROW
        y += max(0, (len(names) - 1) * 14 - (len(rows) - 1) * ROW) + LANE - 10
    for arrow in arrows:
        if arrow.start in places and arrow.end in places:
            _arrow(drawing, places[arrow.start], places[arrow.end], arrow.verdict)
    _axis(drawing, ticks, scale, y)
    return drawing.svg(WIDTH, round(y + 22))


def _mark(drawing: Drawing, mark: Mark, scale: _Scale, y: float) -> float:
    """Draw one position on its line and return where its shape stands."""
    colour = COLOURS[mark.stance]
    day = mark.latest or mark.earliest or scale.last
    x = scale.x(day)
    drawing.line(LEFT, y, x, y, ink=LINE)
    if mark.earliest is None:
        drawing.line(LEFT, y, x, y, ink=colour, width=3, dash="2 5")
    elif mark.latest is None:
        drawing.line(x, y, RIGHT, y, ink=colour, width=3, dash="2 5")
    elif mark.earliest != mark.latest:
        drawing.line(scale.x(mark.earliest), y, x, y, ink=colour, width=3)
    shape(drawing, mark.stance, x, y, hollow=mark.is_hollow)
    lines = shortened(wrapped(mark.label, MOST_LETTERS), 3)
    for number, line in enumerate(lines):
        base = y + 4 + (number - (len(lines) - 1) / 2) * LEADING
        drawing.text(x + 13, base, line, size=11, ink=SOFT)
    return x


def shape(drawing: Drawing, stance: str, x: float, y: float, *, hollow: bool) -> None:
    """Draw the mark of a stance: disc, triangle, diamond or square; hollow where nobody is named."""
    colour = COLOURS[stance]
    fill = PAPER if hollow else colour
    paths = {
        "supports": f"M{x - 7:g} {y:g} a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 Z",
        "open": f"M{x:g} {y - 7.5:g} L{x + 8:g} {y + 6:g} L{x - 8:g} {y + 6:g} Z",
        "conditional": f"M{x - 8:g} {y:g} L{x:g} {y - 8:g} L{x + 8:g} {y:g} L{x:g} {y + 8:g} Z",
        "rules-out": f"M{x - 6.5:g} {y - 6.5:g} h13 v13 h-13 Z",
    }
    drawing.path(paths[stance], ink=colour, fill=fill, width=2.5)


def _arrow(drawing: Drawing, start: tuple[float, float], end: tuple[float, float], verdict: str) -> None:
    """Draw a curve from mark to mark, with the verdict where it arrives: several may leave from one place."""
    (x1, y1), (x2, y2) = start, end
    leave, arrive = y1 + (9 if y2 > y1 else -9), y2 - 9
    bend = max(40.0, (x2 - x1) / 3)
    drawing.path(
        f"M{x1 + 4:g} {leave:g} C{x1 + bend / 2:g} {arrive:g} {x2 - bend:g} {arrive:g} {x2 - 8:g} {arrive:g}", width=1.2
    )
    drawing.path(f"M{x2 - 13:g} {arrive - 3.5:g} L{x2 - 8:g} {arrive:g} L{x2 - 13:g} {arrive + 3.5:g}", width=1.2)
    drawing.text(x2 - 20, arrive + 3.5, verdict, size=11, ink=INK, anchor="end", on_line=True)


def _axis(drawing: Drawing, ticks: list[tuple[datetime.date, str]], scale: _Scale, y: float) -> None:
    end = 0.0
    for day, words in ticks:
        x = scale.x(day)
        if x - room(words, 11) / 2 > end:
            drawing.text(x, y + 8, words, size=11, ink=SOFT, anchor="middle")
            end = x + room(words, 11) / 2 + 8
