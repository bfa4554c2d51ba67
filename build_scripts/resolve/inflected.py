"""Whether a text has a term in it, in whatever case or number, by its endings alone.

Comes in: a text and a term. Goes out: yes or no. Knows no dictionary: two words are one if they have a stem of three
letters or more in common and what is left of each is an ending.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BETWEEN = re.compile(r"[\s\u00a0]+")
SHORTEST_STEM = 3

_RUSSIAN = frozenset(
    re.split(
        " ",
        " а я о е ы и у ю й ь ом ем ой ей ою ею ам ям ах ях ами ями ов ев ий ый ая яя ое ее ые ие ого его ому ему ым им"
        " ых их ыми ими ую юю ию ия ии ием ью ья",
    )
)
"""Endings of nouns and adjectives, none among them."""
_ENGLISH = frozenset(["", "s", "es", "'s", "’s", "s'", "s’"])


class Words:
    """The words of a text, cut once and asked for many terms."""

    def __init__(self, text: str) -> None:
        self._found = list(_WORD.finditer(_plain(text)))
        self._stems = {match.group()[:SHORTEST_STEM] for match in self._found}

    def has(self, term: str) -> bool:
        """Tell whether the words of a term stand here one behind the other, each with any ending."""
        wanted = _cut(term)
        if not all(word[:SHORTEST_STEM] in self._stems for word in wanted):
            return False
        rows = (self._found[start : start + len(wanted)] for start in range(len(self._found) - len(wanted) + 1))
        return any(_joined(row) and all(map(_same, (match.group() for match in row), wanted)) for row in rows)


def _joined(row: list[re.Match[str]]) -> bool:
    """Tell whether nothing but space stands between words that follow each other."""
    return all(_BETWEEN.fullmatch(one.string, one.end(), two.start()) for one, two in pairwise(row))


@cache
def _cut(term: str) -> tuple[str, ...]:
    return tuple(match.group() for match in _WORD.finditer(_plain(term)))


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")


@cache
def _same(one: str, two: str) -> bool:
    if one == two:
        return True
    shared = 0
    while shared < min(len(one), len(two)) and one[shared] == two[shared]:
        shared += 1
    for stem in range(shared, SHORTEST_STEM - 1, -1):
        endings = {one[stem:], two[stem:]}
        if endings <= _RUSSIAN or endings <= _ENGLISH:
            return True
    return False
