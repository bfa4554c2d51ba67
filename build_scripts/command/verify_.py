"""`spravka verify`: the texts kept here held against their full captures, with a receipt for each that agrees."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..model.capture import Capture
from ..model.corpus import Documents
from ..model.date import PartialDate
from ..model.problem import Problem
from ..model.receipt import Receipt
from ..pipeline import check
from ..publish.files import write_if_changed
from ..read.capture import read_capture
from ..resolve.proof import prove
from . import Call
from .report import PRINTERS


@click.command("verify")
@click.option(
    "--captures",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder with the captured files; they are known by their hashes, not by their names.",
)
@click.pass_obj
def command(call: Call, captures: Path) -> None:
    """Prove each text against its capture, and write the proof as a receipt into briefs/receipts/."""
    project = call.project
    documents = check(project.root).corpus.documents
    today = PartialDate.parse(project.today.isoformat())
    receipts, problems = compare(documents, _captures(captures), today)
    for receipt in receipts:
        text = receipt.model_dump_json(indent=1) + "\n"
        write_if_changed(project.root / "briefs" / "receipts" / f"{receipt.article}.json", text)
    click.echo(PRINTERS["text"](problems, call.wording), nl=False)
    without = len(documents.articles) - len(receipts) - len({problem.place.file for problem in problems})
    call.say("verify.done", proven=len(receipts), without=without)
    sys.exit(1 if problems else 0)


def compare(
    documents: Documents, captures: dict[str, Capture], today: PartialDate
) -> tuple[list[Receipt], list[Problem]]:
    """Return a receipt for each article that agrees with its capture, and what differs in the others.

    A receipt that still fits keeps its date: a second run changes nothing.
    """
    receipts: list[Receipt] = []
    problems: list[Problem] = []
    for article in documents.articles.values():
        capture = captures.get(article.capture.sha256)
        if capture is None or article.text is None:
            continue
        proof = prove(article, capture, today)
        if isinstance(proof, Receipt):
            old = documents.receipts.get(article.id)
            receipts.append(old if old is not None and old.fits(article) else proof)
        else:
            problems += proof
    return receipts, problems


def _captures(folder: Path) -> dict[str, Capture]:
    """Return the captures in a folder by their hashes; a file that is none is not our business here."""
    found = (read_capture(path) for path in sorted(folder.iterdir()) if path.is_file())
    return {capture.sha256: capture for capture in found if isinstance(capture, Capture)}
