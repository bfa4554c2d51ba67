"""Events in the order of time, without inventing any."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ..model.briefing import Kinship
from ..model.corpus import Corpus, full_key, key_of
from ..model.date import PartialDate
from ..model.linked import Entry
from ..model.record import Event

Order = tuple[str, str]
"""The full names of two events, the earlier one first."""


def timeline(corpus: Corpus) -> tuple[Entry, ...]:
    """Return all events: dated ones by date, then undated ones by bound. A planned event has no computed bound.

    Where the dates leave it open, events stand in the order that relations state, else in that of publication, and
    within an article in that of its file.
    """
    entries = []
    for article in sorted(corpus.documents.articles.values(), key=lambda each: (each.published.date.sort_key, each.id)):
        for event in article.events:
            bound = event.date
            if event.status != "planned":
                # What a text tells as past or present was so when the text was published, at the latest.
                bound = event.date.bounded_by(article.published.date)
            entries.append(Entry(key_of(article, event), article, event, bound))
    orders = stated_orders(corpus)
    entries = _bounded_below(_bounded(entries, orders), orders)
    entries.sort(key=lambda entry: (not entry.is_dated, entry.bound.sort_key))
    dated = [entry for entry in entries if entry.is_dated]
    return (*_ordered(dated, orders), *_ordered(entries[len(dated) :], orders))


def stated_orders(corpus: Corpus) -> list[Order]:
    """Return every pair of events of which a relation says that one was earlier."""
    found = []
    for briefing in corpus.documents.briefings.values():
        for relation in briefing.relations:
            if relation.kind is Kinship.PRECEDES and relation.withdrawn is None:
                pair = full_key(briefing, relation.from_), full_key(briefing, relation.to)
                if all(isinstance(corpus.records.get(key, (None, None))[1], Event) for key in pair):
                    found.append(pair)
    return found


def _bounded(entries: list[Entry], orders: Iterable[Order]) -> list[Entry]:
    """Bound each undated event by the events that it precedes: it was not later than they."""
    known = {entry.key: entry for entry in entries}
    waiting = list(orders)
    for _ in waiting:  # as often as the longest row of events could need
        for key, later in waiting:
            entry, limit = known[key], known[later].bound
            end = limit.end or limit
            is_nearer = end.latest and (entry.bound.latest is None or end.latest < entry.bound.latest)
            if is_nearer and entry.event.date.latest is None:
                bound = entry.event.date.bounded_by(limit)
                known[key] = Entry(key, entry.article, entry.event, bound, later)
    return [known[entry.key] for entry in entries]


def _bounded_below(entries: list[Entry], orders: Iterable[Order]) -> list[Entry]:
    """Bound each event without a first day by the events that precede it, too: it was not earlier than they."""
    known = {entry.key: entry for entry in entries}
    waiting = list(orders)
    for _ in waiting:
        for earlier, key in waiting:
            entry, limit = known[key], known[earlier].bound
            start = limit.start or limit
            if entry.is_dated or start.earliest is None:
                continue
            now, end = entry.bound.earliest, entry.bound.end
            is_nearer = now is None or start.earliest > now
            if is_nearer and (entry.bound.latest is None or start.earliest <= entry.bound.latest):
                bound = PartialDate.parse(f"{start}/{end or '..'}")
                known[key] = replace(entry, bound=bound, follows=earlier)
    return [known[entry.key] for entry in entries]


def _ordered(entries: list[Entry], orders: Iterable[Order]) -> list[Entry]:
    """Return entries as they come, but none before one that precedes it."""
    place = {entry.key: number for number, entry in enumerate(entries)}
    later: dict[str, list[str]] = defaultdict(list)
    waits: dict[str, int] = dict.fromkeys(place, 0)
    for one, two in set(orders):
        if one in place and two in place:
            later[one].append(two)
            waits[two] += 1
    ready = [place[key] for key, count in waits.items() if not count]
    heapq.heapify(ready)
    found = []
    while ready:
        entry = entries[heapq.heappop(ready)]
        found.append(entry)
        for key in later[entry.key]:
            waits[key] -= 1
            if not waits[key]:
                heapq.heappush(ready, place[key])
    return found
