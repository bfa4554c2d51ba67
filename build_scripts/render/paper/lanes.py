"""The timeline with its two lanes, and the quotations, for paper."""

from __future__ import annotations

from typing import Any

from ...model.article import Article
from ...model.briefing import Briefing
from ...model.chain import UNKNOWN
from ...model.corpus import key_of
from ...model.linked import Entry
from ...model.record import Quote
from ..foreign import basic_tag, runs_from_right
from ..timelines import in_order, picture_label, timeline_picture
from .paper import Paper, drawn
from .runs import Runs, has_to_break, joined

Part = dict[str, Any]


def timeline(paper: Paper, briefing: Briefing, articles: list[Article]) -> Part:
    """Return both lanes of the timeline, the texts themselves among the dated entries, with their picture."""
    entries = paper.view.linked.entries(briefing)
    found: Part = {"dated": [], "undated": []}
    for number, row in enumerate(in_order(entries, articles), start=1):
        lane = "undated" if isinstance(row, Entry) and not row.is_dated else "dated"
        part = _happened(paper, row) if isinstance(row, Entry) else _text(paper, row)
        what = [part["what"], part["about"], part["bearing"], part["revisions"]]
        breaks = has_to_break(what, [part["when"], part["why"]])
        found[lane].append({**part, "number": number, "breaks": breaks})
    figure = None
    if entries:
        svg = timeline_picture(paper.view, entries, articles)
        figure = drawn(str(svg), picture_label(paper.view, entries, articles))
    return {"counted": paper.view.events_counted(entries), "figure": figure, "events": len(entries), **found}


def _happened(paper: Paper, entry: Entry) -> Part:
    event = entry.event
    about: list[Runs] = [[paper.t(f"status.{event.status}")]]
    about += [paper.names(event.actors)] if event.actors else []
    if not paper.view.is_bound_by_text(entry.bound, entry.article):
        about.append([paper.view.text_of(entry.article)])
    return {
        "label": entry.key,
        "when": paper.view.happened(entry),
        "why": paper.why(entry),
        "what": [*paper.say(event.what), paper.note(entry.key)],
        "about": joined(about, " · "),
        "bearing": paper.bearing(entry.key),
        "revisions": paper.revisions(event),
    }


def _text(paper: Paper, article: Article) -> Part:
    words: Runs = [{"em": [paper.t("page.text-dated")]}, " ", *paper.say(article.title)]
    date = paper.view.date(article.published.date)
    return {"when": date, "why": [], "what": words, "about": [], "bearing": [], "revisions": []}


def quotation(paper: Paper, article: Article, quote: Quote) -> Part:
    """Return a quotation with its translations, each with who made it."""
    key = key_of(article, quote)
    t = paper.t
    words = "".join(each.printed for each in paper.view.linked.corpus.evidence[key])
    language = paper.view.language_name(quote.spoken_in)
    spoken = t("page.spoken-in-unknown") if quote.spoken_in == UNKNOWN else t("page.spoken-in", language=language)
    said = f"{t('page.said')}: {paper.when(quote.said, article)}"
    about: list[Runs] = [[{"strong": paper.name(quote.speaker)}], [said], [spoken]]
    about += [paper.say(quote.basis)] if quote.basis else []
    for form, label in paper.view.printed_as(article, quote):
        named: Runs = [": ", {"lang": basic_tag(article.language), "body": [label]}] if label else []
        about.append([form, *named])
    if paper.view.is_verified(key):
        about.append([t("page.verbatim")])
    return {
        "label": key,
        "words": [*paper.evidence(key), paper.note(key)],
        "translations": [
            {
                "text": each.text,
                "lang": basic_tag(each.language),
                "from_right": runs_from_right(each.text),
                "by": [t("page.our-translation")] if each.by == "editors" else paper.name(each.by),
                "stale": f" ({t('page.stale')})" if paper.view.is_stale(each) else "",
                "language": paper.view.language_name(each.language),
            }
            for each in quote.translations
        ],
        "from_right": runs_from_right(words),
        "breaks": has_to_break(words) or any(has_to_break(each.text) for each in quote.translations),
        "about": joined(about, " · "),
        "bearing": paper.bearing(key),
        "revisions": paper.revisions(quote),
    }
