"""A registered actor or channel is there because a record or a chain names it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.named import names_in
from ...model.problem import Problem, note


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a note for each entry of a registry that nothing names."""
    documents = corpus.documents
    if "article" in documents.broken_kinds:
        return  # nobody can say whom that article names
    used = {name for article in documents.articles.values() for name in names_in(article)}
    editions = [each for found in documents.editions.values() for each in found if each.said]
    released = {name for each in editions if each.said for name in (*each.said.actors, *each.said.channels)}
    for code, registry in (("actor-unused", documents.actors), ("channel-unused", documents.channels)):
        for key, entry in registry.items():
            if key not in used and entry.withdrawn is None:
                yield note(entry.place(), code, "released" if key in released else "", id=key)
