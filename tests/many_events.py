"""A project with a briefing of very many events: one article, its dates of every sort, most of them in a few years."""

import datetime
from pathlib import Path

from .projects import RIVER, make_project

STATUSES = ("reported", "confirmed", "disputed", "standing", "planned")
PUBLISHED = datetime.date(2031, 6, 1)


def make_crowd(folder: Path, events: int = 300) -> Path:
    """Lay out the river project with one more briefing, `crowd`, of so many events."""
    project = make_project(folder, RIVER)
    (project / "briefs/articles/2031/2031-06-01-crowd.yml").write_text(article(events), "utf-8")
    (project / "briefs/briefings/crowd.yml").write_text(BRIEFING, "utf-8")
    return project


def date_of(number: int) -> tuple[str, str]:
    """Return the date of an event and its status: days, months, years, ranges, bounds, and one of long ago."""
    status = STATUSES[number % len(STATUSES)]
    day = PUBLISHED - datetime.timedelta(days=number * number % 1700 + 1)
    sort = number % 15
    if number == 1:
        return "1994-07-03", "confirmed"
    if sort == 2:
        return f"{day:%Y-%m}", status
    if sort == 3:
        return f"{day:%Y}", status
    if sort == 4:
        return f"{day - datetime.timedelta(40)}/{day}", status
    if sort == 5:
        return f"../{day}", status
    if sort == 6:
        return f"{day}~", status
    if sort == 7:
        return ("2032/..", "planned") if number % 2 else ("unknown", "planned")
    return str(day), status


def article(events: int) -> str:
    """Return the article: a sentence an event."""
    sentences = [
        f"На переправе отмечен случай номер {number}, о нём сообщили обе стороны." for number in range(1, events + 1)
    ]
    records = "".join(
        f"""
  - id: e{number}
    what: {{ru: "Случай номер {number} на переправе.", en: "Case number {number} at the crossing."}}
    date: {date}
    basis: {{ru: "журнал переправы", en: "log of the crossing"}}
    words: "отмечен случай номер {number},"
    actors: [{"utopia" if number % 2 else "zelandia"}]
    status: {status}"""
        for number in range(1, events + 1)
        for date, status in [date_of(number)]
    )
    text = "\n\n  ".join(sentences)
    return f"""id: 2031-06-01-crowd
language: ru
title: {{ru: "Журнал переправы", en: "The log of the crossing"}}
channel: example-wire
published: {{date: {PUBLISHED}, basis: {{ru: "дата на странице", en: "date line of the page"}}}}
capture: {{sha256: {"7" * 64}, characters: 40000}}
rights: full
text: |
  {text}
summary: {{ru: "Случаи на переправе по порядку.", en: "The cases at the crossing in order."}}
events:{records}
"""


BRIEFING = """id: crowd
title: {ru: "Что было на переправе?", en: "What went on at the crossing?"}
subject: {ru: "Журнал переправы", en: "The log of the crossing"}
bottom_line: {ru: "Случаев много. [[2031-06-01-crowd/e2]]", en: "There were many cases. [[2031-06-01-crowd/e2]]"}
articles: [2031-06-01-crowd]
"""
