"""`spravka release`: the present state of a briefing frozen as an edition."""

from __future__ import annotations

import sys

import click

from ..environment import WrongUse
from ..link.editions import difference
from ..link.said import said
from ..model.date import PartialDate
from ..model.digests import digests, digests_beside
from ..model.edition import Edition, RecordDigest, Said, edition_code
from ..nearest import nearest
from ..pipeline import build
from ..publish.fault import SiteFault
from ..publish.files import write_file
from . import Call
from .refusal import reasons
from .report import PRINTERS


@click.command("release")
@click.argument("briefing")
@click.pass_obj
def command(call: Call, briefing: str) -> None:
    """Freeze BRIEFING as its next edition: number, date, code and a manifest of everything it says, in its words."""
    project = call.project
    try:
        # What cannot be built must never be an edition: everything is made and inspected, and the site left alone.
        checked = build(project, lambda _: None, is_trial=True).checked
    except SiteFault as fault:
        for reason in reasons(fault, call.wording):
            click.echo(reason, err=True)
        call.say("release.refused")
        sys.exit(1)
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
    if earlier and _is_same(earlier[-1], digests_beside(earlier[-1], subject, checked.corpus), words):
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


def _is_same(edition: Edition, records: dict[str, RecordDigest], words: Said) -> bool:
    """Tell whether a release would say just what an edition says. One that kept no words is worth another that does."""
    return edition.said is not None and edition.records == records and difference(edition, records, words).is_current
