"""A relation joins two different records, and what may be the same is of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.briefing import Kinship
from ...model.corpus import Corpus, full_key
from ...model.problem import Problem, error
from ...model.record import Event, Quote, Record, Status


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each relation of a record to itself, and for each that takes two unlike things for one."""
    for briefing in corpus.documents.briefings.values():
        for relation in briefing.relations:
            keys = full_key(briefing, relation.from_), full_key(briefing, relation.to)
            ends = [corpus.records[key][1] for key in keys if key in corpus.records]
            if keys[0] == keys[1]:
                yield error(relation.place("to"), "relation-to-itself", id=relation.to)
            elif relation.kind is Kinship.POSSIBLY_SAME and len(ends) == 2 and _sort(ends[0]) != _sort(ends[1]):
                yield error(relation.place("kind"), "relation-unlike", one=relation.from_, other=relation.to)


def _sort(record: Record) -> str:
    """Return what a record is about: something that happened, holds or is planned; words that were said happened."""
    if isinstance(record, Quote):
        return "happened"
    if isinstance(record, Event):
        return record.status if record.status in (Status.STANDING, Status.PLANNED) else "happened"
    return type(record).__name__
