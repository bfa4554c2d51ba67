"""Quotation marks in our own words hold only what is recorded as a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...model.bilingual import SITE_LANGUAGES, Bilingual
from ...model.corpus import Corpus
from ...model.folded import fold
from ...model.node import Node
from ...model.place import Place
from ...model.problem import Problem, error

MARKED = re.compile(r"«([^«»]+)»|„([^„“”]+)[“”]|“([^“”]+)”|\"([^\"\n]+)\"|‹([^‹›]+)›")
"""What stands in quotation marks of any kind. Apostrophes are no quotation marks: they stand in names."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each stretch in quotation marks that is not, word for word, part of a quote we hold."""
    spoken = [fold(evidence.printed) for key in corpus.evidence for evidence in _quoted(corpus, key)]
    documents = corpus.documents
    for node in (
        *documents.articles.values(),
        *documents.briefings.values(),
        *documents.actors.values(),
        *documents.channels.values(),
    ):
        for place, text in _own_words(node):
            for match in MARKED.finditer(text):
                inside = next(group for group in match.groups() if group is not None)
                if not any(fold(inside).strip(" .,!?-") in quote for quote in spoken):
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
