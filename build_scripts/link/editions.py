"""Editions compared with what their briefing says now."""

from __future__ import annotations

from ..model.briefing import Briefing
from ..model.corpus import Corpus
from ..model.edition import Edition, RecordDigest
from ..model.linked import Since
from .digests import digests


def since_editions(briefing: Briefing, corpus: Corpus) -> tuple[Since, ...]:
    """Return the editions of a briefing, oldest first, each with what is otherwise now."""
    editions = corpus.documents.editions.get(briefing.id, ())
    now = digests(briefing, corpus) if editions else {}
    return tuple(_since(edition, now, corpus) for edition in editions)


def _since(edition: Edition, now: dict[str, RecordDigest], corpus: Corpus) -> Since:
    then = edition.records
    both = [key for key in now if key in then and now[key] != then[key]]
    withdrawn = [key for key in both if _is_withdrawn(key, corpus)]
    left = [key for key in both if key not in withdrawn]
    return Since(
        edition,
        added=tuple(key for key in now if key not in then and not _is_withdrawn(key, corpus)),
        changed=tuple(key for key in left if now[key].facts != then[key].facts),
        reworded=tuple(key for key in left if now[key].facts == then[key].facts),
        withdrawn=tuple(withdrawn),
    )


def _is_withdrawn(key: str, corpus: Corpus) -> bool:
    return key in corpus.records and corpus.records[key][1].withdrawn is not None
