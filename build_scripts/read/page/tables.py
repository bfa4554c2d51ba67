"""Whether a table holds data, or only lays out the page as old pages do."""

from __future__ import annotations

from typing import Any

_PARTS_WORDS = "table h1 h2 h3 h4 h5 h6 blockquote figure form article section hr"
_PARTS = frozenset(_PARTS_WORDS.split())
LONGEST_CELL = 600
"""Letters of a cell of data; more is a text that stands in a frame."""


def holds_data(table: Any) -> bool:
    """Tell whether a table has rows and columns to be read, and nothing that is a text of its own."""
    if table.get("role") in {"presentation", "none"} or any(each.tag in _PARTS for each in table.iterdescendants()):
        return False
    rows = [row for row in table.iter("tr") if any(cell.tag in {"td", "th"} for cell in row)]
    widest = max((sum(cell.tag in {"td", "th"} for cell in row) for row in rows), default=0)
    if len(rows) < 2 or widest < 2:
        return False
    return all(_is_short(cell) for row in rows for cell in row if cell.tag in {"td", "th"})


def _is_short(cell: Any) -> bool:
    if sum(each.tag in {"p", "div", "li"} for each in cell.iterdescendants()) > 12:
        return False
    return sum(len(piece.strip()) for piece in cell.itertext()) <= LONGEST_CELL
