"""What every annotated thing is made of: a closed, frozen set of fields that knows where each was written."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, StringConstraints, model_validator

from .place import LocatedMap, Place

NOWHERE = Place("", 1, 1)

# Letters and digits in groups joined by single hyphens: safe as a file name, an address and an anchor on every system.
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
"""A permanent name: lower-case Latin letters, digits and hyphens, at most 80 characters."""

Reference = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$", max_length=161)
]
"""A record named from elsewhere: `article-id/record-id`; inside the same file `record-id` is enough."""

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN, max_length=35)]
"""A language as BCP 47 writes it: `ru`, `en`, `az`, `sr-Latn`."""

_ADDRESS = r"^https?://[^\s<>\"\\^`{|}]+$"
_LONGEST_ADDRESS = 2000

WebAddress = Annotated[str, StringConstraints(pattern=_ADDRESS, max_length=_LONGEST_ADDRESS)]
"""An address that starts with http:// or https://."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 hash: 64 lower-case hexadecimal digits."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
"""A short text."""


def is_web_address(text: str) -> bool:
    """Tell whether a text has the form of a WebAddress."""
    return len(text) <= _LONGEST_ADDRESS and re.fullmatch(_ADDRESS, text) is not None


class Node(BaseModel):
    """A mapping in a contributed file: no unknown fields, no changes after reading, every field with its place."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, coerce_numbers_to_str=True, populate_by_name=False
    )

    _tree: LocatedMap | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        node = handler(data)
        if isinstance(data, LocatedMap):
            node._tree = data
        return node

    def __eq__(self, other: object) -> bool:
        """Tell whether two nodes say the same, wherever each of them is written."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Return where the field at `path` is written; without a path, where this mapping starts."""
        return self._tree.find(path, key=key) if self._tree is not None else NOWHERE

    def place_of(self, words: str, *path: str | int, skip: int = 0) -> Place:
        """Return where words stand inside the text at `path`, after `skip` other places of the same words."""
        return self._tree.find_words(path, words, skip) if self._tree is not None else NOWHERE

    def has(self, field: str) -> bool:
        """Tell whether the field was written, whatever its default."""
        return field in self.model_fields_set
