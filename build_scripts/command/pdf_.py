"""`spravka pdf`: briefings for paper, without building the site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..environment import WrongUse
from ..model.bilingual import SITE_LANGUAGES
from ..model.printout import DOSSIER
from ..nearest import nearest
from ..pipeline import typeset_printouts
from ..publish.fault import SiteFault
from . import Call
from .refusal import reasons
from .report import PRINTERS


@click.command("pdf")
@click.argument("briefings", nargs=-1)
@click.option("--lang", "language", type=click.Choice(list(SITE_LANGUAGES)), help="Only this language.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the files (default: pdf/ in the project).",
)
@click.pass_obj
def command(call: Call, briefings: tuple[str, ...], language: str | None, output: Path | None) -> None:
    """Typeset BRIEFINGS as PDF (default: all, and one file with all of them): A4 or US Letter, tagged, for archives."""
    project = call.project
    folder = output or project.root / "pdf"
    try:
        checked, done = typeset_printouts(project, set(briefings), language, folder)
    except SiteFault as fault:
        for reason in reasons(fault, call.wording):
            click.echo(reason, err=True)
        sys.exit(1)
    known = [*checked.corpus.documents.briefings, DOSSIER]
    for name in briefings:
        if name not in known:
            raise WrongUse("no-briefing", id=name, near=nearest(name, known))
    if checked.has_errors:
        click.echo(PRINTERS["text"](checked.problems, call.wording), nl=False)
        call.say("pdf.refused")
        sys.exit(1)
    for path in done.paths:
        click.echo(path)
    call.say("pdf.done", files=len(done.paths), fresh=done.fresh)
