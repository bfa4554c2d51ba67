"""Where something stands in a contributed file."""

from __future__ import annotations

from typing import Any, NamedTuple


class Place(NamedTuple):
    """A position in a file; line and column count from 1, columns in characters."""

    file: str
    """Path relative to the project, with forward slashes."""
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class LocatedList(list[Any]):
    """A YAML sequence that knows the place of each item."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: list[Place] = []


class LocatedMap(dict[str, Any]):
    """A YAML mapping that knows the place of each key and of each value."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
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
