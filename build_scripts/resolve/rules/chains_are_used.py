"""A chain is there because a record rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.problem import Problem, note


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a note for each chain that no record names."""
    for article in corpus.documents.articles.values():
        used = {record.chain for record in article.evidenced}
        for name in article.chains:
            if name not in used:
                yield note(article.place("chains", name, key=True), "chain-unused", chain=name)
