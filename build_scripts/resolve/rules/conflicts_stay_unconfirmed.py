"""An event under an open conflict is not confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.briefing import State
from ...model.corpus import Corpus, full_key
from ...model.problem import Problem, error
from ...model.record import Event, Status


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each confirmed event that an open conflict names."""
    for briefing in corpus.documents.briefings.values():
        for conflict in briefing.conflicts:
            if conflict.status is not State.OPEN:
                continue
            for reference in conflict.records:
                record = corpus.records.get(full_key(briefing, reference), (None, None))[1]
                if isinstance(record, Event) and record.status is Status.CONFIRMED:
                    conflict_name = f"{briefing.id}/{conflict.id}"
                    yield error(record.place("status"), "confirmed-in-conflict", id=record.id, conflict=conflict_name)
