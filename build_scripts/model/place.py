"""Where something stands in a contributed file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A position in a file; line and column count from 1, columns in characters."""

    file: str
    """Path relative to the project, with forward slashes."""
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def place_of(words: str, start: Place, lines: Sequence[str], end: int, skip: int = 0) -> Place:
    """Return where words stand in a value that is written from `start` to line `end`, however its lines are broken.

    `skip` is how many times they stand there before. Words that the file writes otherwise, with escapes or doubled
    quotation marks, are told at the start of the value.
    """
    text = "\n".join(lines[start.line - 1 : max(end, start.line)])
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = list(re.finditer(pattern, text[start.column - 1 :])) if pattern else []
    if len(found) <= skip:
        return start
    offset = start.column - 1 + found[skip].start()
    line = text.count("\n", 0, offset)
    return Place(start.file, start.line + line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


class LocatedList(list[Any]):
    """A YAML sequence that knows the place of each item."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: list[Place] = []


class LocatedMap(dict[str, Any]):
    """A YAML mapping that knows the place of each key and of each value."""

    def __init__(self, place: Place, lines: Sequence[str] = ()) -> None:
        super().__init__()
        self.place = place
        self.lines = lines
        """The file, line by line."""
        self.ends_at: dict[str, int] = {}
        """For each value that is no collection, the number of its last line."""
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}

    def find(self, path: tuple[str | int, ...], *, key: bool = False) -> Place:
        """Return the place of the value at `path`, or of the nearest thing above it that exists.

        With `key`, the place of the last key itself: a fault of a field's name is told at the name.
        """
        node: Any = self
        place = self.place
        for depth, step in enumerate(path):
            last = depth == len(path) - 1
            if isinstance(node, LocatedMap) and step in node:
                place = node.keys_at[str(step)] if key and last else node.values_at[str(step)]
                node = node[str(step)]
            elif isinstance(node, LocatedList) and isinstance(step, int) and step < len(node):
                place = node.places[step]
                node = node[step]
            else:
                break
        return place

    def find_words(self, path: tuple[str | int, ...], words: str, skip: int = 0) -> Place:
        """Return the place of words inside the value at `path`; where that cannot be told, the place of the value."""
        node: Any = self
        for step in path[:-1]:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                break
        last = str(path[-1])
        if isinstance(node, LocatedMap) and last in node.ends_at:
            return place_of(words, node.values_at[last], node.lines, node.ends_at[last], skip)
        return self.find(path)
