"""What a briefing says, record by record, as hashes: so that two editions can be compared and a printout checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from .article import Article
from .bilingual import SITE_LANGUAGES, Bilingual
from .briefing import Briefing
from .corpus import Corpus, Documents, key_of
from .edition import Edition, RecordDigest
from .record import Translation
from .registry import Actor, Channel
from .walk import Path, leaves

ARTICLE_HEAD = ("title", "headline", "author", "channel", "url", "published", "summary", "capture")
"""Fields of an article that a briefing shows besides its records."""

BRIEFING_HEAD = ("title", "subject", "bottom_line", "background", "articles", "tracked")
"""Fields of a briefing that are no records."""


def digests(briefing: Briefing, corpus: Corpus) -> dict[str, RecordDigest]:
    """Return the hashes of everything that a briefing says: the briefing and its articles under their own ids."""
    return _digests(briefing, corpus, first_ids(corpus.documents))


def digests_beside(edition: Edition, briefing: Briefing, corpus: Corpus) -> dict[str, RecordDigest]:
    """Return the same, fit to be held against an edition: which of the ids of somebody it knew makes no difference."""
    plain, found = _digests(briefing, corpus, {}), digests(briefing, corpus)
    return {key: plain[key] if edition.records.get(key) == plain[key] else digest for key, digest in found.items()}


def _digests(briefing: Briefing, corpus: Corpus, called: Mapping[str, str]) -> dict[str, RecordDigest]:
    found = {briefing.id: _digest(_values(briefing, BRIEFING_HEAD), called)}
    for name in briefing.articles:
        article = corpus.documents.articles.get(name)
        if article is not None:
            found |= _article(article, called)
    found |= {key_of(briefing, record): _digest(list(leaves(record)), called) for record in briefing.judged}
    return dict(sorted(found.items()))


def first_ids(documents: Documents) -> dict[str, str]:
    """Return the oldest id of each entry that was renamed: a new id alone changes nothing of what is said."""
    entries: list[tuple[str, Actor | Channel]] = [*documents.actors.items(), *documents.channels.items()]
    return {key: entry.formerly[0] for key, entry in entries if entry.formerly}


def facts_of(article: Article, called: Mapping[str, str]) -> dict[str, str]:
    """Return the hashes of the facts of an article and its records as if some things had other ids.

    `called` gives the other id for the one of now: so a hash proves under which id somebody stood in an old edition.
    """
    return {key: each.facts for key, each in _article(article, called).items()}


def content_hash(briefing: Briefing, corpus: Corpus) -> str:
    """Return one hash over everything that a briefing says, in both languages."""
    found = digests(briefing, corpus)
    return short_hash([[key, each.facts, sorted(each.words.items())] for key, each in found.items()])


def short_hash(value: Any) -> str:
    """Return 16 hexadecimal digits over a value that JSON can hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _article(article: Article, called: Mapping[str, str]) -> dict[str, RecordDigest]:
    found = {article.id: _digest(_values(article, ARTICLE_HEAD), called)}
    return found | {key_of(article, record): _evidenced(article, record, called) for record in article.evidenced}


def _values(owner: Article | Briefing, fields: tuple[str, ...]) -> list[tuple[Path, Any]]:
    return [leaf for field in fields for leaf in leaves(getattr(owner, field), (field,))]


def _evidenced(article: Article, record: Any, called: Mapping[str, str]) -> RecordDigest:
    chain = [(("chain", *path), value) for path, value in leaves(article.chain_of(record))]
    return _digest([leaf for leaf in leaves(record) if leaf[0] != ("chain",)] + chain, called)


def _digest(found: list[tuple[Path, Any]], called: Mapping[str, str]) -> RecordDigest:
    facts: list[Any] = []
    words: dict[str, list[Any]] = {language: [] for language in SITE_LANGUAGES}
    for path, value in found:
        if isinstance(value, Bilingual):
            for language in SITE_LANGUAGES:
                words[language].append([path, value.words(language)])
        elif isinstance(value, Translation):
            facts.append([path, value.language, called.get(value.by, value.by)])
            words.setdefault(value.language, []).append([path, value.text])
        else:
            facts.append([path, called.get(str(value), str(value))])
    hashes = {language: short_hash(words[language]) for language in SITE_LANGUAGES}
    return RecordDigest(facts=short_hash(facts), words=hashes)
