"""The registries: who acts, who publishes, and how terms are translated."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, RootModel, StringConstraints

from .bilingual import Bilingual
from .foreign import THEIRS
from .node import Id, LanguageTag, Line, Node, WebAddress
from .record import Revision

WikidataId = Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]{0,11}$")]

Aliases = Annotated[tuple[Line, ...], Field(max_length=100), THEIRS]


Former = Annotated[tuple[Id, ...], Field(max_length=100)]


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    ACCOUNT = "account"


class Actor(Node):
    """A person, organisation, state or account."""

    kind: ActorKind = Field(examples=["person"])
    """What it is."""
    name: Bilingual = Field(examples=[{"ru": "Иван Тестов", "en": "Ivan Testov"}])
    """The name in both languages."""
    aliases: Aliases = Field(default=(), examples=[["Тестов", "I. Testov"]])
    """Other names in any script: one body with three names is one actor."""
    description: Bilingual | None = Field(
        default=None, examples=[{"ru": "министр иностранных дел Утопии", "en": "foreign minister of Utopia"}]
    )
    """Who that is, in a few words; what the world knows belongs here and not into an event."""
    wikidata: WikidataId | None = Field(default=None, examples=["Q42"])
    """The identifier in Wikidata."""
    formerly: Former = Field(default=(), examples=[["i-testov"]])
    """Ids that it had before, the oldest first: editions name it by them, and its old addresses lead here."""
    withdrawn: Revision | None = Field(
        default=None, examples=[{"date": "2031-05-09", "reason": {"ru": "…", "en": "…"}}]
    )
    """When and why nothing rests on it any more; an entry that an edition names is never deleted."""


class ChannelKind(StrEnum):
    """What a channel is."""

    OUTLET = "outlet"
    AGENCY = "agency"
    ACCOUNT = "account"
    OFFICIAL = "official site"


class Channel(Node):
    """Who published or carried a text."""

    kind: ChannelKind = Field(examples=["agency"])
    """What it is."""
    name: Annotated[Bilingual, THEIRS] = Field(examples=[{"ru": "Example Wire", "en": "Example Wire"}])
    """The name in both languages."""
    aliases: Aliases = Field(default=(), examples=[["ExWire"]])
    """Other names in any script."""
    description: Bilingual | None = Field(
        default=None, examples=[{"ru": "информационное агентство", "en": "news agency"}]
    )
    """What that is, in a few words."""
    language: LanguageTag | None = Field(default=None, examples=["ru"])
    """The language it publishes in."""
    url: Annotated[WebAddress | None, THEIRS] = Field(default=None, examples=["https://wire.example.org/"])
    """Its address."""
    wikidata: WikidataId | None = Field(default=None, examples=["Q42"])
    """The identifier in Wikidata."""
    formerly: Former = Field(default=(), examples=[["ex-wire"]])
    """Ids that it had before, the oldest first: editions name it by them, and its old addresses lead here."""
    withdrawn: Revision | None = Field(
        default=None, examples=[{"date": "2031-05-09", "reason": {"ru": "…", "en": "…"}}]
    )
    """When and why nothing rests on it any more; an entry that an edition names is never deleted."""


def names_of(entry: Actor | Channel) -> tuple[str, ...]:
    """Return every name of an entry, in any script."""
    return (*(name for name in (entry.name.ru, entry.name.en) if name), *entry.aliases)


class Term(Node):
    """A term with a fixed translation."""

    ru: Annotated[Line, THEIRS] = Field(examples=["Речная миссия"])
    """The term in Russian."""
    en: Annotated[Line, THEIRS] = Field(examples=["River Mission"])
    """The term in English."""
    note: Bilingual | None = Field(default=None, examples=[{"ru": "так в тексте", "en": "as the text has it"}])
    """A remark for translators."""


class Actors(RootModel[dict[Id, Actor]]):
    """The registry of actors: an id, then who that is."""


class Channels(RootModel[dict[Id, Channel]]):
    """The registry of channels: an id, then who that is."""


class Glossary(RootModel[dict[Id, Term]]):
    """Fixed translations of terms: an id, then the term in both languages."""
