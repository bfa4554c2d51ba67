"""Events in the order of time, without inventing any."""

from __future__ import annotations

from ..model.corpus import Corpus, key_of
from ..model.linked import Entry


def timeline(corpus: Corpus) -> tuple[Entry, ...]:
    """Return all events: dated ones by date, then undated ones by bound. A planned event has no computed bound."""
    entries = []
    for article in corpus.documents.articles.values():
        for event in article.events:
            bound = event.date
            if event.status != "planned":
                # What a text tells as past or present was so when the text was published, at the latest.
                bound = event.date.bounded_by(article.published.date)
            entries.append(Entry(key_of(article, event), article, event, bound))
    return tuple(sorted(entries, key=lambda entry: (not entry.is_dated, entry.bound.sort_key, entry.key)))
