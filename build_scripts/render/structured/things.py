"""Briefings, articles, quotes, events and actors as things of schema.org, each with its permanent address as its id.

Only what is recorded is said: no publisher that is not named, no date that is not firm, no record that was withdrawn.
Positions have no like in the vocabulary; they stand in the open data.
"""

from __future__ import annotations

from typing import Any

from ...model.article import Article
from ...model.bilingual import SITE_LANGUAGES
from ...model.briefing import Briefing
from ...model.chain import UNKNOWN
from ...model.corpus import key_of
from ...model.date import PartialDate
from ...model.edition import Edition
from ...model.evidence import joined_words
from ...model.page import Site
from ...model.record import Event, Quote, Status
from ...model.registry import Actor, ActorKind, ChannelKind
from ..dates import iso_or_none
from ..listings import Listings
from ..telling import Telling
from ..view import View

Thing = dict[str, Any]

_ACTORS = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.STATE: "AdministrativeArea",  # it says nothing on who recognises whom as a country
    ActorKind.ACCOUNT: "Thing",
}

_CHANNELS = {
    ChannelKind.OUTLET: "NewsMediaOrganization",
    ChannelKind.AGENCY: "NewsMediaOrganization",
    ChannelKind.ACCOUNT: "CreativeWork",
    ChannelKind.OFFICIAL: "Organization",
}


class Things:
    """The things that one page is about."""

    def __init__(self, view: View, site: Site) -> None:
        self._view = view
        self._site = site
        self._here = site.permalink(view.language, view.path)

    def page(self, name: str) -> Thing:
        """Return a page that lists things."""
        return {"@type": "CollectionPage", "@id": self._here, "name": name, **self._as_page()}

    def briefing(self, briefing: Briefing) -> Thing:
        """Return a briefing: what it is about, the texts it rests on, and its edition if it says the same still."""
        view = self._view
        articles = view.linked.articles(briefing)
        latest = view.linked.since[briefing.id][-1:]
        editions = [each.edition for each in latest if each.is_current]
        return {
            "@type": "Report",
            "@id": self._here,
            "headline": view.plain(briefing.title),
            "abstract": view.plain(briefing.subject),
            **self._as_page(),
            **({"datePublished": editions[-1].date.text, "version": editions[-1].number} if editions else {}),
            "about": [self._actor(name) for name in Listings(view.linked).actors_in(articles)],
            "citation": [{"@type": "NewsArticle", "@id": self._at(view.owner_path(each))} for each in articles],
        }

    def article(self, article: Article) -> Thing:
        """Return a source article with its quotes and events."""
        known = {
            "headline": article.headline,
            "author": {"name": article.author} if article.author else None,  # of what kind, nobody said
            "datePublished": iso_or_none(article.published.date),
            "url": article.url,
            "archivedAt": article.archived,
            **self._channel(article.channel),
        }
        quotes = [self._quote(article, each) for each in article.quotes if not each.withdrawn]
        events = [self._event(each) for each in article.events if _happens(each)]
        return {
            "@type": "NewsArticle",
            "@id": self._here,
            "name": self._view.plain(article.title),
            "inLanguage": article.language,
            "mainEntityOfPage": self._here,
            **{name: value for name, value in known.items() if value},
            **({"hasPart": quotes} if quotes else {}),
            **({"about": events} if events else {}),
        }

    def actor(self, name: str, actor: Actor) -> Thing:
        """Return an actor under all its names."""
        view, path = self._view, self._view.path
        twins = [self._site.permalink(other, path) for other in SITE_LANGUAGES if other != view.language]
        wikidata = [f"https://www.wikidata.org/entity/{actor.wikidata}"] if actor.wikidata else []
        names = {language: actor.name.words(language) for language in SITE_LANGUAGES}
        return {
            **self._actor(name),
            "name": [{"@language": language, "@value": words} for language, words in names.items() if words],
            **({"alternateName": list(actor.aliases)} if actor.aliases else {}),
            **({"description": view.plain(actor.description)} if actor.description else {}),
            "url": self._here,
            "sameAs": twins + wikidata,
        }

    def moved(self, actor: Actor) -> Thing:
        """Return an actor who has another address now."""
        name = next(key for key, entry in self._view.documents.actors.items() if entry is actor)
        return {**self._actor(name), "url": self._at(f"actors/{name}.md")}

    def edition(self, edition: Edition) -> Thing:
        """Return an edition under its own heading."""
        assert edition.said is not None
        telling = Telling(self._view, edition.said)
        return {
            "@type": "Report",
            "@id": self._here,
            "headline": telling.field("title"),
            "abstract": telling.field("subject"),
            **self._as_page(),
            "datePublished": edition.date.text,
            "version": edition.number,
        }

    def _quote(self, article: Article, quote: Quote) -> Thing:
        """Return direct speech; words that were not found in the text go without, for nobody has verified them."""
        view, key = self._view, key_of(article, quote)
        found = view.linked.corpus.evidence[key] if view.is_verified(key) else ()
        words = joined_words(found, [each.printed for each in found])
        said = iso_or_none(quote.said)
        return {
            "@type": "Quotation",
            "@id": f"{self._here}#{quote.id}",
            **({"text": words, "inLanguage": article.language} if words else {}),
            **self._speaker(quote.speaker),
            **({"dateCreated": said} if said else {}),
            "isPartOf": {"@id": self._here},
        }

    def _speaker(self, name: str) -> Thing:
        """Return who spoke; the vocabulary lets people and organisations speak, others are named."""
        if name == UNKNOWN:
            return {}
        speaker = self._actor(name)
        can_speak = speaker["@type"] in ("Person", "Organization")
        return {"spokenByCharacter": speaker} if can_speak else {"creditText": speaker["name"]}

    def _event(self, event: Event) -> Thing:
        actors = [self._actor(name) for name in event.actors]
        return {
            "@type": "Event",
            "@id": f"{self._here}#{event.id}",
            "name": self._view.plain(event.what),
            "description": self._view.t(f"status.{event.status}"),
            **_days(event.date),
            **({"about": actors} if actors else {}),
            "subjectOf": {"@id": self._here},
        }

    def _actor(self, name: str) -> Thing:
        actor = self._view.documents.actors[name]
        at = self._at(f"actors/{name}.md")
        return {"@type": _ACTORS[actor.kind], "@id": at, "name": self._view.plain(actor.name)}

    def _channel(self, name: str) -> Thing:
        """Return who published a text. An account is no organisation: the text is part of what stands there."""
        channel = self._view.documents.channels.get(name)
        if channel is None:
            return {}
        at = self._at("sources.md", f"channel-{name}")
        named = {"@type": _CHANNELS[channel.kind], "@id": at, "name": self._view.plain(channel.name)}
        return {"isPartOf" if channel.kind is ChannelKind.ACCOUNT else "publisher": named}

    def _at(self, path: str, anchor: str = "") -> str:
        return self._site.permalink(self._view.language, path, anchor)

    def _as_page(self) -> Thing:
        language = self._view.language
        home = {"@type": "WebSite", "@id": self._at("index.md"), "name": self._site.names[language]}
        return {"url": self._here, "inLanguage": language, "isPartOf": home}


def _happens(event: Event) -> bool:
    """Tell whether a record of an event is one that still stands, and no state of affairs."""
    return event.withdrawn is None and event.status is not Status.STANDING


def _days(date: PartialDate) -> Thing:
    """Return the first and the last day, as precise as they are known; nothing for what is soft or a mere bound."""
    ends = {"startDate": date.start or date, "endDate": date.end} if date.earliest else {}
    return {name: iso for name, end in ends.items() if end and (iso := iso_or_none(end))}
