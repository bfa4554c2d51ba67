"""Stretches of a text between quotation marks, and paragraphs that a dash opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)
_DIALOGUE = re.compile(r"\s*[—–―-]\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text that may be speech: its offsets without marks, and those of the paragraph around it."""

    start: int
    end: int
    opens: int
    closes: int
    dialogue: bool = False


def stretches(text: str) -> Iterator[Stretch]:
    """Yield what stands in quotation marks, outermost marks only, and whole paragraphs of dialogue, in order."""
    for match in _PARAGRAPH.finditer(text):
        opens, closes = match.span()
        dash = _DIALOGUE.match(match.group())
        if dash:
            yield Stretch(opens + dash.end(), closes, opens, closes, dialogue=True)
            continue
        for start, end in _marked(match.group()):
            yield Stretch(opens + start, opens + end, opens, closes)


def _marked(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield offsets between an outermost opening mark and its closing one; marks that stay open give nothing.

    The glyph “ opens in English and closes in Russian and German; straight marks open and close in turn.
    """
    depth, start, straight = 0, 0, False
    for offset, mark in enumerate(paragraph):
        outside = depth == 0 and not straight
        if mark == '"':
            straight = not straight
        elif mark in "«„‹〝" or (mark in "“‟" and depth == 0):
            depth += 1
        elif mark in "»”›〞“" and depth:
            depth -= 1
        else:
            continue
        if outside:
            start = offset + 1
        elif depth == 0 and not straight:
            yield start, offset
