"""Editions: the next one, and each compared with what its briefing says now and with the one before."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from ..model.briefing import Briefing
from ..model.corpus import Corpus
from ..model.date import PartialDate
from ..model.digests import digests, digests_beside
from ..model.edition import Edition, RecordDigest, Said, Words, edition_code
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


def next_edition(briefing: Briefing, corpus: Corpus, date: PartialDate) -> Edition | None:
    """Return what a release on a day would freeze; nothing where the last edition says the same.

    One that kept no words is worth another that does.
    """
    earlier = corpus.documents.editions.get(briefing.id, ())
    records, words = digests(briefing, corpus), said(briefing, corpus)
    if earlier and _says(earlier[-1], digests_beside(earlier[-1], briefing, corpus), words):
        return None
    number = earlier[-1].number + 1 if earlier else 1
    code = edition_code(briefing.id, number, date.text, records, words)
    return Edition(briefing=briefing.id, number=number, date=date, code=code, records=records, said=words)


def _says(edition: Edition, records: Mapping[str, RecordDigest], words: Said) -> bool:
    """Tell whether an edition kept just these words."""
    return edition.said is not None and edition.records == records and difference(edition, records, words).is_current


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
