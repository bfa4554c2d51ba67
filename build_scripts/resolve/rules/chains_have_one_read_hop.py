"""Every chain has exactly one read hop: the one whose text we hold."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.problem import Problem, error


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each chain with no read hop or several."""
    for article in corpus.documents.articles.values():
        for name, chain in article.chains.items():
            read = [index for index, hop in enumerate(chain) if hop.read]
            if not read:
                yield error(article.place("chains", name, key=True), "read-hop", "none", chain=name)
            elif len(read) > 1:
                yield error(article.place("chains", name, read[1]), "read-hop", "several", chain=name, n=len(read))
