"""Only an unnamed source at the end of a chain is presumed to be the one at the end of another."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.problem import Problem, error
from ...nearest import nearest


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each presumption about a named source, a hop in the middle, or a chain that is not there."""
    chains = {
        f"{article.id}/{name}": chain
        for article in corpus.documents.articles.values()
        for name, chain in article.chains.items()
    }
    for article in corpus.documents.articles.values():
        for name, chain in article.chains.items():
            for index, hop in enumerate(chain):
                if hop.same_as is None:
                    continue
                target = hop.same_as if "/" in hop.same_as else f"{article.id}/{hop.same_as}"
                place = article.place("chains", name, index, "same_as")
                if hop.unnamed is None or index < len(chain) - 1:
                    yield error(place, "same-source", "here", chain=name)
                elif target == f"{article.id}/{name}":
                    yield error(place, "same-source", "itself", chain=name)
                elif target not in chains:
                    if not _is_broken(target, corpus):
                        yield error(place, "same-source", "gone", id=target, near=nearest(target, list(chains)))
                elif chains[target][-1].unnamed is None:
                    yield error(place, "same-source", "named", id=target)


def _is_broken(target: str, corpus: Corpus) -> bool:
    owner = target.partition("/")[0]
    return owner in corpus.documents.broken
