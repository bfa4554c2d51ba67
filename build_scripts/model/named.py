"""Whom a text names: the ids of actors and channels that its records and chains hold."""

from __future__ import annotations

from collections.abc import Iterator

from .article import Article


def names_in(article: Article) -> Iterator[str]:
    """Yield every actor and channel that an article names."""
    yield article.channel
    for chain in article.chains.values():
        yield from (hop.by for hop in chain if hop.by)
    for quote in article.quotes:
        yield quote.speaker
        yield from (translation.by for translation in quote.translations)
    for event in article.events:
        yield from event.actors
    yield from (position.actor for position in article.positions)
