"""From what each translation was made, and whether it still says what its original says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from .place import Place


class Standing(StrEnum):
    """How a translation stands to its original."""

    CURRENT = "current"
    STALE = "stale"
    """The original was edited since, and the translation was not."""
    MISSING = "missing"
    UNRECORDED = "unrecorded"
    """`spravka tidy` has not noted yet from what it was made."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One text that stands in two languages: its permanent name, and its words."""

    name: str
    """`<file>/<record>.<field>`: `2031-05-02-river-talks/e1.what`, `actors:utopia.name`."""
    language: str
    """The language of the translation."""
    original: str
    translation: str | None
    place: Place

    @property
    def made_from(self) -> LockLine:
        """What the lock should say if the translation is right as it stands."""
        return LockLine(self.name, self.language, word_hash(self.original), word_hash(self.translation or ""))


@dataclass(frozen=True, slots=True, order=True)
class LockLine:
    """One line of the lock: the hashes that an original and its translation had when somebody last saw them agree."""

    name: str
    language: str
    original: str
    translation: str

    def __str__(self) -> str:
        return f"{self.name} {self.language} {self.original} {self.translation}"


def word_hash(words: str) -> str:
    """Return 12 hexadecimal digits over words; how their lines are broken does not count."""
    return hashlib.sha256(" ".join(words.split()).encode("utf-8")).hexdigest()[:12]
