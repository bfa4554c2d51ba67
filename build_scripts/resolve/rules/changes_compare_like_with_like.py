"""A change joins two positions of one actor on one question, the earlier first."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.briefing import Briefing, Change
from ...model.corpus import Corpus, full_key
from ...model.problem import Problem, error
from ...model.record import Position


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each change that points at itself, mixes actors or questions, or runs backwards."""
    for briefing in corpus.documents.briefings.values():
        for change in briefing.changes:
            yield from _change(briefing, change, corpus)


def _change(briefing: Briefing, change: Change, corpus: Corpus) -> Iterator[Problem]:
    keys = full_key(briefing, change.from_), full_key(briefing, change.to)
    ends = [corpus.records[key][1] for key in keys if key in corpus.records]
    positions = [end for end in ends if isinstance(end, Position)]
    place = change.place("to")
    if keys[0] == keys[1]:
        yield error(place, "change-to-itself", id=keys[0])
    if len(positions) < 2:
        return
    earlier, later = positions
    if earlier.question != later.question:
        yield error(place, "change-between-questions", one=earlier.question, other=later.question)
    if earlier.actor != later.actor and {earlier.actor, later.actor} <= corpus.documents.actors.keys():
        yield error(place, "change-between-actors", one=earlier.actor, other=later.actor)
    if later.as_of.precedes(earlier.as_of):
        yield error(place, "change-backwards", one=earlier.as_of, other=later.as_of)
