"""The kept text of an article with the words that records stand on marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from markupsafe import Markup

from ..model.article import Article
from ..model.evidence import Evidence
from ..model.line_ends import whole
from .escape import escape

Used = Iterable[tuple[str, tuple[Evidence, ...]]]
"""Record ids with their evidence."""


GAP_SHOWN = '<span class="gap">&#91;…&#93;</span>'
"""How left-out text is shown between passages, before the first and after the last."""

_ITEMS = re.compile(r"\n(?=[ \t]*(?:[>•][ \t]|\d{1,3}[.)][ \t]))")
_ROWS = re.compile(r"\n")
"""Where a line break says something: before a line of a quotation or an item of a list, and between rows of a table."""


def marked_text(article: Article, used: Used) -> Markup:
    """Return the text paragraph by paragraph, an anchor `words-<record>` where a record's words begin."""
    spans = [(found.start, found.end, name) for name, evidence in used for found in evidence]
    text = article.text or ""
    blocks: list[str] = []
    at = 0
    for offset, passage in article.passages:
        blocks += [GAP_SHOWN] if text[at:offset].strip() else []
        blocks += [_paragraph(text, start, end, spans) for start, end in _paragraphs(offset, passage)]
        at = offset + len(passage)
    blocks += [GAP_SHOWN] if text[at:].strip() else []
    return Markup("\n\n".join(blocks))


def _paragraphs(offset: int, passage: str) -> list[tuple[int, int]]:
    """Return the paragraphs of a passage as offsets into the text."""
    found, at = [], 0
    for piece in passage.split("\n\n"):
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            found.append((offset + at + lead, offset + at + len(piece.rstrip())))
        at += len(piece) + 2
    return found


def _paragraph(text: str, start: int, end: int, spans: list[tuple[int, int, str]]) -> str:
    """Cut a paragraph at every border of a mark, so that overlapping words need no nested marks."""
    inside = [span for span in spans if span[0] < end and span[1] > start]
    borders = sorted({start, end, *(max(start, span[0]) for span in inside), *(min(end, span[1]) for span in inside)})
    breaks = _ROWS if " | " in text[start:end] else _ITEMS
    parts: list[str] = []
    for low, high in pairwise(borders):
        names = sorted({name for first, last, name in inside if first <= low and last >= high})
        anchors = sorted({name for first, _, name in inside if first == low})
        parts += [f'<span id="words-{name}"></span>' for name in anchors if _first_of(name, low, spans)]
        body = "<br>".join(_line(line) for line in breaks.split(text[low:high]))
        parts.append(f'<mark data-records="{" ".join(names)}">{body}</mark>' if names else body)
    return "".join(parts)


def _line(piece: str) -> str:
    return f"{' ' if piece[:1].isspace() else ''}{escape(whole(piece))}{' ' if piece[-1:].isspace() else ''}"


def _first_of(name: str, low: int, spans: list[tuple[int, int, str]]) -> bool:
    """Tell whether a record's words begin here for the first time: an id stands on a page once."""
    return low == min(start for start, _, each in spans if each == name)
