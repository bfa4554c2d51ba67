"""Markup that carries meaning, written so that it survives as plain text."""

from __future__ import annotations

import re
from typing import Any

STRUCK, INSERTED = "~~", "++"

_STRUCK = frozenset({"s", "strike", "del"})
_STRUCK_STYLE = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)

_HIGH = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOW = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_RAISED = re.compile(r"[0-9+\-−=()n]+")
_LOWERED = re.compile(r"[0-9+\-−=()]+")

# The marks that browsers set around <q>, outer and inner, by CLDR.
_QUOTES = {
    "ru": ("«»", "„“"),
    "uk": ("«»", "„“"),
    "be": ("«»", "„“"),
    "de": ("„“", "‚‘"),
    "fr": ("«»", "«»"),
    "es": ("«»", "“”"),
    "it": ("«»", "“”"),
    "pl": ("„”", "«»"),
    "cs": ("„“", "‚‘"),
    "sv": ("””", "’’"),
    "fi": ("””", "’’"),
    "da": ("””", "’’"),
    "ja": ("「」", "『』"),
    "he": ("””", "’’"),
}
_ENGLISH_QUOTES = ("“”", "‘’")


def mark_of(element: Any) -> str:
    """Return the mark that goes around struck or inserted words; empty for any other element."""
    if element.tag in _STRUCK or _STRUCK_STYLE.search(element.get("style") or ""):
        return STRUCK
    return INSERTED if element.tag == "ins" else ""


def quotation_marks(element: Any) -> tuple[str, str]:
    """Return the marks that a browser shows around a `<q>`, by its language and how deep it is nested."""
    language, depth = "", 0
    for each in element.iterancestors():
        language = language or each.get("lang") or ""
        depth += each.tag == "q"
    pairs = _QUOTES.get((element.get("lang") or language).lower()[:2], _ENGLISH_QUOTES)
    pair = pairs[depth % 2]
    return pair[0], pair[1]


def raised(text: str, before: str) -> str:
    """Return a superscript: `10⁶`, a note mark likewise; letters behind a number (21st) stay as they are."""
    bare = text.strip()
    if not bare or bare.startswith("["):
        return text
    if _RAISED.fullmatch(bare):
        return bare.translate(_HIGH)
    return text if before[-1:].isdigit() or not bare.isalnum() else f"^({bare})"


def lowered(text: str) -> str:
    """Return a subscript: `CO₂`."""
    bare = text.strip()
    return bare.translate(_LOW) if _LOWERED.fullmatch(bare) else text
