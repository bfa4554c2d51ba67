"""Positions and their judged changes, for paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model.article import Article
from ...model.briefing import Briefing, Change, Tracked
from ...model.corpus import full_key, key_of
from ...model.record import Position
from ..chains import spoken_chain
from ..listings import Listings
from ..pictures import positions_path
from ..summaries import covered, verdict
from .paper import Paper, drawn
from .runs import has_to_break

Part = dict[str, Any]


def question(
    paper: Paper, listings: Listings, briefing: Briefing, tracked: Tracked, articles: Iterable[Article]
) -> Part:
    """Return one tracked question: its picture, its positions, and what the comparison covers."""
    rows = listings.positions_on(tracked.id, articles)
    alt = f"{paper.view.plain(tracked.text)} — {paper.t('page.picture-in-table')}"
    return {
        "question": paper.say(tracked.text),
        "figure": drawn(paper.figures[positions_path(briefing, tracked)], alt) if rows else None,
        "rows": [_position(paper, *row) for row in rows],
        "covered": covered(paper.view, rows) if rows else paper.t("page.no-positions"),
    }


def _position(paper: Paper, article: Article, position: Position) -> Part:
    key = key_of(article, position)
    scope = {
        "scope": [*paper.say(position.scope), paper.note(key)],
        "condition": paper.say(position.condition) if position.condition else [],
        "bearing": paper.bearing(key),
        "revisions": paper.revisions(position),
    }
    actor = paper.name(position.actor)
    text = "" if paper.view.is_bound_by_text(position.as_of, article) else paper.view.text_of(article)
    return {
        "label": key,
        "actor": actor,
        "stance": position.stance.value,
        "words": paper.t(f"stance.{position.stance}"),
        **scope,
        "as_of": paper.when(position.as_of, article),
        "text": text,
        "breaks": has_to_break(scope, [actor, text]),
    }


def changes(paper: Paper, briefing: Briefing, earlier: str, judged: Iterable[Change]) -> Part:
    """Return the judged changes of one earlier position: that position once, then each change with the later one."""
    side = _side(paper, paper.t("page.change-from"), full_key(briefing, earlier))
    return {
        "earlier": side,
        "breaks": has_to_break(side),
        "changes": [_change(paper, briefing, each) for each in judged],
    }


def _change(paper: Paper, briefing: Briefing, judged: Change) -> Part:
    found = {
        "label": key_of(briefing, judged),
        "id": judged.id,
        "verdict": verdict(paper.view, judged),
        "reason": paper.say(judged.reason),
        "later": _side(paper, paper.t("page.change-to"), full_key(briefing, judged.to)),
        "remark": paper.remark(judged),
    }
    return {**found, "breaks": has_to_break(found)}


def _side(paper: Paper, words: str, key: str) -> Part:
    article, position = paper.view.linked.corpus.evidenced(key)
    assert isinstance(position, Position)
    return {
        "heading": [{"strong": [words]}, " ", *paper.name(position.actor), f", {paper.view.date(position.as_of)}"],
        "scope": paper.short(key),
        "words": [*paper.evidence(key), paper.note(key)],
        "chain": spoken_chain(paper.view, article, article.chain_of(position)),
    }
