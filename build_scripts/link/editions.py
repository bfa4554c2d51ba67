"""Editions compared: each with what its briefing says now, and each with the one before."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from ..model.briefing import Briefing
from ..model.corpus import Corpus
from ..model.digests import digests_beside
from ..model.edition import Edition, RecordDigest, Said, Words
from ..model.linked import Difference
from .said import said


def since_editions(briefing: Briefing, corpus: Corpus) -> tuple[Difference, ...]:
    """Return the editions of a briefing, oldest first, each with what is otherwise now."""
    editions = corpus.documents.editions.get(briefing.id, ())
    if not editions:
        return ()
    words = said(briefing, corpus)
    return tuple(difference(edition, digests_beside(edition, briefing, corpus), words) for edition in editions)


def steps(briefing: Briefing, corpus: Corpus) -> dict[int, Difference]:
    """Return what each edition of a briefing changed against the one before, by its number."""
    editions = corpus.documents.editions.get(briefing.id, ())
    return {later.number: difference(earlier, later.records, later.said) for earlier, later in pairwise(editions)}


def difference(edition: Edition, now: Mapping[str, RecordDigest], words: Said | None) -> Difference:
    """Return what a later state, given by its hashes and words, says otherwise than an edition."""
    then = edition.records
    gone = {key for key in now if _is_withdrawn(key, words)}
    renamed = {key for key in now if _who(key, words) != _who(key, edition.said)} if words and edition.said else set()
    both = [key for key in now if key in then and (now[key] != then[key] or key in renamed)]
    withdrawn = tuple(key for key in both if key in gone and not _is_withdrawn(key, edition.said))
    left = [key for key in both if key not in withdrawn]
    return Difference(
        edition,
        words,
        added=tuple(key for key in now if key not in then and key not in gone),
        changed=tuple(key for key in left if now[key].facts != then[key].facts),
        reworded=tuple(key for key in left if now[key].facts == then[key].facts),
        withdrawn=withdrawn,
        dropped=tuple(key for key in then if key not in now),
        alike=sum(key in then for key in now) - len(both),
    )


def _is_withdrawn(key: str, words: Said | None) -> bool:
    return words is not None and key in words.records and words.records[key].withdrawn is not None


def _who(key: str, words: Said) -> Words | None:
    """Return by what name somebody was told of; None where the words do not hold the record."""
    told = words.records.get(key)
    return told.who if told else None
