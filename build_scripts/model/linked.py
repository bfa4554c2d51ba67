"""A corpus with its connections: what the pages need to know beyond the files themselves."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .article import Article
from .briefing import Briefing, Change, Conflict, Judged, Kinship, Question, Relation
from .chain import Hop, Manner
from .corpus import Corpus, full_key, key_of
from .date import PartialDate
from .edition import Edition, Said
from .record import Event, Position, Quote


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a timeline. `bound` is its date, or the computed bound where the text gives none."""

    key: str
    article: Article
    event: Event
    bound: PartialDate
    bounded_by: str = ""
    """The full name of the later event that bounds it, where that bound is nearer than the publication."""
    follows: str = ""
    """The full name of the earlier event before which it was not."""

    @property
    def is_dated(self) -> bool:
        """Whether the event stands in the dated lane."""
        return self.event.date.is_dated

    @property
    def is_computed(self) -> bool:
        """Whether the bound is computed, from the publication or a later event, and not written by anybody."""
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
    stated: str = field(default="", compare=False)
    """Its name if nothing were presumed: the count of these is what presumptions save us from."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source in the network of a briefing: an article that was read, or somebody whom chains lead to."""

    name: str
    article: Article
    """The article itself, or the one in which the source was met first."""
    hop: Hop
    column: int
    """The farthest from a text that a chain places it; 0 are the texts."""
    records: int
    """How many records have their origin here."""
    presumed: int
    """How many of these do so by our presumption."""
    is_presumed: bool
    """Whether no chain leads here without a presumption."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Who carries whom, and how, in all chains of a briefing taken together."""

    start: str
    end: str
    how: tuple[Manner, ...]
    is_presumed: bool


@dataclass(frozen=True, slots=True)
class Network:
    """All chains of a briefing as one graph: a source that several chains share stands there once."""

    sources: tuple[Source, ...]
    """Column by column."""
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a later state of a briefing says otherwise than an edition of it, as full names of records."""

    edition: Edition
    said: Said | None
    """The words of the later state, where they were kept."""
    added: tuple[str, ...]
    changed: tuple[str, ...]
    reworded: tuple[str, ...]
    """The facts are the same; the words in one of the languages, or the name of who acts, are not."""
    withdrawn: tuple[str, ...]
    dropped: tuple[str, ...]
    """What stood in the edition and is in the later state no longer."""
    alike: int
    """How many records both tell alike."""

    @property
    def is_current(self) -> bool:
        """Whether a printout of the edition still says what the later state says."""
        return not (self.added or self.changed or self.reworded or self.withdrawn or self.dropped)


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
    since: Mapping[str, tuple[Difference, ...]]
    """For each briefing, its editions, oldest first, each compared with what the briefing says now."""
    steps: Mapping[str, Mapping[int, Difference]]
    """For each briefing, by the number of each edition but the first, what it changed against the one before."""
    networks: Mapping[str, Network]
    """For each briefing, all its chains as one graph."""
    contents: Mapping[str, str]
    """For each briefing, a hash over everything it says: 16 hexadecimal digits."""

    def articles(self, briefing: Briefing) -> tuple[Article, ...]:
        """The articles of a briefing, oldest publication first."""
        known = self.corpus.documents.articles
        found = [known[name] for name in briefing.articles if name in known]
        return tuple(sorted(found, key=lambda article: (article.published.date.sort_key, article.id)))

    def known(self, key: str) -> datetime.date | None:
        """The day by which a record could be known: the latest publication among the texts that it rests on."""
        owner, record = self.corpus.records[key]
        if isinstance(owner, Article):
            return owner.published.date.latest
        assert isinstance(record, Judged)
        days = [self.known(full_key(owner, each)) for each in record.references]
        latest = self.as_of(owner)
        return max((day for day in days if day), default=latest.latest if latest else None)

    def distinct(self, entries: Iterable[Entry]) -> int:
        """How many different events there are at least: what is possibly the same is counted once."""
        group: dict[str, set[str]] = {}
        for briefing in self.corpus.documents.briefings.values():
            for relation in briefing.relations:
                if relation.kind is Kinship.POSSIBLY_SAME and relation.withdrawn is None:
                    one, two = (full_key(briefing, each) for each in relation.references)
                    joined = group.get(one, {one}) | group.get(two, {two})
                    group.update(dict.fromkeys(joined, joined))
        return len({min(group.get(entry.key, {entry.key})) for entry in entries})

    def entries(self, briefing: Briefing) -> tuple[Entry, ...]:
        """The events of a briefing, in the order of the timeline."""
        return tuple(entry for entry in self.timeline if entry.article.id in briefing.articles)

    def origins_of(self, briefing: Briefing) -> frozenset[Origin]:
        """The origins of all records in the articles of a briefing."""
        return frozenset(self.origins[key] for key in self.evidenced_in(briefing))

    def presumed_away(self, briefing: Briefing) -> int:
        """How many more origins a briefing would have if nothing were presumed."""
        found = [self.origins[key] for key in self.evidenced_in(briefing)]
        return len({origin.stated for origin in found}) - len({origin.name for origin in found})

    def on_unnamed(self, briefing: Briefing) -> dict[str, list[str]]:
        """The records of a briefing that rest on an origin nobody names, and on no other, origin by origin."""
        found: dict[str, list[str]] = {}
        for key in self.evidenced_in(briefing):
            if self.origins[key].kind is OriginKind.UNNAMED:
                found.setdefault(self.origins[key].name, []).append(key)
        return found

    def evidenced_in(self, briefing: Briefing) -> tuple[str, ...]:
        """The full names of the records on words in the articles of a briefing."""
        return tuple(key_of(article, each) for article in self.articles(briefing) for each in article.evidenced)

    def as_of(self, briefing: Briefing) -> PartialDate | None:
        """The latest publication date of a briefing's articles: what was known by then is in it."""
        return latest_publication(self.articles(briefing))


def latest_publication(articles: Iterable[Article]) -> PartialDate | None:
    """Return the latest publication date of some articles; None where none has one."""
    dates = [article.published.date for article in articles]
    return max((date for date in dates if date.latest is not None), key=lambda date: date.sort_key, default=None)
