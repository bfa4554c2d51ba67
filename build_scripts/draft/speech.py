"""Candidates for direct quotations: what a text prints as somebody's words, and not as a name.

Comes in: a text. Goes out: the exact words with their places. Who speaks, and whether it is speech at all, is for a
person to judge: where the rules are in doubt they offer a candidate too many.
"""

from __future__ import annotations

import re
from itertools import islice

from .marks import Stretch, stretches
from .places import Part, Places
from .speaking import SPEAKING

MOST = 200
"""Candidates from one text; a text with more is no article."""

MOST_PARTS = 20
"""Excerpts of one record, as `model.record.Excerpts` has it."""

LONGEST = 5_000
"""Characters of one candidate; what is longer was never one speech."""

_SPEAKING = re.compile(SPEAKING, re.IGNORECASE)
# «…, — заявил министр, — …»: words of the author between two parts of one speech, or behind the last.
# «…, — мы говорим о мире, — …» stays in one piece: nobody reports himself.
_ASIDE = re.compile(
    rf"[,.!?…]\s*[—–―-]\s+(?=[^—–―]{{0,60}}?(?i:{SPEAKING}))(?!(?:я|мы|i|we)\b)[а-яёa-z][^—–―\n]{{0,200}}?(?:[,.:]\s*[—–―-]\s+|$)"
)
# A name follows such a word: газета «…», партия «…».
_CLASS = re.compile(
    r"\b(?:газет|журнал|агентств|телеканал|канал|компани|корпораци|концерн|парти|движени|фонд|организаци|программ|"
    r"проект|план|операци|инициатив|закон|документ|фильм|книг|форум|саммит|преми|издани|портал|групп|служб)\w*\s*$",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(r"\s*,\s*[—–―-]?\s*|\s*[—–―-]\s")
_SENTENCE = re.compile(r"(?<=[.!?…])[»”\"]?\s")
_ENDS = ".!?…"
_WORD = re.compile(r"[^\W_]+")


Candidate = tuple[Part, ...]
"""What may be one speech: its words in one piece, or in several where the author speaks in between."""


def candidates(text: str) -> list[Candidate]:
    """Return the candidates in the order of the text; the words of each can be found in it exactly once."""
    places = Places(text)
    likely = (each for each in stretches(text) if each.end - each.start <= LONGEST and _is_speech(text, each))
    found: list[Candidate] = []
    for stretch in islice(likely, MOST):
        parts = [places.located(start, end) for start, end in _without_asides(text, stretch)]
        whole = tuple(part for part in parts if part)
        # Words that no neighbours tell apart would only be refused by `check`.
        if whole and len(whole) == len(parts) <= MOST_PARTS:
            found.append(whole)
    return found


def _is_speech(text: str, stretch: Stretch) -> bool:
    inside = text[stretch.start : stretch.end].strip()
    words = _WORD.findall(inside)
    if not words:
        return False
    if stretch.dialogue:
        return bool(_ASIDE.search(inside)) or (len(words) > 3 and inside[0].isupper() and inside[-1] in _ENDS)
    before = _SENTENCE.split(text[max(stretch.opens, stretch.start - 120) : stretch.start - 1])[-1].rstrip()
    after = text[stretch.end + 1 : min(stretch.closes, stretch.end + 120)]
    if inside[0].isupper() and _CLASS.search(before):
        return inside[-1] in ",!?…" and _attributed(inside, words, after)
    return _attributed(inside, words, after) or _introduced(inside, words, before) or _long(words)


def _attributed(inside: str, words: list[str], after: str) -> bool:
    """«…», — заявил; «…!» — воскликнул; “…,” she said; „…“, sagte: without a dash a single word is rather a name."""
    behind = _ATTRIBUTION.match(after)
    if not _SPEAKING.search(after[:60]) or not (behind or inside[-1] == ","):
        return False
    sign = behind.group() if behind else ""
    return inside[-1] in ",!?…." or ("," in sign and (len(words) > 1 or sign.strip() != ","))


def _introduced(inside: str, words: list[str], before: str) -> bool:
    """Сказал: «…»; or two words and more behind a verb of speech, small letters first, as no name is written."""
    ended = inside[-1] in _ENDS
    if len(words) < 2:
        return False
    if before.endswith(":"):
        return ended or bool(_SPEAKING.search(before))
    return ended or (inside[0].islower() and bool(_SPEAKING.search(before)))


def _long(words: list[str]) -> bool:
    """More than three words, unless most of the longer ones are capitalised as in a name."""
    longer = [word for word in words if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in longer) <= 0.7 * len(longer)


def _without_asides(text: str, stretch: Stretch) -> list[tuple[int, int]]:
    """Return where the spoken parts of a stretch begin and end, the marks of the author's comma and dash left out."""
    inside = text[stretch.start : stretch.end]
    parts, start = [], 0
    for aside in _ASIDE.finditer(inside):
        keep = aside.start() + (inside[aside.start()] != ",")
        parts.append((start, keep))
        start = aside.end()
    parts.append((start, len(inside)))
    trimmed = [_trimmed(text, stretch.start + start, stretch.start + end) for start, end in parts]
    return [(start, end) for start, end in trimmed if _WORD.search(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space, and the comma that English sets inside the mark."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip().removesuffix(",").rstrip())
