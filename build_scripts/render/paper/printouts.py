"""Which printouts there are: one a briefing and language, and one a language of all briefings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from ...model.bilingual import SITE_LANGUAGES, SiteLanguage
from ...model.briefing import Briefing
from ...model.date import PartialDate
from ...model.linked import Linked
from ...model.page import Figure
from ...model.printout import DOSSIER, Printout
from ...model.registry import Actor, Channel
from ...wording import Wording
from ..listings import Listings
from ..view import View
from .paper import Paper
from .sheet import sheet

_PAGE_WORDS: tuple[str, ...] = (
    "actor",
    "stance",
    "scope",
    "condition",
    "positions",
    "changes",
    "background",
    "timeline",
    "undated",
)
_PAGE_WORDS += (
    "quotations",
    "channels",
    "conflicts",
    "questions",
    "relations",
    "sources",
    "actors",
    "evidence",
    "briefing",
)
_PAPER_WORDS = ("contents", "current", "permalink", "code", "hash", "built", "page", "qr", "register", "dossier")


def printouts(linked: Linked, figures: Iterable[Figure], site_url: str, today: datetime.date) -> Iterator[Printout]:
    """Yield every printout, language by language."""
    found = list(figures)
    for language in SITE_LANGUAGES:
        drawn = {figure.path: figure.text for figure in found if figure.language == language}
        view = View(linked, language, "index.md")
        built = view.date(PartialDate.parse(today.isoformat()))
        sheets: dict[str, dict[str, Any]] = {}
        for briefing in Listings(linked).latest_briefings():
            sheets[briefing.id] = sheet(Paper(view, drawn), briefing, site_url, built)
            yield Printout(language, briefing.id, _briefing(view, briefing, sheets[briefing.id]))
        yield Printout(language, DOSSIER, _dossier(view, list(sheets.values())))


def _briefing(view: View, briefing: Briefing, content: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": "briefing",
        "language": view.language,
        "title": view.plain(briefing.title),
        "description": view.plain(briefing.subject),
        "running": content["edition"],
        "words": _words(view.t),
        "sheets": [content],
    }


def _dossier(view: View, sheets: list[dict[str, Any]]) -> dict[str, Any]:
    lists = Listings(view.linked)
    other: SiteLanguage = "en" if view.language == "ru" else "ru"
    register = [
        {
            "name": view.plain(actor.name),
            "other": actor.name.words(other) or "",
            "other_lang": other,
            "description": " ".join(_about(view, actor)),
            "kind": view.t(f"actor-kind.{actor.kind}"),
        }
        for actor in view.documents.actors.values()
    ]
    texts = [
        {"title": view.plain(article.title), "about": view.date(article.published.date)}
        for article in lists.latest_articles()
    ]
    channels = [_channel(view, channel) for channel in view.documents.channels.values()]
    counted = view.t.count("page.briefing-count", len(sheets))
    return {
        "kind": "dossier",
        "language": view.language,
        "title": view.t("paper.dossier"),
        "description": f"{counted}, {view.t.count('page.publications', len(texts))}",
        "running": counted,
        "words": _words(view.t),
        "sheets": sheets,
        "register": register,
        "texts": texts,
        "channels": channels,
    }


def _channel(view: View, channel: Channel) -> dict[str, str]:
    about = [view.t(f"channel-kind.{channel.kind}")]
    about += _about(view, channel)
    about += [view.language_name(channel.language)] if channel.language else []
    return {"name": view.plain(channel.name), "about": " · ".join(about), "url": channel.url or ""}


def _about(view: View, entry: Actor | Channel) -> list[str]:
    """Return who that is, and when and why the entry was withdrawn."""
    about = [view.plain(entry.description)] if entry.description else []
    if entry.withdrawn:
        words = view.t("page.withdrawn", date=view.date(entry.withdrawn.date))
        about.append(f"{words} {view.plain(entry.withdrawn.reason)}")
    return about


def _words(t: Wording) -> dict[str, str]:
    """Return the labels that the template sets itself."""
    return {
        **{name: t(f"page.{name}") for name in _PAGE_WORDS},
        **{name: t.find(f"paper.{name}") for name in _PAPER_WORDS},
        "as_of": t("page.as-of"),
        "legend": t("page.picture-legend"),
        "judgement": t("page.change-is-judgement"),
        "rests_on": t("page.rests-on"),
        "settled_by": t("page.settled-by"),
        "network_legend": t("page.network-legend"),
        "check_address": t("paper.check-address"),
        "date": t("paper.date"),
        "what": t("paper.what"),
    }
