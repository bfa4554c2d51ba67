"""A briefing as a sheet: its parts in the running order of the page, ready for the template."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ...model.article import Article
from ...model.briefing import Briefing, Conflict, Question, Tracked
from ...model.chain import UNKNOWN
from ...model.corpus import full_key, key_of
from ...model.linked import Entry, OriginKind
from ...model.record import Position, Quote
from ..chains import spoken_chain
from ..listings import Listings, in_lane
from ..pictures import chain_path, network_path, positions_path
from .paper import Paper
from .runs import Runs, joined, without_loose_ends

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
        "positions": [_question(paper, listings, briefing, tracked, articles) for tracked in briefing.tracked],
        "changes": [_change(paper, briefing, index) for index in range(len(briefing.changes))],
        "background": paper.prose(briefing.background, briefing) if briefing.background else [],
        "timeline": _timeline(paper, briefing, articles),
        "quotations": [_quotation(paper, *row) for row in listings.quotes_in(articles)],
        "conflicts": [_doubt(paper, briefing, conflict) for conflict in briefing.conflicts],
        "questions": [_doubt(paper, briefing, question) for question in briefing.questions],
        "relations": _relations(paper, briefing),
        "sources": _sources(paper, briefing, articles),
        "actors": [_actor(paper, name) for name in listings.actors_in(articles)],
    }
    found |= {"notes": _notes(paper), "colophon": {**_colophon(paper, briefing, site_url), "built": built}}
    return without_loose_ends(found)


def _head(paper: Paper, briefing: Briefing, articles: list[Article]) -> Part:
    t, linked = paper.t, paper.view.linked
    as_of = linked.as_of(briefing)
    latest = linked.since[briefing.id][-1] if linked.since[briefing.id] else None
    edition = t("paper.unreleased")
    if latest is not None:
        number, code = latest.edition.number, latest.edition.code
        words = "paper.edition" if latest.is_current else "paper.edition-changed"
        edition = t(words, number=number, code=code, date=paper.view.date(latest.edition.date))
    return {
        "title": paper.say(briefing.title),
        "plain_title": paper.view.plain(briefing.title),
        "subject": paper.say(briefing.subject),
        "edition": edition,
        "as_of": t("page.as-known-on", date=paper.view.date(as_of)) if as_of else "",
        "counts": f"{t.count('page.publications', len(articles))}, {_origins(paper, len(linked.origins_of(briefing)))}",
    }


def _origins(paper: Paper, number: int) -> str:
    return paper.t.count("page.at-most-origins", number)


def _since(paper: Paper, briefing: Briefing) -> Part | None:
    """Return what is otherwise since the latest edition; None where nothing is."""
    found = paper.view.linked.since[briefing.id]
    if not found or found[-1].is_current:
        return None
    since = found[-1]
    items = [
        {"kind": paper.t(f"page.since-{kind}"), "text": _anything(paper, key)}
        for kind in ("added", "changed", "withdrawn", "reworded")
        for key in getattr(since, kind)
    ]
    heading = paper.t("page.since-edition", number=since.edition.number)
    return {"heading": heading, "date": paper.view.date(since.edition.date), "items": items}


def _anything(paper: Paper, key: str) -> Runs:
    documents = paper.view.documents
    if key in documents.briefings:
        return [paper.t("page.briefing-itself")]
    if key in documents.articles:
        return [f"{paper.t('page.article-itself')}: ", *paper.say(documents.articles[key].title)]
    return paper.short(key) if key in paper.view.linked.corpus.records else [key]


def _question(
    paper: Paper, listings: Listings, briefing: Briefing, tracked: Tracked, articles: Iterable[Article]
) -> Part:
    rows = listings.positions_on(tracked.id, articles)
    t = paper.t
    covered = f"{t.count('page.comparison-covers', len(rows))}, {_origins(paper, len(listings.origins_of_rows(rows)))}"
    period = listings.period(rows)
    if period:
        covered += f"; {t('page.comparison-period', period=paper.view.date(period))}"
    alt = f"{paper.view.plain(tracked.text)} — {t('page.picture-in-table')}"
    return {
        "question": paper.say(tracked.text),
        "figure": {"svg": paper.figures[positions_path(briefing, tracked)], "alt": alt} if rows else None,
        "rows": [_position(paper, *row) for row in rows],
        "covered": covered if rows else t("page.no-positions"),
    }


def _position(paper: Paper, article: Article, position: Position) -> Part:
    key = key_of(article, position)
    return {
        "label": key,
        "actor": paper.name(position.actor),
        "stance": position.stance.value,
        "words": paper.t(f"stance.{position.stance}"),
        "scope": [*paper.say(position.scope), paper.note(key)],
        "condition": paper.say(position.condition) if position.condition else [],
        "as_of": paper.when(position.as_of, article),
        "text": "" if paper.view.is_bound_by_text(position.as_of, article) else paper.view.text_of(article),
        "bearing": paper.bearing(key),
        "revisions": paper.revisions(position),
    }


def _change(paper: Paper, briefing: Briefing, index: int) -> Part:
    change = briefing.changes[index]
    verdict = paper.t(f"verdict.{change.verdict}")
    if change.extent_disputed:
        verdict += f"; {paper.t('page.extent-disputed')}"
    ends = (("page.change-from", change.from_), ("page.change-to", change.to))
    return {
        "label": key_of(briefing, change),
        "id": change.id,
        "verdict": verdict,
        "reason": paper.say(change.reason),
        "sides": [_side(paper, paper.t(words), full_key(briefing, reference)) for words, reference in ends],
        "remark": paper.remark(change),
    }


def _side(paper: Paper, words: str, key: str) -> Part:
    article, position = paper.view.linked.corpus.evidenced(key)
    assert isinstance(position, Position)
    return {
        "heading": [{"strong": [words]}, " ", *paper.name(position.actor), f", {paper.view.date(position.as_of)}"],
        "scope": paper.short(key),
        "words": [*paper.evidence(key), paper.note(key)],
        "chain": spoken_chain(paper.view, article, article.chain_of(position)),
    }


def _timeline(paper: Paper, briefing: Briefing, articles: list[Article]) -> Part:
    entries = paper.view.linked.entries(briefing)
    dated = [
        _happened(paper, row) if isinstance(row, Entry) else _text(paper, row) for row in in_lane(entries, articles)
    ]
    undated = [_happened(paper, entry) for entry in entries if not entry.is_dated]
    return {"counted": paper.view.events_counted(entries), "dated": dated, "undated": undated, "events": len(entries)}


def _happened(paper: Paper, entry: Entry) -> Part:
    event = entry.event
    about: list[Runs] = [[paper.t(f"status.{event.status}")]]
    about += [paper.names(event.actors)] if event.actors else []
    if not paper.view.is_bound_by_text(entry.bound, entry.article):
        about.append([paper.view.text_of(entry.article)])
    return {
        "label": entry.key,
        "when": paper.view.date(entry.bound),
        "why": paper.why(entry),
        "what": [*paper.say(event.what), paper.note(entry.key)],
        "about": joined(about, " · "),
        "bearing": paper.bearing(entry.key),
        "revisions": paper.revisions(event),
    }


def _text(paper: Paper, article: Article) -> Part:
    words: Runs = [{"em": [paper.t("page.text-dated")]}, " ", *paper.say(article.title)]
    return {"when": paper.view.date(article.published.date), "why": [], "what": words, "about": [], "bearing": []}


def _quotation(paper: Paper, article: Article, quote: Quote) -> Part:
    key = key_of(article, quote)
    t = paper.t
    language = paper.view.language_name(quote.spoken_in)
    spoken = t("page.spoken-in-unknown") if quote.spoken_in == UNKNOWN else t("page.spoken-in", language=language)
    said = f"{t('page.said')}: {paper.when(quote.said, article)}"
    about: list[Runs] = [[{"strong": paper.name(quote.speaker)}], [said], [spoken]]
    about += [paper.say(quote.basis)] if quote.basis else []
    if paper.view.is_verified(key):
        about.append([t("page.verbatim")])
    return {
        "label": key,
        "words": [*paper.evidence(key), paper.note(key)],
        "translations": [
            {
                "text": each.text,
                "lang": each.language,
                "by": [t("page.our-translation")] if each.by == "editors" else paper.name(each.by),
                "stale": f" ({t('page.stale')})" if paper.view.is_stale(each) else "",
                "language": paper.view.language_name(each.language),
            }
            for each in quote.translations
        ],
        "length": sum(len(each.printed) for each in paper.view.linked.corpus.evidence[key]),
        "about": joined(about, " · "),
        "bearing": paper.bearing(key),
        "revisions": paper.revisions(quote),
    }


def _doubt(paper: Paper, briefing: Briefing, record: Conflict | Question) -> Part:
    return {
        "label": key_of(briefing, record),
        "id": record.id,
        "text": paper.say(record.what if isinstance(record, Conflict) else record.text),
        "state": paper.t(f"state.{record.status}"),
        "records": [paper.note(full_key(briefing, each)) for each in record.records],
        "settled_by": paper.say(record.settled_by),
        "remark": paper.remark(record),
    }


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
        found.append({"label": label, "id": relation.id, "text": words, "reason": reason, "remark": remark})
    return found


def _sources(paper: Paper, briefing: Briefing, articles: list[Article]) -> Part:
    t, linked = paper.t, paper.view.linked
    origins, unnamed = linked.origins_of(briefing), linked.on_unnamed(briefing)
    more = linked.presumed_away(briefing)
    counted = {kind: sum(origin.kind is kind for origin in origins) for kind in OriginKind}
    kinds = t(
        "page.origins-by-kind",
        named=counted[OriginKind.NAMED],
        unnamed=counted[OriginKind.UNNAMED],
        own=counted[OriginKind.OWN_VOICE],
    )
    resting, of = sum(map(len, unnamed.values())), len(linked.evidenced_in(briefing))
    sentences = [f"{t.count('page.publications', len(articles))}, {_origins(paper, len(origins))}: {kinds}."]
    sentences += [t("page.group-is-one")] if unnamed else []
    sentences += [t.count("page.without-presumptions", more)] if more else []
    sentences.append(t.count("page.rest-on-unnamed", resting, of=of))
    return {
        "summary": " ".join(sentences),
        "unnamed": [_unnamed(paper, keys) for keys in unnamed.values()],
        "figure": {
            "svg": paper.figures[network_path(briefing)],
            "alt": f"{t('page.network')} — {t('page.network-in-text')}",
        },
        "articles": [_article(paper, article) for article in articles],
    }


def _unnamed(paper: Paper, keys: list[str]) -> Runs:
    article, record = paper.view.linked.corpus.evidenced(keys[0])
    last = article.chain_of(record)[-1]
    words = paper.say(last.unnamed) if last.unnamed else [paper.t("chain.unknown")]
    counted = paper.t.count("page.record-count", len(keys))
    notes = joined([[paper.note(key)] for key in keys], " ")
    return [*words, f" — {paper.view.text_of(article)}: {counted} ", *notes]


def _article(paper: Paper, article: Article) -> Part:
    """Return a source with everything that its page says of it, short of its text."""
    t, view = paper.t, paper.view
    receipt = view.documents.proof_of(article)
    proof = t("page.unproven")
    if receipt:
        proof = t("page.proven", capture=receipt.capture[:4], date=view.date(receipt.date))
    losses = [t(f"loss.{loss.value.replace(' ', '-')}") for loss in article.capture.losses]
    channel: Runs = [t("page.channel-unknown")] if article.channel == UNKNOWN else paper.name(article.channel)
    fields: list[tuple[str, Runs]] = [
        ("page.channel", channel),
        ("page.published", [f"{view.date(article.published.date)} (", *paper.say(article.published.basis), ")"]),
        ("page.retrieved", [view.date(article.retrieved)]),
        ("page.language", [view.language_name(article.language)]),
        ("page.losses", [", ".join(losses) or t("page.no-losses")]),
        ("page.rights", [t(f"rights.{article.rights}")]),
        ("page.capture", [f"{t.count('page.characters', article.capture.characters)}, {proof}"]),
    ]
    if article.headline:
        fields.insert(0, ("page.headline", [{"lang": article.language, "body": [article.headline]}]))
    if article.author:
        fields.append(("page.author", [article.author]))
    for name, address in (("page.address", article.url), ("page.archived", article.archived)):
        if address:
            fields.append((name, [{"link": address, "body": [address]}]))
    return {
        "title": paper.say(article.title),
        "fields": [{"name": t(name), "value": value} for name, value in fields],
        "sha256": article.capture.sha256,
        "summary": paper.say(article.summary) if article.summary else [],
        "chains": [
            _drawn(paper.figures[chain_path(article, name)], spoken_chain(view, article, chain))
            for name, chain in article.chains.items()
        ],
        "own_voice": "" if article.chains else t("page.own-voice"),
    }


def _drawn(svg: str, alt: str) -> Part:
    """Return a picture with its width in pixels, so that paper can keep the letters of all pictures of one size."""
    width = re.search(r'<svg [^>]*\bwidth="([0-9.]+)"', svg)
    return {"svg": svg, "alt": alt, "width": float(width.group(1)) if width else 680.0}


def _actor(paper: Paper, name: str) -> Part:
    actor = paper.view.documents.actors[name]
    description = paper.say(actor.description) if actor.description else []
    return {"name": paper.say(actor.name), "kind": paper.t(f"actor-kind.{actor.kind}"), "description": description}


def _notes(paper: Paper) -> list[Part]:
    """Return the notes by number. Writing one may ask for no other: what they say of a record names no record."""
    corpus = paper.view.linked.corpus
    found = []
    for key, number in paper.notes.items():
        owner, record = corpus.records[key]
        if key in corpus.evidence:
            article, on_words = corpus.evidenced(key)
            found.append(
                {
                    "number": number,
                    "words": paper.evidence(key),
                    "short": [] if article.language == paper.view.language else paper.said(key),
                    "source": [*paper.say(article.title), f", {paper.view.date(article.published.date)}"],
                    "chain": spoken_chain(paper.view, article, article.chain_of(on_words)),
                    "remark": paper.say(record.note) if record.note else [],
                }
            )
        else:
            words: Runs = [f"{paper.t('page.judgement')}: ", *paper.short(key)]
            source = paper.say(owner.title)
            found.append({"number": number, "words": words, "short": [], "source": source, "chain": "", "remark": []})
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
