"""Attribution chains: who published, whom they retell, whom those cite, down to where the text stops."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, StrictBool

from .bilingual import Bilingual
from .date import PartialDate
from .node import Id, Node, Reference

THIS = "this"
"""In a hop: the article itself."""

UNKNOWN = "unknown"
"""In place of an id: the text does not say, and that is an answer."""


class Manner(StrEnum):
    """How a hop carries the next one."""

    PUBLISHES = "publishes"
    RETELLS = "retells"
    CITES = "cites"
    EMBEDS = "embeds"
    TRANSLATES = "translates"
    PARAPHRASES = "paraphrases"


class Hop(Node):
    """One link of an attribution chain."""

    by: Id | None = Field(default=None, examples=["this", "example-wire"])
    """Who: `this` for the article itself, else an actor or a channel. Exactly one of `by` and `unnamed` is written."""
    unnamed: Bilingual | None = Field(default=None, examples=[{"ru": "надёжные источники", "en": "reliable sources"}])
    """How the text calls a source it does not name."""
    how: Manner | None = Field(default=None, examples=["retells"])
    """How this hop carries the next one; the last hop has none, or `publishes`."""
    read: StrictBool = Field(default=False, examples=[True])
    """Whether this is the hop whose text we hold. Every chain has exactly one."""
    presumed: StrictBool = Field(default=False, examples=[True])
    """Whether the link is our presumption and not stated by the text."""
    date: PartialDate | None = Field(default=None, examples=["2031-05-02", "unknown"])
    """When this hop spoke or published, where the text says."""
    same_as: Reference | None = Field(default=None, examples=["2031-03-28-treaty-first/capital"])
    """On an unnamed last hop: a chain, `article-id/chain`, that presumably ends in the same source; both count once."""


Chain = tuple[Hop, ...]
"""Hops from the nearest to the farthest."""

ARTICLE_VOICE: Chain = (Hop(by=THIS, read=True),)
"""The chain of a record without one: the article speaks for itself."""
