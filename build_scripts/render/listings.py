"""Which records a page lists, in which order. Knows no language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import TypeVar

from ..model.article import Article
from ..model.briefing import Briefing, Change, Question, State
from ..model.corpus import full_key, key_of
from ..model.date import PartialDate, SortKey
from ..model.evidence import Evidence
from ..model.linked import Card, Entry, Linked, Origin
from ..model.record import Position, Quote
from ..model.registry import Actor

UNKNOWN = PartialDate.parse("unknown")

Dated = TypeVar("Dated", Article, Briefing)


class Listings:
    """The lists of one linked corpus."""

    def __init__(self, linked: Linked) -> None:
        self._linked = linked
        self._documents = linked.corpus.documents

    def latest_briefings(self) -> list[Briefing]:
        """Briefings, the one with the newest article first."""
        return _newest_first(self._documents.briefings.values(), self._linked.as_of)

    def latest_articles(self) -> list[Article]:
        """Articles, the newest publication first."""
        return _newest_first(self._documents.articles.values(), lambda article: article.published.date)

    def latest_changes(self) -> list[tuple[Briefing, Change]]:
        """Judged changes of all briefings, in the order of their briefings."""
        return [(briefing, change) for briefing in self.latest_briefings() for change in briefing.changes]

    def changes_by_earlier(self, briefing: Briefing) -> dict[str, list[Change]]:
        """Judged changes of a briefing by the earlier position, in the order of the file."""
        found: dict[str, list[Change]] = {}
        for change in briefing.changes:
            found.setdefault(change.from_, []).append(change)
        return found

    def open_questions(self) -> list[tuple[Briefing, Question]]:
        """Questions still open, those first that the newest texts raise."""
        pairs = [(briefing, question) for briefing in self.latest_briefings() for question in briefing.questions]
        found = [(briefing, question) for briefing, question in pairs if question.status is State.OPEN]
        return sorted(found, key=lambda row: self._linked.known(key_of(*row)) or datetime.date.min, reverse=True)

    def quotes_in(self, articles: Iterable[Article]) -> list[tuple[Article, Quote]]:
        """The quotes of some articles."""
        return [(article, quote) for article in articles for quote in article.quotes]

    def positions_on(self, question: str, articles: Iterable[Article]) -> list[tuple[Article, Position]]:
        """The positions on a tracked question in some articles, oldest first; those of one day as they are written."""
        found = [(article, each) for article in articles for each in article.positions if each.question == question]
        return sorted(found, key=lambda row: (row[1].as_of.sort_key, row[0].id))

    def origins_of_rows(self, rows: Iterable[tuple[Article, Position]]) -> set[Origin]:
        """The origins on which some positions rest."""
        return {self._linked.origins[key_of(article, position)] for article, position in rows}

    def period(self, rows: Iterable[tuple[Article, Position]]) -> PartialDate | None:
        """The time from the first to the last day for which positions are stated; None where a day is missing."""
        days = [position.as_of.latest for _, position in rows]
        known = sorted(day for day in days if day is not None)
        if len(known) < 2 or len(known) < len(days) or known[0] == known[-1]:
            return None
        return PartialDate.parse(f"{known[0]}/{known[-1]}")

    def rows_of(self, article: Article) -> list[tuple[Article, Position]]:
        """The positions of one article, in the order of the file."""
        return [(article, position) for position in article.positions]

    def position(self, briefing: Briefing, reference: str) -> Position:
        """The position that a change of a briefing refers to."""
        record = self._linked.corpus.evidenced(full_key(briefing, reference))[1]
        assert isinstance(record, Position)
        return record

    def by_question(self, rows: Iterable[tuple[Article, Position]]) -> dict[str, list[tuple[Article, Position]]]:
        """Positions grouped by the question they answer, in order of first mention."""
        groups: dict[str, list[tuple[Article, Position]]] = {}
        for article, position in rows:
            groups.setdefault(position.question, []).append((article, position))
        return groups

    def latest_by_question(
        self, rows: Iterable[tuple[Article, Position]]
    ) -> dict[str, tuple[Article, PartialDate, list[Position]]]:
        """For each question, what was stated for the latest date and by which text."""
        ordered = sorted(rows, key=lambda row: row[1].as_of.sort_key)
        return {question: by_date(found)[-1] for question, found in self.by_question(ordered).items()}

    def texts_of(self, card: Card) -> list[Article]:
        """The articles that have a record or a chain of an actor, oldest publication first."""
        found = {row[0].id: row[0] for row in (*card.quotes, *card.positions, *card.chains)}
        found |= {entry.article.id: entry.article for entry in card.events}
        return sorted(found.values(), key=lambda article: (article.published.date.sort_key, article.id))

    def entries_of(self, article: Article) -> list[Entry]:
        """The events of one article, in the order of the timeline."""
        return [entry for entry in self._linked.timeline if entry.article is article]

    def actors_in(self, articles: Iterable[Article]) -> list[str]:
        """The actors that records of some articles name, in order of first mention."""
        names: dict[str, None] = {}
        for article in articles:
            for quote in article.quotes:
                names.setdefault(quote.speaker)
            for event in article.events:
                names.update(dict.fromkeys(event.actors))
            for position in article.positions:
                names.setdefault(position.actor)
        return [name for name in names if name in self._documents.actors]

    def actors_of(self, kind: str) -> list[tuple[str, Actor]]:
        """The registered actors of a kind, by id."""
        return [(name, actor) for name, actor in self._documents.actors.items() if actor.kind == kind]

    def chains_with(self, source: str) -> list[tuple[Article, str]]:
        """The chains in which a channel is a hop: the article and the name of the chain."""
        return [
            (article, name)
            for article in self._documents.articles.values()
            for name, hops in article.chains.items()
            if any(hop.by == source for hop in hops)
        ]

    def used_words(self, article: Article) -> list[tuple[str, tuple[Evidence, ...]]]:
        """The records of an article with the evidence that was found for them."""
        return [(record.id, self._linked.corpus.evidence[key_of(article, record)]) for record in article.evidenced]

    def copies_of(self, article: Article) -> list[Article]:
        """The other articles that keep the same text."""
        corpus = self._linked.corpus
        text = corpus.stands_for(article)
        every = corpus.documents.articles.values() if corpus.copies else ()
        return [each for each in every if each.id != article.id and corpus.stands_for(each) == text]

    def used_share(self, article: Article) -> int:
        """How much of the kept text records rest on, in whole percent; what two share counts once."""
        spans = sorted((each.start, each.end) for _, found in self.used_words(article) for each in found)
        used, at = 0, 0
        for start, end in spans:
            used += max(0, end - max(start, at))
            at = max(at, end)
        kept = sum(len(passage.strip()) for _, passage in article.passages)
        return min(100, round(100 * used / kept)) if kept else 0

    def kept_share(self, article: Article) -> int:
        """How much of what the capture shows stands in the repository, in whole percent."""
        return min(100, round(100 * self._linked.corpus.documents.kept_share(article)))


def by_date(rows: Iterable[tuple[Article, Position]]) -> list[tuple[Article, PartialDate, list[Position]]]:
    """Group positions by the text that states them and the date for which it does, in the order of first mention."""
    groups: dict[tuple[str, str], tuple[Article, PartialDate, list[Position]]] = {}
    for article, position in rows:
        group = groups.setdefault((article.id, position.as_of.text), (article, position.as_of, []))
        group[2].append(position)
    return list(groups.values())


def in_lane(entries: Iterable[Entry], texts: Iterable[Article]) -> list[Entry | Article]:
    """Return the dated events in their order, with the texts whose date is known between them, each on its day."""
    rows: list[Entry | Article] = [entry for entry in entries if entry.is_dated]
    for text in sorted(texts, key=lambda each: (each.published.date.sort_key, each.id)):
        if text.published.date.is_dated:
            # Behind everything that is not later: what a text tells happened before it was published.
            key = text.published.date.sort_key
            places = [number for number, row in enumerate(rows, start=1) if day_of(row).sort_key <= key]
            rows.insert(max(places, default=0), text)
    return rows


def day_of(row: Entry | Article) -> PartialDate:
    """Return the date, or the bound, by which a row of a timeline has its place."""
    return row.published.date if isinstance(row, Article) else row.bound


def _newest_first(items: Iterable[Dated], date: Callable[[Dated], PartialDate | None]) -> list[Dated]:
    """Sort by date, newest first; what has no date comes last."""
    known = sorted(items, key=lambda item: (_key(date(item)), item.id), reverse=True)
    return sorted(known, key=lambda item: (date(item) or UNKNOWN).latest is None)


def _key(date: PartialDate | None) -> SortKey:
    return (date or UNKNOWN).sort_key
