"""A text without the marks that `import` writes for what is no letter: so that it can be held against a capture.

White space is folded and a word that a line end divides is whole; nothing else is forgiven.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.line_ends import DIVIDED, joint_at

_LINE_MARKS = r"^(?:[ \t]*[>•](?=[ \t]|$))+"
_NUMBER = r"^(?:[ \t]*[>•](?=[ \t]|$))*[ \t]*\d{1,3}[.)](?=[ \t])"
_INNER_MARKS = r"~~|\+\+|(?<=\s)\|(?=\s)"

_SPECIAL = re.compile(rf"(?P<divided>{DIVIDED})|{_LINE_MARKS}|{_INNER_MARKS}|(?P<space>\s+)", re.MULTILINE)
_SPECIAL_AND_NUMBERS = re.compile(
    rf"(?P<divided>{DIVIDED})|{_NUMBER}|{_LINE_MARKS}|{_INNER_MARKS}|(?P<space>\s+)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Bare:
    """The words of a text with single spaces, and where each character stood."""

    text: str
    origin: tuple[int, ...]


def bare(text: str, *, numbers: bool = True) -> Bare:
    """Return the words of a text: without the marks of block quotations, items, struck and inserted words and cells.

    Without `numbers`, the numbers in front of items are gone as well.
    """
    parts: list[str] = []
    origin: list[int] = []
    at, is_spaced = 0, True
    for special in (_SPECIAL if numbers else _SPECIAL_AND_NUMBERS).finditer(text):
        start, end = special.span()
        if start > at:
            parts.append(text[at:start])
            origin.extend(range(at, start))
            is_spaced = False
        piece = joint_at(text, start, end) if special["divided"] else " " if special["space"] and not is_spaced else ""
        parts.append(piece)
        origin.extend([start] * len(piece))
        is_spaced = is_spaced or piece == " "
        at = end
    parts.append(text[at:])
    origin.extend(range(at, len(text)))
    words = "".join(parts).rstrip(" ")
    return Bare(words, tuple(origin[: len(words)]))
