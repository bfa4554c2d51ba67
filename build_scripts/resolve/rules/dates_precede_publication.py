"""What an article tells as past was before its publication."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.date import PartialDate
from ...model.place import Place
from ...model.problem import Problem, error
from ...model.record import Status


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each event, statement or position that is surely later than its article."""
    for article in corpus.documents.articles.values():
        published = article.published.date
        told: list[tuple[Place, PartialDate, str]] = [(each.place("said"), each.said, "") for each in article.quotes]
        told += [(each.place("as_of"), each.as_of, "") for each in article.positions]
        past = (event for event in article.events if event.status is not Status.PLANNED)
        told += [(event.place("date"), event.date, "event") for event in past]
        for place, date, variant in told:
            if published.precedes(date):
                yield error(place, "after-publication", variant, date=date, published=published)
        if article.retrieved.precedes(published):
            place = article.place("retrieved")
            yield error(place, "retrieved-too-early", date=article.retrieved, published=published)
