"""A conditional position says its condition."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.problem import Problem, error
from ...model.record import Stance


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each conditional position without a condition."""
    for article in corpus.documents.articles.values():
        for position in article.positions:
            if position.stance is Stance.CONDITIONAL and position.condition is None:
                yield error(position.place("stance"), "condition-missing", id=position.id)
