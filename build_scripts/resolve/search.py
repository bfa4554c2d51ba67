"""Words into evidence: each excerpt found in the text of its article, exactly, or the reason why not."""

from __future__ import annotations

import re

from ..model.article import Article, Rights
from ..model.evidence import Evidence, Proof
from ..model.folded import DASHES, Folded, fold
from ..model.place import Place
from ..model.problem import Problem, error, warning
from ..model.record import Evidenced, Excerpt, Quote
from .difference import difference

_OPENING = "«„“‟‹\"〝"
_CLOSING = "»”“›\"〞"


def find_words(article: Article, record: Evidenced) -> tuple[tuple[Evidence, ...], list[Problem]]:
    """Return the evidence of a record, and a problem for each excerpt that is not found once and whole."""
    if article.text is None:
        if article.rights is Rights.PRIVATE:
            unverified = tuple(Evidence(excerpt.words, 0, 0, Proof.NONE) for excerpt in record.excerpts)
            return unverified, [warning(record.place("words"), "words-unverified")]
        return (), [error(article.place(), "text-missing")] if record is article.evidenced[0] else []
    found: list[Evidence] = []
    problems: list[Problem] = []
    for index, excerpt in enumerate(record.excerpts):
        place = record.excerpt_place(index)
        result = _find(article, excerpt, place)
        if isinstance(result, Problem):
            problems.append(result)
            continue
        if isinstance(record, Quote) and not printed_as_speech(article.text, result):
            problems.append(error(place, "not-direct-speech", words=_short(excerpt.words)))
        found.append(result)
    return tuple(found), problems


def _find(article: Article, excerpt: Excerpt, place: Place) -> Evidence | Problem:
    text = article.text or ""
    hits = [
        Evidence(passage[start:end], offset + start, offset + end, _proof(passage[start:end], excerpt.words))
        for offset, passage in article.passages
        for start, end in Folded(passage).find(excerpt.words)
    ]
    near = [hit for hit in hits if _stands_between(text, hit, excerpt)]
    if len(near) == 1:
        return near[0]
    if len(near) > 1:
        return error(place, "words-twice", times=len(near), words=_short(excerpt.words))
    if hits:
        return error(place, "words-not-found", "surroundings", words=_short(excerpt.words))
    return _not_found(article, excerpt, place)


def _not_found(article: Article, excerpt: Excerpt, place: Place) -> Problem:
    text = article.text or ""
    words = _short(excerpt.words)
    if not fold(excerpt.words).strip():
        return error(place, "words-not-found", "blank")
    if Folded(text).cuts_a_word(excerpt.words):
        return error(place, "part-of-word", words=words)
    without_gaps = " ".join(passage for _, passage in article.passages)
    if Folded(without_gaps).find(excerpt.words) or _gap_in(excerpt.words):
        return error(place, "words-across-gap", words=words)
    near = difference(excerpt.words, [passage for _, passage in article.passages])
    if near is None:
        return error(place, "words-not-found", "nothing-near", words=words)
    return error(place, "words-not-found", near.kind, words=words, **near.values)


def _gap_in(words: str) -> bool:
    return bool(re.search(r"\[(?:…|\.\.\.)\]", words))


def _proof(printed: str, words: str) -> Proof:
    return Proof.EXACT if printed == words.strip() else Proof.FOLDED


def _stands_between(text: str, hit: Evidence, excerpt: Excerpt) -> bool:
    """Tell whether the text around a hit is the one the excerpt names."""
    before, after = fold(text[: hit.start]).rstrip(), fold(text[hit.end :]).lstrip()
    left = not excerpt.before or before.endswith(fold(excerpt.before).strip())
    right = not excerpt.after or after.startswith(fold(excerpt.after).strip())
    return left and right


def printed_as_speech(text: str, hit: Evidence) -> bool:
    """Tell whether the words stand inside quotation marks, or in a paragraph that a dash opens as speech."""
    start = text.rfind("\n\n", 0, hit.start) + 1
    end = text.find("\n\n", hit.end)
    before = text[start : hit.start].replace("\n", " ")
    after = text[hit.end : end if end >= 0 else len(text)]
    if re.match(rf"\s*[{re.escape(DASHES)}]\s", before + text[hit.start : hit.start + 2]):
        return True
    return _open_marks(before, text[hit.start : hit.end]) and any(mark in _CLOSING for mark in after + hit.printed[-1:])


def _open_marks(before: str, printed: str) -> bool:
    """Tell whether a quotation mark is open where the words begin; words may bring their own opening mark."""
    if printed[:1] in _OPENING:
        return True
    depth, straight = 0, 0
    for mark in before:
        if mark == '"':
            straight += 1
        elif mark in "«„‹〝" or (mark in "“‟" and depth == 0):
            depth += 1
        elif mark in "»”›〞“" and depth > 0:
            depth -= 1
    return depth > 0 or straight % 2 == 1


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 80 else line[:79].rstrip() + "…"


