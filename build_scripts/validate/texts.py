"""Texts for readers: both languages present, and no gap left for a person to fill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model.bilingual import SITE_LANGUAGES, Bilingual
from ..model.node import Node
from ..model.place import LocatedList, LocatedMap, Place
from ..model.problem import Problem, error, warning

GAP_MARK = "TODO"
"""How `spravka import` marks what a person must judge; no value may start with it when a briefing is built."""


def missing_languages(tree: LocatedMap, document: Any) -> Iterator[Problem]:
    """Yield a warning for each text that one of the site's languages lacks, and an error for each gap left."""
    for path, value in _walk(document.root if hasattr(document, "root") else document, ()):
        if isinstance(value, Bilingual):
            told = any((words or "").startswith(GAP_MARK) for words in (value.ru, value.en))
            for language in () if told else value.missing:
                yield warning(tree.find(path), "translation-missing", language, field=_field(path), language=language)
    yield from _gaps(tree, tree.place)


def _walk(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield every value below a node with its path as written."""
    yield path, value
    if isinstance(value, Node):
        for name, info in type(value).model_fields.items():
            yield from _walk(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*path, key))


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
