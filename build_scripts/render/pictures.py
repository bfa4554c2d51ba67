"""Which pictures there are: one of each attribution chain, of all chains of a briefing, of each tracked question."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..model.article import Article
from ..model.bilingual import SITE_LANGUAGES, Bilingual
from ..model.briefing import Briefing, Change, Tracked
from ..model.chain import THIS, Hop, Manner
from ..model.corpus import full_key, key_of
from ..model.date import PartialDate
from ..model.linked import Linked, Source
from ..model.page import Figure
from ..model.record import Position
from .chains import hop_name, spoken_chain
from .figures.chain import Box, chain_figure
from .figures.network import Leg, Stop, network_figure
from .figures.positions import NARROW, WIDE, Arrow, Frame, Mark, positions_figure
from .listings import Listings
from .summaries import verdict
from .view import View


def chain_path(article: Article, name: str) -> str:
    """Return where the picture of a chain lies, relative to the folder of the language."""
    return f"figures/chain-{article.id}.{name}.svg"


def network_path(briefing: Briefing) -> str:
    """Return where the picture of all chains of a briefing lies."""
    return f"figures/network-{briefing.id}.svg"


def positions_path(briefing: Briefing, tracked: Tracked, *, narrow: bool = False) -> str:
    """Return where the picture of a tracked question lies; `narrow` is the one for phones."""
    return f"figures/positions-{briefing.id}.{tracked.id}{'.narrow' if narrow else ''}.svg"


def pictures(linked: Linked) -> tuple[Figure, ...]:
    """Return all pictures in both languages."""
    views = [View(linked, language, "index.md") for language in SITE_LANGUAGES]
    return tuple(figure for view in views for figure in (*_chains(view), *_networks(view), *_positions(view)))


def _chains(view: View) -> Iterator[Figure]:
    for article in view.documents.articles.values():
        for name, chain in article.chains.items():
            boxes = [_box(view, hop, index < len(chain) - 1) for index, hop in enumerate(chain)]
            spoken = spoken_chain(view, article, chain)
            svg = chain_figure(boxes, view.t("page.chain"), spoken, article.place().file)
            yield Figure(view.language, chain_path(article, name), svg)


def _box(view: View, hop: Hop, has_next: bool) -> Box:
    remarks = [view.t("chain.read")] if hop.read else []
    remarks += [view.t("chain.presumed")] if hop.presumed else []
    remarks += [view.t("chain.not-named")] if hop.unnamed else []
    how = _how(view, hop.how) if hop.how and has_next else ""
    return Box(hop_name(view, hop), ", ".join(remarks), how, hop.read, hop.unnamed is not None, hop.presumed)


def _networks(view: View) -> Iterator[Figure]:
    for briefing in view.documents.briefings.values():
        network = view.linked.networks[briefing.id]
        stops = [_stop(view, source) for source in network.sources]
        legs = [
            Leg(edge.start, edge.end, ", ".join(_how(view, manner) for manner in edge.how), edge.is_presumed)
            for edge in network.edges
        ]
        title = f"{view.plain(briefing.title)} — {view.t('page.network')}"
        svg = network_figure(stops, legs, title, view.t("page.network-in-text"), briefing.place().file)
        yield Figure(view.language, network_path(briefing), svg)


def _stop(view: View, source: Source) -> Stop:
    is_text = source.hop.by == THIS
    label = view.text_of(source.article) if is_text else ""
    remark = view.t.count("page.record-count", source.records) if source.records else ""
    if source.presumed:
        remark += f", {view.t('chain.of-them-presumed', n=source.presumed)}"
    is_unnamed = source.hop.unnamed is not None
    label = label or hop_name(view, source.hop)
    return Stop(source.name, source.column, label, remark, is_text, is_unnamed, source.is_presumed)


def _how(view: View, manner: Manner) -> str:
    return view.t(f"chain.how.{manner}")


def _positions(view: View) -> Iterator[Figure]:
    for briefing in view.documents.briefings.values():
        for tracked in briefing.tracked:
            rows = Listings(view.linked).positions_on(tracked.id, view.linked.articles(briefing))
            if rows:
                by_actor = sorted(rows, key=lambda row: row[1].actor)
                yield from (_picture(view, briefing, tracked, by_actor, frame) for frame in (WIDE, NARROW))


def _picture(
    view: View, briefing: Briefing, tracked: Tracked, rows: list[tuple[Article, Position]], frame: Frame
) -> Figure:
    marks = [_mark(view, article, position) for article, position in rows]
    arrows = [_arrow(view, briefing, change) for change in briefing.changes]
    days = {day: position.as_of for _, position in rows for day in (position.as_of.latest,) if day}
    ticks = [(day, _day(view, day)) for day in sorted(days)]
    description = view.t("page.picture-in-table")
    text = positions_figure(marks, arrows, ticks, view.plain(tracked.text), description, briefing.place().file, frame)
    return Figure(view.language, positions_path(briefing, tracked, narrow=frame.is_narrow), text)


def _arrow(view: View, briefing: Briefing, change: Change) -> Arrow:
    return Arrow(full_key(briefing, change.from_), full_key(briefing, change.to), verdict(view, change))


def _mark(view: View, article: Article, position: Position) -> Mark:
    return Mark(
        key_of(article, position),
        _lane(view, position.actor),
        position.stance.value,
        # The stance first, so that no shortened label loses its no.
        f"{view.t(f'stance.{position.stance}')}: {view.plain(position.scope)}",
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
