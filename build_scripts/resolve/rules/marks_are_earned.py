"""Quotation marks in our own words hold only what is recorded as a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from ...model.bilingual import SITE_LANGUAGES, Bilingual
from ...model.corpus import Corpus
from ...model.folded import fold
from ...model.node import Node
from ...model.place import Place
from ...model.problem import Problem, error

MARKED = re.compile(r"«([^«»]+)»|„([^„“”]+)[“”]|“([^“”]+)”|\"([^\"\n]+)\"|‹([^‹›]+)›")
"""What stands in quotation marks of any kind. Apostrophes are no quotation marks: they stand in names."""

MOST = 50
"""Marks told of one file; a file with more is broken as a whole."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each stretch in quotation marks that is not, word for word, part of a quote we hold."""
    # No folded text holds a line break: a stretch in marks cannot run from one quote into the next.
    spoken = "\n".join(fold(evidence.printed) for key in corpus.evidence for evidence in _quoted(corpus, key))
    documents = corpus.documents
    for nodes in (documents.articles, documents.briefings, documents.actors, documents.channels):
        for node in nodes.values():
            yield from islice(_unearned(node, spoken), MOST)


def _unearned(node: Node, spoken: str) -> Iterator[Problem]:
    for place, text in _own_words(node):
        for match in MARKED.finditer(text):
            inside = next(group for group in match.groups() if group is not None)
            if fold(inside).strip(" .,!?-") not in spoken:
                yield error(place, "marks-unearned", words=" ".join(inside.split())[:80])


def _quoted(corpus: Corpus, key: str) -> Any:
    article, record = corpus.evidenced(key)
    return corpus.evidence[key] if record in article.quotes else ()


def _own_words(node: Node) -> Iterator[tuple[Place, str]]:
    """Yield the editors' texts below a node with their places; texts of the source are not ours."""
    for name, info in type(node).model_fields.items():
        value = getattr(node, name)
        field = info.alias or name
        for path, item in _items(value, (field,)):
            if isinstance(item, Bilingual):
                for language in SITE_LANGUAGES:
                    words = item.words(language)
                    if words:
                        yield node.place(*path, language), words
            else:
                yield from _own_words(item)


def _items(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(value, Node):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _items(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _items(item, (*path, key))
