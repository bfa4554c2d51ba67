"""A full text cut down to the sentences that its records stand on, gaps marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from ..model.article import GAP, Article
from ..model.evidence import Evidence

Span = tuple[int, int]

# A sentence ends at . ! ? or … with the marks that close behind it, before a space and a capital or an opening mark.
_END = re.compile(r"[.!?…]+[»”\"’)]*(?=\s+[«„“\"(—–A-ZА-ЯЁ0-9]|\s*$)")
_INITIAL = re.compile(r"(?:^|[\s.(«\"])(?:[A-ZА-ЯЁ]|Дж)$")
"""What a full stop may follow without ending a sentence: the first letter of a name."""


def excerpted(article: Article, found: Iterable[Evidence]) -> str:
    """Return the text with only the sentences that hold evidence; paragraphs and gaps that were there stay apart.

    Neighbouring sentences stay together; whatever is left out between, before and behind is one `[…]`.
    """
    text = article.text or ""
    wanted = [(each.start, each.end) for each in found]
    blocks: list[str] = []
    left_out = False
    at = 0
    for offset, passage in article.passages:
        left_out = left_out or bool(text[at:offset].strip())
        for start, end in _paragraphs(offset, passage):
            for kept in _kept(text, start, end, wanted):
                left_out = left_out or bool(text[start : kept[0]].strip())
                blocks += [GAP] if left_out else []
                blocks.append(text[kept[0] : kept[1]].strip())
                left_out, start = False, kept[1]
            left_out = left_out or bool(text[start:end].strip())
        at = offset + len(passage)
    blocks += [GAP] if left_out or text[at:].strip() else []
    return "\n\n".join(blocks) + "\n"


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of a paragraph as offsets."""
    paragraph = text[start:end]
    ends = [
        match.end()
        for match in _END.finditer(paragraph)
        if not _INITIAL.search(paragraph[max(0, match.start() - 4) : match.start()])
    ]
    borders = [start, *(start + each for each in ends if start + each < end), end]
    return [(low, high) for low, high in pairwise(borders) if text[low:high].strip()]


def _paragraphs(offset: int, passage: str) -> list[Span]:
    return [
        (offset + match.start(), offset + match.end()) for match in re.finditer(r"(?:(?!\n\s*\n).)+", passage, re.S)
    ]


def _kept(text: str, start: int, end: int, wanted: list[Span]) -> list[Span]:
    """Return the runs of sentences of a paragraph that hold wanted words."""
    runs: list[Span] = []
    for low, high in sentences(text, start, end):
        if any(first < high and last > low for first, last in wanted):
            if runs and runs[-1][1] == low:
                runs[-1] = (runs[-1][0], high)
            else:
                runs.append((low, high))
    return runs
