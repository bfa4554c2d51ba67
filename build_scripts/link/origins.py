"""How many origins a briefing rests on, at most: the ends of its records' chains, each counted once."""

from __future__ import annotations

from ..model.article import Article
from ..model.briefing import Briefing
from ..model.chain import THIS, UNKNOWN, Chain
from ..model.corpus import Corpus
from ..model.record import Evidenced


def origin(article: Article, chain: Chain, name: str) -> str:
    """Return the name of a chain's last hop; one that nobody names is told from all others.

    Two unnamed sources may be the same person: that is why a count of origins says "at most".
    """
    last = chain[-1]
    if last.by and last.by not in (THIS, UNKNOWN):
        return last.by
    if last.by == THIS:
        return f"{article.id}/{THIS}"
    return f"{article.id}/{name}/unnamed"


def origins(briefing: Briefing, corpus: Corpus) -> frozenset[str]:
    """Return the origins of all records in the articles of a briefing."""
    articles = corpus.documents.articles
    return frozenset(
        origin(articles[name], articles[name].chain_of(record), _name(record))
        for name in briefing.articles
        if name in articles
        for record in articles[name].evidenced
    )


def _name(record: Evidenced) -> str:
    return record.chain or THIS
