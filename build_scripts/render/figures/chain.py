"""An attribution chain as a row of boxes: the read hop is filled, an unnamed one is dashed, a presumed one dotted."""

from __future__ import annotations

from dataclasses import dataclass

from .drawing import MOST_LINES, SOFT, WASH, Drawing, room, shortened, wrapped

SIZE, LABEL, LEADING = 12.5, 11, 15
MOST_LETTERS = 18
PADDING = 14
TOP = 8


@dataclass(frozen=True, slots=True)
class Box:
    """One hop, in words: its name, what is said of it under the name, and how it carries the next one."""

    name: str
    remark: str = ""
    how: str = ""
    is_read: bool = False
    is_unnamed: bool = False
    is_presumed: bool = False


def chain_figure(boxes: list[Box], title: str, description: str, source: str) -> str:
    """Return the picture of a chain as SVG, from the nearest hop to the farthest."""
    drawing = Drawing(title, description, source)
    lines = [shortened(wrapped(box.name, MOST_LETTERS), MOST_LINES) for box in boxes]
    height = max(len(each) for each in lines) * LEADING + (LEADING if any(box.remark for box in boxes) else 0) + PADDING
    middle = TOP + height / 2
    x = 2.0
    for box, name in zip(boxes, lines, strict=True):
        width = max(room(line, SIZE) for line in [*name, box.remark]) + 2 * PADDING
        _box(drawing, box, name, x, width, height)
        x += width
        if box.how:
            gap = room(box.how, LABEL) + 2 * PADDING
            drawing.text(x + gap / 2, middle - 6, box.how, size=LABEL, ink=SOFT, anchor="middle")
            drawing.arrow(x + 3, middle, x + gap - 3, middle)
            x += gap
    return drawing.svg(round(x + 2), round(height + 2 * TOP))


def _box(drawing: Drawing, box: Box, name: list[str], x: float, width: float, height: float) -> None:
    dash = "1.5 3" if box.is_presumed else "5 4" if box.is_unnamed else ""
    drawing.box(x, TOP, width, height, dash=dash, fill=WASH if box.is_read else "none", weight=2 if box.is_read else 1)
    written = len(name) + bool(box.remark)
    y = TOP + (height - written * LEADING) / 2 + 11
    for line in name:
        drawing.text(x + width / 2, y, line, size=SIZE, anchor="middle")
        y += LEADING
    if box.remark:
        drawing.text(x + width / 2, y, box.remark, size=LABEL, ink=SOFT, anchor="middle")
