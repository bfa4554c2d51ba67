"""Endings of Russian names that no dictionary knows, or that it takes for another word (Тестов: the tests)."""

from __future__ import annotations

SHORTEST_STEM = 4
"""Letters; of a shorter stem too many words are made."""

_SURNAME = ("ов", "ев")
_AFTER_CONSONANT = frozenset(["а", "у", "ом", "ем", "ым", "е", "ы", "и", "ых", "ам", "ами", "ах", "ыми"])
_INSTEAD_OF_A = frozenset(["ы", "и", "е", "у", "ю", "ой", "ей", "ою", "ею"])
_INSTEAD_OF_SOFT = frozenset(["я", "ю", "ем", "е", "и"])
_VOWELS = "аеиоуыэюя"


def declined(word: str, name: str) -> bool:
    """Tell whether a word is a name with one of its case endings; both in small letters, ё as е."""
    if name[-1] in "ая":
        stem, endings = name[:-1], _INSTEAD_OF_A
    elif name[-1] in "йь":
        stem, endings = name[:-1], _INSTEAD_OF_SOFT
    elif name[-1] not in _VOWELS:
        stem, endings = name, _AFTER_CONSONANT
    else:
        return False  # Нетаньяху, Баку: such names have one form
    return len(stem) >= SHORTEST_STEM and word.startswith(stem) and word[len(stem) :] in endings


def surname_of(word: str, name: str) -> bool:
    """Tell whether a word is the surname made of a name (Романов of Роман), which a dictionary calls its plural."""
    return word in {name + ending for ending in _SURNAME}
