"""Each hop says who it is, once, and how it carries the next one."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.chain import UNKNOWN, Manner
from ...model.corpus import Corpus
from ...model.problem import Problem, error


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each hop that is nobody, two at once, or says nothing of the next."""
    for article in corpus.documents.articles.values():
        for name, chain in article.chains.items():
            seen: set[str] = set()
            for index, hop in enumerate(chain):
                place = article.place("chains", name, index)
                last = index == len(chain) - 1
                if (hop.by is None) == (hop.unnamed is None):
                    yield error(place, "hop-who", "both" if hop.by else "neither")
                if hop.how is None and not last:
                    yield error(place, "hop-how", "missing")
                if hop.how not in (None, Manner.PUBLISHES) and last:
                    yield error(article.place("chains", name, index, "how"), "hop-how", "last", how=hop.how)
                if hop.by in seen - {UNKNOWN}:
                    yield error(article.place("chains", name, index, "by"), "chain-cycle", by=hop.by, chain=name)
                seen.add(hop.by or UNKNOWN)
