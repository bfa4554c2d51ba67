"""All attribution chains of a briefing as one graph, so that a source which two chains share is seen once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model.article import Article
from ..model.briefing import Briefing
from ..model.chain import ARTICLE_VOICE, THIS, Chain, Hop, Manner
from ..model.corpus import Corpus
from ..model.linked import Edge, Network, Source
from .origins import presumed_same, source_name


class _Graph:
    """The graph while it grows: chains are added one by one."""

    def __init__(self, corpus: Corpus, same: dict[str, str]) -> None:
        self._corpus = corpus
        self._same = same
        self._first: dict[str, tuple[Article, Hop]] = {}
        self._column: dict[str, int] = {}
        self._records: Counter[str] = Counter()
        self._presumed: Counter[str] = Counter()
        self._stated: set[str] = set()
        self._edges: dict[tuple[str, str], dict[Manner, None]] = {}
        self._stated_edges: set[tuple[str, str]] = set()

    def add(self, article: Article, chain: Chain, records: int) -> None:
        """Add the hops of a chain and its links, and count the records that rest on its end."""
        names = [self._name(article, hop) for hop in chain]
        for column, (name, hop) in enumerate(zip(names, chain, strict=True)):
            self._first.setdefault(name, (article, hop))
            # A text stays in the first column even where another text retells it.
            self._column[name] = 0 if hop.by == THIS else max(column, self._column.get(name, 0))
            if not hop.presumed:
                self._stated.add(name)
        for index, hop in enumerate(chain[:-1]):
            link = names[index], names[index + 1]
            manners = self._edges.setdefault(link, {})
            if hop.how is not None:
                manners.setdefault(hop.how)
            if not chain[index + 1].presumed:
                self._stated_edges.add(link)
        self._records[names[-1]] += records
        if any(hop.presumed for hop in chain):
            self._presumed[names[-1]] += records

    def network(self) -> Network:
        """Return what has grown."""
        sources = [
            Source(
                name,
                article,
                hop,
                self._column[name],
                self._records[name],
                self._presumed[name],
                name not in self._stated,
            )
            for name, (article, hop) in self._first.items()
        ]
        edges = [Edge(*link, tuple(how), link not in self._stated_edges) for link, how in self._edges.items()]
        return Network(tuple(sorted(sources, key=lambda source: source.column)), tuple(edges))

    def _name(self, article: Article, hop: Hop) -> str:
        name = source_name(self._corpus, article, hop)
        return self._same.get(name, name)


def networks(corpus: Corpus) -> dict[str, Network]:
    """Return the network of each briefing, its texts in order of publication."""
    same = presumed_same(corpus)
    return {name: _network(briefing, corpus, same) for name, briefing in corpus.documents.briefings.items()}


def _network(briefing: Briefing, corpus: Corpus, same: dict[str, str]) -> Network:
    graph = _Graph(corpus, same)
    known = corpus.documents.articles
    articles = [known[name] for name in briefing.articles if name in known]
    for article in sorted(articles, key=lambda each: (each.published.date.sort_key, each.id)):
        graph.add(article, ARTICLE_VOICE, 0)
        for chain, records in _chains(article):
            graph.add(article, chain, records)
    return graph.network()


def _chains(article: Article) -> Iterator[tuple[Chain, int]]:
    """Yield the chains that records name, in the order of the file, with how many do; then the article's own voice."""
    used = Counter(record.chain for record in article.evidenced)
    yield from ((chain, used[name]) for name, chain in article.chains.items() if used[name])
    if used[None]:
        yield ARTICLE_VOICE, used[None]
