"""Exact words of a text, with the neighbours that tell them from the same words elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.folded import Folded, fold

MOST_HITS = 20
"""Places of the same words; what a text repeats more often is a line of its layout."""

_REACHES = (20, 60, 200, 800)


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together in a text, with their neighbours where the same words stand there twice."""

    words: str
    start: int
    end: int
    before: str | None = None
    after: str | None = None


class Places:
    """A text in which words are looked up as `check` looks them up: after the published foldings, whole words only."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = Folded(text)
        self._hits: dict[str, list[tuple[int, int]]] = {}

    def located(self, start: int, end: int) -> Part | None:
        """Return the words at an offset with as few neighbours as tell their place; None where none do."""
        words = re.sub(r"\s*\n\s*", " ", self._text[start:end])
        if words not in self._hits:
            self._hits[words] = self._folded.find(words)
        hits = self._hits[words]
        others = [hit for hit in hits if hit[0] != start]
        if len(hits) - len(others) != 1 or len(hits) > MOST_HITS:
            return None
        return Part(words, start, end) if not others else self._apart(Part(words, start, end), others)

    def _apart(self, part: Part, others: list[tuple[int, int]]) -> Part | None:
        for reach in _REACHES:
            before, after = self._text[max(0, part.start - reach) : part.start], self._text[part.end :][:reach]
            before = _from_word(before) if reach < part.start else _in_one_line(before)
            after = _to_word(after) if part.end + reach < len(self._text) else _in_one_line(after)
            for left, right in ((before, ""), ("", after), (before, after)):
                if not any(self._alike(other, left, right) for other in others):
                    return Part(part.words, part.start, part.end, left or None, right or None)
        return None

    def _alike(self, other: tuple[int, int], before: str, after: str) -> bool:
        """Tell whether the same neighbours stand around another place."""
        start, end = other
        left = fold(self._text[max(0, start - 2 * len(before) - 20) : start]).rstrip()
        right = fold(self._text[end : end + 2 * len(after) + 20]).lstrip()
        return left.endswith(fold(before).strip()) and right.startswith(fold(after).strip())


def _from_word(neighbours: str) -> str:
    """Return neighbours in one line, a word that is cut at their start left out."""
    return _in_one_line(neighbours.partition(" ")[2].strip() or neighbours)


def _to_word(neighbours: str) -> str:
    return _in_one_line(neighbours.rpartition(" ")[0].strip() or neighbours)


def _in_one_line(neighbours: str) -> str:
    return " ".join(neighbours.split())
