"""A walk through everything that a document holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .bilingual import Bilingual
from .node import Node
from .record import Translation

Path = tuple[str | int, ...]
"""Fields and positions, as they are written in the file."""


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every value below a node that is not itself made of values, with its path.

    Texts for readers and translations of quotes come whole; what is not written is left out.
    """
    if isinstance(value, Bilingual | Translation):
        yield path, value
    elif isinstance(value, Node):
        for name, info in type(value).model_fields.items():
            yield from leaves(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    elif isinstance(value, dict):
        for key in sorted(value):
            yield from leaves(value[key], (*path, key))
    elif value is not None:
        yield path, value


def texts(node: Node | dict[str, Any]) -> Iterator[tuple[Path, Bilingual]]:
    """Yield every text for readers below a node or a registry, with its path."""
    for path, value in leaves(node):
        if isinstance(value, Bilingual):
            yield path, value
