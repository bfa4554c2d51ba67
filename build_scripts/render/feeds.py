"""Feeds, as Atom (RFC 4287) and as JSON Feed 1.1: one of the site in each language, and one of each briefing.

What is news in a feed is an edition: a day on which a briefing said something. A briefing without editions stands there
once, under the latest publication among its articles; where none of them has a date it waits for its first edition,
since Atom has no entry without a day. A feed with nothing in it is as old as the build.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from ..model.bilingual import SITE_LANGUAGES
from ..model.linked import Linked
from .listings import Listings
from .news import Entry, entries
from .tables import json_text
from .view import View

ATOM = "http://www.w3.org/2005/Atom"


def feeds(linked: Linked, site_url: str, names: Mapping[str, str], today: datetime.date) -> dict[str, str]:
    """Return the text of each feed by its path: `<language>/feed.xml`, `<language>/briefings/<id>/feed.json`."""
    found: dict[str, str] = {}
    built = f"{today.isoformat()}T00:00:00Z"
    for language in SITE_LANGUAGES:
        view = View(linked, language, "index.md")
        home = f"{site_url}{language}/"
        everything: list[Entry] = []
        for briefing in Listings(linked).latest_briefings():
            page = f"briefings/{briefing.id}/"
            news = list(entries(view, briefing, f"{home}{page}"))
            everything += news
            title = f"{view.plain(briefing.title)} — {names[language]}"
            found |= _both(f"{language}/{page}", title, f"{home}{page}", language, news, built)
        everything.sort(key=lambda entry: (entry.updated, entry.number, entry.address), reverse=True)
        found |= _both(f"{language}/", names[language], home, language, everything, built)
    return found


def _both(folder: str, title: str, home: str, language: str, news: list[Entry], built: str) -> dict[str, str]:
    return {
        f"{folder}feed.xml": _atom(title, home, language, news, built),
        f"{folder}feed.json": _json(title, home, language, news),
    }


def _atom(title: str, home: str, language: str, news: list[Entry], built: str) -> str:
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(feed, "id", home)
    _add(feed, "title", title)
    _add(feed, "updated", max((entry.updated for entry in news), default=built))
    ElementTree.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{home}feed.xml"})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": home})
    _add(ElementTree.SubElement(feed, "author"), "name", title)
    for entry in news:
        node = ElementTree.SubElement(feed, "entry")
        _add(node, "id", entry.address)
        _add(node, "title", entry.title)
        _add(node, "published", entry.published)
        _add(node, "updated", entry.updated)
        ElementTree.SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
        _add(node, "summary", entry.text)
    ElementTree.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def _json(title: str, home: str, language: str, news: list[Entry]) -> str:
    items: list[dict[str, Any]] = [
        {
            "id": entry.address,
            "url": entry.address,
            "title": entry.title,
            "content_text": entry.text,
            "date_published": entry.published,
            "date_modified": entry.updated,
        }
        for entry in news
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
