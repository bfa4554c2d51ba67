"""The text kept here is no longer than the capture, and no more than its rights allow."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.article import MOST_OF_CAPTURE, Article, Rights
from ...model.corpus import Corpus
from ...model.problem import Problem, error, warning


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each text that is too long, and for one that must not be here at all."""
    for article in corpus.documents.articles.values():
        if article.text is not None:
            yield from _kept(article)


def _kept(article: Article) -> Iterator[Problem]:
    place, whole, kept = article.place("text"), article.capture.characters, article.kept_characters
    if article.rights is Rights.PRIVATE:
        yield error(place, "text-private")
    elif kept > whole:
        yield error(place, "text-too-long", kept=kept, whole=whole)
    elif article.rights is Rights.EXCERPT and article.kept_share > MOST_OF_CAPTURE:
        share, most = round(100 * article.kept_share), round(100 * MOST_OF_CAPTURE)
        yield warning(place, "excerpt-too-long", kept=kept, whole=whole, share=share, most=most)
