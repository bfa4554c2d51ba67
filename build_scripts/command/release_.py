"""`spravka release`: the present state of a briefing frozen as an edition."""

from __future__ import annotations

import sys

import click

from ..environment import WrongUse
from ..link.editions import difference
from ..link.said import said
from ..model.date import PartialDate
from ..model.digests import digests
from ..model.edition import Edition, edition_code
from ..nearest import nearest
from ..pipeline import check
from ..publish.files import write_file
from . import Call
from .report import PRINTERS


@click.command("release")
@click.argument("briefing")
@click.pass_obj
def command(call: Call, briefing: str) -> None:
    """Freeze BRIEFING as its next edition: number, date, code and a manifest of everything it says, in its words."""
    project = call.project
    checked = check(project.root)
    documents = checked.corpus.documents
    if checked.has_errors:
        click.echo(PRINTERS["text"](checked.problems, call.wording), nl=False)
        call.say("release.refused")
        sys.exit(1)
    if briefing not in documents.briefings:
        raise WrongUse("no-briefing", id=briefing, near=nearest(briefing, list(documents.briefings)))
    earlier = documents.editions.get(briefing, ())
    subject = documents.briefings[briefing]
    records, words = digests(subject, checked.corpus), said(subject, checked.corpus)
    is_same = bool(earlier) and earlier[-1].records == records and difference(earlier[-1], records, words).is_current
    if is_same and earlier[-1].said:  # one that kept no words is worth another that keeps them
        call.say("release.unchanged", number=earlier[-1].number, code=earlier[-1].code)
        return
    number = earlier[-1].number + 1 if earlier else 1
    date = PartialDate.parse(project.today.isoformat())
    code = edition_code(briefing, number, date.text, records, words)
    edition = Edition(briefing=briefing, number=number, date=date, code=code, records=records, said=words)
    path = f"briefs/editions/{briefing}/{number}.json"
    write_file(project.root / path, edition.text)
    click.echo(path)
    call.say("release.done", number=number, code=code, records=call.wording.count("page.record-count", len(records)))
