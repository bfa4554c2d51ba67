"""All connections of a corpus, each computed once."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from ..model.briefing import Briefing
from ..model.corpus import Corpus, full_key
from ..model.digests import content_hash
from ..model.linked import Card, Doubts, Entry, Linked
from .editions import since_editions, steps
from .network import networks
from .origins import origins
from .timeline import timeline


def link(corpus: Corpus) -> Linked:
    """Return the corpus with its connections."""
    documents = corpus.documents
    entries = timeline(corpus)
    by_article: dict[str, list[Briefing]] = defaultdict(list)
    for briefing in documents.briefings.values():
        for name in briefing.articles:
            by_article[name].append(briefing)
    briefings_of = {name: tuple(found) for name, found in by_article.items()}
    return Linked(
        corpus,
        entries,
        {name: _card(name, corpus, entries, briefings_of) for name in documents.actors},
        _doubts(corpus),
        briefings_of,
        origins(corpus),
        {name: since_editions(briefing, corpus) for name, briefing in documents.briefings.items()},
        {name: steps(briefing, corpus) for name, briefing in documents.briefings.items()},
        networks(corpus),
        {name: content_hash(briefing, corpus) for name, briefing in documents.briefings.items()},
    )


def _card(name: str, corpus: Corpus, entries: tuple[Entry, ...], briefings_of: dict[str, tuple[Briefing, ...]]) -> Card:
    articles = sorted(corpus.documents.articles.values(), key=lambda each: (each.published.date.sort_key, each.id))
    quotes = tuple((article, quote) for article in articles for quote in article.quotes if quote.speaker == name)
    events = tuple(entry for entry in entries if name in entry.event.actors)
    positions = tuple((article, each) for article in articles for each in article.positions if each.actor == name)
    chains = tuple(
        (article, chain) for article in articles for chain, hops in article.chains.items() if _is_hop(name, hops)
    )
    sources = [article for article, _ in (*quotes, *positions, *chains)] + [entry.article for entry in events]
    named_in = {article.id for article in sources}
    found = {each.id: each for article in sorted(named_in) for each in briefings_of.get(article, ())}
    return Card(quotes, events, positions, chains, tuple(found.values()))


def _is_hop(name: str, hops: Any) -> bool:
    return any(hop.by == name for hop in hops)


def _doubts(corpus: Corpus) -> dict[str, Doubts]:
    """Collect, for each record, the judged records that name it."""
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for briefing in corpus.documents.briefings.values():
        for kind in ("changes", "conflicts", "questions", "relations"):
            for record in getattr(briefing, kind):
                for key in dict.fromkeys(full_key(briefing, reference) for reference in record.references):
                    found[key][kind].append((briefing, record))
    return {key: Doubts(**{kind: tuple(items) for kind, items in kinds.items()}) for key, kinds in found.items()}
