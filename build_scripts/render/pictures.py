"""Which pictures there are: one of each attribution chain, one of each tracked question."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..model.article import Article
from ..model.bilingual import SITE_LANGUAGES, Bilingual
from ..model.briefing import Briefing, Change, Tracked
from ..model.chain import THIS, UNKNOWN, Chain, Hop
from ..model.corpus import full_key, key_of
from ..model.date import PartialDate
from ..model.linked import Linked
from ..model.page import Figure
from ..model.record import Position
from .figures.chain import Box, chain_figure
from .figures.positions import Arrow, Mark, positions_figure
from .listings import Listings
from .view import View


def chain_path(article: Article, name: str) -> str:
    """Return where the picture of a chain lies, relative to the folder of the language."""
    return f"figures/{article.id}-{name}.svg"


def positions_path(briefing: Briefing, tracked: Tracked) -> str:
    """Return where the picture of a tracked question lies."""
    return f"figures/{briefing.id}-{tracked.id}.svg"


def pictures(linked: Linked) -> tuple[Figure, ...]:
    """Return all pictures in both languages."""
    views = [View(linked, language, "index.md") for language in SITE_LANGUAGES]
    return tuple(figure for view in views for figure in (*_chains(view), *_positions(view)))


def _chains(view: View) -> Iterator[Figure]:
    for article in view.documents.articles.values():
        for name, chain in article.chains.items():
            boxes = [_box(view, hop, index < len(chain) - 1) for index, hop in enumerate(chain)]
            svg = chain_figure(boxes, view.t("page.chain"), spoken_chain(view, chain), article.place().file)
            yield Figure(view.language, chain_path(article, name), svg)


def _box(view: View, hop: Hop, has_next: bool) -> Box:
    remarks = [view.t("chain.read")] if hop.read else []
    remarks += [view.t("chain.presumed")] if hop.presumed else []
    remarks += [view.t("chain.not-named")] if hop.unnamed else []
    how = view.t(f"chain.how.{hop.how}").rstrip(":") if hop.how and has_next else ""
    return Box(hop_name(view, hop), ", ".join(remarks), how, hop.read, hop.unnamed is not None, hop.presumed)


def hop_name(view: View, hop: Hop) -> str:
    """Return the name of a hop as plain text."""
    if hop.unnamed is not None:
        return view.plain(hop.unnamed)
    if hop.by in (None, THIS, UNKNOWN):
        return view.t("chain.unknown" if hop.by == UNKNOWN else "chain.this")
    entry = view.documents.channels.get(str(hop.by)) or view.documents.actors.get(str(hop.by))
    return view.plain(entry.name) if entry else str(hop.by)


def spoken_chain(view: View, chain: Chain) -> str:
    """Return a chain as plain text, for those who do not see the picture."""
    parts = []
    for index, hop in enumerate(chain):
        box = _box(view, hop, index < len(chain) - 1)
        parts.append(f"{box.name} ({box.remark})" if box.remark else box.name)
        parts += [box.how] if box.how else []
    return " → ".join(parts)


def _positions(view: View) -> Iterator[Figure]:
    for briefing in view.documents.briefings.values():
        for tracked in briefing.tracked:
            rows = Listings(view.linked).positions_on(tracked.id, view.linked.articles(briefing))
            if rows:
                yield _picture(view, briefing, tracked, sorted(rows, key=lambda row: row[1].actor))


def _picture(view: View, briefing: Briefing, tracked: Tracked, rows: list[tuple[Article, Position]]) -> Figure:
    marks = [_mark(view, article, position) for article, position in rows]
    arrows = [_arrow(view, briefing, change) for change in briefing.changes]
    days = {day: position.as_of for _, position in rows for day in (position.as_of.latest,) if day}
    ticks = [(day, _day(view, day)) for day in sorted(days)]
    description = view.t("page.picture-in-table")
    text = positions_figure(marks, arrows, ticks, view.plain(tracked.text), description, briefing.place().file)
    return Figure(view.language, positions_path(briefing, tracked), text)


def _arrow(view: View, briefing: Briefing, change: Change) -> Arrow:
    verdict = view.t(f"verdict.{change.verdict}") + (
        f", {view.t('page.extent-disputed')}" if change.extent_disputed else ""
    )
    return Arrow(full_key(briefing, change.from_), full_key(briefing, change.to), verdict)


def _mark(view: View, article: Article, position: Position) -> Mark:
    return Mark(
        key_of(article, position),
        _lane(view, position.actor),
        position.stance.value,
        view.plain(position.scope),
        position.as_of.earliest,
        position.as_of.latest,
        article.chain_of(position)[-1].unnamed is not None,
    )


def _lane(view: View, actor: str) -> str:
    entry = view.documents.actors.get(actor)
    name: Bilingual | None = entry.name if entry else None
    return view.plain(name) if name else actor


def _day(view: View, day: datetime.date) -> str:
    return view.date(PartialDate.parse(day.isoformat()))
