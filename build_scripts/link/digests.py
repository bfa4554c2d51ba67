"""What a briefing says, record by record, as hashes: so that two editions can be compared and a printout checked."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..model.article import Article
from ..model.bilingual import SITE_LANGUAGES, Bilingual
from ..model.briefing import Briefing
from ..model.corpus import Corpus, key_of
from ..model.edition import RecordDigest
from ..model.record import Translation
from ..model.walk import Path, leaves

ARTICLE_HEAD = ("title", "headline", "author", "channel", "url", "published", "summary", "capture")
"""Fields of an article that a briefing shows besides its records."""

BRIEFING_HEAD = ("title", "subject", "bottom_line", "background", "articles", "tracked")
"""Fields of a briefing that are no records."""


def digests(briefing: Briefing, corpus: Corpus) -> dict[str, RecordDigest]:
    """Return the hashes of everything that a briefing says: the briefing and its articles under their own ids."""
    found = {briefing.id: _digest(_values(briefing, BRIEFING_HEAD))}
    for name in briefing.articles:
        article = corpus.documents.articles.get(name)
        if article is not None:
            found[article.id] = _digest(_values(article, ARTICLE_HEAD))
            found |= {key_of(article, record): _evidenced(article, record) for record in article.evidenced}
    found |= {key_of(briefing, record): _digest(list(leaves(record))) for record in briefing.judged}
    return dict(sorted(found.items()))


def content_hash(briefing: Briefing, corpus: Corpus) -> str:
    """Return one hash over everything that a briefing says, in both languages."""
    found = digests(briefing, corpus)
    return short_hash([[key, each.facts, sorted(each.words.items())] for key, each in found.items()])


def short_hash(value: Any) -> str:
    """Return 16 hexadecimal digits over a value that JSON can hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _values(owner: Article | Briefing, fields: tuple[str, ...]) -> list[tuple[Path, Any]]:
    return [leaf for field in fields for leaf in leaves(getattr(owner, field), (field,))]


def _evidenced(article: Article, record: Any) -> RecordDigest:
    chain = [(("chain", *path), value) for path, value in leaves(article.chain_of(record))]
    return _digest([leaf for leaf in leaves(record) if leaf[0] != ("chain",)] + chain)


def _digest(found: list[tuple[Path, Any]]) -> RecordDigest:
    facts: list[Any] = []
    words: dict[str, list[Any]] = {language: [] for language in SITE_LANGUAGES}
    for path, value in found:
        if isinstance(value, Bilingual):
            for language in SITE_LANGUAGES:
                words[language].append([path, value.words(language)])
        elif isinstance(value, Translation):
            facts.append([path, value.language, value.by])
            words.setdefault(value.language, []).append([path, value.text])
        else:
            facts.append([path, str(value)])
    hashes = {language: short_hash(words[language]) for language in SITE_LANGUAGES}
    return RecordDigest(facts=short_hash(facts), words=hashes)
