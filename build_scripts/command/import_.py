"""`spravka import`: a raw text into a draft article, its gaps marked for a person to fill."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import NoReturn

import click

from ..draft.article import article
from ..draft.proposal import UNDETERMINED, Given, Proposal, propose
from ..draft.renewal import renewed
from ..draft.slug import LONGEST, free_id
from ..environment import Project, WrongUse
from ..model.capture import Capture, Unreadable
from ..model.chain import UNKNOWN
from ..model.corpus import Documents
from ..model.date import PartialDate
from ..model.problem import Level, Problem
from ..nearest import nearest
from ..pipeline import check
from ..publish.files import write_file
from ..read.capture import read_capture
from ..read.odd import odd_in
from ..read.project import FOLDER, ReadFile, read_project
from ..read.source import MOST_BYTES
from ..validate.documents import validate
from . import Call
from .given import check_channel, checked_date, checked_encoding, checked_id, checked_language, checked_url
from .left_out import hidden, left_out
from .report import PRINTERS, one_line

_WRONG_USE = frozenset({"not-found", "not-a-file"})
_TOO_LONG = Unreadable("too-long")
_LONGEST_TEXT = 1_000_000
"""Characters, as `model.article.Article.text` has it."""


@dataclass(frozen=True, slots=True)
class _Choices:
    """What the caller decided."""

    id: str | None
    force: bool
    given: Given


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "id_", help="Name of the article (default: its date and first words).")
@click.option("--into", help="Put a newer capture into the article of this id; its records stay.")
@click.option("--url", help="Address of the article.")
@click.option("--date", help="Day of publication, for a file that does not name it.")
@click.option("--channel", help="Id of the channel, for a file that does not name a registered one.")
@click.option("--language", help="Language of the text, where it is not recognised.")
@click.option("--encoding", help="Encoding of a file that does not name its own, such as windows-1251.")
@click.option("--retrieved", type=click.DateTime(["%Y-%m-%d"]), help="Day on which the text was retrieved.")
@click.option("--all", "all_", is_flag=True, help="Keep every visible block of the file.")
@click.option("--force", is_flag=True, help="Overwrite the article of this id.")
@click.pass_obj
def command(
    call: Call,
    file: Path,
    id_: str | None,
    into: str | None,
    url: str | None,
    date: str | None,
    channel: str | None,
    language: str | None,
    encoding: str | None,
    retrieved: datetime.datetime | None,
    all_: bool,
    force: bool,
) -> None:
    """Turn one captured file into a draft article: a text, a page (HTML, MHTML), a mail, a PDF with a text layer."""
    project = call.project
    day = retrieved.date().isoformat() if retrieved else UNKNOWN
    given = Given(checked_url(url), checked_date(date), channel, checked_language(language), day)
    choices = _Choices(checked_id(id_), force, given)
    if into is not None and (id_ is not None or force):
        raise WrongUse("not-both")
    capture = _captured(call, file, checked_encoding(encoding), everything=all_)
    files, _ = read_project(project.root)
    documents = validate(files).documents
    check_channel(channel, documents)
    if into is not None:
        _renew(call, file, capture, into, given, documents)
        return
    target = _target(project, capture, choices, files)
    _tell_what_is_there(call, files, capture, choices, target)
    proposal = propose(PurePosixPath(target).stem, capture, documents, given)
    draft = article(proposal)
    if len(draft.encode()) > MOST_BYTES:
        _refuse(call, _TOO_LONG, file)
    write_file(_safe(project.root, target, force), draft)
    click.echo(target)
    _tell(call, proposal)


def _captured(call: Call, file: Path, encoding: str | None, *, everything: bool) -> Capture:
    """Return what a file holds, with every visible block kept if that is asked for; exit where it cannot be taken."""
    capture = read_capture(file, encoding)
    if isinstance(capture, Unreadable):
        _refuse(call, capture, file)
    if everything:
        blocks = tuple(replace(block, kept=True) for block in capture.blocks)
        capture = replace(capture, blocks=blocks, text=capture.shown, odd=odd_in(capture.shown))
    if len(capture.text) > _LONGEST_TEXT:
        _refuse(call, _TOO_LONG, file)
    return capture


def _tell_what_is_there(
    call: Call, files: Iterable[ReadFile], capture: Capture, choices: _Choices, target: str
) -> None:
    """Exit where this very capture, or another of the same address, is already an article."""
    holder = _holder(files, capture.sha256)
    if holder and not (choices.force and holder == target):
        call.say("import.known", path=holder, id=PurePosixPath(holder).stem)
        sys.exit(1)
    address = choices.given.url or (capture.url.value if capture.url else None)
    same = _same_address(files, address) if address and choices.id is None else None
    if same and not (choices.force and same == target):
        call.say("import.known-address", path=same, id=PurePosixPath(same).stem)
        sys.exit(1)


def _renew(call: Call, file: Path, capture: Capture, into: str, given: Given, documents: Documents) -> None:
    """Put a newer capture into an article and tell which of its records no longer stand on words of the text."""
    known = documents.articles
    if into not in known:
        raise WrongUse("no-article", id=one_line(into[:LONGEST]), near=nearest(into, list(known)))
    path = known[into].place().file
    full = _safe(call.project.root, path, force=True)
    proposal = propose(into, capture, documents, given)
    text, names = renewed(full.read_text("utf-8"), proposal)
    if len(text.encode()) > MOST_BYTES:
        _refuse(call, _TOO_LONG, file)
    before = {_told(each) for each in _errors(call.project, path)}
    write_file(full, text)
    click.echo(path)
    _tell_losses(call, capture)
    call.say("import.renewed", fields=", ".join(names) or "—")
    lost = [each for each in _errors(call.project, path) if _told(each) not in before]
    if lost:
        call.say("import.renewed-lost")
        click.echo(PRINTERS["text"](lost, call.wording), nl=False, err=True)
        sys.exit(1)


def _errors(project: Project, path: str) -> list[Problem]:
    return [each for each in check(project.root).problems if each.place.file == path and each.level is Level.ERROR]


def _told(problem: Problem) -> tuple[str, str]:
    """Return what a problem says wherever it stands."""
    return problem.code, repr(sorted(problem.values.items(), key=str))


def _refuse(call: Call, fault: Unreadable, file: Path) -> NoReturn:
    name = one_line(file.name)
    if fault.key in _WRONG_USE:
        raise WrongUse(f"capture-{fault.key}", file=name)
    call.say(f"import.unreadable.{fault.key}", file=name, **fault.values)
    sys.exit(1)


def _target(project: Project, capture: Capture, choices: _Choices, files: Iterable[ReadFile]) -> str:
    """Return where the draft goes, relative to the project; raise WrongUse if that place is taken."""
    # What the tool wrote about an article goes by the article's name and takes it from nobody.
    paths = {PurePosixPath(file.path).stem: file for file in files if file.kind not in ("edition", "receipt")}
    date, retrieved = choices.given.date or capture.date, choices.given.retrieved
    day = _first_day(date) or (retrieved if retrieved != UNKNOWN else None)
    year = (day or project.today.isoformat())[:4]
    if choices.id is None:
        holder = _holder(paths.values(), capture.sha256) if choices.force else None
        taken = {stem for stem, file in paths.items() if file.path != holder}
        name = free_id(
            day or "undated", capture.headline.value if capture.headline else capture.text, capture.sha256, taken
        )
        return paths[name].path if name in paths else f"{FOLDER}/articles/{year}/{name}.yml"
    there = paths.get(choices.id)
    if there is None:
        return f"{FOLDER}/articles/{year}/{choices.id}.yml"
    if not choices.force or there.kind != "article":
        raise WrongUse("id-taken", id=choices.id, path=one_line(there.path))
    return there.path


def _holder(files: Iterable[ReadFile], sha256: str) -> str | None:
    """Return the article that already has this capture, however broken it is otherwise."""
    for file in files:
        capture = file.tree.get("capture") if file.tree is not None and file.kind == "article" else None
        if isinstance(capture, dict) and capture.get("sha256") == sha256:
            return file.path
    return None


def _same_address(files: Iterable[ReadFile], address: str) -> str | None:
    """Return the article that already has this address."""
    for file in files:
        if file.tree is not None and file.kind == "article" and file.tree.get("url") == address:
            return file.path
    return None


def _first_day(date: PartialDate | None) -> str | None:
    """Return a date as it can begin an id: the digits of its first day, month or year."""
    match = re.search(r"[0-9]{4}(?:-[0-9]{2}){0,2}", date.text) if date else None
    return match.group() if match else None


def _safe(root: Path, target: str, force: bool) -> Path:
    """Return the full path; raise WrongUse where a link leads elsewhere or something else stands there."""
    full, folder = root / target, PurePosixPath(target).parent
    if full.parent.resolve() != root.resolve() / folder:
        raise WrongUse("folder-linked", path=str(folder))
    if full.is_symlink() or (full.exists() and not force):
        raise WrongUse("id-taken", id=full.stem, path=target)
    return full


def _tell(call: Call, proposal: Proposal) -> None:
    """Say what was found and what is left to do."""
    _tell_losses(call, proposal.capture)
    language = call.wording("import.no-language") if proposal.language == UNDETERMINED else proposal.language
    call.say("import.found", quotes=call.wording.count("import.quotes", len(proposal.quotes)), language=language)
    named = ", ".join(f"{name} ×{times}" for name, times in proposal.named.items())
    call.say("import.named" if named else "import.nobody", actors=named)
    call.say("import.next")


def _tell_losses(call: Call, capture: Capture) -> None:
    """Say what of the file is not in the text, or not as it was."""
    for note in capture.notes:
        call.say(f"import.note.{note}")
    for line in (*left_out(capture, call.wording), *hidden(capture, call.wording)):
        click.echo(line, err=True)
    if capture.bad_characters:
        click.echo(call.wording.count("import.bad", capture.bad_characters), err=True)
    if capture.odd:
        call.say("import.odd", characters="; ".join(capture.odd))
