"""How words that were not found differ from the nearest text. It writes the hint and decides nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from ..model.folded import fold

NEAR_ENOUGH = 60.0
"""Score of rapidfuzz (0 to 100) below which two texts have nothing to do with each other."""

MOST_CHARACTERS = 5_000
"""Words and text beyond this length get no hint: the search for the nearest text is quadratic."""

_TOKEN = re.compile(r"\w+(?:[-'.]\w+)*|[^\w\s]")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Difference:
    """What separates words from the nearest text; `kind` names the sentence, `values` fill it."""

    kind: str
    values: dict[str, object] = field(default_factory=dict)


def difference(words: str, passages: Sequence[str]) -> Difference | None:
    """Return the first difference from the nearest text, or None where nothing is near."""
    wanted = fold(words).strip()[:MOST_CHARACTERS]
    best, score = "", NEAR_ENOUGH
    for passage in passages:
        text = fold(passage)
        for start in range(0, max(1, len(text)), MOST_CHARACTERS):
            piece = text[start : start + 2 * MOST_CHARACTERS]
            hit = fuzz.partial_ratio_alignment(wanted.casefold(), piece.casefold(), score_cutoff=score)
            if hit and hit.score >= score and len(piece.casefold()) == len(piece):
                low, high = hit.dest_start, hit.dest_end
                best, score = _whole_words(piece, low, high, len(wanted)), hit.score
    return _first_difference(_TOKEN.findall(best), _TOKEN.findall(wanted)) if best else None


def _whole_words(text: str, start: int, end: int, room: int) -> str:
    """Return a stretch widened by some words on both sides, so that a word at the edge can be told."""
    margin = max(40, room // 4)
    low, high = max(0, start - margin), min(len(text), end + margin)
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    return text[low:high]


def _first_difference(source: list[str], words: list[str]) -> Difference | None:
    """Compare token by token; text of the source before and after the words is no difference."""
    steps = SequenceMatcher(None, source, words, autojunk=False).get_opcodes()
    inner = [step for step in steps if not (step[0] == "delete" and (step[3] == 0 or step[4] == len(words)))]
    differing = [step for step in inner if step[0] != "equal"]
    if not differing:
        return None
    # A word differs more than a comma does: tell the word.
    tag, low, high, first, last = next((step for step in differing if _has_word(step, source, words)), differing[0])
    theirs, ours = " ".join(source[low:high][:12]), " ".join(words[first:last][:12])
    if tag == "delete":
        return Difference("dropped", {"theirs": theirs})
    if tag == "insert":
        return Difference("added", {"ours": ours})
    return Difference("replaced", {"ours": ours, "theirs": theirs})


def _has_word(step: tuple[str, int, int, int, int], source: list[str], words: list[str]) -> bool:
    _, low, high, first, last = step
    return any(_WORD.match(token) for token in (*source[low:high], *words[first:last]))
