"""Whose words a text is: ours, or somebody else's as they wrote them.

A field whose type carries THEIRS holds words of others: a headline, a name that somebody bears, a term. They keep their
own quotation marks and are marked on the page as theirs. Every other text is ours, and in ours marks have to be earned.
This is the one list: the rule asks it, the inspection of the finished site knows the mark, nothing is named twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .node import Node

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Theirs:
    """The mark of a field that holds words of others."""


THEIRS = Theirs()

SHOWN_AS_THEIRS = "theirs"
"""The class of an element on a page that holds words of others, outside quotations and texts of sources."""


def our_words(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text below a node that is ours, with its path."""
    if isinstance(value, str):
        yield path, str(value)
    elif isinstance(value, Node):
        for name, info in type(value).model_fields.items():
            if THEIRS not in info.metadata:
                yield from our_words(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from our_words(item, (*path, index))
    elif isinstance(value, dict):
        for key in sorted(value):
            yield from our_words(value[key], (*path, key))
