"""An edition: a published state of a briefing, numbered, with the hashes of everything it said."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from .bilingual import SiteLanguage
from .date import PartialDate
from .node import Id, Node, Reference

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
"""The first 16 hexadecimal digits of a SHA-256."""

EditionCode = Annotated[str, StringConstraints(pattern=r"^[0-9A-F]{4}-[0-9A-F]{4}$")]


class RecordDigest(Node):
    """What one record said in an edition: its facts, and its words in each language."""

    facts: Digest = Field(examples=["0f1e2d3c4b5a6978"])
    """Hash of everything that is the same in both languages."""
    words: dict[SiteLanguage, Digest] = Field(examples=[{"ru": "0f1e2d3c4b5a6978", "en": "8796a5b4c3d2e1f0"}])
    """Hash of the words for readers, by language."""


class Edition(Node):
    """A manifest: written by the tool, committed, never edited by hand."""

    briefing: Id = Field(examples=["river-mission"])
    """The briefing, which is also the name of the folder."""
    number: Annotated[int, Field(ge=1, le=9999)] = Field(examples=[3])
    """The number of the edition, which is also the name of the file."""
    date: PartialDate = Field(examples=["2031-05-04"])
    """The day of the release."""
    code: EditionCode = Field(examples=["7F3A-90C1"])
    """What a printout carries: it changes when anything in the edition changes."""
    records: dict[Reference, RecordDigest] = Field(examples=[{}])
    """The records of the edition by their full names."""

    @property
    def expected_code(self) -> str:
        """The code that belongs to what the manifest holds."""
        return edition_code(self.briefing, self.number, self.date.text, self.records)


def edition_code(briefing: str, number: int, date: str, records: Mapping[str, RecordDigest]) -> str:
    """Return the code of an edition: eight hexadecimal digits over all that it holds."""
    held = {
        key: [record.facts, *(record.words[name] for name in sorted(record.words))] for key, record in records.items()
    }
    text = json.dumps([briefing, number, date, sorted(held.items())], ensure_ascii=False, separators=(",", ":"))
    digits = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8].upper()
    return f"{digits[:4]}-{digits[4:]}"
