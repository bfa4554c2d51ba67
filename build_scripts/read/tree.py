"""YAML text in, a located tree out: strings, whole numbers, true, false and null, and nothing that YAML can do beyond.

The tree is built from the parser's events in a loop of our own: PyYAML's composer overflows the C stack on deep
nesting, forgets duplicate keys and guesses types (`no`, `12:30`, `010`, dates).
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from ..model.place import LocatedList, LocatedMap, Place
from ..model.problem import Problem, error
from .characters import mixed_scripts, odd_in_value
from .source import Source

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover  a PyYAML built without libyaml is slower and otherwise the same
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEEPEST = 12
"""Levels of nesting; a well-formed article needs seven."""

MOST_VALUES = 50_000
"""Scalars in one file."""

_WHOLE_NUMBER = re.compile(r"(?:0|-?[1-9][0-9]{0,17})\Z")
_PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}

Tree = LocatedMap | LocatedList | str | int | bool | None


class _Refused(Exception):
    """The file cannot be read further."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Puts parser events together, keeping a stack of the open collections."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.top: Tree = None
        self._stack: list[LocatedMap | LocatedList] = []
        self._keys: list[tuple[str, Place] | None] = []
        self._documents = 0
        self._values = 0

    def take(self, event: yaml.Event) -> None:
        """Add one event to the tree; raise _Refused where reading further is not safe."""
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(error(place, "yaml-extra", "anchor"))
        if getattr(event, "tag", None):
            raise _Refused(error(place, "yaml-extra", "tag"))
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise _Refused(error(place, "yaml-extra", "document"))
            case yaml.MappingStartEvent():
                self._open(LocatedMap(place))
            case yaml.SequenceStartEvent():
                self._open(LocatedList(place))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()
                self._keys.pop()
            case yaml.ScalarEvent():
                self._scalar(event, place)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path, 1, 1)

    def _open(self, collection: LocatedMap | LocatedList) -> None:
        if len(self._stack) >= DEEPEST:
            raise _Refused(error(collection.place, "too-deep", most=DEEPEST))
        if self._awaits_key():
            raise _Refused(error(collection.place, "yaml-extra", "key"))
        self._put(collection, collection.place)
        self._stack.append(collection)
        self._keys.append(None)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        self._values += 1
        if self._values > MOST_VALUES:
            raise _Refused(error(place, "too-many-values", most=MOST_VALUES))
        text: str = event.value
        self.problems += odd_in_value(text, place)
        if self._awaits_key():
            self.problems += mixed_scripts(text, place, source_text=False)
            self._keys[-1] = (text, place)
            return
        source_text = len(self._stack) == 1 and self._keys[-1] is not None and self._keys[-1][0] == "text"
        self.problems += mixed_scripts(text, place, source_text=source_text)
        self._put(_typed(event), place)

    def _awaits_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1], LocatedMap) and self._keys[-1] is None

    def _put(self, value: Any, place: Place) -> None:
        if not self._stack:
            self.top = value
            return
        parent = self._stack[-1]
        if isinstance(parent, LocatedList):
            parent.append(value)
            parent.places.append(place)
            return
        pair = self._keys[-1]
        assert pair is not None, "a value follows its key"
        key, key_place = pair
        self._keys[-1] = None
        if key in parent:
            first = parent.keys_at[key]
            self.problems.append(error(key_place, "duplicate-key", key=key[:80], line=first.line))
            return
        parent[key] = value
        parent.keys_at[key] = key_place
        parent.values_at[key] = place


def grow(source: Source) -> tuple[Tree, list[Problem]]:
    """Return the tree of a source and what is wrong with its form; the tree is None where the form is refused."""
    builder = _Builder(source.path)
    try:
        for event in yaml.parse(source.text, Loader=_Loader):
            builder.take(event)
    except _Refused as refused:
        return None, [*builder.problems, refused.problem]
    except yaml.MarkedYAMLError as fault:
        return None, [*builder.problems, _syntax(source, fault)]
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        reason = type(fault).__name__
        return None, [*builder.problems, error(Place(source.path, 1, 1), "yaml-syntax", reason=reason)]
    return builder.top, builder.problems


def _syntax(source: Source, fault: yaml.MarkedYAMLError) -> Problem:
    mark = fault.problem_mark or fault.context_mark
    place = Place(source.path, mark.line + 1, mark.column + 1) if mark else Place(source.path, 1, 1)
    lines = source.text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if "\t" in line[: place.column + 1]:
        return error(place, "yaml-syntax", "tab")
    if re.search(r":[^\S\n]\S.*:[^\S\n]", line) and "mapping values" in str(fault.problem):
        return error(place, "yaml-syntax", "colon")
    return error(place, "yaml-syntax", reason=str(fault.problem or fault.context))


def _typed(event: yaml.ScalarEvent) -> str | int | bool | None:
    """Read a plain scalar as YAML 1.2 does, short of everything but true, false, null and whole numbers."""
    text: str = event.value
    if event.style is not None and event.style != "":
        return text
    if text in _PLAIN:
        return _PLAIN[text]
    return int(text) if _WHOLE_NUMBER.match(text) else text
