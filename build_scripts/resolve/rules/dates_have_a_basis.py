"""A date says on what it rests wherever it could be mistaken for more than the text gives."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.problem import Problem, error, warning


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for an event's date without basis: an error on the publication date, else a warning if vague."""
    for article in corpus.documents.articles.values():
        for event in article.events:
            if event.basis is not None:
                continue
            place = event.place("date")
            if event.date.is_dated and event.date == article.published.date:
                yield error(place, "date-of-publication", date=event.date)
            elif not event.date.is_dated or event.date.is_soft:
                yield warning(place, "date-without-basis", date=event.date)
