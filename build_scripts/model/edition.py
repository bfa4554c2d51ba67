"""An edition: a published state of a briefing, numbered, with the hashes and the words of everything it said."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from .bilingual import SITE_LANGUAGES, Bilingual, SiteLanguage, Text
from .date import PartialDate
from .node import Id, LanguageTag, Node, Reference

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
"""The first 16 hexadecimal digits of a SHA-256."""

EditionCode = Annotated[str, StringConstraints(pattern=r"^[0-9A-F]{4}-[0-9A-F]{4}$")]

Words = dict[SiteLanguage, Text]
"""Words for readers by language. Nothing is missing in them: what had no translation then has none here."""


class RecordDigest(Node):
    """What one record said in an edition: its facts, and its words in each language."""

    facts: Digest = Field(examples=["0f1e2d3c4b5a6978"])
    """Hash of everything that is the same in both languages."""
    words: dict[SiteLanguage, Digest] = Field(examples=[{"ru": "0f1e2d3c4b5a6978", "en": "8796a5b4c3d2e1f0"}])
    """Hash of the words for readers, by language."""


class Told(Node):
    """One record in the words of its edition; labels are words here, too, so that no later list changes them."""

    kind: Id = Field(examples=["position"])
    """What kind of record it was."""
    who: Words = Field(default_factory=dict, examples=[{"ru": "Утопия", "en": "Utopia"}])
    """Who spoke, or whose position it was, by the name of then."""
    degree: Words = Field(default_factory=dict, examples=[{"ru": "отказ", "en": "refuses"}])
    """Stance, verdict, status or kinship, in words."""
    what: Words = Field(default_factory=dict, examples=[{"ru": "участие в миссии", "en": "taking part in the mission"}])
    """What it said; of a quote, its translation."""
    by: Words = Field(default_factory=dict, examples=[{"en": "our translation"}])
    """Whose translation of a quote it is, in each language."""
    condition: Words = Field(default_factory=dict, examples=[{"ru": "договор", "en": "a treaty"}])
    """On what a position depended."""
    words: tuple[Text, ...] = Field(default=(), examples=[["Мир возможен"]])
    """The words of a quote, as the source printed them."""
    language: LanguageTag | None = Field(default=None, examples=["ru"])
    """The language of these words."""
    date: PartialDate | None = Field(default=None, examples=["../2031-05-02"])
    """When it was said or happened, or for which day a position was stated."""
    about: tuple[Reference, ...] = Field(default=(), examples=[["2031-05-02-river-talks/p1"]])
    """The records that a judged one was about."""
    withdrawn: PartialDate | None = Field(default=None, examples=["2031-05-09"])
    """When it was withdrawn."""
    reason: Words = Field(default_factory=dict, examples=[{"ru": "опровергнуто", "en": "denied"}])
    """Why it was withdrawn."""


class Said(Node):
    """The words of an edition: what its page and its entry in feeds tell for ever."""

    title: Words = Field(min_length=1, examples=[{"ru": "Кто будет охранять реку?", "en": "Who will guard the river?"}])
    """The heading of the briefing."""
    subject: Words = Field(min_length=1, examples=[{"ru": "Утопия и миссия", "en": "Utopia and the mission"}])
    """What it was about."""
    bottom_line: Words = Field(min_length=1, examples=[{"ru": "Рассчитывать нельзя.", "en": "Plan for absence."}])
    """What it told to take away, in the Markdown of the briefing."""
    background: Words = Field(default_factory=dict, examples=[{"ru": "…", "en": "…"}])
    """Its background, in the Markdown of the briefing."""
    known: PartialDate | None = Field(default=None, examples=["2031-05-02"])
    """The latest publication among its articles: as known on that day."""
    tracked: dict[Id, Words] = Field(default_factory=dict, examples=[{"join-river-mission": {"ru": "…", "en": "…"}}])
    """The questions that it followed."""
    records: dict[Reference, Told] = Field(default_factory=dict, examples=[{}])
    """Its articles and records by their full names."""
    actors: tuple[Id, ...] = Field(default=(), examples=[["ivan-testov", "utopia"]])
    """The actors that its pages named: their addresses stay."""
    channels: tuple[Id, ...] = Field(default=(), examples=[["example-wire"]])
    """The channels that its pages named."""


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
    said: Said | None = Field(
        default=None,
        examples=[
            {
                "title": {"ru": "Кто будет охранять реку?", "en": "Who will guard the river?"},
                "subject": {"ru": "Утопия и миссия", "en": "Utopia and the mission"},
                "bottom_line": {"ru": "Рассчитывать нельзя.", "en": "Plan for absence."},
            }
        ],
    )
    """The words of the edition; the first editions of a project may have been released before words were kept."""

    @property
    def expected_code(self) -> str:
        """The code that belongs to what the manifest holds."""
        return edition_code(self.briefing, self.number, self.date.text, self.records, self.said)

    @property
    def text(self) -> str:
        """The manifest as it stands in its file: only what has a value, so that a new field changes no old file."""
        return self.model_dump_json(indent=1, exclude_defaults=True) + "\n"


def edition_code(briefing: str, number: int, date: str, records: Mapping[str, RecordDigest], said: Said | None) -> str:
    """Return the code of an edition: eight hexadecimal digits over all that it holds."""
    hashes = {
        key: [record.facts, *(record.words[name] for name in sorted(record.words))] for key, record in records.items()
    }
    held: list[Any] = [briefing, number, date, sorted(hashes.items())]
    if said is not None:
        words = said.model_dump_json(exclude_defaults=True)
        held.append(json.dumps(json.loads(words), ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    digits = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8].upper()
    return f"{digits[:4]}-{digits[4:]}"


def words_of(text: Bilingual | None) -> Words:
    """Return the words of a text for readers, as an edition keeps them."""
    if text is None:
        return {}
    return {language: words for language in SITE_LANGUAGES if (words := text.words(language)) is not None}
