"""`spravka check`: every problem of every file in one run."""

from __future__ import annotations

import sys

import click

from ..model.article import MOST_OF_CAPTURE, Article, Rights
from ..model.corpus import Documents
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
        kept = kept_most(checked.corpus.documents)
        if kept is not None:
            share, article = kept
            call.say("check.kept", share=share, most=round(100 * MOST_OF_CAPTURE), article=article.id)
    failing = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    sys.exit(1 if any(problem.level in failing for problem in checked.problems) else 0)


def kept_most(documents: Documents) -> tuple[int, Article] | None:
    """Return how much of a capture stands here at most, in whole percent, and the article, where rights set a limit."""
    bounded = [article for article in documents.articles.values() if article.rights is Rights.EXCERPT and article.text]
    shares = [(round(100 * documents.kept_share(article)), article) for article in bounded]
    return max(shares, key=lambda each: each[0], default=None)
