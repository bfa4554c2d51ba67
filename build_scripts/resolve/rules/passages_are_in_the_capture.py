"""The text kept here is no longer than the capture, and no more than its rights allow."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.article import Article, Rights
from ...model.corpus import Corpus, Documents
from ...model.problem import Problem, error
from ..share import too_much


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each text that is too long, and for one that must not be here at all."""
    for article in corpus.documents.articles.values():
        if article.text is not None:
            yield from _kept(article, corpus.documents)


def _kept(article: Article, documents: Documents) -> Iterator[Problem]:
    place, whole, kept = article.place("text"), article.capture.characters, article.kept_characters
    receipt = documents.proof_of(article)
    if article.rights is Rights.PRIVATE:
        yield error(place, "text-private")
    elif kept > whole:
        yield error(place, "text-too-long", kept=kept, whole=whole)
    elif receipt is not None and receipt.kept is not None and receipt.visible is not None:
        yield from too_much(article, receipt.kept, receipt.visible, "proven")
    else:
        yield from too_much(article, kept, article.capture.shown or whole, "" if article.capture.shown else "file")
