"""Feeds, as Atom (RFC 4287) and as JSON Feed 1.1: one of the site in each language, and one of each briefing.

What is news in a feed is an edition: a day on which a briefing said something. A briefing without editions stands there
once, under the latest publication among its articles. Nothing carries a time of day, since none is known: midnight UTC
stands where the formats ask for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from ..model.bilingual import SITE_LANGUAGES
from ..model.briefing import Briefing
from ..model.linked import Linked
from ..model.prose import REFERENCE, parser
from .listings import Listings
from .tables import json_text
from .view import View

ATOM = "http://www.w3.org/2005/Atom"
_WORDS = ("text", "softbreak", "hardbreak")

NEVER = "1970-01-01"
"""Where no text of a briefing has a date: feeds must have one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news: an address that stays, a title, a day, and a text."""

    address: str
    title: str
    day: str
    text: str


def feeds(linked: Linked, site_url: str, names: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each feed by its path: `<language>/feed.xml`, `<language>/briefings/<id>/feed.json`."""
    found: dict[str, str] = {}
    for language in SITE_LANGUAGES:
        view = View(linked, language, "index.md")
        home = f"{site_url}{language}/"
        everything: list[Entry] = []
        for briefing in Listings(linked).latest_briefings():
            entries = list(_entries(view, briefing, f"{home}briefings/{briefing.id}/"))
            everything += entries
            title, page = f"{view.plain(briefing.title)} — {names[language]}", f"briefings/{briefing.id}/"
            found |= _both(f"{language}/{page}", title, f"{home}{page}", language, entries)
        everything.sort(key=lambda entry: (entry.day, entry.address), reverse=True)
        found |= _both(f"{language}/", names[language], home, language, everything)
    return found


def _entries(view: View, briefing: Briefing, address: str) -> Iterator[Entry]:
    """Yield the editions of a briefing, newest first; the briefing itself where there is none."""
    title, text = view.plain(briefing.title), plain_text(view.plain(briefing.bottom_line))
    editions = view.documents.editions.get(briefing.id, ())
    for edition in reversed(editions):
        words = view.t("page.edition-line", number=edition.number, date=view.date(edition.date), code=edition.code)
        yield Entry(f"{address}editions/{edition.number}/", f"{title} — {words}", edition.date.text, text)
    if not editions:
        as_of = view.linked.as_of(briefing)
        yield Entry(address, title, as_of.latest.isoformat() if as_of and as_of.latest else NEVER, text)


def plain_text(prose: str) -> str:
    """Return prose without its markup and its references to records."""
    parts: list[str] = []
    for token in parser().parse(REFERENCE.sub("", prose)):
        parts += [each.content if each.type == "text" else " " for each in token.children or () if each.type in _WORDS]
        parts += [" "] if token.type == "inline" else []
    return " ".join("".join(parts).split()).replace(" .", ".").replace(" ,", ",").replace(" ;", ";")


def _both(folder: str, title: str, home: str, language: str, entries: list[Entry]) -> dict[str, str]:
    return {
        f"{folder}feed.xml": _atom(title, home, language, entries),
        f"{folder}feed.json": _json(title, home, language, entries),
    }


def _atom(title: str, home: str, language: str, entries: list[Entry]) -> str:
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(feed, "id", home)
    _add(feed, "title", title)
    _add(feed, "updated", _moment(max((entry.day for entry in entries), default=NEVER)))
    ElementTree.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{home}feed.xml"})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": home})
    _add(ElementTree.SubElement(feed, "author"), "name", title)
    for entry in entries:
        node = ElementTree.SubElement(feed, "entry")
        _add(node, "id", entry.address)
        _add(node, "title", entry.title)
        _add(node, "updated", _moment(entry.day))
        ElementTree.SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
        _add(node, "summary", entry.text)
    ElementTree.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def _json(title: str, home: str, language: str, entries: list[Entry]) -> str:
    items: list[dict[str, Any]] = [
        {
            "id": entry.address,
            "url": entry.address,
            "title": entry.title,
            "content_text": entry.text,
            "date_published": _moment(entry.day),
        }
        for entry in entries
    ]
    return json_text(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": home,
            "feed_url": f"{home}feed.json",
            "language": language,
            "items": items,
        }
    )


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
