"""Runs of printed direct speech, and the paragraphs they are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""Where something starts and ends in a text, in characters."""

DASH = "(?:--|[—–―-])"
"""A dash as texts have it; two hyphens stand for one where a keyboard has none."""

_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)


class Form(StrEnum):
    """How a text prints words as somebody's."""

    MARKS = "marks"
    """Between quotation marks."""
    DASH = "dash"
    """As a turn of dialogue behind a dash."""
    LABEL = "label"
    """Behind the name of who speaks: an interview, a transcript, a verbatim record."""
    BLOCK = "block"
    """Set off from the text as a quotation."""
    POST = "post"
    """An embedded post, with the line that says whose it is."""
    STATEMENT = "statement"
    """As part of a letter or statement that is somebody's words as a whole; no text shows this by its form alone."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that a text prints in one piece as somebody's, without marks, dashes and asides."""

    start: int
    end: int
    form: Form
    opens: int
    """Where begins what makes the words speech: the opening mark, the dash, the label."""
    closes: int
    """Where that ends: behind the closing mark or the line that says whose post it is; else where the words end."""
    label: str = ""
    """Who speaks, as the text has it: the label of a turn, the line under a post."""
    beside: Span | None = None
    """Another place of the text without which the form could not be told: the turn before, the words that announce."""


def paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the paragraphs of a stretch of text, white space around them left out."""
    for match in _PARAGRAPH.finditer(text, start, end):
        span = trimmed(text, *match.span())
        if span[0] < span[1]:
            yield span


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch without the white space around it."""
    part = text[start:end]
    kept = len(part.strip())
    left = start + len(part) - len(part.lstrip())
    return left, left + kept
