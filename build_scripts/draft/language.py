"""The language of a text, told by its script and its commonest words, or not told at all.

Russian and English are recognised, since the site speaks them. A relative of theirs (Ukrainian, Bulgarian, Scots)
or a text too short to tell has no language here: a person writes it.
"""

from __future__ import annotations

import re

FEWEST_WORDS = 12
"""In fewer words the commonest ones may be missing by chance."""

_WORD = re.compile(r"[^\W\d_]+")

# Words that make up a fifth and more of running text; half of that is asked for.
_COMMON_RUSSIAN = re.compile(
    "и|в|на|не|что|с|по|из|к|за|от|о|об|для|как|это|этого|его|их|он|она|они|но|до|при|или|был|также|"
    "у|мы|все|только|когда|после|уже|бы|то|же"
)
_COMMON_ENGLISH = re.compile("the|of|and|to|in|a|is|that|for|it|was|on|with|as|be|by|at|from|his|said|not|are")
_ENOUGH = 0.1

# Every Russian text of a few lines has ы or э, which Ukrainian and Bulgarian lack; the others have what Russian lacks.
_RUSSIAN_LETTERS = re.compile("[ыэ]")
_NOT_RUSSIAN = re.compile("[іїєґўјљњћђџѓќѕәғқңөұүһҷҳӣӯ]")
_NOT_ENGLISH = re.compile("[^a-z]")


def language_of(text: str) -> str | None:
    """Return `ru` or `en` where the text leaves no doubt, else None."""
    words = [word.lower().replace("ё", "е") for word in _WORD.findall(text)]
    if len(words) < FEWEST_WORDS:
        return None
    if _share(words, _COMMON_RUSSIAN) >= _ENOUGH and _is_russian(words):
        return "ru"
    foreign = sum(bool(_NOT_ENGLISH.search(word)) for word in words) / len(words)
    if _share(words, _COMMON_ENGLISH) >= _ENOUGH and "the" in words and foreign < 0.05:
        return "en"
    return None


def _is_russian(words: list[str]) -> bool:
    of_others = sum(bool(_NOT_RUSSIAN.search(word)) for word in words) / len(words)
    of_its_own = sum(bool(_RUSSIAN_LETTERS.search(word)) for word in words) / len(words)
    return of_others < 0.01 and of_its_own > 0.02


def _share(words: list[str], common: re.Pattern[str]) -> float:
    return sum(bool(common.fullmatch(word)) for word in words) / len(words)
