"""A tracked question is declared by one briefing."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.place import Place
from ...model.problem import Problem, error


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each tracked question whose id is taken."""
    first: dict[str, Place] = {}
    for briefing in corpus.documents.briefings.values():
        for index, tracked in enumerate(briefing.tracked):
            place = briefing.place("tracked", index, "id")
            if tracked.id in first:
                yield error(place, "id-taken", id=tracked.id, first=first[tracked.id])
            first.setdefault(tracked.id, place)
