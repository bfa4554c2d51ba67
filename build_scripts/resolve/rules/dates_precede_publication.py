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
        dated: list[tuple[Place, PartialDate]] = [(quote.place("said"), quote.said) for quote in article.quotes]
        dated += [(position.place("as_of"), position.as_of) for position in article.positions]
        dated += [(event.place("date"), event.date) for event in article.events if event.status is not Status.PLANNED]
        for place, date in dated:
            if published.precedes(date):
                yield error(place, "after-publication", date=date, published=published)
        if article.retrieved.precedes(published):
            place = article.place("retrieved")
            yield error(place, "retrieved-too-early", date=article.retrieved, published=published)
