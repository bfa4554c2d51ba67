"""Quotation marks in our own words hold only what is recorded as a quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ...model.article import Article
from ...model.briefing import PROSE, Briefing
from ...model.corpus import Corpus, key_of
from ...model.foreign import Path, our_words
from ...model.marks import holds_marks, in_marks, unpaired
from ...model.node import Node
from ...model.problem import Problem, error
from ...model.prose import plain
from ...model.spoken import Spoken

MOST = 50
"""Marks told of one file; a file with more is broken as a whole."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each stretch in quotation marks that is not, word for word, part of a quote we hold."""
    spoken, documents = Spoken(corpus), corpus.documents
    for article in documents.articles.values():
        texts = (*our_words(article), *_translated(article, corpus))
        yield from islice(_unearned(article, texts, spoken), MOST)
    for briefing in documents.briefings.values():
        yield from islice(_unearned(briefing, _as_read(briefing), spoken), MOST)
    for nodes in (documents.actors, documents.channels, documents.glossary):
        for node in nodes.values():
            yield from islice(_unearned(node, our_words(node), spoken), MOST)


def _as_read(briefing: Briefing) -> Iterator[tuple[Path, str]]:
    """Yield the texts of a briefing as their readers see them: prose without its markup, which can hide marks."""
    for path, words in our_words(briefing):
        yield path, plain(words) if path[0] in PROSE else words


def _translated(article: Article, corpus: Corpus) -> Iterator[tuple[Path, str]]:
    """Yield the translations of quotes that hold no marks themselves: one of a quote that does may repeat them."""
    for number, quote in enumerate(article.quotes):
        found = corpus.evidence.get(key_of(article, quote), ())
        if not any(holds_marks(each.printed.strip('«»„“”"')) for each in found):
            for index, translation in enumerate(quote.translations):
                yield ("quotes", number, "translations", index, "text"), translation.text


def _unearned(node: Node, texts: Iterable[tuple[Path, str]], spoken: Spoken) -> Iterator[Problem]:
    for path, words in texts:
        alone = unpaired(words)
        if alone is not None:
            place = node.place_of(words[alone], *path, skip=words.count(words[alone], 0, alone))
            yield error(place, "marks-unearned", "unpaired")
        for marked in in_marks(words):
            if not spoken.earns(marked):
                place = node.place_of(marked, *path)
                shown = " ".join(marked.split())[:80]
                yield error(place, "marks-unearned", "" if shown else "empty", words=shown)
