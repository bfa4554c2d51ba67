"""Quotation marks in our own words hold only what is recorded as a quote."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ...model.bilingual import SITE_LANGUAGES
from ...model.corpus import Corpus
from ...model.folded import fold
from ...model.marks import in_marks, unpaired
from ...model.node import Node
from ...model.problem import Problem, error
from ...model.walk import texts

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
    for path, text in texts(node):
        for language in SITE_LANGUAGES:
            words = text.words(language) or ""
            alone = unpaired(words)
            if alone is not None:
                place = node.place_of(words[alone], *path, language, skip=words.count(words[alone], 0, alone))
                yield error(place, "marks-unearned", "unpaired")
            for marked in in_marks(words):
                if fold(marked).strip(" .,!?-") not in spoken:
                    place = node.place_of(marked, *path, language)
                    yield error(place, "marks-unearned", words=" ".join(marked.split())[:80])


def _quoted(corpus: Corpus, key: str) -> Any:
    article, record = corpus.evidenced(key)
    return corpus.evidence[key] if record in article.quotes else ()
