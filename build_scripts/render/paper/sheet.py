"""A briefing as a sheet: its parts in the running order of the page, ready for the template."""

from __future__ import annotations

from typing import Any

from ...model.article import Article
from ...model.briefing import Briefing, Conflict, Question
from ...model.corpus import full_key, key_of
from ..editions import Turn, head_turns, kind_in, record_turns
from ..listings import Listings
from .lanes import quotation, timeline
from .ledger import changes, question
from .paper import Paper
from .runs import Runs, has_to_break, without_loose_ends
from .sources import actor, notes, sources

Part = dict[str, Any]


def sheet(paper: Paper, briefing: Briefing, site_url: str, built: str) -> Part:
    """Return everything that a printout of a briefing says, in its running order; the notes are gathered last.

    `built` is the date of the build in words.
    """
    listings = Listings(paper.view.linked)
    articles = list(paper.view.linked.articles(briefing))
    found: Part = {
        "id": briefing.id,
        **_head(paper, briefing, articles),
        "bottom_line": paper.prose(briefing.bottom_line, briefing),
        "since": _since(paper, briefing),
        "positions": [question(paper, listings, briefing, tracked, articles) for tracked in briefing.tracked],
        "changes": [changes(paper, briefing, *group) for group in listings.changes_by_earlier(briefing).items()],
        "background": paper.prose(briefing.background, briefing) if briefing.background else [],
        "timeline": timeline(paper, briefing, articles),
        "quotations": [quotation(paper, *row) for row in listings.quotes_in(articles)],
        "conflicts": [_doubt(paper, briefing, each) for each in briefing.conflicts],
        "questions": [_doubt(paper, briefing, each) for each in briefing.questions],
        "relations": _relations(paper, briefing),
        "sources": sources(paper, briefing, articles),
        "actors": [actor(paper, name) for name in listings.actors_in(articles)],
    }
    found |= {"notes": notes(paper), "colophon": {**_colophon(paper, briefing, site_url), "built": built}}
    return without_loose_ends(found)


def _head(paper: Paper, briefing: Briefing, articles: list[Article]) -> Part:
    t, linked = paper.t, paper.view.linked
    as_of = linked.as_of(briefing)
    latest = linked.since[briefing.id][-1] if linked.since[briefing.id] else None
    origins = t.count("page.at-most-origins", len(linked.origins_of(briefing)))
    edition = t("paper.unreleased")
    if latest is not None:
        number, code = latest.edition.number, latest.edition.code
        words = "paper.edition" if latest.is_current else "paper.edition-changed"
        edition = t(words, number=number, code=code, date=paper.view.date(latest.edition.date))
    return {
        "title": paper.say(briefing.title),
        "long": paper.view.is_long(briefing.title),
        "subject": paper.say(briefing.subject),
        "edition": edition,
        "as_of": t("page.as-known-on", date=paper.view.date(as_of)) if as_of else "",
        "counts": f"{t.count('page.publications', len(articles))}, {origins}",
    }


def _since(paper: Paper, briefing: Briefing) -> Part | None:
    """Return what is otherwise since the latest edition; None where nothing is."""
    found = paper.view.linked.since[briefing.id]
    if not found or found[-1].is_current:
        return None
    since = found[-1]
    items = [
        {"kind": paper.t(f"page.field.{turn.name}"), "text": _turn(paper, turn)}
        for turn in head_turns(paper.view, since)
    ]
    items += [
        {
            "kind": f"{paper.t(f'page.since-{how}')} ({kind_in(paper.view, since, turn.name)})",
            "text": _turn(paper, turn),
        }
        for how, turn in record_turns(paper.view, since)
    ]
    heading = paper.t("page.since-edition", number=since.edition.number)
    return {"heading": heading, "date": paper.view.date(since.edition.date), "items": items}


def _turn(paper: Paper, turn: Turn) -> Runs:
    """Return one thing as it was and as it is, with a reference to its place."""
    words = turn.now or turn.was or turn.name
    if turn.was and turn.now and turn.was != turn.now:
        words = f"{paper.t('page.was')}: {turn.was} {paper.t('page.now')}: {turn.now}"
    if turn.name not in paper.view.linked.corpus.records:
        return [words]
    return [words, " ", {"ref": turn.name, "body": [turn.name.partition("/")[2]]}]


def _doubt(paper: Paper, briefing: Briefing, record: Conflict | Question) -> Part:
    found: Part = {
        "label": key_of(briefing, record),
        "id": record.id,
        "text": paper.say(record.what if isinstance(record, Conflict) else record.text),
        "state": paper.t(f"state.{record.status}"),
        "records": [paper.note(full_key(briefing, each)) for each in record.records],
        "settled_by": paper.say(record.settled_by),
        "remark": paper.remark(record),
    }
    return {**found, "breaks": has_to_break(found)}


def _relations(paper: Paper, briefing: Briefing) -> list[Part]:
    found = []
    for relation in briefing.relations:
        one, two = (full_key(briefing, each) for each in relation.references)
        words: Runs = [
            *paper.short(one),
            " ",
            {"strong": [paper.t(f"kinship.{relation.kind}")]},
            " ",
            *paper.short(two),
        ]
        remark = paper.remark(relation)
        label, reason = key_of(briefing, relation), paper.say(relation.reason)
        part: Part = {"label": label, "id": relation.id, "text": words, "reason": reason, "remark": remark}
        found.append({**part, "breaks": has_to_break(part)})
    return found


def _colophon(paper: Paper, briefing: Briefing, site_url: str) -> Part:
    """Return what tells whether a printout is current."""
    t, since = paper.t, paper.view.linked.since[briefing.id]
    address = f"{site_url}{paper.view.language}/briefings/{briefing.id}/"
    latest = since[-1] if since else None
    check = f"{address}editions/{latest.edition.number}/" if latest else address
    statement = t("paper.check-unreleased")
    if latest:
        statement = t("paper.check" if latest.is_current else "paper.check-changed")
    return {
        "permalink": address,
        "check": check,
        "statement": statement,
        "code": latest.edition.code if latest and latest.is_current else "",
        "hash": paper.view.linked.contents[briefing.id],
    }
