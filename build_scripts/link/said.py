"""What a briefing says, in the words that an edition keeps: fields and names as readers see them on the day."""

from __future__ import annotations

from typing import Any

from ..model.bilingual import SITE_LANGUAGES
from ..model.briefing import Briefing, Change, Conflict, Judged, Question, Relation
from ..model.corpus import Corpus, full_key, key_of
from ..model.edition import Said, Told, Words, words_of
from ..model.linked import latest_publication
from ..model.named import names_in
from ..model.record import Event, Evidenced, Position, Quote, Record
from ..model.registry import Actor, Channel
from ..wording import wording


def said(briefing: Briefing, corpus: Corpus) -> Said:
    """Return the words of a briefing as it stands: what an edition of it, released now, would keep."""
    documents = corpus.documents
    articles = [documents.articles[name] for name in briefing.articles if name in documents.articles]
    records = {article.id: Told(kind="article", what=words_of(article.title)) for article in articles}
    records |= {
        key_of(article, each): _evidenced(corpus, key_of(article, each))
        for article in articles
        for each in article.evidenced
    }
    records |= {key_of(briefing, each): _judged(corpus, briefing, each) for each in briefing.judged}
    named = {name for article in articles for name in names_in(article)}
    return Said(
        title=words_of(briefing.title),
        subject=words_of(briefing.subject),
        bottom_line=words_of(briefing.bottom_line),
        background=words_of(briefing.background),
        known=latest_publication(articles),
        tracked={each.id: words_of(each.text) for each in briefing.tracked},
        records=dict(sorted(records.items())),
        actors=tuple(sorted(named & documents.actors.keys())),
        channels=tuple(sorted(named & documents.channels.keys())),
    )


def _evidenced(corpus: Corpus, key: str) -> Told:
    article, record = corpus.evidenced(key)
    if isinstance(record, Quote):
        printed = tuple(" ".join(each.printed.split()) for each in corpus.evidence[key])
        given: dict[str, Any] = {
            "who": _name(corpus, record.speaker),
            **_translated(corpus, record),
            "words": printed,
            "language": article.language,
            "date": record.said,
        }
    elif isinstance(record, Position):
        given = {
            "who": _name(corpus, record.actor),
            "degree": _label(f"stance.{record.stance}"),
            "what": words_of(record.scope),
            "condition": words_of(record.condition),
            "date": record.as_of,
        }
    else:
        given = _other(record)
    return _told(record, given)


def _other(record: Evidenced) -> dict[str, Any]:
    """Return what a record says that is neither speech nor a position."""
    if not isinstance(record, Event):
        return {}
    return {"degree": _label(f"status.{record.status}"), "what": words_of(record.what), "date": record.date}


def _judged(corpus: Corpus, briefing: Briefing, record: Judged) -> Told:
    given: dict[str, Any] = {"about": tuple(full_key(briefing, each) for each in record.references)}
    if isinstance(record, Change):
        later = corpus.records.get(full_key(briefing, record.to))
        actor = later[1].actor if later and isinstance(later[1], Position) else ""
        given |= {"who": _name(corpus, actor), "degree": _verdict(record), "what": words_of(record.reason)}
    elif isinstance(record, Relation):
        given |= {"degree": _label(f"kinship.{record.kind}"), "what": words_of(record.reason)}
    elif isinstance(record, Conflict):
        given |= {"degree": _label(f"state.{record.status}"), "what": words_of(record.what)}
    elif isinstance(record, Question):
        given |= {"degree": _label(f"state.{record.status}"), "what": words_of(record.text)}
    return _told(record, given)


def _told(record: Record, given: dict[str, Any]) -> Told:
    withdrawn = record.withdrawn
    gone: dict[str, Any] = {"withdrawn": withdrawn.date, "reason": words_of(withdrawn.reason)} if withdrawn else {}
    return Told(kind=type(record).__name__.lower(), **given, **gone)


def _verdict(change: Change) -> Words:
    found = _label(f"verdict.{change.verdict}")
    if not change.extent_disputed:
        return found
    return {language: f"{words}; {wording(language)('page.extent-disputed')}" for language, words in found.items()}


def _label(key: str) -> Words:
    return {language: wording(language)(key) for language in SITE_LANGUAGES}


def _name(corpus: Corpus, name: str) -> Words:
    """Return the name of an actor in both languages; nothing where the text does not say who it is."""
    actor = corpus.documents.actors.get(name)
    return words_of(actor.name) if actor else {}


def _translated(corpus: Corpus, quote: Quote) -> dict[str, Words]:
    """Return the first translation of a quote into each language of the site, and whose it is."""
    what: Words = {}
    by: Words = {}
    names: dict[str, Actor | Channel] = {**corpus.documents.channels, **corpus.documents.actors}
    for language in SITE_LANGUAGES:
        first = next((each for each in quote.translations if each.language == language), None)
        if first:
            owner = names.get(first.by)
            name = owner.name.words(language) or owner.name.words(owner.name.written_in) if owner else None
            what[language], by[language] = first.text, name or wording(language)("page.our-translation")
    return {"what": what, "by": by}
