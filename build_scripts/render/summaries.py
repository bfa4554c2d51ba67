"""Sentences that a page and its printout both say: what a change was judged to be, what a comparison covers, on what a
briefing rests."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.article import Article
from ..model.briefing import Briefing, Change
from ..model.linked import OriginKind
from ..model.record import Position
from .listings import Listings
from .view import View


def verdict(view: View, change: Change) -> str:
    """Return the verdict of a change in words, and whether it is disputed how far it goes."""
    words = view.t(f"verdict.{change.verdict}")
    return f"{words}; {view.t('page.extent-disputed')}" if change.extent_disputed else words


def alike(view: View, changes: Sequence[tuple[Briefing, Change]]) -> list[list[tuple[Briefing, Change]]]:
    """Group the changes of a briefing in which the same actor is judged alike, in the order of first mention."""
    groups: dict[tuple[str, str, str], list[tuple[Briefing, Change]]] = {}
    for briefing, change in changes:
        actor = Listings(view.linked).position(briefing, change.to).actor
        groups.setdefault((briefing.id, actor, verdict(view, change)), []).append((briefing, change))
    return list(groups.values())


def covered(view: View, rows: Sequence[tuple[Article, Position]]) -> str:
    """Return how many positions a comparison covers, on how many origins, over which time."""
    t, listings = view.t, Listings(view.linked)
    origins = t.count("page.at-most-origins", len(listings.origins_of_rows(rows)))
    words = f"{t.count('page.comparison-covers', len(rows))}, {origins}"
    period = listings.period(rows)
    return f"{words}; {t('page.comparison-period', period=view.date(period))}" if period else words


def source_summary(view: View, briefing: Briefing) -> str:
    """Return on what a briefing rests: its texts, its origins by kind, and how much hangs on an unnamed one alone."""
    t, linked = view.t, view.linked
    origins, unnamed = linked.origins_of(briefing), linked.on_unnamed(briefing)
    more = linked.presumed_away(briefing)
    counted = {kind: sum(origin.kind is kind for origin in origins) for kind in OriginKind}
    kinds = t(
        "page.origins-by-kind",
        named=counted[OriginKind.NAMED],
        unnamed=counted[OriginKind.UNNAMED],
        own=counted[OriginKind.OWN_VOICE],
    )
    publications = t.count("page.publications", len(linked.articles(briefing)))
    sentences = [f"{publications}, {t.count('page.at-most-origins', len(origins))}: {kinds}."]
    copied = len(linked.articles(briefing)) - len(
        {linked.corpus.stands_for(each) for each in linked.articles(briefing)}
    )
    sentences += [t.count("page.copies-count-once", copied)] if copied else []
    sentences += [t("page.group-is-one")] if unnamed else []
    sentences += [t.count("page.without-presumptions", more)] if more else []
    resting, records = sum(map(len, unnamed.values())), len(linked.evidenced_in(briefing))
    sentences += [t.count("page.rest-on-unnamed", resting, of=records)] if records else []
    return " ".join(sentences)
