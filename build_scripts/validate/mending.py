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


_MISSED = frozenset({"basis", "condition"})
"""Texts that a rule would miss if they were left out."""


class Mended:
    """A tree as far as it can be understood, and what had to be left out of it."""

    def __init__(self, tree: LocatedMap, stem: str) -> None:
        self.tree: LocatedMap = _copied(tree)
        self.lost_words: list[str] = []
        """Words of quotes that were left out: they are spoken all the same."""
        self._stem = stem
        self._items: set[Path] = set()
        """Items of lists that are to be left out once all faults of a round are seen."""

    def document(self, kind: type[BaseModel]) -> Any:
        """Return the document behind the tree, or None where it cannot be had."""
        for _ in range(MOST_ROUNDS):
            try:
                return kind.model_validate(self.tree)
            except ValidationError as fault:
                found = fault.errors(include_url=False)
            for each in found:
                if each["type"] == "extra_forbidden":
                    self._rename(written_path(tuple(each["loc"]), self.tree), kind)
            others = [each for each in found if each["type"] != "extra_forbidden"]
            paths = [(written_path(tuple(each["loc"]), self.tree), each) for each in others]
            if not all(self._mend(path, details, kind) for path, details in paths):
                return None
            self._take_items_out()
        return None

    def _mend(self, path: Path, details: ErrorDetails, kind: type[BaseModel]) -> bool:
        """Take one fault out of the tree; tell whether that was possible."""
        if details["type"] == "missing" and self._at(path) is not None:
            return True  # it was there under another name
        if any(path[: len(item)] == item for item in self._items):
            return True  # it goes with the item that it belongs to
        if "[key]" in details["loc"]:
            return self._leave_out(path)
        if path[0] == "chains" and len(path) > 1:
            return self._replace(path[:2], [{"by": "this", "read": True}])  # without a hop it would be another chain
        if path[0] == "quotes" and "translations" in path:
            return self._leave_out(path[:2])  # or its translation would be missed
        for length in range(len(path), 0, -1):
            here = path[:length]
            info = fields_at(kind, here).get(str(here[-1])) if isinstance(here[-1], str) else None
            if here[-1] in _MISSED or self._is_text(here, kind):
                return self._replace(here, "…" if self._is_text(here, kind) else _BOTH)
            if info is None or not info.is_required():
                return self._leave_out(here)
            if self._stand_in(here):
                return True
        return False

    def _rename(self, path: Path, kind: type[BaseModel]) -> None:
        """Give a misspelt field its name, where that is not taken and it was written with some care."""
        above, key = self._at(path[:-1]), str(path[-1])
        if not isinstance(above, LocatedMap) or key not in above:
            return
        known = fields_at(kind, path)
        near = nearest(key, list(known), 1)
        value, place, where = above.pop(key), above.keys_at.pop(key), above.values_at.pop(key)
        end = above.ends_at.pop(key, 0)
        if known.keys() == Bilingual.model_fields.keys() and not near:
            near = [str(language) for language in SITE_LANGUAGES if language not in above][:1]
        if near and near[0] not in above:
            above[near[0]], above.keys_at[near[0]], above.values_at[near[0]] = value, place, where
            above.ends_at |= {near[0]: end} if end else {}

    def _leave_out(self, path: Path) -> bool:
        """Take what stands at a path out of the tree; the words of a quote are remembered."""
        above, step = self._at(path[:-1]), path[-1]
        if isinstance(above, LocatedList):
            self._items.add(path)
        elif isinstance(above, LocatedMap) and step in above:
            if step == "quotes":
                self.lost_words += _strings(above[step])
            if path == ("chains",):
                self._forget_chains()
            for kept in (above, above.keys_at, above.values_at, above.ends_at):
                kept.pop(str(step), None)
        return True

    def _forget_chains(self) -> None:
        """Let no record name a chain where all of them are lost."""
        for kind in ("quotes", "events", "positions"):
            records = self.tree.get(kind)
            for record in records if isinstance(records, LocatedList) else ():
                if isinstance(record, LocatedMap):
                    record.pop("chain", None)

    def _take_items_out(self) -> None:
        """Take items out of their lists, from behind: none must move before its turn."""
        for path in sorted(self._items, key=_order, reverse=True):
            above, step = self._at(path[:-1]), path[-1]
            if isinstance(above, LocatedList) and isinstance(step, int) and step < len(above):
                self.lost_words += _strings(above[step]) if path[0] == "quotes" else []
                del above[step], above.places[step]
        self._items.clear()

    def _stand_in(self, path: Path) -> bool:
        """Put a value in the place of one that a document cannot be without; a record is left out with its fault."""
        value = self._stem if path[-1] == "id" else _STAND_INS.get(str(path[-1]))
        return value is not None and not any(isinstance(step, int) for step in path) and self._replace(path, value)

    def _replace(self, path: Path, value: Any) -> bool:
        """Put another value where one stands or should stand."""
        above, name = self._at(path[:-1]), str(path[-1])
        if not isinstance(above, LocatedMap):
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


def _order(path: Path) -> list[tuple[bool, int, str]]:
    return [(isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in path]


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
    if isinstance(value, list) and place is not None:
        items = LocatedList(place)
        items += [_copied(item, place) for item in value]
        items.places = [place for _ in value]
        return items
    return value
