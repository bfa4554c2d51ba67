"""A translation is made from the original as it stands now."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.problem import Problem, warning
from ...model.translation import Standing


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a warning for each stale translation, and for each line of the lock whose fact is gone."""
    for fact, standing in corpus.facts:
        if standing is Standing.STALE:
            yield warning(fact.place, "translation-stale", fact.language, fact=fact.name)
    names = {(fact.name, fact.language) for fact, standing in corpus.facts if standing is not Standing.MISSING}
    broken = corpus.documents.broken
    for line, place in corpus.lock.items():
        owner = line.name.partition(".")[0].partition("/")[0]
        if (line.name, line.language) not in names and not {owner, owner.partition(":")[2]} & broken:
            yield warning(place, "lock-orphan", fact=line.name)
