"""Documents into a corpus: records by their full names, evidence found, and every rule asked."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.copies import copies
from ..model.corpus import Corpus, Documents, Owner, key_of
from ..model.evidence import Evidence
from ..model.place import Place
from ..model.problem import Problem, error
from ..model.record import Record
from ..model.translation import LockLine, Standing
from .echoes import without_echoes
from .references import dangling
from .rules import RULES
from .search import Searched, find_words
from .translations import Lock, facts


def resolve(documents: Documents, lock: Mapping[LockLine, Place]) -> tuple[Corpus, list[Problem]]:
    """Return the corpus and everything that is wrong with it beyond the shape of its files.

    A record whose words are not found stays in the corpus without evidence, so that nothing else fails because of it.
    """
    problems: list[Problem] = []
    records: dict[str, tuple[Owner, Record]] = {}
    for owner, record in documents.records():
        key = key_of(owner, record)
        if key in records:
            first = records[key][1].place("id")
            problems.append(error(record.place("id"), "id-taken", id=record.id, first=first))
        else:
            records[key] = (owner, record)
    evidence: dict[str, tuple[Evidence, ...]] = {}
    for article in documents.articles.values():
        searched = Searched(article)
        if searched.too_much:
            problems.append(error(article.place("text"), "too-many-values", "search"))
        for evidenced in article.evidenced:
            found, faults = find_words(article, searched, evidenced)
            evidence[key_of(article, evidenced)] = found
            problems += faults
    known = Lock(lock)
    judged = [(fact, value, known.standing(fact)) for fact, value in facts(documents, evidence)]
    stale = frozenset(id(value) for _, value, standing in judged if standing is Standing.STALE)
    standings = tuple((fact, standing) for fact, _, standing in judged)
    corpus = Corpus(documents, records, evidence, standings, stale, lock, copies(documents.articles.values()))
    problems += dangling(corpus)
    for rule in RULES:
        problems += rule(corpus)
    return corpus, without_echoes(problems, documents)
