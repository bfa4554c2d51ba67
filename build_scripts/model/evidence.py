"""Where the words of a record stand in the text of its article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .speech.run import Form


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
