"""Characters that no honest text needs: those that hide, reorder or pretend to be others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..model.place import Place
from ..model.problem import Problem, error, warning

_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, NEL among them
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # zero width, bidi, line and paragraph separators
    "\ufff0-\uffff\ue000-\uf8ff\ud800-\udfff"  # specials, replacement character, private use, lone surrogates
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"  # tags, variation selectors of plane 14, private planes
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff\uff21-\uff5a]")
_CYRILLIC = re.compile("[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]")

MOST = 20
"""Problems of one kind told of one file; a file with more is broken as a whole."""


def odd_characters(text: str, path: str) -> list[Problem]:
    """Report each refused character of a file at its place, by its number and never raw."""
    problems: list[Problem] = []
    for match in _ODD.finditer(text):
        problems.append(error(_place(text, path, match.start()), "odd-character", character=name(match.group())))
        if len(problems) == MOST:
            break
    carriage = text.find("\r")
    if carriage >= 0:
        problems.append(error(_place(text, path, carriage), "line-ends"))
    return problems


def odd_in_value(value: str, place: Place) -> Iterator[Problem]:
    """Report refused characters that only a YAML escape could have brought into a value."""
    for character in sorted(set(_ODD.findall(value)) | ({"\r"} & set(value))):
        yield error(place, "odd-character", character=name(character))


def mixed_scripts(value: str, place: Place, *, source_text: bool) -> Iterator[Problem]:
    """Report words that mix Latin and Cyrillic letters, naming the letters of the rarer script.

    In the text of a source the author's own slip must be kept as printed: there it is a warning.
    """
    told = 0
    for match in _WORD.finditer(value):
        word = match.group()
        if word.isascii() or not (_LATIN.search(word) and _CYRILLIC.search(word)):
            continue
        latin, cyrillic = _LATIN.findall(word), _CYRILLIC.findall(word)
        odd = latin if len(latin) <= len(cyrillic) else cyrillic
        names = ", ".join(dict.fromkeys(name(letter) for letter in odd))
        values = {"word": word[:60], "letters": names}
        yield (
            warning(place, "mixed-scripts", "source", **values)
            if source_text
            else error(place, "mixed-scripts", **values)
        )
        told += 1
        if told == MOST:
            return


def name(character: str) -> str:
    """Return a character as `U+202E RIGHT-TO-LEFT OVERRIDE`: safe to print anywhere."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _place(text: str, path: str, offset: int) -> Place:
    start = text.rfind("\n", 0, offset) + 1
    return Place(path, text.count("\n", 0, offset) + 1, offset - start + 1)
