"""By what the timeline can be narrowed down: what each entry is marked with, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from markupsafe import Markup

from ..model.article import Article
from ..model.briefing import Briefing
from ..model.date import PartialDate
from ..model.linked import Entry
from .escape import attribute
from .kinds import KINDS, kind_of
from .listings import day_of, in_lane
from .view import View


def filter_mark(view: View, row: Entry | Article) -> Markup:
    """Return the attributes by which the timeline is narrowed down: actors, briefings, kind and year."""
    article = row if isinstance(row, Article) else row.article
    event = None if isinstance(row, Article) else row.event
    found = {
        "actor": event.actors if event else (),
        "briefing": [briefing.id for briefing in view.linked.briefings_of.get(article.id, ())],
        "kind": [kind_of(event) if event else "text"],
        "year": _years(day_of(row)) if isinstance(row, Article) or row.is_dated else ["undated"],
    }
    return Markup("".join(f' data-{name}="{attribute(" ".join(values))}"' for name, values in found.items()))


def filter_choices(
    view: View, entries: Collection[Entry], texts: Iterable[Article], briefings: Iterable[Briefing] = ()
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return what a timeline can be narrowed down by: the name of each choice, its label and its options."""
    named = {name for entry in entries for name in entry.event.actors}
    actors = [(name, view.plain(actor.name)) for name, actor in view.documents.actors.items() if name in named]
    titles = [(briefing.id, view.plain(briefing.title)) for briefing in briefings]
    dates = [day_of(row) for row in in_lane(entries, texts)]
    years = sorted({str(day.year) for date in dates for day in (date.earliest, date.latest) if day})
    kinds = [(kind, view.t(f"page.filter-kind.{kind}")) for kind in (*KINDS, "text")]
    return [
        ("actor", view.t("page.actor"), sorted(actors, key=lambda pair: pair[1].casefold())),
        *([("briefing", view.t("page.briefing"), titles)] if titles else []),
        ("kind", view.t("page.filter-kind-label"), kinds),
        ("year", view.t("page.filter-year"), [*((y, y) for y in years), ("undated", view.t("page.undated"))]),
    ]


def _years(date: PartialDate) -> list[str]:
    """Return the years in which a date may lie; of a time longer than a hundred years, its two ends."""
    if date.earliest is None:
        return ["undated"]
    first, last = date.earliest.year, (date.latest or date.earliest).year
    years = range(first, last + 1) if last - first <= 100 else (first, last)
    return [str(year) for year in years]
