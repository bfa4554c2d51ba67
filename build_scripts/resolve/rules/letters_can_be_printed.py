"""What readers see can be printed: a font of the printout has every letter of it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus, key_of
from ...model.evidence import Evidence
from ...model.node import Node
from ...model.printable import unprintable
from ...model.problem import Problem, error
from ...model.record import Evidenced, Translation
from ...model.walk import leaves

MOST = 20
"""Texts told of one file."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each text with a letter that no font has; aliases, which only pages show, may have any."""
    documents = corpus.documents
    for article in documents.articles.values():
        yield from _node(article)
        for record in article.evidenced:
            yield from _words(record, corpus.evidence[key_of(article, record)])
    for nodes in (documents.briefings, documents.actors, documents.channels, documents.glossary):
        for node in nodes.values():
            yield from _node(node)


def _node(node: Node) -> Iterator[Problem]:
    told = 0
    for path, value in leaves(node):
        if "aliases" in path or path[0] == "text" or "words" in path:
            continue
        for field, text in _texts(value):
            letters = unprintable(text)
            if letters and told < MOST:
                told += 1
                place = node.place_of(letters[0], *path, *field)
                yield error(place, "letter-unprintable", letters=_named(letters))


def _texts(value: object) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the texts of a leaf that readers see, each with the fields that lead to it."""
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, Translation):
        yield ("text",), value.text
    elif isinstance(value, Node):
        for name in ("ru", "en"):
            yield (name,), getattr(value, name, None) or ""


def _words(record: Evidenced, found: tuple[Evidence, ...]) -> Iterator[Problem]:
    for index, evidence in enumerate(found):
        letters = unprintable(evidence.printed)
        if letters:
            yield error(record.excerpt_place(index), "letter-unprintable", "words", letters=_named(letters))


def _named(letters: list[str]) -> str:
    return ", ".join(f"{' '.join(f'U+{ord(one):04X}' for one in each)} {each}" for each in letters[:5])
