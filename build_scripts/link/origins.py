"""On which origin each record rests: the end of its attribution chain."""

from __future__ import annotations

from ..model.article import Article
from ..model.chain import THIS, UNKNOWN, Chain
from ..model.corpus import Corpus, key_of
from ..model.folded import fold
from ..model.linked import Origin, OriginKind


def origins(corpus: Corpus) -> dict[str, Origin]:
    """Return the origin of every record on words, by the record's full name."""
    return {
        key_of(article, record): origin(article, article.chain_of(record))
        for article in corpus.documents.articles.values()
        for record in article.evidenced
    }


def origin(article: Article, chain: Chain) -> Origin:
    """Return the last hop of a chain as an origin.

    What an article calls by the same words is one source to us; what two articles call alike may still be two. Two
    unnamed sources may also be the same person: that is why a count of origins says "at most".
    """
    last = chain[-1]
    if last.by == THIS:
        return Origin(f"{article.id}/{THIS}", OriginKind.OWN_VOICE)
    if last.by and last.by != UNKNOWN:
        return Origin(last.by, OriginKind.NAMED)
    words = fold(last.unnamed.words(last.unnamed.written_in) or "") if last.unnamed else UNKNOWN
    return Origin(f"{article.id}/unnamed/{words}", OriginKind.UNNAMED)
