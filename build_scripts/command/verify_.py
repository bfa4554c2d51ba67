"""`spravka verify`: the texts kept here held against their full captures, with a receipt for each that agrees."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..model.capture import Capture, Unreadable
from ..model.corpus import Documents
from ..model.date import PartialDate
from ..model.problem import Level, Problem
from ..model.receipt import Receipt
from ..pipeline import check
from ..publish.files import write_if_changed
from ..read.capture import read_capture
from ..resolve.proof import Held, changed, prove
from . import Call
from .given import checked_encoding
from .report import PRINTERS


@click.command("verify")
@click.option(
    "--captures",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder with the captured files; they are known by their hashes, not by their names.",
)
@click.option("--encoding", help="Encoding of captures that do not name their own, as `import` was given it.")
@click.pass_obj
def command(call: Call, captures: Path, encoding: str | None) -> None:
    """Prove each text against its capture, and write the proof as a receipt into briefs/receipts/."""
    project = call.project
    documents = check(project.root).corpus.documents
    today = PartialDate.parse(project.today.isoformat())
    files = _captures(captures, checked_encoding(encoding))
    receipts, problems = compare(documents, files, today)
    for receipt in receipts:
        text = receipt.model_dump_json(indent=1) + "\n"
        write_if_changed(project.root / "briefs" / "receipts" / f"{receipt.article}.json", text)
    click.echo(PRINTERS["text"](problems, call.wording), nl=False)
    is_refused = any(problem.level is Level.ERROR for problem in problems)
    refused = {problem.place.file for problem in problems if problem.level is Level.ERROR}
    call.say("verify.done", proven=len(receipts), without=len(documents.articles) - len(receipts) - len(refused))
    if not receipts and not is_refused:
        call.say("verify.nothing", files=len(files), folder=captures)
    sys.exit(1 if is_refused or not receipts else 0)


def compare(documents: Documents, files: dict[str, Capture], today: PartialDate) -> tuple[list[Receipt], list[Problem]]:
    """Return a receipt for each article that agrees with its capture, and what is to be said of the others.

    A receipt that would say the same but for its date keeps it: a second run changes nothing.
    """
    receipts: list[Receipt] = []
    problems: list[Problem] = []
    captures = {capture.sha256: Held(capture) for capture in files.values()}
    wanted = {article.capture.sha256 for article in documents.articles.values()}
    strangers = {name: captures[each.sha256] for name, each in files.items() if each.sha256 not in wanted}
    for article in documents.articles.values():
        held = captures.get(article.capture.sha256)
        if article.text is None:
            continue
        if held is None:
            problems += changed(article, strangers)
            continue
        others = [each for each in documents.briefings.values() if article.id in each.articles]
        receipt, told = prove(article, held, today, others)
        problems += told
        if receipt is not None:
            old = documents.receipts.get(article.id)
            receipts.append(old if old is not None and _says_the_same(old, receipt) else receipt)
    return receipts, problems


def _says_the_same(old: Receipt, new: Receipt) -> bool:
    return old.model_copy(update={"date": new.date}) == new


def _captures(folder: Path, encoding: str | None) -> dict[str, Capture]:
    """Return the captures in a folder by their names; a file that is none is not our business here."""
    found = ((path.name, _capture(path, encoding)) for path in sorted(folder.iterdir()) if path.is_file())
    return {name: capture for name, capture in found if isinstance(capture, Capture)}


def _capture(path: Path, encoding: str | None) -> Capture | Unreadable:
    """Read one file by what it says of itself; by the given encoding only where that tells nothing."""
    capture = read_capture(path)
    return read_capture(path, encoding) if encoding and isinstance(capture, Unreadable) else capture
