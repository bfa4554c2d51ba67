"""All chains of a briefing in one picture: the texts that were read at the left, what they lead to at the right.

A read text is filled, an unnamed source dashed, a presumed one dotted; a source that several chains share is one box.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .drawing import MOST_LINES, SOFT, WASH, Drawing, shortened, wrapped

WIDTH, GAP = 124, 92
"""A box, and the room between two columns for the words on a link, in pixels."""
SIZE, LABEL, LEADING = 11.5, 10.5, 14
MOST_LETTERS, MOST_LABEL_LETTERS = 16, 14
MOST_REMARK_LETTERS = 20
BETWEEN, TOP = 20, 12
PASSING = 12
"""Height that a link takes where it passes a column."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A source as it is drawn."""

    name: str
    column: int
    label: str
    remark: str = ""
    is_read: bool = False
    is_unnamed: bool = False
    is_presumed: bool = False


@dataclass(frozen=True, slots=True)
class Leg:
    """A link from one source to the next, with how it is carried in words."""

    start: str
    end: str
    how: str
    is_presumed: bool = False


@dataclass(slots=True)
class _Slot:
    """Room in a column: a box, or a link that passes."""

    height: float
    stop: Stop | None = None
    y: float = 0.0

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


class _Layout:
    """Who stands where. Columns are given; the order within one follows what leads there."""

    def __init__(self, stops: list[Stop], legs: list[Leg]) -> None:
        self.columns: list[list[_Slot]] = [[] for _ in range(max((stop.column for stop in stops), default=0) + 1)]
        self.slots: dict[str, _Slot] = {}
        for stop in stops:
            lines = len(_name(stop)) + len(_remark(stop))
            coming = [_room(leg) for leg in legs if leg.end == stop.name != leg.start]
            self.slots[stop.name] = _Slot(max(lines * LEADING + 12, sum(coming) if len(coming) > 1 else 0), stop)
            self.columns[stop.column].append(self.slots[stop.name])
        self.routes = [(leg, self._route(leg)) for leg in legs if leg.start != leg.end]
        self._place()

    def _route(self, leg: Leg) -> list[_Slot]:
        """Return the slots that a link runs through, making room in the columns that it passes."""
        start, end = self.slots[leg.start], self.slots[leg.end]
        assert start.stop is not None and end.stop is not None
        passed = []
        for column in range(start.stop.column + 1, end.stop.column):
            passed.append(_Slot(PASSING))
            self.columns[column].append(passed[-1])
        return [start, *passed, end]

    def _place(self) -> None:
        steps = [pair for _, route in self.routes for pair in pairwise(route)]
        for number, column in enumerate(self.columns):
            if number:
                column.sort(key=lambda slot: _mean([one.middle for one, two in steps if two is slot]))
            self._stack(column, {id(slot): [one.middle for one, two in steps if two is slot] for slot in column})
        first = self.columns[0]
        self._stack(first, {id(slot): [two.middle for one, two in steps if one is slot] for slot in first})

    def _stack(self, column: list[_Slot], neighbours: dict[int, list[float]]) -> None:
        """Put each slot beside its neighbours where the slots above leave room for it."""
        y = float(TOP)
        for slot in column:
            beside = neighbours[id(slot)]
            slot.y = max(y, _mean(beside) - slot.height / 2) if beside else y
            y = slot.y + slot.height + BETWEEN

    @property
    def height(self) -> float:
        return max((slot.y + slot.height for column in self.columns for slot in column), default=0.0) + TOP


def network_figure(stops: list[Stop], legs: list[Leg], title: str, description: str, source: str) -> str:
    """Return the picture of a network as SVG."""
    drawing = Drawing(title, description, source)
    layout = _Layout(stops, legs)
    taken: dict[int, float] = {}
    for leg, route in sorted(layout.routes, key=lambda each: each[1][-2].middle):
        _leg(drawing, leg, route, _arrival(layout, leg, route[-1], taken))
    for slot in layout.slots.values():
        _box(drawing, slot)
    return drawing.svg(len(layout.columns) * (WIDTH + GAP) - GAP + 4, round(layout.height))


def _arrival(layout: _Layout, leg: Leg, end: _Slot, taken: dict[int, float]) -> float:
    """Return where a link meets its box: alone in the middle, else one below the other with room for their words."""
    coming = [each for each, route in layout.routes if route[-1] is end]
    if len(coming) == 1:
        return end.middle
    spare = end.height - sum(_room(each) for each in coming)
    y = taken.get(id(end), end.y + spare / 2) + _room(leg)
    taken[id(end)] = y
    return y - 4


def _leg(drawing: Drawing, leg: Leg, route: list[_Slot], arrive: float) -> None:
    """Draw a link from slot to slot, with how it is carried above its end."""
    start, end = route[0], route[-1]
    assert start.stop is not None and end.stop is not None
    dash = "1.5 3" if leg.is_presumed else ""
    column, y = start.stop.column, start.middle
    x = _left(column) + WIDTH
    for slot in route[1:]:
        column = end.stop.column if slot is end else column + 1
        to_x, to_y = _left(column), arrive if slot is end else slot.middle
        half = (to_x - x) / 2
        drawing.path(f"M{x:g} {y:g} C{x + half:g} {y:g} {to_x - half:g} {to_y:g} {to_x:g} {to_y:g}", dash=dash)
        if slot is not end:
            drawing.line(to_x, to_y, to_x + WIDTH, to_y, dash=dash)
        x, y = to_x + (0 if slot is end else WIDTH), to_y
    drawing.path(f"M{x - 6:g} {y - 3.5:g} L{x - 1:g} {y:g} L{x - 6:g} {y + 3.5:g}")
    lines = wrapped(leg.how, MOST_LABEL_LETTERS)
    for index, line in enumerate(lines):
        drawing.text(
            x - 9, y - 5 - (len(lines) - 1 - index) * 11, line, size=LABEL, ink=SOFT, anchor="end", on_line=True
        )


def _box(drawing: Drawing, slot: _Slot) -> None:
    stop = slot.stop
    assert stop is not None
    x = _left(stop.column)
    dash = "1.5 3" if stop.is_presumed else "5 4" if stop.is_unnamed else ""
    fill, weight = (WASH, 2.0) if stop.is_read else ("none", 1.0)
    drawing.box(x, slot.y, WIDTH, slot.height, dash=dash, fill=fill, weight=weight)
    name = _name(stop)
    y = slot.middle - (len(name) + len(_remark(stop))) * LEADING / 2 + 10.5
    for line in name:
        drawing.text(x + WIDTH / 2, y, line, size=SIZE, anchor="middle")
        y += LEADING
    for line in _remark(stop):
        drawing.text(x + WIDTH / 2, y, line, size=LABEL, ink=SOFT, anchor="middle")
        y += LEADING


def _name(stop: Stop) -> list[str]:
    return shortened(wrapped(stop.label, MOST_LETTERS), MOST_LINES)


def _remark(stop: Stop) -> list[str]:
    return wrapped(stop.remark, MOST_REMARK_LETTERS) if stop.remark else []


def _room(leg: Leg) -> float:
    """Return the height that the words on a link need above it."""
    return len(wrapped(leg.how, MOST_LABEL_LETTERS)) * 11.0 + 12


def _left(column: int) -> float:
    return 2.0 + column * (WIDTH + GAP)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
