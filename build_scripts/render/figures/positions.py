"""Positions over time: a lane an actor, a mark a position, arrows for judged changes.

The stance is told by shape first and colour second; hollow means an unnamed origin, a dotted bar that only a bound of
the date is known. Nothing is placed on a day that nobody states: an open start runs to the edge of the picture.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import groupby

from .drawing import INK, LINE, PAPER, SOFT, Drawing, room, shortened, wrapped

LANE, LEADING = 18, 13
SMALL = 12
"""Font size of labels."""

COLOURS = {"supports": "#2f6b4f", "open": "#5d5a54", "conditional": "#96660f", "rules-out": "#8a2b1d"}
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


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of a picture: its width, where time begins and ends in it, letters in a line of a label."""

    width: int
    left: int
    right: int
    letters: int
    is_narrow: bool = False
    """Whether names and labels stand above and below the lines, since beside them there is no room."""


WIDE = Frame(680, 128, 466, 30)
"""For a text column and for paper: names at the left, labels at the right."""
NARROW = Frame(340, 0, 320, 46, is_narrow=True)
"""For a phone."""


class _Scale:
    """Days into pixels."""

    def __init__(self, marks: list[Mark], frame: Frame) -> None:
        self._frame = frame
        days = [day for mark in marks for day in (mark.earliest, mark.latest) if day]
        self.first = min(days, default=datetime.date(2000, 1, 1))
        self.last = max(days, default=self.first)
        self._span = max(1, (self.last - self.first).days)

    def x(self, day: datetime.date) -> float:
        """Return the place of a day; the first stands a little inside, so that a bar can come from before it."""
        left, right, inset = self._frame.left, self._frame.right, 60
        return left + inset + (right - left - inset) * (day - self.first).days / self._span


def positions_figure(
    marks: list[Mark],
    arrows: list[Arrow],
    ticks: list[tuple[datetime.date, str]],
    title: str,
    description: str,
    source: str,
    frame: Frame = WIDE,
) -> str:
    """Return the picture as SVG. `marks` come lane by lane, `ticks` are the days to be written at the foot.

    In a narrow frame there are no arrows: they would run through the labels, and the changes stand in words below.
    """
    drawing = Drawing(title, description, source)
    scale = _Scale(marks, frame)
    places: dict[str, tuple[float, float]] = {}
    y = 12.0 if frame.is_narrow else 4.0
    for lane, group in groupby(marks, key=lambda mark: mark.lane):
        rows = list(group)
        names, top = wrapped(lane, 46 if frame.is_narrow else 16), y
        first = y if frame.is_narrow else y + _above(rows[0], frame)
        for number, line in enumerate(names):
            drawing.text(0, first + 4 + number * 14, line)
        y += len(names) * 14 + 8 if frame.is_narrow else 0
        for mark in rows:
            y += _above(mark, frame)
            places[mark.key] = (_mark(drawing, mark, scale, frame, y), y)
            y += _below(mark, frame)
        y = max(y + 8, top + len(names) * 14 + LANE)
    for arrow in arrows if not frame.is_narrow else ():
        if arrow.start in places and arrow.end in places:
            _arrow(drawing, places[arrow.start], places[arrow.end], arrow.verdict)
    _axis(drawing, ticks, scale, frame, y)
    return drawing.svg(frame.width, round(y + 14))


def _label(mark: Mark, frame: Frame) -> list[str]:
    return shortened(wrapped(mark.label, frame.letters), 3)


def _above(mark: Mark, frame: Frame) -> float:
    """Return the room that a mark and its label take above the line of the mark."""
    return 0 if frame.is_narrow else max(11, len(_label(mark, frame)) * LEADING / 2 + 3)


def _below(mark: Mark, frame: Frame) -> float:
    return 22 + len(_label(mark, frame)) * LEADING if frame.is_narrow else _above(mark, frame)


def _mark(drawing: Drawing, mark: Mark, scale: _Scale, frame: Frame, y: float) -> float:
    """Draw one position on its line and return where its shape stands."""
    left, right = frame.left, frame.right
    colour = COLOURS[mark.stance]
    day = mark.latest or mark.earliest or scale.last
    x = scale.x(day)
    drawing.line(left, y, x, y, ink=LINE)
    if mark.earliest is None:
        drawing.line(left, y, x, y, ink=colour, width=3, dash="2 5")
    elif mark.latest is None:
        drawing.line(x, y, right, y, ink=colour, width=3, dash="2 5")
    elif mark.earliest != mark.latest:
        drawing.line(scale.x(mark.earliest), y, x, y, ink=colour, width=3)
    shape(drawing, mark.stance, x, y, hollow=mark.is_hollow)
    lines = _label(mark, frame)
    for number, line in enumerate(lines):
        if frame.is_narrow:
            is_late = x > frame.width / 2
            edge, anchor = (min(x + 9, frame.width), "end") if is_late else (max(x - 9, 0), "start")
            drawing.text(edge, y + 22 + number * LEADING, line, size=SMALL, ink=SOFT, anchor=anchor)
        else:
            base = y + 4 + (number - (len(lines) - 1) / 2) * LEADING
            drawing.text(x + 13, base, line, size=SMALL, ink=SOFT)
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
    # It leaves straight down, or up, so that it does not run through the words beside its mark.
    drawing.path(f"M{x1:g} {leave:g} C{x1:g} {arrive:g} {x2 - bend:g} {arrive:g} {x2 - 8:g} {arrive:g}", width=1.2)
    drawing.path(f"M{x2 - 13:g} {arrive - 3.5:g} L{x2 - 8:g} {arrive:g} L{x2 - 13:g} {arrive + 3.5:g}", width=1.2)
    drawing.text(x2 - 20, arrive + 3.5, verdict, size=SMALL, ink=INK, anchor="end", on_line=True)


def _axis(drawing: Drawing, ticks: list[tuple[datetime.date, str]], scale: _Scale, frame: Frame, y: float) -> None:
    end = 0.0
    for day, words in ticks:
        half = room(words, SMALL) / 2
        x = min(scale.x(day), frame.width - half)
        if x - half >= end:
            drawing.text(x, y + 8, words, size=SMALL, ink=SOFT, anchor="middle")
            end = x + half + 8
