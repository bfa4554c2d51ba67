"""Texts for readers: both languages present, and no gap left for a person to fill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model.bilingual import GAP_MARK, SITE_LANGUAGES
from ..model.place import LocatedList, LocatedMap, Place
from ..model.problem import Problem, error, warning
from ..model.walk import texts


def missing_languages(tree: LocatedMap, document: Any) -> Iterator[Problem]:
    """Yield a warning for each text that one of the site's languages lacks."""
    for path, text in texts(document.root if hasattr(document, "root") else document):
        told = any((words or "").startswith(GAP_MARK) for words in (text.ru, text.en))
        for language in () if told else text.missing:
            yield warning(tree.find(path), "translation-missing", language, field=_field(path), language=language)


def gaps(tree: LocatedMap) -> Iterator[Problem]:
    """Yield an error for each gap that was left for a person."""
    yield from _gaps(tree, tree.place)


def _gaps(value: Any, place: Place) -> Iterator[Problem]:
    if isinstance(value, LocatedMap):
        for key, item in value.items():
            yield from _gaps(item, value.values_at[key])
    elif isinstance(value, LocatedList):
        for item, item_place in zip(value, value.places, strict=True):
            yield from _gaps(item, item_place)
    elif isinstance(value, str) and value.startswith(GAP_MARK):
        yield error(place, "gap-left", what=" ".join(value.removeprefix(GAP_MARK).strip(": ").split())[:120])


def _field(path: tuple[str | int, ...]) -> str:
    return str(next((step for step in reversed(path) if isinstance(step, str) and step not in SITE_LANGUAGES), ""))
