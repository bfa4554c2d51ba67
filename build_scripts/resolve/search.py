"""Words into evidence: each excerpt found in the text of its article, exactly, or the reason why not."""

from __future__ import annotations

import re
from functools import cached_property

from ..model.article import Article, Rights
from ..model.evidence import Evidence, Proof, chained
from ..model.folded import MOST_PLACES, Folded, fold
from ..model.line_ends import whole
from ..model.place import Place
from ..model.problem import Problem, error, warning
from ..model.record import Evidenced, Excerpt, Quote
from ..model.speech.reading import Reading, read_speech
from .difference import difference, shortened
from .speech import as_speech, of_one_speaker

MOST_HINTS = 10
"""Excerpts of one article that are compared with the nearest text; an article with more faults is broken as a whole."""

MOST_COMPARED = 200_000
"""Characters of a text up to which excerpts are compared: longer ones would keep everybody waiting."""

MOST_SEARCHED = 50_000_000
"""Characters of a text times excerpts to be found in it: 500 in the longest of reports, and some seconds at worst."""

_STRUCK = re.compile(r"~~(?:(?!~~|\n\n).)+~~", re.DOTALL)
"""Words that a source struck out, as `import` writes them."""


class Searched:
    """The text of an article, ready to be searched for many excerpts."""

    def __init__(self, article: Article) -> None:
        self.text = article.text or ""
        self.passages = [(offset, Folded(passage)) for offset, passage in article.passages]
        self.whole = Folded(" ".join(passage.original for _, passage in self.passages))
        """The passages as if there were no gaps, to find words that run across one."""
        self.language = article.language
        self.hints = MOST_HINTS if len(self.text) <= MOST_COMPARED else 0
        excerpts = sum(len(record.words) for record in article.evidenced)
        self.too_much = len(self.text) * excerpts > MOST_SEARCHED

    @cached_property
    def speech(self) -> Reading:
        """What of the text is printed as speech."""
        spans = [(offset, offset + len(passage.original)) for offset, passage in self.passages]
        return read_speech(self.text, self.language, spans)

    def is_struck(self, found: Evidence) -> bool:
        """Tell whether words stand only where the source struck them out."""
        return any(low <= found.start and found.end <= high for low, high in self._struck)

    @cached_property
    def _struck(self) -> list[tuple[int, int]]:
        return [match.span() for match in _STRUCK.finditer(self.text)]


def find_words(article: Article, searched: Searched, record: Evidenced) -> tuple[tuple[Evidence, ...], list[Problem]]:
    """Return the evidence of a record, and a problem for each excerpt that is not found once and whole."""
    if searched.too_much:
        return (), []
    if article.text is None:
        if article.rights is Rights.PRIVATE:
            unverified = tuple(Evidence(excerpt.words, 0, 0, Proof.NONE) for excerpt in record.excerpts)
            return unverified, [warning(record.place("words"), "words-unverified")]
        return (), [error(article.place(), "text-missing")] if record is article.evidenced[0] else []
    found: list[Evidence] = []
    problems: list[Problem] = []
    for index, excerpt in enumerate(record.excerpts):
        place = record.excerpt_place(index)
        result = _find(searched, excerpt, place)
        if isinstance(result, Problem):
            problems.append(result)
            continue
        if searched.is_struck(result):
            problems.append(error(place, "words-struck", words=_short(excerpt.words)))
        if isinstance(record, Quote):
            result, faults = as_speech(searched.speech, record, result, place)
            problems += faults
        found.append(result)
    if isinstance(record, Quote):
        problems += of_one_speaker(record, found)
    return chained(found, searched.text), problems


def _find(searched: Searched, excerpt: Excerpt, place: Place) -> Evidence | Problem:
    hits = _hits(searched, excerpt.words, excerpt.before or "", excerpt.after or "")
    if len(hits) == 1:
        return hits[0]
    words = _short(excerpt.words)
    if len(hits) > 1:
        times = f"{len(hits)}+" if len(hits) >= MOST_PLACES else len(hits)
        variant = "still" if excerpt.before or excerpt.after else ""
        return error(place, "words-twice", variant, times=times, words=words)
    if (excerpt.before or excerpt.after) and _hits(searched, excerpt.words):
        return error(place, "words-not-found", "surroundings", words=words)
    return _not_found(searched, excerpt, place)


def _hits(searched: Searched, words: str, before: str = "", after: str = "") -> list[Evidence]:
    """Return every place of the words in the text between these neighbours."""
    return [
        Evidence(whole(standing), offset + start, offset + end, _proof(standing, words))
        for offset, passage in searched.passages
        for start, end in passage.find(words, before, after)
        for standing in (passage.original[start:end],)
    ]


def _not_found(searched: Searched, excerpt: Excerpt, place: Place) -> Problem:
    words = _short(excerpt.words)
    if not fold(excerpt.words).strip():
        return error(place, "words-not-found", "blank")
    for _, passage in searched.passages:
        cut = passage.cut_words(excerpt.words)
        if cut:
            return error(place, "part-of-word", words=words, theirs=whole(cut)[:80])
    if searched.whole.find(excerpt.words, most=1) or _gap_in(excerpt.words):
        return error(place, "words-across-gap", words=words)
    if searched.hints < 1:
        return error(place, "words-not-found", "not-compared", words=words)
    searched.hints -= 1
    near = difference(excerpt.words, [passage for _, passage in searched.passages])
    if near is None:
        return error(place, "words-not-found", "nothing-near", words=words)
    return error(place, "words-not-found", near.kind, **near.values)


def _gap_in(words: str) -> bool:
    return bool(re.search(r"\[(?:…|\.\.\.)\]", words))


def _proof(standing: str, words: str) -> Proof:
    return Proof.EXACT if standing == words.strip() else Proof.FOLDED


def _short(words: str) -> str:
    return shortened(" ".join(words.split()))
