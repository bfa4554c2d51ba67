"""A receipt is about the text as it stands now."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.problem import Problem, error, warning
from ...nearest import nearest


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a warning for each receipt that the text has outgrown, an error for one without its article."""
    documents = corpus.documents
    for name, receipt in documents.receipts.items():
        article = documents.articles.get(name)
        if article is not None and not receipt.fits(article):
            yield warning(article.place("text"), "receipt-outdated", date=receipt.date)
        if article is None and name not in documents.broken:
            place = receipt.place("article")
            yield error(place, "receipt-without-article", id=name, near=nearest(name, list(documents.articles)))
