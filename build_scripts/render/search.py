"""What the search finds, and by what it can be narrowed down: pages, and single records that open at their place.

Lists (timeline, quotations, questions) are left out, since what stands there is found on its own. Actors and channels
are found as entries and not as pages for the same reason: their pages are lists of records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model.article import Article
from ..model.bilingual import SITE_LANGUAGES, SiteLanguage
from ..model.corpus import key_of
from ..model.date import PartialDate
from ..model.evidence import joined_words
from ..model.findable import Findable
from ..model.linked import Linked
from ..model.page import address_of
from ..model.record import Event, Evidenced, Position, Quote
from ..model.registry import Actor, Channel, names_of
from .foreign import in_marks
from .listings import Listings
from .view import View

Labels = tuple[str, ...]

WEIGHTS = {"actor": 10.0, "channel": 10.0, "briefing": 4.0, "edition": 0.2, "help": 0.1}
"""Of what has the same words, first who bears the name, then the briefing; earlier editions and help come last."""


def findables(linked: Linked, handwritten: Mapping[SiteLanguage, Iterable[str]]) -> tuple[Findable, ...]:
    """Return everything that can be found, in both languages. `handwritten` are the pages of each that help readers."""
    return tuple(
        found for language in SITE_LANGUAGES for found in _Finding(linked, language).everything(handwritten[language])
    )


class _Finding:
    """The findables of one language."""

    def __init__(self, linked: Linked, language: SiteLanguage) -> None:
        self._linked = linked
        self._documents = linked.corpus.documents
        self._lists = Listings(linked)
        self._view = View(linked, language, "index.md")

    def everything(self, handwritten: Iterable[str]) -> Iterator[Findable]:
        yield from self._briefings()
        for path in (*handwritten, "contribute/problems.md"):
            yield self._page(path, "help", [], [], [])
        for article in self._documents.articles.values():
            names = self._lists.actors_in([article])
            years = _years([article.published.date])
            yield self._page(f"articles/{article.id}.md", "article", names, years, [article.channel])
            yield from (self._record(article, record) for record in article.evidenced)
        for name, actor in self._documents.actors.items():
            kind = self._view.t(f"actor-kind.{actor.kind}")
            yield self._entry(f"actors/{name}/", "actor", actor, kind, actors=[name])
        for name, channel in self._documents.channels.items():
            kind = self._view.t(f"channel-kind.{channel.kind}")
            yield self._entry(f"sources/#channel-{name}", "channel", channel, kind, channels=[name])

    def _briefings(self) -> Iterator[Findable]:
        for briefing in self._documents.briefings.values():
            articles = self._linked.articles(briefing)
            names, channels = self._lists.actors_in(articles), [article.channel for article in articles]
            dates = [article.published.date for article in articles]
            dates += [entry.event.date for entry in self._linked.entries(briefing)]
            yield self._page(f"briefings/{briefing.id}.md", "briefing", names, _years(dates), channels)
            for edition in self._documents.editions.get(briefing.id, ()):
                path = f"briefings/{briefing.id}/editions/{edition.number}.md"
                yield self._page(path, "edition", [], _years([edition.date]), [])

    def _page(
        self, path: str, kind: str, actors: Iterable[str], years: Iterable[str], channels: Iterable[str]
    ) -> Findable:
        named = tuple(actors)
        facets = self._facets(kind, named, years, channels)
        return Findable(self._view.language, address_of(path), facets, WEIGHTS.get(kind, 1), self._names(named))

    def _entry(
        self,
        address: str,
        kind: str,
        named: Actor | Channel,
        what: str,
        actors: Iterable[str] = (),
        channels: Iterable[str] = (),
    ) -> Findable:
        about = " · ".join([what, *([self._view.plain(named.description)] if named.description else [])])
        facets = self._facets(kind, tuple(actors), (), channels)
        title = self._view.plain(named.name)
        return Findable(self._view.language, address, facets, WEIGHTS[kind], tuple(_all_names(named)), title, about)

    def _record(self, article: Article, record: Evidenced) -> Findable:
        if isinstance(record, Quote):
            return self._quote(article, record)
        if isinstance(record, Event):
            about = [self._view.date(record.date)]
            # An event without a date has no year, whatever the year of the text.
            return self._at(
                article, record, "event", record.actors, [record.date], self._view.plain(record.what), about
            )
        assert isinstance(record, Position)
        title = f"{self._view.t(f'stance.{record.stance}')}: {self._view.plain(record.scope)}"
        dates = [record.as_of if record.as_of.is_dated else article.published.date]
        names = self._actor_names([record.actor])
        condition = [self._view.plain(record.condition)] if record.condition else []
        return self._at(article, record, "position", (record.actor,), dates, title, names, condition)

    def _quote(self, article: Article, record: Quote) -> Findable:
        key = key_of(article, record)
        found = self._linked.corpus.evidence[key]
        words = joined_words(found, [each.printed for each in found])
        title = in_marks(words, article.language) if self._view.is_verified(key) else words
        ours = [each.text for each in record.translations if each.language == self._view.language]
        # What somebody said is as old as the text that says so.
        dates = [record.said if record.said.is_dated else article.published.date]
        about = [*self._actor_names([record.speaker]), *ours]
        further = [each.text for each in record.translations]
        return self._at(article, record, "quote", (record.speaker,), dates, title, about, further)

    def _at(
        self,
        article: Article,
        record: Evidenced,
        kind: str,
        actors: Iterable[str],
        dates: Iterable[PartialDate],
        title: str,
        about: Iterable[str],
        further: Iterable[str] = (),
    ) -> Findable:
        """Return a record at its place on the page of its article."""
        named = tuple(actors)
        printed = (each.printed for each in self._linked.corpus.evidence[key_of(article, record)])
        return Findable(
            self._view.language,
            f"articles/{article.id}/#{record.id}",
            self._facets(kind, named, _years(dates), [article.channel]),
            names=self._names(named),
            title=title,
            written_in=article.language if kind == "quote" else self._view.language,
            about=" · ".join([*about, self._view.text_of(article)]),
            words=" ".join([*printed, *further]),
        )

    def _facets(
        self, kind: str, actors: Iterable[str], years: Iterable[str], channels: Iterable[str]
    ) -> dict[str, Labels]:
        """Return the labels by which a result is found when results are narrowed down."""
        known = self._documents.channels
        unknown = self._view.t("page.channel-unknown")
        named = (self._view.plain(known[each].name) if each in known else unknown for each in channels)
        found = {
            "kind": (self._view.t(f"search-kind.{kind}"),),
            "actor": self._actor_names(actors),
            "year": tuple(years),
            "channel": tuple(dict.fromkeys(named)),
        }
        return {name: labels for name, labels in found.items() if labels}

    def _actor_names(self, names: Iterable[str]) -> Labels:
        actors = self._documents.actors
        return tuple(dict.fromkeys(self._view.plain(actors[name].name) for name in names if name in actors))

    def _names(self, names: Iterable[str]) -> Labels:
        actors = self._documents.actors
        return tuple(dict.fromkeys(each for name in names if name in actors for each in _all_names(actors[name])))


def _years(dates: Iterable[PartialDate]) -> list[str]:
    """Return every year in which the dates begin or end, a bound being no date."""
    ends = [day for date in dates if date.is_dated for day in (date.earliest, date.latest) if day]
    return sorted({str(day.year) for day in ends})


def _all_names(named: Actor | Channel) -> Iterator[str]:
    """Yield the names of somebody in both languages and every script, with the forms that stemming would miss."""
    for name in names_of(named):
        yield name
        # The stemmer takes the end of such a surname for the ending of a case, and then «Алиева» is another word.
        yield from (f"{word}а" for word in name.split() if word.endswith(("ов", "ев", "ёв")))
