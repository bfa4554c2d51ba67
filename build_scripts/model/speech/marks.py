"""What stands between quotation marks in a run of paragraphs, whatever marks the language has.

The same glyph opens in one language and closes in another («…» and »…«, „…“ and “…”, ”…”): which it does is told by
what stands beside it and by which mark is open. A mark that is never closed opens nothing, an inch sign is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .asides import asides
from .run import DASH, Form, Span
from .verbs import SPEAKING

CLOSED_BY = {
    "«": "»",
    "»": "«»",
    "„": '“”‟"',
    "“": "”“",
    "”": "”“",
    "‟": "”",
    '"': '"',
    "＂": "＂",
    "״": "״",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "《": "》",
    "〈": "〉",
}
"""Which marks close what which mark opens: the pairs that CLDR lists for its languages, and the straight ones."""

MOST_PARAGRAPHS = 40
"""Paragraphs that one speech runs through; beyond them a mark is taken for one that was never closed."""

MOST_UNCLOSED = 40
"""Marks left open in one paragraph; what stands behind so many is no speech that anybody could tell."""

_ALWAYS_OPENS = "«„「『〝《〈"
_ALWAYS_CLOSES = "」』〞〟》〉"
_BESIDE_SPACE = "»›"
"""French sets a space inside its marks."""
_MARK = re.compile("[" + re.escape("".join(CLOSED_BY) + "".join(CLOSED_BY.values())) + "]")
_NAME_AT_END = re.compile(
    r"«(?P<before>[^«».!?…]+)«[A-ZА-ЯЁІЇЄ][^«».!?…]{0,80}»"
    rf"(?:(?=\s*,?\s*{DASH}\s*[а-яёіїєa-z])|(?P<ends>(?=[.!?…]?\s*(?:\n|\Z))))"
)
_SPEAKING = re.compile(SPEAKING, re.IGNORECASE)
_UNSPACED = "\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef"
"""Letters and marks of scripts that set no space beside a mark."""
_BEFORE_OPENING = re.compile(rf"(?:\A|[\s(\[{{/«„“‘‚‹「『…:—–―{_UNSPACED}-])\Z")
_LETTER_BEHIND = re.compile(rf"[^\W_{_UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between two marks: the offsets of both, and the words paragraph by paragraph."""

    opens: int
    closes: int
    pieces: tuple[Span, ...]


def marked(text: str, blocks: Sequence[Span], first: int, start: int) -> tuple[list[Marked], int, int]:
    """Return what is marked in a paragraph from `start` on, and the paragraph and offset up to which it was read.

    A speech that the paragraph leaves open is followed into the next ones, closed once or opened anew in each.
    """
    end = blocks[first][1]
    found: list[Marked] = []
    for _ in range(MOST_UNCLOSED):
        closed, left_open = _pairs(text, start, end)
        if left_open is None:
            return [*found, *closed], first, end
        found += [each for each in closed if each.opens < left_open]
        long = _through_paragraphs(text, blocks, first, left_open)
        if long is not None:
            return [*found, long[0]], long[1], long[0].closes
        coinciding = _coinciding(text, left_open, end)
        found += [coinciding] if coinciding else []
        start = coinciding.closes if coinciding else left_open + 1
    return found, first, end


def _pairs(text: str, start: int, end: int) -> tuple[list[Marked], int | None]:
    """Return the outermost stretches between marks, and where the first mark stands that stays open."""
    found: list[Marked] = []
    stack: list[int] = []
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if stack and text[at] in CLOSED_BY[text[stack[-1]]] and may_close(text, at, start, end, text[stack[-1]]):
            opens = stack.pop()
            found += [Marked(opens, at + 1, ((opens + 1, at),))] if not stack else []
        elif may_open(text, at, start, end):
            stack.append(at)
    return found, stack[0] if stack else None


def may_open(text: str, at: int, start: int, end: int) -> bool:
    """Tell whether a mark stands where one opens: behind a space or a bracket, directly before words."""
    glyph = text[at]
    if glyph in _ALWAYS_OPENS:
        return True
    is_free = bool(_BEFORE_OPENING.search(text[max(start, at - 1) : at]))
    return is_free and not text[at + 1 : min(end, at + 2)].isspace() and at + 1 < end and glyph not in _ALWAYS_CLOSES


def may_close(text: str, at: int, start: int, end: int, opening: str) -> bool:
    """Tell whether a mark stands where one closes: directly behind words, and before none."""
    glyph, before, after = text[at], text[max(start, at - 1) : at], text[at + 1 : min(end, at + 2)]
    if glyph in _ALWAYS_CLOSES or (glyph in _BESIDE_SPACE and opening in "«‹"):
        return True
    return not before.isspace() and not _LETTER_BEHIND.match(after)


def _through_paragraphs(text: str, blocks: Sequence[Span], first: int, opens: int) -> tuple[Marked, int] | None:
    """Return a speech that is closed in a later paragraph and the number of that paragraph."""
    pieces = [(opens + 1, blocks[first][1])]
    is_anew = first + 1 < len(blocks) and text[blocks[first + 1][0]] == text[opens]
    for number in range(first + 1, min(len(blocks), first + MOST_PARAGRAPHS)):
        start, end = blocks[number]
        if (text[start] == text[opens]) != is_anew:
            return None  # a mark was forgotten
        start += is_anew
        closing, is_clear = _first_closing(text, start, end, text[opens])
        if closing is not None:
            if any(_ends_with_author(text, piece) for piece in pieces):
                return None  # the mark that closes the speech was forgotten
            pieces.append((start, closing))
            return Marked(opens, closing + 1, tuple(pieces)), number
        if not is_clear:
            return None  # another mark is left open here: one of the two was never closed
        pieces.append((start, end))
    return None


def _ends_with_author(text: str, piece: Span) -> bool:
    return any(high == piece[1] and text[low] not in "[(" for low, high in asides(text, *piece, Form.MARKS))


def _first_closing(text: str, start: int, end: int, opening: str) -> tuple[int | None, bool]:
    """Return where a paragraph closes the speech that an earlier one opened, or whether nothing else stays open."""
    stack: list[str] = []
    for match in _MARK.finditer(text, start, end):
        at, top = match.start(), stack[-1] if stack else opening
        if text[at] in CLOSED_BY[top] and may_close(text, at, start, end, top):
            if not stack:
                return at, True
            stack.pop()
        elif may_open(text, at, start, end):
            stack.append(text[at])
    return None, not stack


def _coinciding(text: str, opens: int, end: int) -> Marked | None:
    """Return what one mark closes for two, as Russian sets it: «Мы читаем «Зарю», — сказал он.

    Only where a name ends the sentence that the first mark opened, and the author's words stand beside it: else that
    one may have been left open by mistake.
    """
    name = _NAME_AT_END.match(text, opens, end)
    is_announced = text[max(0, opens - 2) : opens].rstrip().endswith(":")
    if name is None or _SPEAKING.search(name["before"]) or (name["ends"] is not None and not is_announced):
        return None
    return Marked(opens, name.end(), ((opens + 1, name.end() - 1),))
