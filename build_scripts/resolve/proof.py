"""The text of an article held against its full capture: every passage there, in order, every gap a real one."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..model.article import Article
from ..model.capture import Capture
from ..model.date import PartialDate
from ..model.place import Place
from ..model.problem import Problem, error
from ..model.receipt import ProvenPassage, Receipt, passage_hash

_STARTS_WITH_GAP = re.compile(r"\s*\[(?:…|\.\.\.)\]")
_ENDS_WITH_GAP = re.compile(r"\[(?:…|\.\.\.)\]\s*\Z")


class _Words:
    """The words of a capture with single spaces, and where each character stood."""

    def __init__(self, text: str) -> None:
        self.origin: list[int] = []
        parts: list[str] = []
        for match in re.finditer(r"\S+", text):
            if parts:
                parts.append(" ")
                self.origin.append(match.start() - 1)
            parts.append(match.group())
            self.origin.extend(range(match.start(), match.end()))
        self.text = "".join(parts)

    def index(self, offset: int) -> int:
        """Return the place in the folded text of an offset in the original."""
        return bisect_left(self.origin, offset)


def prove(article: Article, capture: Capture, today: PartialDate) -> Receipt | list[Problem]:
    """Return the receipt of an article whose text is that of the capture with gaps, or everything that differs.

    White space is folded on both sides; nothing else is forgiven.
    """
    if capture.characters != article.capture.characters:
        place = article.place("capture", "characters")
        written, counted = article.capture.characters, capture.characters
        return [error(place, "capture-length", written=written, counted=counted)]
    words = _Words(capture.text)
    place = article.place("text")
    passages: list[ProvenPassage] = []
    problems: list[Problem] = []
    at = 0
    for number, (_, passage) in enumerate(article.passages, start=1):
        wanted = " ".join(passage.split())
        found = words.text.find(wanted, at)
        if found < 0:
            variant = "order" if wanted in words.text else ""
            problems.append(error(place, "passage-not-in-capture", variant, number=number, words=_short(wanted)))
            continue
        if passages and not words.text[at:found].strip():
            problems.append(error(place, "gap-untrue", "empty", number=number, words=_short(wanted)))
        at = found + len(wanted)
        start, end = words.origin[found], words.origin[at - 1] + 1
        passages.append(ProvenPassage(sha256=passage_hash(passage), start=start, end=end))
    if problems:
        return problems
    problems = list(_edges(article, words, passages, place))
    if problems:
        return problems
    return Receipt(
        article=article.id,
        capture=article.capture.sha256,
        date=today,
        characters=len(capture.text),
        passages=tuple(passages),
    )


def _edges(article: Article, words: _Words, passages: list[ProvenPassage], place: Place) -> list[Problem]:
    """Tell gaps at the start and at the end that are not marked, or marked where nothing was left out."""
    if not passages or article.text is None:
        return []
    left_out_before = bool(words.text[: words.index(passages[0].start)].strip())
    left_out_after = bool(words.text[words.index(passages[-1].end - 1) + 1 :].strip())
    marked_before = bool(_STARTS_WITH_GAP.match(article.text))
    marked_after = bool(_ENDS_WITH_GAP.search(article.text))
    problems = []
    for side, left_out, marked in (("start", left_out_before, marked_before), ("end", left_out_after, marked_after)):
        if left_out != marked:
            problems.append(error(place, "gap-untrue", f"{side}-{'missing' if left_out else 'empty'}"))
    return problems


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
