"""YAML text in, a located tree out: strings, whole numbers, true, false and null, and nothing that YAML can do beyond.

The tree is built from the parser's events in a loop of our own: PyYAML's composer overflows the C stack on deep
nesting, forgets duplicate keys and guesses types (`no`, `12:30`, `010`, dates).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from ..model.place import LocatedList, LocatedMap, Place, place_of
from ..model.problem import Problem, error
from .characters import mixed_scripts, name, odd_in_value
from .source import Source
from .syntax import syntax

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover  a PyYAML built without libyaml is slower and otherwise the same
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEEPEST = 12
"""Levels of nesting; a well-formed article needs seven."""

MOST_VALUES = 50_000
"""Scalars in one file."""

MOST_ITEMS = 1_000
"""Items of one list; the longest lists of a briefing have some hundreds."""

MOST_PROBLEMS = 200
"""Problems told of the form of one file; a file with more is broken as a whole."""

SOURCE_FIELDS = frozenset({"words", "before", "after", "headline"})
"""Fields that repeat the source letter by letter, wherever they stand; `text` does at the top of an article."""

_BY_THE_TOOL = "briefs/editions/"
"""Where words are kept that were looked at when they were released, and that nobody may mend."""

_WHOLE_NUMBER = re.compile(r"(?:0|-?[1-9][0-9]{0,17})\Z")
_COMMENT = re.compile(r"\s+(#[^\s#].*)")
_PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}

Tree = LocatedMap | LocatedList | str | int | bool | None


class _Refused(Exception):
    """The file cannot be read further."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Puts parser events together, keeping a stack of the open collections."""

    def __init__(self, source: Source) -> None:
        self.path = source.path
        self._lines = source.text.split("\n")
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
                self._open(LocatedMap(place, self._lines))
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
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Refused(error(place, "more-problems", most=MOST_PROBLEMS))
        text: str = event.value
        self.problems += odd_in_value(text, place)
        self.problems += self._mixed(text, place, self._last_line(event))
        if self._awaits_key():
            self._take_key(text, place)
            return
        self.problems += self._cut_by_comment(event, place)
        self._put(_typed(event), place, self._last_line(event))

    def _take_key(self, text: str, place: Place) -> None:
        """Remember the name of a field; refuse one that shows that the file holds two or that its spaces are none."""
        if text[:1].isspace():
            raise _Refused(error(place, "odd-indent", character=name(text[0])))
        top = self._stack[0]
        if len(self._stack) == 1 and text == "id" and isinstance(top, LocatedMap) and "id" in top:
            raise _Refused(error(place, "yaml-extra", "twice"))
        self._keys[-1] = (text, place)

    def _last_line(self, event: yaml.Event) -> int:
        mark = event.end_mark
        return mark.line + (1 if mark.column else 0) if mark else 0

    def _mixed(self, text: str, place: Place, end: int) -> Iterator[Problem]:
        """Report words of two scripts, each at its own place."""
        if self.path.startswith(_BY_THE_TOOL):
            return
        is_source = not self._awaits_key() and self._holds_source()
        seen: dict[str, int] = {}
        for problem in mixed_scripts(text, place, source_text=is_source):
            word = str(problem.values["word"])
            yield replace(problem, place=place_of(word, place, self._lines, end, seen.get(word, 0)))
            seen[word] = seen.get(word, 0) + 1

    def _holds_source(self) -> bool:
        """Tell whether the value that comes next is text of a source, whose slips are kept as printed."""
        keys = [pair[0] for pair in self._keys if pair]
        return keys[:1] == ["text"] or not SOURCE_FIELDS.isdisjoint(keys)

    def _cut_by_comment(self, event: yaml.ScalarEvent, place: Place) -> Iterator[Problem]:
        """Report an unquoted text that ` #` cuts: YAML drops the rest as a comment without a word."""
        mark = event.end_mark
        if event.style or not mark or mark.line >= len(self._lines):
            return
        rest = _COMMENT.match(self._lines[mark.line], mark.column)
        if rest:
            yield error(place._replace(line=mark.line + 1, column=rest.start(1) + 1), "text-cut", rest=rest[1][:60])

    def _awaits_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1], LocatedMap) and self._keys[-1] is None

    def _put(self, value: Any, place: Place, end: int = 0) -> None:
        if not self._stack:
            self.top = value
            return
        parent = self._stack[-1]
        if isinstance(parent, LocatedList):
            if len(parent) >= MOST_ITEMS:
                raise _Refused(error(place, "too-many-values", "items", most=MOST_ITEMS))
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
        if end:
            parent.ends_at[key] = end


def grow(source: Source) -> tuple[Tree, list[Problem]]:
    """Return the tree of a source and what is wrong with its form; the tree is None where the form is refused."""
    builder = _Builder(source)
    try:
        for event in yaml.parse(source.text, Loader=_Loader):
            builder.take(event)
    except _Refused as refused:
        return None, [*builder.problems, refused.problem]
    except yaml.MarkedYAMLError as fault:
        return None, [*builder.problems, syntax(source.path, source.text, fault)]
    except (yaml.YAMLError, ValueError, RecursionError):
        return None, [*builder.problems, error(Place(source.path, 1, 1), "yaml-syntax")]
    return builder.top, builder.problems


def _typed(event: yaml.ScalarEvent) -> str | int | bool | None:
    """Read a plain scalar as YAML 1.2 does, short of everything but true, false, null and whole numbers."""
    text: str = event.value
    if event.style is not None and event.style != "":
        return text
    if text in _PLAIN:
        return _PLAIN[text]
    return int(text) if _WHOLE_NUMBER.match(text) else text
