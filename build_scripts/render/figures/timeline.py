"""The timeline as a picture: what is known to the day is a point, everything else is as wide as what is not known.

A point is a mark at its day. A month, a year or a range is a strip from its first to its last possible day, with its
mark at an end of the strip. A mere bound is a strip with an arrow where it is open. What has neither date nor bound
stands under the axis, with no place on it. Texts are flags whose stems run through the picture, as many bounds come
from them. The number in a mark is the number of its entry in the list, to which it leads.

Up to MOST entries are drawn one by one; more are counted by month, year or a number of years (counts.py).
"""

from __future__ import annotations

from .axis import Axis
from .foot import foot
from .legend import DASH, legend
from .marks import Mark, Words
from .placing import EDGE, HALF, OPEN, Place, place, rows_of
from .wide import BASIS, Wide

MOST = 30
"""Entries that are drawn one by one: even if all of them overlap, the picture fits a printed page."""
ROW, STRIP = 27, 13
"""Height of a row and of a strip, in pixels."""


def timeline_figure(marks: list[Mark], words: Words) -> str:
    """Return the picture of at most MOST entries as SVG, without a comment in front: it stands inside the page."""
    drawing = Wide(words.label, "marks")
    placed = [mark for mark in marks if mark.is_placed]
    days = [day for mark in placed for day in (mark.earliest, mark.latest) if day]
    left = OPEN if any(mark.earliest is None for mark in placed) else EDGE
    right = OPEN if any(mark.latest is None for mark in placed) else EDGE
    axis = Axis(
        days, left, 100 - right, [(mark.earliest, mark.latest) for mark in placed if mark.earliest and mark.latest]
    )
    y = float(HALF)
    if placed:
        texts = rows_of([place(mark, axis) for mark in placed if mark.shape == "text"])
        rows = texts + rows_of([place(mark, axis) for mark in placed if mark.shape != "text"])
        ground = y + ROW * len(rows) - 6
        _stems(drawing, texts, y, ground)
        _cuts(drawing, axis, ground)
        heights = [(at, y + ROW * number) for number, row in enumerate(rows) for at in row]
        # In the order of the list, in which Tab goes through them.
        for at, height in sorted(heights, key=lambda each: each[0].mark.number):
            _mark(drawing, at, height)
        y = foot(drawing, axis, words, ground)
    y = _unplaced(drawing, [mark for mark in marks if not mark.is_placed], words.unplaced, y)
    y = legend(drawing, _signs(marks, axis), words.legend, y)
    return drawing.svg(round(y + 2))


def _mark(drawing: Wide, at: Place, y: float) -> None:
    mark = at.mark
    dash = DASH if mark.is_soft else ""
    drawing.begin_link(mark.anchor, mark.says)
    if not mark.is_day:
        top = y - STRIP / 2
        drawing.strip(at.left, at.right, top, STRIP)
        for edge in (top, top + STRIP):
            drawing.line(at.left, edge, at.right, edge, width=0.6, dash=dash)
        for x, is_open, way in ((at.left, mark.earliest is None, 1), (at.right, mark.latest is None, -1)):
            commands = f"M{8 * way} -5l{-7 * way} 5l{7 * way} 5" if is_open else "M0 -9v18"
            drawing.path(x, y, commands, width=1.4, dash=dash)
    drawing.badge(at.badge, y, mark.shape, str(mark.number), shift=at.shift, dash=dash, struck=mark.is_withdrawn)
    drawing.end_link()


def _stems(drawing: Wide, rows: list[list[Place]], y: float, ground: float) -> None:
    for number, row in enumerate(rows):
        for at in row:
            if at.mark.is_day:
                drawing.line(at.left, y + number * ROW, at.left, ground, width=1.2, dash="1 3")


def _cuts(drawing: Wide, axis: Axis, ground: float) -> None:
    """Draw the axis, and across all rows where it is cut."""
    at = 0.0
    for before, after in axis.breaks():
        middle = (before.right + after.left) / 2
        drawing.line(at, ground, middle - 1.2, ground)
        at = middle + 1.2
        for x in (middle - 1.2, middle + 1.2):
            drawing.line(x, 0, x, ground - 6, width=0.5, dash="4 3")
            drawing.path(x, ground, "M-2.5 6l5 -12")
    drawing.line(at, ground, 100, ground)


def _unplaced(drawing: Wide, marks: list[Mark], heading: str, y: float) -> float:
    """Put what has no place on the axis under it, in rows; return where they end."""
    if not marks:
        return y
    drawing.words(0, y + 12, heading)
    y += 32
    each = BASIS // (2 * HALF)
    for number, mark in enumerate(marks):
        drawing.begin_link(mark.anchor, mark.says)
        shift = HALF + 2 * HALF * (number % each)
        at = y + ROW * (number // each)
        drawing.badge(0, at, mark.shape, str(mark.number), shift=shift, struck=mark.is_withdrawn)
        drawing.end_link()
    return y + ROW * ((len(marks) - 1) // each) + ROW


def _signs(marks: list[Mark], axis: Axis) -> set[str]:
    """Return the signs that a picture uses."""
    placed = [mark for mark in marks if mark.is_placed]
    used = {mark.shape for mark in marks}
    used |= {"withdrawn"} if any(mark.is_withdrawn for mark in marks) else set()
    used |= {"soft"} if any(mark.is_soft for mark in placed) else set()
    used |= {"bound"} if any(mark.earliest is None or mark.latest is None for mark in placed) else set()
    used |= {"range"} if any(mark.earliest and mark.latest and not mark.is_day for mark in placed) else set()
    return used | ({"break"} if axis.breaks() else set())
