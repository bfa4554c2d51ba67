"""Events in the order of time, without inventing any."""

from __future__ import annotations

from ..model.corpus import Corpus, key_of
from ..model.linked import Entry


def timeline(corpus: Corpus) -> tuple[Entry, ...]:
    """Return all events: dated ones by date, then undated ones by bound. A planned event has no computed bound.

    Where the dates leave it open, the order is that of publication, and within an article that of its file.
    """
    entries = []
    for article in sorted(corpus.documents.articles.values(), key=lambda each: (each.published.date.sort_key, each.id)):
        for event in article.events:
            bound = event.date
            if event.status != "planned":
                # What a text tells as past or present was so when the text was published, at the latest.
                bound = event.date.bounded_by(article.published.date)
            entries.append(Entry(key_of(article, event), article, event, bound))
    return tuple(sorted(entries, key=lambda entry: (not entry.is_dated, entry.bound.sort_key)))
