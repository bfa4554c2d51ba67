"""The mark before each list item as a browser shows it."""

from __future__ import annotations

import re
from typing import Any

BULLET = "• "
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Numbering:
    """Counts the items of each list of one page; to be asked once for each item, in order."""

    def __init__(self) -> None:
        self._last: dict[Any, int] = {}

    def mark(self, item: Any) -> str:
        """Return `• `, the number as the list counts it, or nothing where the page shows no mark."""
        parent = item.getparent()
        if parent is None or parent.tag not in {"ol", "ul", "menu", "dir"}:
            return ""
        if any(_UNMARKED.search(each.get("style") or "") for each in (parent, item)):
            return ""
        if parent.tag != "ol":
            return BULLET
        step = -1 if parent.get("reversed") is not None else 1
        if parent not in self._last:
            count = sum(each.tag == "li" for each in parent) if step < 0 else 1
            self._last[parent] = _whole(parent.get("start"), count) - step
        self._last[parent] = _whole(item.get("value"), self._last[parent] + step)
        return f"{_written(self._last[parent], parent.get('type') or '1')}. "


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"-?[0-9]{1,6}", written) else otherwise


def _written(number: int, kind: str) -> str:
    if kind in {"a", "A"} and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in {"i", "I"} and 1 <= number <= 3999:
        roman, left = "", number
        for value, letters in _ROMAN:
            roman += letters * (left // value)
            left %= value
        return roman if kind == "i" else roman.upper()
    return str(number)
