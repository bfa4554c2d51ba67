"""Two copies of one text are one: one of them goes, or an editor relates what both report."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.article import Article
from ...model.copies import Likeness
from ...model.corpus import Corpus, full_key, key_of
from ...model.folded import fold
from ...model.place import Place
from ...model.problem import Problem, note
from ...model.record import Evidenced


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a note for each article that is a copy of an earlier one and related to it by no record."""
    related = _related(corpus)
    articles = corpus.documents.articles
    for name, copy in corpus.copies.items():
        if frozenset((name, copy.of)) not in related:
            article, first = articles[name], articles[copy.of]
            near = _proposal(first, article)
            yield note(_place(article, copy.by), "text-twice", copy.by.value, id=name, first=copy.of, near=near)


def _place(article: Article, likeness: Likeness) -> Place:
    if likeness is Likeness.FILE:
        return article.place("capture", "sha256")
    return article.place("text" if likeness is Likeness.WORDS else "url" if article.url else "archived")


def _related(corpus: Corpus) -> set[frozenset[str]]:
    """Return the pairs of articles of which some briefing relates two records."""
    return {
        frozenset(full_key(briefing, each).partition("/")[0] for each in relation.references)
        for briefing in corpus.documents.briefings.values()
        for relation in briefing.relations
        if relation.withdrawn is None
    }


def _proposal(one: Article, other: Article) -> str:
    """Return the relation of the first two records of one kind that stand on the same words; nothing where none do."""
    pairs: tuple[tuple[tuple[Evidenced, ...], tuple[Evidenced, ...]], ...] = (
        (one.events, other.events),
        (one.positions, other.positions),
        (one.quotes, other.quotes),
    )
    for earlier, later in pairs:
        standing_on = {_words(record): record for record in reversed(earlier)}
        for record in later:
            same = standing_on.get(_words(record))
            if same is not None:
                return f"{{from: {key_of(one, same)}, kind: possibly-same, to: {key_of(other, record)}}}"
    return ""


def _words(record: Evidenced) -> tuple[str, ...]:
    return tuple(fold(excerpt.words).strip() for excerpt in record.excerpts)
