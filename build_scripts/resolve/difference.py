"""How words that were not found differ from the nearest text. It writes the hint and decides nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from ..model.folded import Folded
from ..model.line_ends import joints, settle, whole

NEAR_ENOUGH = 70.0
"""Score of rapidfuzz (0 to 100) below which two texts have nothing to do with each other."""

WORTH_A_LOOK = 55.0
"""Score below which a place is not even compared: an anchor with one long word changed scores 60."""

ANCHOR = 60
"""Characters by which the nearest text is searched: rapidfuzz is quick up to the 64 bits of a machine word."""

SHOWN = 80
"""Characters of a text that a message repeats."""

FAR_APART = 8
"""Words of the source left out, from which on somebody may have joined two places."""

UNLIKE = 40.0
"""Score below which a word at the edge is no misspelling of its neighbour in the text."""

_TOKEN = re.compile(r"\w+(?:[-'.]\w+)*|[^\w\s]")
_WORD = re.compile(r"\w+")

Step = tuple[str, int, int, int, int]
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What separates words from the nearest text; `kind` names the sentence, `values` fill it."""

    kind: str
    values: dict[str, object] = field(default_factory=dict)


def difference(words: str, passages: Sequence[Folded]) -> Difference | None:
    """Return the first difference from the nearest text, or None where nothing is near."""
    words = whole(words)
    for passage in passages:
        words = settle(words, joints(passage.original))
    slip = _slip(words, passages)
    if slip and slip.kind == "dropped" and len(_WORD.findall(str(slip.values["theirs"]))) < FAR_APART:
        return slip
    return _joined(words, passages) or slip


def _joined(words: str, passages: Sequence[Folded]) -> Difference | None:
    """Return the two places that the words join, if two parts of them stand in the text as they are."""
    wanted = Folded(" ".join(words.split()))
    ends = [end for _, end in _tokens(wanted, 0, len(wanted.text))]
    low, high = 0, len(ends)
    while low < high:  # the longest beginning leaves the shortest rest, which is found if any rest is
        middle = (low + high + 1) // 2
        if any(wanted.text[: ends[middle - 1]] in passage.text for passage in passages):
            low = middle
        else:
            high = middle - 1
    cut = ends[low - 1] if low else 0
    rest = wanted.text[cut:].strip()
    if min(len(_WORD.findall(wanted.text[:cut])), len(_WORD.findall(rest))) < 2:
        return None
    if not any(rest in passage.text for passage in passages):
        return None
    parts = {"first": wanted.printed(0, cut), "second": wanted.printed(wanted.text.rindex(rest), len(wanted.text))}
    return Difference("joined", {name: shortened(part.strip()) for name, part in parts.items()})


def _slip(words: str, passages: Sequence[Folded]) -> Difference | None:
    wanted = Folded(" ".join(words.split()))
    nearest = _nearest(wanted.text, passages)
    if nearest is None:
        return None
    passage, start, end = nearest
    return _first_difference(passage, _tokens(passage, start, end), wanted, _tokens(wanted, 0, len(wanted.text)))


def shortened(words: str, start: int = 0, end: int = 0) -> str:
    """Return words as a message repeats them: in one line, of long ones the part around a stretch."""
    if len(words) <= SHOWN:
        return words
    low = max(0, min(start - SHOWN // 4, len(words) - SHOWN))
    high = min(len(words), max(low + SHOWN, end))
    return ("…" if low else "") + words[low:high][: 2 * SHOWN].strip() + ("…" if high < len(words) else "")


def _nearest(wanted: str, passages: Sequence[Folded]) -> tuple[Folded, int, int] | None:
    """Return the stretch of a passage that is most like the words, widened so that a word at the edge can be told."""
    best, score = None, WORTH_A_LOOK
    for start in sorted({0, max(0, len(wanted) // 2 - ANCHOR // 2), max(0, len(wanted) - ANCHOR)}):
        anchor = _lower(wanted[start : start + ANCHOR])
        for passage in passages:
            hit = fuzz.partial_ratio_alignment(anchor, _lower(passage.text), score_cutoff=score)
            if hit and (hit.score > score or best is None):
                best, score = (passage, hit.dest_start - start, hit.dest_start - start + len(wanted)), hit.score
    if best is None:
        return None
    passage, low, high = best
    margin = max(40, len(wanted) // 4)
    return passage, *_to_whole_words(passage.text, max(0, low - margin), min(len(passage.text), high + margin))


def _lower(text: str) -> str:
    """Return a text without capitals and of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _to_whole_words(text: str, low: int, high: int) -> tuple[int, int]:
    start = text.rfind(" ", 0, low + 1) + 1
    end = text.find(" ", high)
    return start, end if end >= 0 else len(text)


def _tokens(folded: Folded, start: int, end: int) -> Spans:
    """Return where words and marks stand in a stretch of a folded text."""
    return [match.span() for match in _TOKEN.finditer(folded.text, start, end)]


def _first_difference(source: Folded, theirs: Spans, words: Folded, ours: Spans) -> Difference | None:
    """Compare token by token; text of the source before and after the words is no difference."""
    source_tokens = [source.text[low:high] for low, high in theirs]
    our_tokens = [words.text[low:high] for low, high in ours]
    steps = _steps(source_tokens, our_tokens)
    if not steps or not _alike(source_tokens, our_tokens, steps):
        return None
    differing = [step for step in steps if step[0] != "equal"]
    if not differing:
        # The same words and marks: what is left are spaces, and full stops that the text prints as one ellipsis.
        stretch = theirs[steps[0][1] : steps[-1][2]]
        return Difference("spacing", {"words": shortened(words.original), "theirs": shortened(_slice(source, stretch))})
    # A word differs more than a comma does: tell the word.
    step = next((step for step in differing if _has_word(step, source_tokens, our_tokens)), differing[0])
    return _told(step, source, theirs, words, ours)


def _steps(source: list[str], words: list[str]) -> list[Step]:
    """Return the steps from the source to the words, without the source's text before and after them."""
    steps: list[Step] = []
    for tag, low, high, first, last in _merged(source, words):
        at_start, at_end, room = first == 0, last == len(words), last - first
        if tag == "delete" and (at_start or at_end):
            continue
        if tag == "replace" and at_start and at_end:
            low = _most_alike(source, words)
            high = min(high, low + room)
        elif tag == "replace" and at_start:
            low = high - _fitting(source[low:high][::-1], words[first:last][::-1])
        elif tag == "replace" and at_end:
            high = low + _fitting(source[low:high], words[first:last])
        tag = "insert" if low == high and tag == "replace" else tag
        steps.append((tag, low, high, first, last))
    return steps


def _merged(source: list[str], words: list[str]) -> list[Step]:
    """Return the fewest steps from the source to the words; what is left out and put in at one place is replaced."""
    merged: list[Step] = []
    for step in Indel.opcodes(source, words):
        if merged and step.tag != "equal" and merged[-1][0] != "equal":
            _, low, _, first, _ = merged.pop()
            kinds = (step.src_end > low, step.dest_end > first)
            tag = {(True, True): "replace", (True, False): "delete", (False, True): "insert"}[kinds]
            merged.append((tag, low, step.src_end, first, step.dest_end))
        else:
            merged.append((step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end))
    return merged


def _fitting(source: list[str], words: list[str]) -> int:
    """Return how many tokens of the source, from its first on, are most like the words; none if nothing is."""
    wanted, most = "".join(words), min(len(source), len(words) + 2)
    scores = [fuzz.ratio("".join(source[:width]), wanted) for width in range(1, most + 1)]
    return scores.index(max(scores)) + 1 if max(scores) >= UNLIKE else 0


def _most_alike(source: list[str], words: list[str]) -> int:
    """Return from which token on the source is most like the words."""
    wanted, room = " ".join(words), len(words)
    return max(
        range(max(1, len(source) - room + 1)), key=lambda at: fuzz.ratio(" ".join(source[at : at + room]), wanted)
    )


def _told(step: Step, source: Folded, theirs: Spans, words: Folded, ours: Spans) -> Difference:
    tag, low, high, first, last = step
    printed, written = _slice(source, theirs[low:high]), _slice(words, ours[first:last])
    at = ours[min(first, len(ours) - 1)]
    values: dict[str, object] = {
        "words": shortened(words.original, *at),
        "theirs": shortened(printed),
        "ours": shortened(written),
    }
    if tag == "delete":
        return Difference("dropped", values)
    return Difference("added" if tag == "insert" else "replaced", values)


def _slice(folded: Folded, spans: Spans) -> str:
    """Return the original of some tokens that follow each other, in one line."""
    return " ".join(folded.printed(spans[0][0], spans[-1][1]).split()) if spans else ""


def _alike(source: list[str], words: list[str], steps: list[Step]) -> bool:
    """Tell whether the stretches are near enough to call one a slip of the other."""
    kept = " ".join(" ".join(source[low:high]) for tag, low, high, _, _ in steps if tag != "delete")
    return fuzz.ratio(_lower(kept), _lower(" ".join(words))) >= NEAR_ENOUGH


def _has_word(step: Step, source: list[str], words: list[str]) -> bool:
    _, low, high, first, last = step
    return any(_WORD.match(token) for token in (*source[low:high], *words[first:last]))
