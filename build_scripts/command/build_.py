"""`spravka build`: check, compile, and publish the site into `site/`."""

from __future__ import annotations

import sys

import click

from ..model.problem import Level
from ..pipeline import build
from ..publish.fault import SiteFault
from . import Call
from .refusal import reasons
from .report import PRINTERS, summary


@click.command("build")
@click.pass_obj
def command(call: Call) -> None:
    """Check the content and build the site; with errors in the content nothing is written."""
    sys.exit(run(call))


def run(call: Call, *, is_served: bool = False) -> int:
    """Build once, tell how it went, and return the exit code. A site that is served needs no word on how to read it."""
    project = call.project

    def progress(stage: str) -> None:
        if sys.stderr.isatty():
            call.say(f"build.{stage}")

    try:
        built = build(project, progress)
    except (SiteFault, OSError) as fault:  # a site that is served lives on
        for reason in reasons(fault, call.wording):
            click.echo(reason, err=True)
        call.say("build.failed")
        return 1
    told = [problem for problem in built.checked.problems if problem.level is not Level.NOTE]
    click.echo(PRINTERS["text"](told, call.wording), nl=False, err=True)
    if built.counts is None:
        click.echo(summary(built.checked.problems, built.checked.files, call.wording), err=True)
        call.say("build.refused")
        return 1
    counts = built.counts
    call.say("build.done", pages=counts.pages, links=counts.links, quotations=counts.quotations)
    if not is_served:
        click.echo(call.wording("build.open", path="site/index.html"))
    return 0
