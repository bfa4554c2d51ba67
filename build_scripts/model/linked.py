"""A corpus with its connections: what the pages need to know beyond the files themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .article import Article
from .briefing import Briefing, Change, Conflict, Question, Relation
from .corpus import Corpus, key_of
from .date import PartialDate
from .edition import Edition
from .record import Event, Position, Quote


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a timeline. `bound` is its date, or the computed bound where the text gives none."""

    key: str
    article: Article
    event: Event
    bound: PartialDate

    @property
    def is_dated(self) -> bool:
        """Whether the event stands in the dated lane."""
        return self.event.date.is_dated

    @property
    def is_computed(self) -> bool:
        """Whether the bound is computed from the publication and not written by anybody."""
        return self.bound != self.event.date


@dataclass(frozen=True, slots=True)
class Doubts:
    """The judged records of briefings that name one record."""

    changes: tuple[tuple[Briefing, Change], ...] = ()
    conflicts: tuple[tuple[Briefing, Conflict], ...] = ()
    questions: tuple[tuple[Briefing, Question], ...] = ()
    relations: tuple[tuple[Briefing, Relation], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """All that the corpus holds of one actor."""

    quotes: tuple[tuple[Article, Quote], ...] = ()
    events: tuple[Entry, ...] = ()
    positions: tuple[tuple[Article, Position], ...] = ()
    chains: tuple[tuple[Article, str], ...] = ()
    """Chains in which the actor is a hop: the article and the name of the chain."""
    briefings: tuple[Briefing, ...] = ()


class OriginKind(StrEnum):
    """Who stands at the end of a chain."""

    NAMED = "named"
    UNNAMED = "unnamed"
    OWN_VOICE = "own-voice"
    """The article itself: it cites nobody."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The end of an attribution chain. Two records of the same name rest on the same origin."""

    name: str
    kind: OriginKind


@dataclass(frozen=True, slots=True)
class Since:
    """What a briefing says otherwise than an edition did, as full names of records."""

    edition: Edition
    added: tuple[str, ...]
    changed: tuple[str, ...]
    reworded: tuple[str, ...]
    """The facts are the same, the words in one of the languages are not."""
    withdrawn: tuple[str, ...]

    @property
    def is_current(self) -> bool:
        """Whether a printout of the edition still says what the briefing says."""
        return not (self.added or self.changed or self.reworded or self.withdrawn)


@dataclass(frozen=True)
class Linked:
    """The corpus and its connections. Keys of records are `owner-id/record-id`."""

    corpus: Corpus
    timeline: tuple[Entry, ...]
    """All events: the dated ones in order, then the undated in order of their bounds."""
    cards: Mapping[str, Card]
    doubts: Mapping[str, Doubts]
    """For each record that a judged record names; others are not there."""
    briefings_of: Mapping[str, tuple[Briefing, ...]]
    """For each article, the briefings compiled from it."""
    origins: Mapping[str, Origin]
    """For each record on words, the end of its chain."""
    since: Mapping[str, tuple[Since, ...]]
    """For each briefing, its editions, oldest first, each compared with what the briefing says now."""

    def articles(self, briefing: Briefing) -> tuple[Article, ...]:
        """The articles of a briefing, oldest publication first."""
        known = self.corpus.documents.articles
        found = [known[name] for name in briefing.articles if name in known]
        return tuple(sorted(found, key=lambda article: (article.published.date.sort_key, article.id)))

    def entries(self, briefing: Briefing) -> tuple[Entry, ...]:
        """The events of a briefing, in the order of the timeline."""
        return tuple(entry for entry in self.timeline if entry.article.id in briefing.articles)

    def origins_of(self, briefing: Briefing) -> frozenset[Origin]:
        """The origins of all records in the articles of a briefing."""
        return frozenset(self.origins[key] for key in self.evidenced_in(briefing))

    def on_unnamed(self, briefing: Briefing) -> tuple[str, ...]:
        """The records of a briefing that rest on an origin nobody names, and on no other."""
        return tuple(key for key in self.evidenced_in(briefing) if self.origins[key].kind is OriginKind.UNNAMED)

    def evidenced_in(self, briefing: Briefing) -> tuple[str, ...]:
        """The full names of the records on words in the articles of a briefing."""
        return tuple(key_of(article, each) for article in self.articles(briefing) for each in article.evidenced)

    def as_of(self, briefing: Briefing) -> PartialDate | None:
        """The latest publication date of a briefing's articles: what was known by then is in it."""
        dates = [article.published.date for article in self.articles(briefing)]
        known = [date for date in dates if date.latest is not None]
        return max(known, key=lambda date: date.sort_key) if known else None
