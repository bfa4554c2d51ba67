"""What the signs of a timeline mean, in two columns under it: each that the picture uses, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .wide import SHAPES, Wide

ROW = 23

SIGNS = (*SHAPES, "withdrawn", "soft", "range", "bound", "break")
"""All signs, in the order of the legend."""


def legend(drawing: Wide, used: Iterable[str], words: Mapping[str, str], y: float) -> float:
    """Draw the legend below `y` and return where it ends."""
    found = [sign for sign in SIGNS if sign in set(used)]
    for number, sign in enumerate(found):
        x, row = (0.0, 50.0)[number % 2], y + ROW * (number // 2) + ROW / 2
        _sign(drawing, sign, x, row)
        drawing.words(x, row + 4, words[sign], shift=32)
    return y + ROW * ((len(found) + 1) // 2)


def _sign(drawing: Wide, sign: str, x: float, y: float) -> None:
    if sign in SHAPES:
        drawing.badge(x, y, sign, shift=14)
    elif sign == "withdrawn":
        drawing.badge(x, y, "reported", "1", shift=14, struck=True)
    elif sign == "soft":
        drawing.badge(x, y, "reported", shift=14, dash=DASH)
    else:
        commands = {"range": RANGE, "bound": BOUND, "break": CUT}[sign]
        drawing.path(x, y, commands, width=1.4)


DASH = "3 2.5"
"""The outline of what is approximate or uncertain."""
RANGE = "M2 -6v12M26 -6v12M2 0h24"
BOUND = "M26 -6v12M26 0h-24M7 -4l-5 4l5 4"
CUT = "M0 0h9M19 0h9M7 6l5 -12M15 6l5 -12"
