"""`spravka release`: the present state of a briefing frozen as an edition."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from ..environment import WrongUse
from ..link.editions import next_edition
from ..model.date import PartialDate
from ..nearest import nearest
from ..pipeline import build, check
from ..publish.fault import SiteFault
from ..publish.files import write_file
from . import Call
from .refusal import reasons
from .report import PRINTERS


@click.command("release")
@click.argument("briefing")
@click.pass_obj
def command(call: Call, briefing: str) -> None:
    """Freeze BRIEFING as its next edition: number, date, code and a manifest that keeps its words."""
    project = call.project
    checked = check(project.root)
    documents = checked.corpus.documents
    if checked.has_errors:
        click.echo(PRINTERS["text"](checked.problems, call.wording), nl=False)
        _refuse(call)
    if briefing not in documents.briefings:
        raise WrongUse("no-briefing", id=briefing, near=nearest(briefing, list(documents.briefings)))
    today = PartialDate.parse(project.today.isoformat())
    edition = next_edition(documents.briefings[briefing], checked.corpus, today)
    if edition is None:
        last = documents.editions[briefing][-1]
        call.say("release.unchanged", number=last.number, code=last.code)
        return
    try:
        # What cannot be built must never be an edition: everything is made and inspected, and the site left alone.
        build(project, lambda _: None, is_trial=True)
    except SiteFault as fault:
        for reason in reasons(fault, call.wording):
            click.echo(reason, err=True)
        _refuse(call)
    path = f"briefs/editions/{briefing}/{edition.number}.json"
    write_file(project.root / path, edition.text)
    click.echo(path)
    counted = call.wording.count("page.record-count", len(edition.records))
    call.say("release.done", number=edition.number, code=edition.code, records=counted)


def _refuse(call: Call) -> NoReturn:
    call.say("release.refused")
    sys.exit(1)
