"""`spravka excerpt`: a full text cut down to what its records use, and only if it then still carries them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ..draft.excerpt import excerpted
from ..draft.needed import needed
from ..draft.parted import Part, Parted, whole_paragraphs
from ..draft.sentences import sentences
from ..environment import WrongUse
from ..model.article import Article, Rights
from ..model.corpus import key_of
from ..model.problem import Level, Problem
from ..model.registry import names_of
from ..nearest import nearest
from ..pipeline import Checked, check
from ..publish.files import write_file
from . import Call
from .report import PRINTERS

_TEXT = re.compile(r"^text:[^\n]*\n(?:[ \t][^\n]*\n|\n)*", re.MULTILINE)
"""The text of an article as a block of its file: the field's line and everything indented below it."""

EXPECTED = {"receipt-outdated"}
"""What `check` says of every text that was changed: it has to be proven against its capture again."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A file with its text cut down, and what `check` would newly say of it."""

    text: str
    file: str
    holds: bool
    """Whether every record still stands on the same words, printed in the same way, and nothing got worse."""
    problems: tuple[Problem, ...]


@click.command("excerpt")
@click.argument("article")
@click.pass_obj
def command(call: Call, article: str) -> None:
    """Cut the text of ARTICLE down to the sentences that its records need; the rest becomes […]."""
    root = call.project.root
    checked = check(root)
    known = checked.corpus.documents.articles
    if article not in known:
        raise WrongUse("no-article", id=article, near=nearest(article, list(known)))
    document = known[article]
    path = document.place().file
    problems = [problem for problem in checked.problems if problem.place.file == path and problem.level == "error"]
    if problems or document.text is None:
        _refuse(call, "refused", problems)
    if document.rights is Rights.FULL:
        _refuse(call, "full", [], place=document.place("rights"))
    cut = None
    for cut in cuts(root, checked, document):
        if cut.holds:
            write_file(root / path, cut.file)
            before, after = (len(" ".join(text.split())) for text in (document.text or "", cut.text))
            call.say("excerpt.done", path=path, before=before, after=after)
            return
    _refuse(call, "broken", cut.problems if cut else ())


def _refuse(call: Call, why: str, problems: Any, **values: Any) -> None:
    """Say why nothing is cut, and stop."""
    click.echo(PRINTERS["text"](problems, call.wording), nl=False)
    call.say(f"excerpt.{why}", **values)
    sys.exit(1)


def cuts(root: Path, checked: Checked, article: Article) -> Iterator[Cut]:
    """Yield the text cut down sentence by sentence and, should that carry less than it did, paragraph by paragraph."""
    path = article.place().file
    whole = (root / path).read_text("utf-8")
    parts: tuple[Part, ...] = (sentences, whole_paragraphs)
    for part in parts:
        text = _cut(checked, article, part)
        file = _replaced(whole, text)
        after = check(root, {path: file})
        worse = tuple(_worse(checked, after))
        yield Cut(text, file, not worse and _says_the_same(checked, after, article, text), worse)


def _cut(checked: Checked, article: Article, part: Part) -> str:
    parted = Parted(article, part)
    found = [(record, checked.corpus.evidence[key_of(article, record)]) for record in article.evidenced]
    documents = checked.corpus.documents
    names = {name: names_of(channel) for name, channel in documents.channels.items()}
    names |= {name: names_of(actor) for name, actor in documents.actors.items()}
    return excerpted(parted, needed(parted, found, names))


def _replaced(whole: str, text: str) -> str:
    """Return a file with another text, every other line as it is."""
    block = "text: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.rstrip("\n").split("\n"))
    return _TEXT.sub(lambda _: block, whole, count=1)


def _worse(before: Checked, after: Checked) -> Iterator[Problem]:
    """Yield each problem of a kind that there were fewer of before."""
    grown = Counter(problem.code for problem in after.problems) - Counter(problem.code for problem in before.problems)
    for problem in after.problems:
        if problem.level is not Level.NOTE and problem.code in grown.keys() - EXPECTED:
            yield problem


def _says_the_same(before: Checked, after: Checked, article: Article, text: str) -> bool:
    """Tell whether an article was read back with the new text and is otherwise what it was, evidence and all."""
    now = after.corpus.documents.articles.get(article.id)
    return now is not None and now.text == text and _without_text(before, article) == _without_text(after, now)


def _without_text(checked: Checked, article: Article) -> tuple[object, ...]:
    found = [each for record in article.evidenced for each in checked.corpus.evidence[key_of(article, record)]]
    said = [(each.printed, each.proof, each.form, each.label) for each in found]
    return article.model_dump(exclude={"text"}), said
