"""An address leads every reader to the same public place, and gives nobody's password away."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.address import address_flaw
from ...model.corpus import Corpus
from ...model.node import Node
from ...model.problem import Problem, error

FIELDS = ("url", "archived")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each address of an article or a channel that readers cannot or should not follow."""
    for nodes in (corpus.documents.articles, corpus.documents.channels):
        for node in nodes.values():
            yield from _addresses(node)


def _addresses(node: Node) -> Iterator[Problem]:
    for field in FIELDS:
        address = getattr(node, field, None)
        flaw = address_flaw(address) if address else None
        if flaw is not None:
            yield error(node.place(field), "address-not-public", flaw.value, field=field)
