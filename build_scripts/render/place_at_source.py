"""The address of the very words in their source: the article's address with a text fragment.

Comes in: an article with an address, and the evidence of a record. Goes out: `#:~:text=[prefix-,]start[,end][,-suffix]`
(WICG, URL Fragment Text Directives), one directive an excerpt. Nothing is made for words that were not verified. What
the page says beyond the passages kept here is unknown: words that stand there once more may be found first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import quote

from ..model.article import Article
from ..model.evidence import Evidence, Proof
from ..model.line_ends import whole

LONGEST = 100
"""Characters that are asked for as they stand; of longer words the first and the last few are."""

EDGE = 5
"""How many words that is."""

MOST_AROUND = 8
"""Words before and behind that may be needed to tell one place from another."""

WINDOW = 400
"""Characters in which these are looked for."""

_BREAK = re.compile(r"\n[ \t]*\n|^[ \t]*\[(?:…|\.\.\.)\][ \t]*$", re.MULTILINE)
"""What ends a paragraph: an empty line, or the mark of a gap."""

MOST_LOOKED_AT = 50
"""Places that are looked at before words count as standing there too often."""


def place_at_source(article: Article, evidence: Iterable[Evidence]) -> str:
    """Return the address that leads a browser to the words; an empty string where there is none."""
    found = list(evidence)
    if not article.url or not found or any(each.proof is Proof.NONE for each in found):
        return ""
    asked = "&".join(f"text={_directive(article.text or '', each)}" for each in found)
    return f"{article.url}{'' if '#' in article.url else '#'}:~:{asked}"


def _directive(text: str, found: Evidence) -> str:
    """Return the shortest directive by which a browser finds one place in the text; failing that, the longest."""
    tries = list(_tries(text, found))
    chosen = next((each for each in tries if len(_found_by(each, _flat(text))) == 1), tries[-1])
    prefix, start, end, suffix = map(_encoded, chosen)
    return (f"{prefix}-," if prefix else "") + start + (f",{end}" if end else "") + (f",-{suffix}" if suffix else "")


Try = tuple[str, str, str, str]
"""Prefix, start, end, suffix; each may be empty but the start."""


def _tries(text: str, found: Evidence) -> Iterator[Try]:
    """Yield ways to ask for the words: alone, then with more and more of what stands around them in their paragraph."""
    before, behind = _around(text, found)
    start, end = _edges(found.printed)
    yield "", start, end, ""
    for count in range(1, min(MOST_AROUND, max(len(before), len(behind))) + 1):
        prefix, suffix = " ".join(before[max(0, len(before) - count) :]), " ".join(behind[:count])
        if any(map(str.isalnum, prefix + suffix)):  # marks alone tell no place from another on a page set otherwise
            yield prefix, start, end, suffix


def _around(text: str, found: Evidence) -> tuple[list[str], list[str]]:
    """Return the words of the same paragraph before and behind, never across a gap."""
    before = _BREAK.split(text[max(0, found.start - WINDOW) : found.start])[-1]
    behind = _BREAK.split(text[found.end : found.end + WINDOW])[0]
    # The window may cut the word at its outer edge.
    first, last = 1 if len(before) == WINDOW else 0, -1 if len(behind) == WINDOW else None
    return whole(before).split()[first:], whole(behind).split()[:last]


def _edges(printed: str) -> tuple[str, str]:
    """Return the words as they stand; of many, and of more than one paragraph, the first and the last few."""
    paragraphs = printed.split("\n\n")
    first, last = paragraphs[0].split(), paragraphs[-1].split()
    is_one = len(paragraphs) == 1
    if is_one and (len(" ".join(first)) <= LONGEST or len(first) < 2 * EDGE):
        return " ".join(first), ""
    return " ".join(first[:EDGE]), " ".join(last[-EDGE:])


def _found_by(asked: Try, text: str) -> list[tuple[int, int]]:
    """Return where what is asked for stands, as a browser searches: whole words, in any case, first places first.

    Two places are as good as many, and after MOST_LOOKED_AT nobody looks further, whatever a text is made of.
    """
    prefix, start, end, suffix = (_lower(part) for part in asked)
    found: list[tuple[int, int]] = []
    for at in islice(_places(start, text, 0), MOST_LOOKED_AT):
        stop = at + len(start)
        ends = islice(_places(end, text, stop), MOST_LOOKED_AT) if end else iter([stop])
        close = next((place + len(end) for place in ends if _stands_before(suffix, text, place + len(end))), None)
        if close is not None and _stands_behind(prefix, text, at):
            found.append((at, close))
        if len(found) > 1:
            break
    return found


def _places(words: str, text: str, start: int) -> Iterator[int]:
    at = text.find(words, start)
    while at >= 0:
        stop = at + len(words)
        if not (_joins(text[at - 1 : at], words[:1]) or _joins(words[-1:], text[stop : stop + 1])):
            yield at
        at = text.find(words, at + 1)


def _stands_behind(prefix: str, text: str, at: int) -> bool:
    return text.endswith(prefix, 0, at - (text[at - 1 : at] == " "))


def _stands_before(suffix: str, text: str, at: int) -> bool:
    return text.startswith(suffix, at + (text[at : at + 1] == " "))


def _joins(one: str, other: str) -> bool:
    """Tell whether two characters side by side belong to one word."""
    return one.isalnum() and other.isalnum()


@lru_cache(maxsize=8)
def _flat(text: str) -> str:
    """Return text as a page shows it and a browser compares it: single spaces, small letters, as many as there were."""
    return _lower(re.sub(r"\s+", " ", whole(text)))


def _lower(text: str) -> str:
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


def _encoded(text: str) -> str:
    # A hyphen would end a prefix or begin a suffix; commas and ampersands are encoded as all marks are.
    return quote(text, safe="").replace("-", "%2D")
