"""What stands between single marks, as British papers set speech. The same glyphs are apostrophes and minute signs.

So a pair counts only beside a sign of speech: a comma or full stop before the closing mark, or a verb of speaking
around it. In doubt there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .marks import MOST_PARAGRAPHS, MOST_UNCLOSED, Marked
from .run import Span
from .verbs import SPEAKING

LONGEST = 20_000
"""Characters of a paragraph that is read for single marks."""

_CLOSED_BY = {"‘": "’", "‚": "‘’", "’": "’", "'": "'"}
_OPENING = re.compile(r"(?:(?<=[\s(\[—–―-])|\A)[‘‚’'](?=[\w“\"«„…])")
_NOT_OPENING = re.compile(r".(?:\d0s\b|(?:tis|twas|em|cause|til)\b)", re.IGNORECASE)
_SPEAKING = re.compile(SPEAKING, re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=s)[’'](?=\s+[a-z])")
_NEAR = 120
"""Characters around a pair in which a verb of speaking makes it speech."""


def marked_single(text: str, blocks: Sequence[Span], number: int, taken: Sequence[Span]) -> list[Marked]:
    """Return what stands between single marks in a paragraph; `taken` stretches stand in other marks and are opaque."""
    start, end = blocks[number]
    if end - start > LONGEST:
        return []
    veiled = _veiled(text[start:end], [(low - start, high - start) for low, high in taken])
    found: list[Marked] = []
    at = 0
    for _ in range(MOST_UNCLOSED):
        opening = _OPENING.search(veiled, at)
        if opening is None:
            break
        opens = opening.end() - 1
        closes = None if _NOT_OPENING.match(veiled, opens) else _closing(veiled, opens)
        if closes is not None:
            found.append(Marked(start + opens, start + closes + 1, ((start + opens + 1, start + closes),)))
        at = closes + 1 if closes is not None else opens + 1
    return found


def opened_anew(text: str, blocks: Sequence[Span], number: int) -> Marked | None:
    """Return a speech whose every paragraph opens with ‘ and whose last one alone closes it."""
    pieces: list[Span] = []
    for start, end in blocks[number : number + MOST_PARAGRAPHS]:
        if text[start] != "‘":
            return None
        closes = _closing(text[start:end], 0) if end - start <= LONGEST else None
        if closes is not None:
            pieces.append((start + 1, start + closes))
            return Marked(blocks[number][0], start + closes + 1, tuple(pieces)) if len(pieces) > 1 else None
        pieces.append((start + 1, end))
    return None


def _closing(paragraph: str, opens: int) -> int | None:
    """Return where the speech ends that a single mark opens, if it is one."""
    marks = re.compile(f"(?<=\\S)[{_CLOSED_BY[paragraph[opens]]}](?!\\w)")
    following = _OPENING.search(paragraph, opens + 1)
    closing = [
        match.start()
        for match in marks.finditer(paragraph, opens + 1, following.start() if following else len(paragraph))
    ]
    behind_stop = next((at for at in closing if paragraph[at - 1] in ",.!?…"), None)
    first = next(iter(closing), None)
    if first is None:
        return None
    if behind_stop is not None and all(_POSSESSIVE.match(paragraph, at) for at in closing if at < behind_stop):
        return behind_stop
    around = f"{paragraph[max(0, opens - _NEAR) : opens]} | {paragraph[first + 1 : first + 1 + _NEAR]}"
    if paragraph[opens] == "‚":
        return first  # no apostrophe looks like this
    return first if not _POSSESSIVE.match(paragraph, first) and _SPEAKING.search(around) else None


def _veiled(paragraph: str, taken: Sequence[Span]) -> str:
    """Return a paragraph in which what stands in other marks has no marks of its own."""
    for low, high in taken:
        paragraph = (
            paragraph[:low] + '"' + re.sub(r"['‘’‚]", "x", paragraph[low + 1 : high - 1]) + '"' + paragraph[high:]
        )
    return paragraph
