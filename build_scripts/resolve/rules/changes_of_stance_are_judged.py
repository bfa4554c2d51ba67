"""Where an actor's stance on a question differs between two articles of a briefing, a person has judged the change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from ...model.briefing import Briefing
from ...model.corpus import Corpus, full_key, key_of
from ...model.problem import Problem, warning
from ...model.record import Position


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a warning for each pair of stances that follow each other, differ and are not judged."""
    for briefing in corpus.documents.briefings.values():
        judged = {
            frozenset((full_key(briefing, change.from_), full_key(briefing, change.to))) for change in briefing.changes
        }
        if any(not _joins_two(corpus, pair) for pair in judged):
            continue  # a change that leads astray is told already, and may be the one that is missing
        for one, other in _neighbours(briefing, corpus):
            if frozenset((one[0], other[0])) not in judged:
                values = {"actor": other[1].actor, "question": other[1].question, "one": one[0], "other": other[0]}
                yield warning(briefing.place("changes", key=True), "change-unjudged", **values)


def _joins_two(corpus: Corpus, pair: frozenset[str]) -> bool:
    ends = (corpus.records.get(key, (None, None))[1] for key in pair)
    return len(pair) == 2 and all(isinstance(end, Position) for end in ends)


def _neighbours(briefing: Briefing, corpus: Corpus) -> Iterator[tuple[tuple[str, Position], tuple[str, Position]]]:
    """Yield positions of one actor on one question that follow each other in time with another stance."""
    articles = [corpus.documents.articles[name] for name in briefing.articles if name in corpus.documents.articles]
    positions = [(article, position) for article in articles for position in article.positions]
    positions.sort(key=lambda each: (each[1].actor, each[1].question, each[0].published.date.sort_key, each[0].id))
    for _, group in groupby(positions, key=lambda each: (each[1].actor, each[1].question)):
        row = list(group)
        for (article, one), (later, other) in pairwise(row):
            if one.stance is not other.stance and article is not later:
                yield (key_of(article, one), one), (key_of(later, other), other)
