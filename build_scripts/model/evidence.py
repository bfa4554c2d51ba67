"""Where the words of a record stand in the text of its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from .speech.run import Form

_WORD = re.compile(r"\w|\[…\]")
"""A gap of the text is something left out as much as a word."""


class Proof(StrEnum):
    """How an excerpt was found."""

    EXACT = "exact"
    """Character by character."""
    FOLDED = "folded"
    """After the published foldings only."""
    NONE = "none"
    """Not at all: the text may not be kept here."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One excerpt, found: the source's own spelling, words that a line end divides read whole, and where it stands."""

    printed: str
    start: int
    end: int
    proof: Proof
    form: Form | None = None
    """Of a quote: how the text prints the words as speech."""
    label: str = ""
    """Who speaks, as the text has it beside the words: the label of a turn, the line under a post; else nothing."""
    follows: bool = False
    """Whether it stands directly behind the excerpt before it: two paragraphs of one speech, with no word between."""

    @property
    def link(self) -> str:
        """What is printed between the excerpt before and this one: where nothing was left out, no sign says so."""
        return " " if self.follows else " […] "


def chained(found: Sequence[Evidence], text: str) -> tuple[Evidence, ...]:
    """Return excerpts of a text that know whether each follows directly on the one before."""
    beside = [
        left.end <= right.start and not _WORD.search(text, left.end, right.start) for left, right in pairwise(found)
    ]
    return tuple(replace(each, follows=near) for each, near in zip(found, [False, *beside], strict=False))


def joined_words(found: Sequence[Evidence], printed: Sequence[str]) -> str:
    """Return printed excerpts as one line of words, with a sign where something of the text was left out."""
    links = ["", *(each.link for each in found[1:])]
    return "".join(f"{link}{words}" for link, words in zip(links, printed, strict=True))
