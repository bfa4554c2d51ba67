"""A language tag that is a yes or a no of older YAML is meant as a language."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.node import Node
from ...model.problem import Problem, warning

TRUTHS = frozenset({"no", "off", "on", "yes"})
"""What older YAML takes for true or false. `no` stands for Norwegian, too, without saying which of the two."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a warning for each such tag: people and other programs will read it as a truth value."""
    for article in corpus.documents.articles.values():
        yield from _asked(article, "language")
        for quote in article.quotes:
            yield from _asked(quote, "spoken_in")
            for translation in quote.translations:
                yield from _asked(translation, "language")
    for channel in corpus.documents.channels.values():
        yield from _asked(channel, "language")


def _asked(node: Node, field: str) -> Iterator[Problem]:
    tag = getattr(node, field)
    if tag in TRUTHS:
        yield warning(node.place(field), "language-unclear", "norwegian" if tag == "no" else "", field=field, found=tag)
