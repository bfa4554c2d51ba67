"""What precedes an event is an event, was not surely later, and does not come after it by another road."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.briefing import Briefing, Kinship, Relation
from ...model.corpus import Corpus, full_key
from ...model.problem import Problem, error
from ...model.record import Event


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each order between other records, against the dates, or in a circle."""
    before: dict[str, set[str]] = {}
    for briefing in corpus.documents.briefings.values():
        for relation in briefing.relations:
            if relation.kind is Kinship.PRECEDES:
                yield from _order(corpus, briefing, relation, before)


def _order(corpus: Corpus, briefing: Briefing, relation: Relation, before: dict[str, set[str]]) -> Iterator[Problem]:
    keys = full_key(briefing, relation.from_), full_key(briefing, relation.to)
    place = relation.place("kind")
    ends = [corpus.records[key][1] for key in keys if key in corpus.records]
    if len(ends) < 2 or keys[0] == keys[1]:
        return  # told already
    one, two = ends
    if not isinstance(one, Event) or not isinstance(two, Event):
        yield error(place, "order-untrue", "kind", id=keys[1] if isinstance(one, Event) else keys[0])
    elif two.date.precedes(one.date):
        yield error(place, "order-untrue", "dates", one=one.date, two=two.date)
    elif keys[0] in _after(keys[1], before):
        yield error(place, "order-untrue", "circle", one=keys[0], two=keys[1])
    else:
        before.setdefault(keys[0], set()).add(keys[1])


def _after(key: str, before: dict[str, set[str]]) -> set[str]:
    """Return all that an event precedes by the orders taken so far."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        for later in before.get(waiting.pop(), ()):
            if later not in found:
                found.add(later)
                waiting.append(later)
    return found
