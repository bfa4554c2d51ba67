"""Words of a source in its own language: what it is called, from which side they run, which quotation marks it has."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup

from ..model.marks import unpaired
from .escape import attribute

_MARKS = '«»„“”"‘’'

_ANGLED = frozenset({"ar", "az", "be", "ckb", "el", "fa", "hy", "kk", "ky", "ps", "ru", "tg", "uk"})
_LOW_AND_HIGH = frozenset({"bg", "cs", "de", "et", "ka", "lt", "sk", "sl", "sr"})


def runs_from_right(words: str) -> bool:
    """Tell whether words run from right to left: most of their letters do. A tag may be wrong, letters are not."""
    sides = [unicodedata.bidirectional(each) for each in words]
    return sum(side in ("R", "AL") for side in sides) > sides.count("L")


def in_language(language: str, words: str) -> Markup:
    """Return the attributes of an element that holds words of a language; the side only where it is the right."""
    side = ' dir="rtl"' if runs_from_right(words) else ""
    return Markup(f' lang="{attribute(language)}"{side}')


def basic_tag(language: str) -> str:
    """Return a language tag without script and region: `sr` of `sr-Latn`."""
    return language.partition("-")[0]


def in_marks(words: str, language: str) -> str:
    """Return a quote's own words between the quotation marks of their language. The one place that sets marks."""
    left, right = quotation_marks(language)
    return left + _without_outer_marks(words.strip()) + right


def _without_outer_marks(words: str) -> str:
    """Leave out the marks around words, and one at an edge whose partner is not among them; inner ones stay."""
    if words[:1] in _MARKS and words[-1:] in _MARKS and len(words) > 1 and unpaired(words[1:-1]) is None:
        return words[1:-1].strip()
    alone = unpaired(words)
    if alone == 0:
        return words[1:].lstrip()
    return words[:-1].rstrip() if alone is not None and alone == len(words) - 1 else words


def quotation_marks(language: str) -> tuple[str, str]:
    """Return the quotation marks of a language, as its own newspapers set them."""
    basic = basic_tag(language)
    if basic in _ANGLED:
        return ("«", "»")
    return ("„", "“") if basic in _LOW_AND_HIGH else ("“", "”")
