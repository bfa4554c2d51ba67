"""Registered names that a text mentions, in any grammatical case.

Comes in: a text, and the names of each registered id. Goes out: which id is named where.
A Russian word is compared by its dictionary forms, any other by its letters. Nothing that is not registered is
guessed, and a name that two ids share counts for both.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from .declension import declined, surname_of

# A word with the accents and soft hyphens inside it.
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u00ad]*)+")
_BETWEEN = re.compile(r"[\s«»\"“”„'’‐‑–-]{1,4}|\.")
_AFTER_INITIAL = re.compile(r"\.\s{0,2}")
_CYRILLIC = re.compile("[а-яА-Я]")
_ACCENTS = re.compile("[\u00ad\u0300-\u036f]")

LONGEST_WORD = 40
"""Letters; a longer word is no part of a name and costs the dictionary time."""

MOST_LOOKED_UP = 10_000
"""Words that the dictionary is asked for, some four seconds' worth; no article with its registry comes near."""

NEAR = 600
"""Characters between a quotation and a name that may hint at its speaker: some three sentences."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of a text that names somebody."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text or a name, folded: case and accents gone, ё as е."""

    plain: str
    capital: bool
    start: int
    end: int


_Names = dict[str, list[tuple[list[_Word], str]]]


def mentions(text: str, registry: Mapping[str, Iterable[str]]) -> list[Mention]:
    """Return every mention in the order of the text; where names overlap, the one of most words counts."""
    _lemmas.cache_clear()
    names = _by_first_letter(registry)
    words = list(_words(text))
    found: list[Mention] = []
    at = 0
    while at < len(words):
        length, ids = _longest(text, words, at, names)
        found += [Mention(each, words[at].start, words[at + length - 1].end) for each in ids]
        at += max(1, length)
    return found


def counted(found: Iterable[Mention]) -> dict[str, int]:
    """Return how often each id is mentioned, in the order of first mention."""
    return dict(Counter(mention.id for mention in found))


def _longest(text: str, words: list[_Word], at: int, names: _Names) -> tuple[int, list[str]]:
    """Return how many words the longest name that starts at a word has, and whose name it is."""
    best, ids = 0, list[str]()
    for name, whose in names.get(words[at].plain[0], ()):
        if len(name) < max(1, best) or not _stands_at(text, words, at, name):
            continue
        ids = list(dict.fromkeys([*ids, whose])) if len(name) == best else [whose]
        best = len(name)
    return best, ids


def _stands_at(text: str, words: list[_Word], at: int, name: list[_Word]) -> bool:
    here = words[at : at + len(name)]
    if len(here) < len(name) or not all(map(_same, here, name)):
        return False
    pairs = itertools.pairwise(here)
    return all(_joined(text[left.end : right.start], left) for left, right in pairs)


def _joined(between: str, left: _Word) -> bool:
    """Tell whether two words may belong to one name: a full stop and a space do so behind an initial only."""
    return bool(_BETWEEN.fullmatch(between) or (len(left.plain) <= 2 and _AFTER_INITIAL.fullmatch(between)))


def _same(word: _Word, of_name: _Word) -> bool:
    """Tell whether a word of the text is a form of a word of a name; a proper name keeps its capital letter."""
    if of_name.capital and not word.capital:
        return False
    if word.plain == of_name.plain:
        return True
    if not (_CYRILLIC.search(word.plain) and _CYRILLIC.search(of_name.plain)):
        return False
    # Inflection leaves the first letter alone; only then is the dictionary worth asking.
    if word.plain[0] != of_name.plain[0] or (of_name.capital and surname_of(word.plain, of_name.plain)):
        return False
    by_ending = of_name.capital and declined(word.plain, of_name.plain)
    if by_ending or _lemmas.cache_info().currsize > MOST_LOOKED_UP:
        return by_ending
    return not _lemmas(word.plain).isdisjoint(_lemmas(of_name.plain))


def _by_first_letter(registry: Mapping[str, Iterable[str]]) -> _Names:
    names: _Names = {}
    for whose, written in registry.items():
        for name in dict.fromkeys(written):
            words = list(_words(name))
            if words:
                names.setdefault(words[0].plain[0], []).append((words, whose))
    return names


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        # NFC first, so that й is one letter and keeps its breve when the accents go.
        plain = _ACCENTS.sub("", unicodedata.normalize("NFC", match.group()).casefold().replace("ё", "е"))
        yield _Word(plain[:LONGEST_WORD] or "?", match.group()[0].isupper(), match.start(), match.end())


@cache
def _dictionary() -> Any:
    # Loaded only here: opening the dictionaries takes as long as the rest of the command.
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _lemmas(word: str) -> frozenset[str]:
    """Return the dictionary forms a Russian word may have, ё as е."""
    return frozenset(lemma.replace("ё", "е") for lemma in _dictionary().normal_forms(word))


def nearest_mention(found: Iterable[Mention], ids: Container[str], start: int, end: int) -> str | None:
    """Return which of some ids is named nearest to a stretch, outside it and at most `NEAR` characters away."""
    distances = [
        (max(mention.start - end, start - mention.end), mention.id)
        for mention in found
        if mention.id in ids and (mention.end <= start or mention.start >= end)
    ]
    distance, nearest = min(distances, default=(NEAR + 1, ""))
    return nearest if distance <= NEAR else None
