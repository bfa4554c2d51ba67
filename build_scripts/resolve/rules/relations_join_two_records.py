"""A relation joins two different records."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus, full_key
from ...model.problem import Problem, error


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each relation of a record to itself."""
    for briefing in corpus.documents.briefings.values():
        for relation in briefing.relations:
            if full_key(briefing, relation.from_) == full_key(briefing, relation.to):
                yield error(relation.place("to"), "relation-to-itself", id=relation.to)
