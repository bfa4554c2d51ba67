"""The timeline of some events and texts beyond its rows: their numbers, the years they stand under, their picture.

Page and paper ask here with the same entries that they list, so that the picture and the list are the same data.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from babel.dates import format_date
from markupsafe import Markup

from ..model.article import Article
from ..model.date import PartialDate
from ..model.linked import Entry
from .figures.counts import counts_figure
from .figures.marks import Mark, Words
from .figures.timeline import MOST, timeline_figure
from .kinds import KINDS, kind_of
from .listings import day_of, in_lane
from .view import View

Row = Entry | Article

LONG = 15
"""Rows from which on the list of a briefing is parted by years, with a row of links that leads to each."""


def text_anchor(article: Article) -> str:
    """Return the anchor of a text among the events of a timeline."""
    return f"text-{article.id}"


def in_order(entries: Collection[Entry], texts: Iterable[Article]) -> list[Row]:
    """Return the rows of a timeline as they are listed and numbered: the dated lane, then the undated one."""
    return [*in_lane(entries, texts), *(entry for entry in entries if not entry.is_dated)]


def is_long(entries: Collection[Entry], texts: Collection[Article]) -> bool:
    """Tell whether a timeline is long enough to be parted by years."""
    return len(entries) + len(texts) >= LONG


def by_bound(view: View, entries: Iterable[Entry]) -> list[tuple[Article | None, list[Entry]]]:
    """Group undated entries, each run under the text whose date is its bound; None where the bound is another."""
    keyed = ((entry.article if view.is_bound_by_text(entry.bound, entry.article) else None, entry) for entry in entries)
    groups = groupby(keyed, key=lambda pair: pair[0].id if pair[0] else "")
    found = [list(group) for _, group in groups]
    return [(group[0][0], [entry for _, entry in group]) for group in found]


def by_year(rows: Sequence[Row], *, is_long: bool) -> list[tuple[str, list[Row]]]:
    """Part the dated lane by years, in its order; what is not long, or all of one year, stays whole, under no name.

    A row stands under the year of its last possible day, as its place in the order does, unless another one that is
    later stands under an earlier year. What may still go on stands last, under `open`.
    """
    if not is_long:
        return [("", list(rows))]
    years: list[str] = []
    for row in reversed(rows):
        latest = day_of(row).latest
        year = f"{latest.year:04}" if latest else "open"
        years.append(min(year, years[-1]) if years else year)
    parts = groupby(zip(reversed(years), rows, strict=True), key=lambda pair: pair[0])
    found = [(year, [row for _, row in part]) for year, part in parts]
    return found if len(found) > 1 else [("", list(rows))]


def timeline_picture(view: View, entries: Collection[Entry], texts: Iterable[Article]) -> Markup:
    """Return the picture of a timeline as SVG, to stand in the page or to be printed."""
    marks = [_mark(view, number, row) for number, row in enumerate(in_order(entries, texts), start=1)]
    draw = timeline_figure if len(marks) <= MOST else counts_figure
    return Markup(draw(marks, _words(view, marks)))


def picture_label(view: View, entries: Collection[Entry], texts: Iterable[Article]) -> str:
    """Return what is in the picture of a timeline, in words."""
    return _label(view, [_mark(view, number, row) for number, row in enumerate(in_order(entries, texts), start=1)])


def _mark(view: View, number: int, row: Row) -> Mark:
    date = day_of(row)
    soft, when = date.is_soft, view.date(date)
    if isinstance(row, Article):
        says = f"{number}. {when}. {view.t('page.text-dated')} {view.plain(row.title)}"
        return Mark(number, text_anchor(row), "text", "text", says, date.earliest, date.latest, soft)
    says = f"{number}. {when}. {view.plain(row.event.what)} ({view.t(f'status.{row.event.status}')})"
    withdrawn = row.event.withdrawn
    says += f" {view.t('page.withdrawn', date=view.date(withdrawn.date)).rstrip(':')}" if withdrawn else ""
    shape, kind = row.event.status.value, kind_of(row.event)
    return Mark(number, row.key, shape, kind, says, date.earliest, date.latest, soft, withdrawn is not None)


def _words(view: View, marks: Collection[Mark]) -> Words:
    t = view.t
    legend = {status: t(f"status.{status}") for status in ("confirmed", "reported", "disputed", "standing", "planned")}
    return Words(
        label=_label(view, marks),
        legend=legend | t.find("page.timeline-signs"),
        kinds={kind: t(f"page.filter-kind.{kind}") for kind in (*KINDS, "text")},
        unplaced=t("page.timeline-unplaced"),
        across=t("page.timeline-across"),
        period=lambda first, last: _period(view, first, last),
        tick=lambda day: _tick(view, day),
        left_out=lambda before, after: _left_out(view, before, after),
        column=lambda first, months: _column(view, first, months),
    )


def _label(view: View, marks: Collection[Mark]) -> str:
    """Return how much is in a picture, from when to when, and where the same is to be read."""
    days = sorted(day for mark in marks for day in (mark.earliest, mark.latest) if day)
    bounds = sum(mark.is_placed and (mark.earliest is None or mark.latest is None) for mark in marks)
    unplaced = sum(not mark.is_placed for mark in marks)
    t = view.t
    parts = [t.count("page.timeline-entries", len(marks))]
    parts += [" – ".join(_period(view, days[0], days[-1]))] if days else []
    parts += [t("page.timeline-bounds", n=bounds)] if bounds else []
    parts += [t("page.timeline-nowhere", n=unplaced)] if unplaced else []
    same = t("page.timeline-in-list" if len(marks) <= MOST else "page.timeline-counted")
    return f"{t('page.timeline-picture')}: {', '.join(parts)}. {same}"


def _period(view: View, first: datetime.date, last: datetime.date) -> list[str]:
    """Return a year or month as one phrase, any other time as its first and last day."""
    after = last + datetime.timedelta(1) if last < datetime.date.max else last
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1) and after.year == first.year + 1:
        return [view.date(PartialDate.parse(first.isoformat()[:4]))]
    if first.day == after.day == 1 and (after - first).days < 32:
        return [view.date(PartialDate.parse(first.isoformat()[:7]))]
    days = dict.fromkeys((first, last))
    return [view.date(PartialDate.parse(day.isoformat())) for day in days]


def _tick(view: View, day: datetime.date) -> str:
    text = day.isoformat()
    return str(day.year) if text.endswith("-01-01") else view.date(PartialDate.parse(text))


def _left_out(view: View, before: datetime.date, after: datetime.date) -> str:
    """Return how long nothing is dated, in full years, months or days."""
    days = (after - before).days
    unit, length = ("years", 365.25) if days >= 730 else ("months", 30.44) if days >= 60 else ("days", 1)
    return view.t.count(f"page.timeline-left-out.{unit}", int(days / length))


def _column(view: View, first: datetime.date, months: int) -> tuple[str, str]:
    """Return a month and its year, a year, or the first and last of several years."""
    if months == 1:
        return format_date(first, view.t("date.column"), locale=view.language), str(first.year)
    return (str(first.year), "") if months == 12 else (f"{first.year}–", str(first.year + months // 12 - 1))
