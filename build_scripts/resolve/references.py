"""Every id that a file mentions is the id of something; an unknown one is told with the nearest names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.article import Article
from ..model.bilingual import Bilingual
from ..model.briefing import Briefing, Conflict, Question, Relation
from ..model.chain import THIS, UNKNOWN
from ..model.corpus import Corpus, full_key
from ..model.place import Place
from ..model.problem import Problem, error
from ..model.prose import references_in
from ..model.record import Position
from ..model.registry import names_of
from ..nearest import nearest

EDITORS = "editors"
"""In a translation: we made it ourselves."""

Names = Mapping[str, tuple[str, ...]]


MOST_HINTS = 50
"""Unknown names that are told with the nearest known ones; who has more of them has lost a whole file."""


class _Register:
    """All ids of a corpus with the names under which people may look for them."""

    def __init__(self, corpus: Corpus) -> None:
        documents = corpus.documents
        self._broken = documents.broken
        self._broken_kinds = documents.broken_kinds
        self._hints = MOST_HINTS
        self.actors = {key: (*names_of(entry), *entry.formerly) for key, entry in documents.actors.items()}
        self.channels = {key: (*names_of(entry), *entry.formerly) for key, entry in documents.channels.items()}
        self.sources: Names = {**self.channels, **self.actors}
        self.articles: Names = {key: _both(article.title) for key, article in documents.articles.items()}
        self.questions: Names = {key: _both(q.text) for key, (_, q) in documents.tracked().items()}
        self.records: Names = dict.fromkeys(corpus.records, ())

    def ask(
        self, name: str, known: Names, place: Place, kind: str, *, extra: tuple[str, ...] = ()
    ) -> Iterator[Problem]:
        """Yield a problem if `name` is not known, unless the file that may hold it is broken: that is told already."""
        if name in known or name in extra or self._may_be_lost(name, kind):
            return
        self._hints -= 1
        near = nearest(name, {**known, **dict.fromkeys(extra, ())}) if self._hints >= 0 else []
        yield error(place, f"unknown-{kind}", id=name, near=near)

    def ask_record(self, reference: str, owner: Briefing, place: Place) -> Iterator[Problem]:
        """Yield a problem if a reference leads to no record; the hint keeps to records that it may mean."""
        name = full_key(owner, reference)
        if name in self.records or self._may_be_lost(name, "record"):
            return
        self._hints -= 1
        article, _, tail = name.partition("/")
        near = [key for key in self.records if key.endswith(f"/{tail}")][:3]
        if not near and self._hints >= 0:
            siblings = [key for key in self.records if key.startswith(f"{article}/")]
            near = nearest(reference, siblings or self.records)
        yield error(place, "unknown-record", id=reference, near=near)

    def _may_be_lost(self, name: str, kind: str) -> bool:
        lost = not self._broken_kinds.isdisjoint(_HOLDERS.get(kind, ()))
        return lost or name.partition("/")[0] in self._broken


_HOLDERS = {"actor": ("actors",), "channel": ("channels",), "source": ("actors", "channels"), "question": ("briefing",)}
"""The kinds of files that hold the things which other files name."""


def dangling(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for every reference that leads nowhere."""
    register = _Register(corpus)
    for article in corpus.documents.articles.values():
        yield from _article(article, register)
    for briefing in corpus.documents.briefings.values():
        yield from _briefing(briefing, corpus, register)


def _article(article: Article, known: _Register) -> Iterator[Problem]:
    yield from known.ask(article.channel, known.channels, article.place("channel"), "channel", extra=(UNKNOWN,))
    yield from _hops(article, known)
    chains: Names = dict.fromkeys(article.chains, ())
    for record in article.evidenced:
        if record.chain:
            yield from known.ask(record.chain, chains, record.place("chain"), "chain")
    for quote in article.quotes:
        yield from known.ask(quote.speaker, known.actors, quote.place("speaker"), "actor", extra=(UNKNOWN,))
        for index, translation in enumerate(quote.translations):
            place = quote.place("translations", index, "by")
            yield from known.ask(translation.by, known.sources, place, "source", extra=(EDITORS,))
    for event in article.events:
        for index, actor in enumerate(event.actors):
            yield from known.ask(actor, known.actors, event.place("actors", index), "actor")
    for position in article.positions:
        yield from known.ask(position.actor, known.actors, position.place("actor"), "actor")
        yield from known.ask(position.question, known.questions, position.place("question"), "question")


def _hops(article: Article, known: _Register) -> Iterator[Problem]:
    for name, chain in article.chains.items():
        for index, hop in enumerate(chain):
            if hop.by:
                place = article.place("chains", name, index, "by")
                yield from known.ask(hop.by, known.sources, place, "source", extra=(THIS, UNKNOWN))


def _briefing(briefing: Briefing, corpus: Corpus, known: _Register) -> Iterator[Problem]:
    for index, name in enumerate(briefing.articles):
        yield from known.ask(name, known.articles, briefing.place("articles", index), "article")
    for field in ("bottom_line", "background"):
        text: Bilingual | None = getattr(briefing, field)
        for language in ("ru", "en"):
            for reference in references_in((text and text.words(language)) or ""):
                place = briefing.place_of(f"[[{reference}]]", field, language)
                yield from known.ask_record(reference, briefing, place)
    for change in briefing.changes:
        for field, reference in (("from", change.from_), ("to", change.to)):
            yield from known.ask_record(reference, briefing, change.place(field))
            yield from _position(full_key(briefing, reference), change.place(field), corpus)
    listed: tuple[Conflict | Question, ...] = (*briefing.conflicts, *briefing.questions)
    for record in listed:
        yield from _listed(briefing, record, known)
    for relation in briefing.relations:
        yield from _related(briefing, relation, known)


def _position(key: str, place: Place, corpus: Corpus) -> Iterator[Problem]:
    if key in corpus.records and not isinstance(corpus.records[key][1], Position):
        yield error(place, "not-a-position", id=key)


def _listed(briefing: Briefing, record: Conflict | Question, known: _Register) -> Iterator[Problem]:
    for index, reference in enumerate(record.records):
        yield from known.ask_record(reference, briefing, record.place("records", index))


def _related(briefing: Briefing, relation: Relation, known: _Register) -> Iterator[Problem]:
    for field, reference in (("from", relation.from_), ("to", relation.to)):
        yield from known.ask_record(reference, briefing, relation.place(field))


def _both(text: Bilingual) -> tuple[str, ...]:
    return tuple(words for words in (text.ru, text.en) if words)
