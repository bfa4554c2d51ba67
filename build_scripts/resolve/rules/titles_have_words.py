"""What a thing is called is said in words: a title, a subject, a question and an event are no bare numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.bilingual import SITE_LANGUAGES, Bilingual
from ...model.corpus import Corpus
from ...model.node import Node
from ...model.problem import Problem, error

_YEAR = re.compile(r"[12][0-9]{3}")
"""A year may be a title: whole books are called so. So may be an hour, 12:30, or a date that everybody knows, 9/11."""

_NUMBER = re.compile(r"[-+−]?[0-9][0-9\s.,'’]*%?")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each of these texts that is a bare number and no year."""
    documents = corpus.documents
    for article in documents.articles.values():
        yield from _texts(article, "title")
        for event in article.events:
            yield from _texts(event, "what")
    for briefing in documents.briefings.values():
        yield from _texts(briefing, "title", "subject")
        for asked in (*briefing.tracked, *briefing.questions):
            yield from _texts(asked, "text")


def _texts(node: Node, *fields: str) -> Iterator[Problem]:
    for field in fields:
        text: Bilingual = getattr(node, field)
        for language in SITE_LANGUAGES:
            words = text.words(language)
            if words is not None and _NUMBER.fullmatch(words.strip()) and not _YEAR.fullmatch(words.strip()):
                place = node.place(field, language)
                yield error(place, "no-words", field=field, found=" ".join(words.split())[:60])
