"""Registered names that a text mentions, in any grammatical case.

Comes in: a text, and the names of each registered id. Goes out: which id is named where.
A Russian word is compared by its dictionary forms, any other by its letters. Nothing that is not registered is
guessed, and a name that two ids share counts for both.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

# A word with the accents and soft hyphens inside it.
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u00ad]*)+")
_BETWEEN = re.compile(r"[\s.«»\"“”„'’‐‑–-]{1,4}")
_CYRILLIC = re.compile("[а-яА-Я]")
_ACCENTS = re.compile("[\u00ad\u0300-\u036f]")

LONGEST_WORD = 40
"""Letters; a longer word is no part of a name and costs the dictionary time."""


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
    names = _by_first_letter(registry)
    words = list(_words(text))
    found: list[Mention] = []
    at = 0
    while at < len(words):
        length, ids = _longest(text, words, at, names)
        found += [Mention(id, words[at].start, words[at + length - 1].end) for id in ids]
        at += max(1, length)
    return found


def counted(found: Iterable[Mention]) -> dict[str, int]:
    """Return how often each id is mentioned, in the order of first mention."""
    return dict(Counter(mention.id for mention in found))


def _longest(text: str, words: list[_Word], at: int, names: _Names) -> tuple[int, list[str]]:
    """Return how many words the longest name that starts at a word has, and whose name it is."""
    best, ids = 0, list[str]()
    for name, id in names.get(words[at].plain[0], ()):
        if len(name) < max(1, best) or not _stands_at(text, words, at, name):
            continue
        ids = [*ids, id] if len(name) == best and id not in ids else ids if len(name) == best else [id]
        best = len(name)
    return best, ids


def _stands_at(text: str, words: list[_Word], at: int, name: list[_Word]) -> bool:
    here = words[at : at + len(name)]
    if len(here) < len(name) or not all(map(_same, here, name)):
        return False
    pairs = zip(here, here[1:], strict=False)
    return all(_BETWEEN.fullmatch(text[left.end : right.start]) for left, right in pairs)


def _same(word: _Word, of_name: _Word) -> bool:
    """Tell whether a word of the text is a form of a word of a name; a proper name keeps its capital letter."""
    if of_name.capital and not word.capital:
        return False
    if word.plain == of_name.plain:
        return True
    if not (_CYRILLIC.search(word.plain) and _CYRILLIC.search(of_name.plain)):
        return False
    # Inflection leaves the first letter alone; only then is the dictionary worth asking.
    return word.plain[0] == of_name.plain[0] and not _lemmas(word.plain).isdisjoint(_lemmas(of_name.plain))


def _by_first_letter(registry: Mapping[str, Iterable[str]]) -> _Names:
    names: _Names = {}
    for id, written in registry.items():
        for name in dict.fromkeys(written):
            words = list(_words(name))
            if words:
                names.setdefault(words[0].plain[0], []).append((words, id))
    return names


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        plain = _ACCENTS.sub("", unicodedata.normalize("NFC", match.group()).casefold().replace("ё", "е"))
        # Only й and ё have accents of their own; й survives since NFC made it one letter before.
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
