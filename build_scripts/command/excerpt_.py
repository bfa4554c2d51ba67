"""`spravka excerpt`: a full text cut down to what its records use."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from ..draft.excerpt import excerpted
from ..environment import WrongUse
from ..model.corpus import key_of
from ..nearest import nearest
from ..pipeline import check
from ..publish.files import write_file
from . import Call
from .report import PRINTERS

_TEXT = re.compile(r"^text:[^\n]*\n(?:[ \t][^\n]*\n|\n)*", re.MULTILINE)
"""The text of an article as a block of its file: the field's line and everything indented below it."""


@click.command("excerpt")
@click.argument("article")
@click.pass_obj
def command(call: Call, article: str) -> None:
    """Cut the text of ARTICLE down to the sentences that its records stand on; the rest becomes […]."""
    project = call.project
    checked = check(project.root)
    known = checked.corpus.documents.articles
    if article not in known:
        raise WrongUse("no-article", id=article, near=nearest(article, list(known)))
    document = known[article]
    path = document.place().file
    problems = [problem for problem in checked.problems if problem.place.file == path and problem.level == "error"]
    if problems or document.text is None:
        click.echo(PRINTERS["text"](problems, call.wording), nl=False)
        call.say("excerpt.refused")
        sys.exit(1)
    evidence = [each for record in document.evidenced for each in checked.corpus.evidence[key_of(document, record)]]
    cut = excerpted(document, evidence)
    _replace(project.root / path, cut)
    before, after = (len(" ".join(text.split())) for text in (document.text, cut))
    call.say("excerpt.done", path=path, before=before, after=after)


def _replace(file: Path, text: str) -> None:
    """Put a text in the place of the one in a file, leaving every other line as it is."""
    block = "text: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.rstrip("\n").split("\n"))
    whole = file.read_text("utf-8")
    write_file(file, _TEXT.sub(lambda _: block, whole, count=1))
