"""A record that stood in an edition stays in its file; one that no longer holds is withdrawn, with date and reason."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.problem import Problem, error


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each record of a briefing's latest edition that is gone."""
    documents = corpus.documents
    for name, editions in documents.editions.items():
        briefing, latest = documents.briefings.get(name), editions[-1]
        if briefing is None:
            continue
        known = {name, *briefing.articles, *corpus.records}
        for key in latest.records:
            owner = key.partition("/")[0]
            if key not in known and owner not in documents.broken:
                holder = documents.articles.get(owner, briefing)
                yield error(holder.place("id"), "released-record-gone", id=key, number=latest.number)
