"""An id that an entry had before belongs to it alone: no entry has it now, and no other had it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.place import Place
from ...model.problem import Problem, error
from ...model.registry import Actor, Channel


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each former id that is the id of an entry, or was that of two."""
    documents = corpus.documents
    first: dict[str, Place] = {}
    entries: list[tuple[str, Actor | Channel]] = [*documents.actors.items(), *documents.channels.items()]
    living = {key: entry.place() for key, entry in entries}
    for key, entry in entries:
        for index, former in enumerate(entry.formerly):
            place = entry.place("formerly", index)
            if former in living:
                yield error(place, "former-id-taken", "living", id=former, key=key, first=living[former])
            elif former in first:
                yield error(place, "former-id-taken", "former", id=former, key=key, first=first[former])
            first.setdefault(former, place)
