"""`spravka check`: every problem of every file in one run."""

from __future__ import annotations

import sys

import click

from ..model.problem import Level
from ..pipeline import check
from . import Call
from .report import PRINTERS, summary


@click.command("check")
@click.option("--format", "form", type=click.Choice(list(PRINTERS)), default="text", help="How problems are printed.")
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.pass_obj
def command(call: Call, form: str, strict: bool) -> None:
    """Report every problem in briefs/, as file:line:column: code: what must hold; what was found; what to do."""
    checked = check(call.project.root)
    click.echo(PRINTERS[form](checked.problems, call.wording), nl=False)
    if form != "json":
        click.echo(summary(checked.problems, checked.files, call.wording), err=True)
    failing = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    sys.exit(1 if any(problem.level in failing for problem in checked.problems) else 0)
