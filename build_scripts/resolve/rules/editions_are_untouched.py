"""An edition stands as it was released, and belongs to a briefing that exists."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.problem import Problem, error
from ...nearest import nearest


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each manifest whose code does not fit what it holds, or whose briefing is gone."""
    documents = corpus.documents
    for name, editions in documents.editions.items():
        for edition in editions:
            if edition.code != edition.expected_code:
                yield error(edition.place("code"), "edition-edited", edition=edition.code)
            if name not in documents.briefings and name not in documents.broken:
                place = edition.place("briefing")
                yield error(place, "unknown-briefing", id=name, near=nearest(name, list(documents.briefings)))
