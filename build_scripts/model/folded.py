"""A text after the published foldings, so that words can be found in it exactly and pointed at in the original.

The foldings are the whole list: NFC; white space of any kind and amount is one space; quotation marks, dashes and
apostrophes are one glyph each; ё is е; a soft hyphen is nothing; an ellipsis is three full stops.
Nothing else is forgiven, and no similarity ever decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

QUOTATION_MARKS = "«»„“”‟‹›\"〝〞＂"
APOSTROPHES = "'’‘‚‛ʼ＇`´"
DASHES = "-‐‑‒–—―−﹘﹣－"

_SINGLE = {ord(mark): '"' for mark in QUOTATION_MARKS}
_SINGLE |= {ord(mark): "'" for mark in APOSTROPHES}
_SINGLE |= {ord(mark): "-" for mark in DASHES}
_SINGLE |= {ord("ё"): "е", ord("Ё"): "Е"}
_SOFT_HYPHEN = "\u00ad"


class Folded:
    """A folded text that remembers from which character of the original each of its characters came."""

    def __init__(self, original: str) -> None:
        self.original = original

    @cached_property
    def _pairs(self) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the offset in the original."""
        folded: list[str] = []
        origin: list[int] = []
        for offset, cluster in _clusters(self.original):
            piece = unicodedata.normalize("NFC", cluster)
            if piece.isspace():
                if folded and folded[-1] == " ":
                    continue
                piece = " "
            elif piece == _SOFT_HYPHEN:
                continue
            piece = piece.translate(_SINGLE).replace("…", "...")
            # A composed letter may only now be ё: decomposed е + diaeresis folds like the ready-made one.
            folded.extend(piece)
            origin.extend([offset] * len(piece))
        return "".join(folded), origin

    @property
    def text(self) -> str:
        """The folded text."""
        return self._pairs[0]

    def find(self, words: str) -> list[tuple[int, int]]:
        """Return the stretches of the original (start, end) where the folded words stand as whole words."""
        needle = fold(words).strip()
        if not needle:
            return []
        text, origin = self._pairs
        found = []
        at = text.find(needle)
        while at >= 0:
            end = at + len(needle)
            if _whole(text, at, end):
                found.append((origin[at], self._end(end)))
            at = text.find(needle, at + 1)
        return found

    def cuts_a_word(self, words: str) -> bool:
        """Tell whether the words stand in the text only as part of a longer word."""
        needle = fold(words).strip()
        return bool(needle) and needle in self.text and not self.find(words)

    def _end(self, folded_end: int) -> int:
        """Return the original offset behind the folded character before `folded_end`, with its combining marks."""
        origin = self._pairs[1]
        last = origin[folded_end - 1]
        end = last + 1
        while end < len(self.original) and unicodedata.combining(self.original[end]):
            end += 1
        return end


def fold(text: str) -> str:
    """Return the text after the published foldings."""
    return Folded(text).text


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character with the combining marks that follow it, and its offset."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        yield from enumerate(text)
        return
    for match in re.finditer(r"(?s).[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*", text):
        yield match.start(), match.group()


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether no word is cut at either end."""
    cut_left = start > 0 and _in_word(text[start - 1]) and _in_word(text[start])
    cut_right = end < len(text) and _in_word(text[end]) and _in_word(text[end - 1])
    return not (cut_left or cut_right)


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")
