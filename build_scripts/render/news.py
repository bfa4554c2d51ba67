"""What is news: each edition as an entry of feeds, in its own words, and a briefing that has no edition yet.

An entry never changes once its edition is released: it tells the edition in the words that its manifest keeps, what it
changed against the one before first. An edition that kept no words says so.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.briefing import Briefing
from ..model.edition import Edition
from ..model.linked import Difference
from .editions import head_turns, kind_in, record_turns, title_of
from .telling import Telling, plain_text
from .view import View


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news: an address that stays, a title, a day, and a text."""

    address: str
    title: str
    day: datetime.date
    text: str
    number: int = 0
    """The number of the edition."""
    order: int = 0
    """Which of the editions of its briefing on that day it is, counted from 0."""

    @property
    def published(self) -> str:
        """The day. Nothing tells a time: midnight UTC stands where the formats ask for one."""
        return f"{self.day.isoformat()}T00:00:00Z"

    @property
    def updated(self) -> str:
        """An order and no time: a second more for each edition of that day, by which programs tell them apart."""
        return f"{self.day.isoformat()}T{datetime.timedelta(seconds=self.order)!s:0>8}Z"


def entries(view: View, briefing: Briefing, address: str) -> Iterator[Entry]:
    """Yield the editions of a briefing, newest first; the briefing itself where there is none and its day is known."""
    editions = view.documents.editions.get(briefing.id, ())
    for index, edition in reversed(list(enumerate(editions))):
        day = edition.date.latest
        if day is not None:
            order = sum(each.date.latest == day for each in editions[:index])
            words = view.t("page.edition-line", number=edition.number, date=view.date(edition.date), code=edition.code)
            title, text = f"{title_of(view, edition)} — {words}", edition_text(view, edition)
            yield Entry(f"{address}editions/{edition.number}/", title, day, text, edition.number, order)
    as_of = view.linked.as_of(briefing)
    if not editions and as_of and as_of.latest:
        yield Entry(address, view.plain(briefing.title), as_of.latest, plain_text(view.plain(briefing.bottom_line)))


def edition_text(view: View, edition: Edition) -> str:
    """Return an edition in a few lines: what it changed, the bottom line first; the first edition, what it says."""
    if edition.said is None:
        return view.t("page.edition-kept-none")
    step = view.linked.steps[edition.briefing].get(edition.number)
    lines = list(_step(view, step)) if step else []
    if not any(turn.name == "bottom_line" for turn in (head_turns(view, step) if step else [])):
        lines.insert(0, f"{view.t('page.bottom-line')}: {Telling(view, edition.said).field('bottom_line')}")
    return "\n".join(lines)


def _step(view: View, step: Difference) -> Iterator[str]:
    t = view.t
    if step.edition.said is None:
        yield t("page.before-kept-none", number=step.edition.number)
    for turn in head_turns(view, step):
        yield f"{t(f'page.field.{turn.name}')}. {t('page.was')}: {turn.was} {t('page.now')}: {turn.now}"
    for how, turn in record_turns(view, step):
        label = f"{t(f'page.since-{how}')} ({kind_in(view, step, turn.name)}): "
        if turn.was and turn.now and turn.was != turn.now:
            yield f"{label}{t('page.was')}: {turn.was} {t('page.now')}: {turn.now}"
        else:
            yield label + (turn.now or turn.was)
    yield t.count("page.alike-count", step.alike)
