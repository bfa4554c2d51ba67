"""A timeline of many entries as counts: a row for each kind, a column for each month, year or number of years.

Drawn where there are more entries than timeline.py draws one by one. What surely falls into one column is counted on
top of its bar; what may fall into several is a strip over all of them, with its count in it. Times without anything
have no column, and a cut in the axis says so. Every bar and strip leads to the first of its entries in the list.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from .marks import Mark, Words
from .placing import OPEN
from .wide import Wide

MOST_COLUMNS = 12
"""What a phone has room for, with the names of months."""
MOST_STRIPS = 12
UNITS = (1, 12, 24, 60, 120, 240, 600, 1200, 12000)
"""Months to a column, from fine to coarse: the first is taken that needs no more columns and strips than that."""
BAR, LABEL, STRIP = 30, 34, 22
"""Height of the highest bar, of the lines above a row of bars, and of a row with a strip, in pixels."""

Span = tuple[int | None, int | None]
"""The first and the last column in which something may lie; None where there is no such bound."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The marks by the columns in which they lie."""

    unit: int
    inside: Mapping[tuple[str, int], list[Mark]]
    """What lies in one column, by kind."""
    across: Mapping[Span, list[Mark]]

    @property
    def columns(self) -> list[int]:
        """The columns that anything lies in, begins in or ends in."""
        ends = {number for span in self.across for number in span if number is not None}
        return sorted({column for _, column in self.inside} | ends)

    def days(self, column: int) -> tuple[datetime.date, datetime.date]:
        """Return the first and the last day of a column."""
        first, after = (_month(number * self.unit) for number in (column, column + 1))
        return first, after - datetime.timedelta(1)


def counts_figure(marks: list[Mark], words: Words) -> str:
    """Return the picture as SVG; the kinds of the marks are those that `words.kinds` names, in its order."""
    drawing = Wide(words.label, "counts")
    sheets = [_sheet([mark for mark in marks if mark.is_placed], unit) for unit in UNITS]
    fits = (each for each in sheets if len(each.columns) <= MOST_COLUMNS and len(each.across) <= MOST_STRIPS)
    sheet = next(fits, sheets[-1])
    places = _places(sheet)
    y = 0.0
    for kind in words.kinds:
        if any(mark.kind == kind for mark in marks):
            y = _bars(drawing, sheet, places, kind, words, y)
    if sheet.across:
        drawing.words(0, y + 12, words.across)
        y += 16
    for span in sorted(sheet.across, key=lambda each: tuple(-1 if end is None else end for end in each)):
        y += STRIP
        _strip(drawing, sheet.across[span], span, places, y - 6)
    y = _foot(drawing, sheet, places, words, y + 10)
    unplaced = [mark for mark in marks if not mark.is_placed]
    if unplaced:
        drawing.begin_link(unplaced[0].anchor, f"{words.unplaced}: {len(unplaced)}")
        drawing.words(0, y + 14, f"{words.unplaced}: {len(unplaced)}")
        drawing.end_link()
        y += 22
    return drawing.svg(round(y))


def _sheet(marks: list[Mark], unit: int) -> _Sheet:
    inside: dict[tuple[str, int], list[Mark]] = {}
    across: dict[Span, list[Mark]] = {}
    for mark in marks:
        first, last = (_column(day, unit) for day in (mark.earliest, mark.latest))
        if first is not None and first == last:
            inside.setdefault((mark.kind, first), []).append(mark)
        else:
            across.setdefault((first, last), []).append(mark)
    return _Sheet(unit, inside, across)


def _column(day: datetime.date | None, unit: int) -> int | None:
    return (day.year * 12 + day.month - 1) // unit if day else None


def _month(number: int) -> datetime.date:
    """Return the first day of a month counted from the year 0, as far as the calendar goes."""
    year, month = divmod(number, 12)
    return datetime.date(max(year, 1), month + 1, 1) if year <= datetime.MAXYEAR else datetime.date.max


def _places(sheet: _Sheet) -> dict[int, tuple[float, float]]:
    """Return where each column begins and ends, in percent; one after a cut stands a little apart."""
    left = OPEN if any(first is None for first, _ in sheet.across) else 0.0
    right = OPEN if any(last is None for _, last in sheet.across) else 0.0
    columns = sheet.columns
    each = (100 - left - right) / max(len(columns), 1)
    return {column: (left + number * each, left + (number + 1) * each) for number, column in enumerate(columns)}


def _bars(
    drawing: Wide, sheet: _Sheet, places: Mapping[int, tuple[float, float]], kind: str, words: Words, y: float
) -> float:
    """Draw the row of a kind and return where it ends."""
    found = {column: marks for (each, column), marks in sheet.inside.items() if each == kind}
    highest = max((len(marks) for marks in sheet.inside.values()), default=1)
    drawing.words(0, y + 12, words.kinds[kind])
    own = max((len(marks) for marks in found.values()), default=0)
    foot = y + LABEL + BAR * own / highest if found else y + 16
    for column, marks in sorted(found.items()):
        left, right = places[column]
        pad = (right - left) * 0.12
        height = max(BAR * len(marks) / highest, 1.5)
        drawing.begin_link(marks[0].anchor, f"{' – '.join(words.period(*sheet.days(column)))}: {len(marks)}")
        drawing.column(left + pad, right - pad, foot, height)
        drawing.words((left + right) / 2, foot - height - 4, str(len(marks)), anchor="middle")
        drawing.end_link()
    if found:
        drawing.line(0, foot, 100, foot, width=0.5)
    return foot + 6


def _strip(drawing: Wide, marks: list[Mark], span: Span, places: Mapping[int, tuple[float, float]], y: float) -> None:
    """Draw what may lie in several columns."""
    first, last = span
    left = 0.4 if first is None else places[first][0] + 0.6
    right = 99.6 if last is None else places[last][1] - 0.6
    drawing.begin_link(marks[0].anchor, f"{marks[0].says} … ({len(marks)})" if len(marks) > 1 else marks[0].says)
    drawing.strip(left, right, y - 8, 16)
    drawing.path(left, y, "M8 -5l-7 5l7 5" if first is None else "M0 -8v16", width=1.4)
    drawing.path(right, y, "M-8 -5l7 5l-7 5" if last is None else "M0 -8v16", width=1.4)
    drawing.words((left + right) / 2, y + 4, str(len(marks)), anchor="middle")
    drawing.end_link()


def _foot(drawing: Wide, sheet: _Sheet, places: Mapping[int, tuple[float, float]], words: Words, y: float) -> float:
    """Write what each column is, and cut the axis between columns that do not follow each other."""
    if not places:
        return y
    drawing.line(0, y, 100, y)
    said, before = "", None
    for column, (left, right) in places.items():
        upper, lower = words.column(sheet.days(column)[0], sheet.unit)
        drawing.words((left + right) / 2, y + 15, upper, size=10, anchor="middle")
        if lower != said:
            drawing.words((left + right) / 2, y + 28, lower, size=10, anchor="middle")
        if before is not None and column != before + 1:
            drawing.path(left, y, "M-4.5 6l5 -12M-.5 6l5 -12")
        said, before = lower, column
    return y + 36
