"""A tree with faults of shape into one that can be read, so that one slip does not hide what else is wrong.

What comes out is for finding further problems only: nothing is ever built, counted or written from it. A misspelt field
gets the name it was surely meant to have; what stands on a wrong value goes with it; a document that cannot be without
that value gets a stand-in.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.bilingual import SITE_LANGUAGES, Bilingual
from ..model.place import LocatedList, LocatedMap, Place
from ..model.walk import Path
from ..nearest import nearest
from .shapes import fields_at, written_path

MOST_ROUNDS = 4
"""Validations of one file: a mended fault may uncover another one."""

_BOTH = {"ru": "…", "en": "…"}
_STAND_INS: dict[str, Any] = {
    "language": "ru",
    "title": _BOTH,
    "subject": _BOTH,
    "bottom_line": _BOTH,
    "name": _BOTH,
    "basis": _BOTH,
    "date": "unknown",
    "published": {"date": "unknown", "basis": _BOTH},
    "channel": "unknown",
    "rights": "excerpt",
    "kind": "account",
    "sha256": "0" * 64,
    "characters": 100_000_000,
    "capture": {"sha256": "0" * 64, "characters": 100_000_000},
}
"""For the fields without which a document or an entry cannot be: values from which no rule concludes anything."""


class Mended:
    """A tree as far as it can be understood, and what had to be left out of it."""

    def __init__(self, tree: LocatedMap, stem: str) -> None:
        self.tree: LocatedMap = _copied(tree)
        self.lost_words: list[str] = []
        """Words of quotes that were left out: they are spoken all the same."""
        self._stem = stem

    def document(self, kind: type[BaseModel]) -> Any:
        """Return the document behind the tree, or None where it cannot be had."""
        for _ in range(MOST_ROUNDS):
            try:
                return kind.model_validate(self.tree)
            except ValidationError as fault:
                found = fault.errors(include_url=False)
            # From behind: what is left out of a list must not move what is still to be left out.
            paths = sorted(((written_path(tuple(each["loc"]), self.tree), each) for each in found), key=_order)
            if not all(self._mend(path, details, kind) for path, details in reversed(paths)):
                return None
        return None

    def _mend(self, path: Path, details: ErrorDetails, kind: type[BaseModel]) -> bool:
        """Take one fault out of the tree; tell whether that was possible."""
        if details["type"] == "extra_forbidden":
            return self._rename(path, kind)
        if "[key]" in details["loc"]:
            return self._leave_out(path)
        for length in range(len(path), 0, -1):
            here = path[:length]
            info = fields_at(kind, here).get(str(here[-1])) if isinstance(here[-1], str) else None
            if here[0] == "chains" and length > 2:
                continue  # a chain without one of its hops would be another chain
            if info is None or (not info.is_required() and not self._is_text(here, kind)):
                return self._leave_out(here)
            if self._stand_in(here):
                return True
        return False

    def _rename(self, path: Path, kind: type[BaseModel]) -> bool:
        """Give a misspelt field its name, where that is not taken and it was written with some care."""
        above, key = self._at(path[:-1]), str(path[-1])
        if not isinstance(above, LocatedMap) or key not in above:
            return True
        known = fields_at(kind, path)
        near = nearest(key, list(known), 1)
        value, place, where = above.pop(key), above.keys_at.pop(key), above.values_at.pop(key)
        end = above.ends_at.pop(key, 0)
        if known.keys() == Bilingual.model_fields.keys() and not near:
            near = [str(language) for language in SITE_LANGUAGES if language not in above][:1]
        if near and near[0] not in above:
            above[near[0]], above.keys_at[near[0]], above.values_at[near[0]] = value, place, where
            above.ends_at |= {near[0]: end} if end else {}
        return True

    def _leave_out(self, path: Path) -> bool:
        """Take what stands at a path out of the tree; the words of a quote are remembered."""
        above, step = self._at(path[:-1]), path[-1]
        if isinstance(above, LocatedList) and isinstance(step, int) and step < len(above):
            if path[0] == "quotes":
                self.lost_words += _strings(above[step])
            del above[step], above.places[step]
        elif isinstance(above, LocatedMap) and step in above:
            if step == "quotes":
                self.lost_words += _strings(above[step])
            for kept in (above, above.keys_at, above.values_at, above.ends_at):
                kept.pop(str(step), None)
        return True

    def _stand_in(self, path: Path) -> bool:
        """Put a value in the place of one that a document cannot be without."""
        above, name = self._at(path[:-1]), str(path[-1])
        value = {"id": self._stem, "ru": "…", "en": "…"}.get(name) if name in {"id", "ru", "en"} else None
        value = value or _STAND_INS.get(name)
        # A record is left out with its fault; only what is no item of a list has to be kept.
        if value is None or not isinstance(above, LocatedMap) or any(isinstance(step, int) for step in path):
            return False
        where = above.values_at.get(name, above.place)
        above[name] = _copied(value, where)
        above.keys_at.setdefault(name, where)
        above.values_at[name] = where
        return True

    def _is_text(self, path: Path, kind: type[BaseModel]) -> bool:
        """Tell whether a field is one language of a text: left out, it would be missed as a translation."""
        return fields_at(kind, path).keys() == Bilingual.model_fields.keys() and path[-1] != "original"

    def _at(self, path: Path) -> Any:
        node: Any = self.tree
        for step in path:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                return None
        return node


def _order(pair: tuple[Path, ErrorDetails]) -> list[tuple[bool, int, str]]:
    return [(isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in pair[0]]


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [each for key in value if key == "words" for each in _strings(value[key])]
    if isinstance(value, list):
        return [each for item in value for each in _strings(item)]
    return [value] if isinstance(value, str) else []


def _copied(value: Any, place: Place | None = None) -> Any:
    """Return a copy of a tree that can be changed; a stand-in stands where the value should have stood."""
    if isinstance(value, LocatedMap):
        copy = LocatedMap(value.place, value.lines)
        copy.update({key: _copied(item) for key, item in value.items()})
        copy.keys_at, copy.values_at, copy.ends_at = dict(value.keys_at), dict(value.values_at), dict(value.ends_at)
        return copy
    if isinstance(value, LocatedList):
        items = LocatedList(value.place)
        items += [_copied(item) for item in value]
        items.places = list(value.places)
        return items
    if isinstance(value, dict) and place is not None:
        copy = LocatedMap(place)
        copy.update({key: _copied(item, place) for key, item in value.items()})
        copy.keys_at = copy.values_at = dict.fromkeys(value, place)
        return copy
    return value
