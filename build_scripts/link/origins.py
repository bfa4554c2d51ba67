"""How many origins a briefing rests on, at most: the ends of its records' chains, each counted once."""

from __future__ import annotations

from ..model.article import Article
from ..model.briefing import Briefing
from ..model.chain import THIS, UNKNOWN, Chain
from ..model.corpus import Corpus
from ..model.folded import fold


def origin(article: Article, chain: Chain) -> str:
    """Return the name of a chain's last hop.

    What an article calls by the same words is one source to us; what two articles call alike may still be two. Two
    unnamed sources may also be the same person: that is why a count of origins says "at most".
    """
    last = chain[-1]
    if last.by == THIS:
        return f"{article.id}/{THIS}"
    if last.by and last.by != UNKNOWN:
        return last.by
    words = fold(last.unnamed.words(last.unnamed.written_in) or "") if last.unnamed else UNKNOWN
    return f"{article.id}/unnamed/{words}"


def origins(briefing: Briefing, corpus: Corpus) -> frozenset[str]:
    """Return the origins of all records in the articles of a briefing."""
    articles = corpus.documents.articles
    return frozenset(
        origin(articles[name], articles[name].chain_of(record))
        for name in briefing.articles
        if name in articles
        for record in articles[name].evidenced
    )
