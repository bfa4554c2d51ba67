"""`spravka import`: a raw text into a draft article, its gaps marked for a person to fill."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NoReturn

import click

from ..draft.article import article
from ..draft.proposal import UNDETERMINED, Proposal, propose
from ..draft.slug import LONGEST, free_id
from ..environment import Project, WrongUse
from ..model.capture import Capture, Unreadable
from ..model.node import ID_PATTERN, is_web_address
from ..publish.files import write_file
from ..read.capture import read_capture
from ..read.project import FOLDER, ReadFile, read_project
from ..read.source import MOST_BYTES
from ..validate.documents import RESERVED_IDS, validate
from . import Call
from .report import one_line

_WRONG_USE = frozenset({"not-found", "not-a-file"})
_TOO_LONG = Unreadable("too-long")
_LONGEST_TEXT = 1_000_000
"""Characters, as `model.article.Article.text` has it."""


@dataclass(frozen=True, slots=True)
class _Choices:
    """What the caller decided."""

    id: str | None
    url: str | None
    retrieved: datetime.date | None
    force: bool


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "id_", help="Name of the article (default: its date and first words).")
@click.option("--url", help="Address of the article.")
@click.option("--retrieved", type=click.DateTime(["%Y-%m-%d"]), help="Day on which the text was retrieved.")
@click.option("--force", is_flag=True, help="Overwrite the article of this id.")
@click.pass_obj
def command(
    call: Call, file: Path, id_: str | None, url: str | None, retrieved: datetime.datetime | None, force: bool
) -> None:
    """Turn a raw text into a draft article: a text with a `date` header, a plain text or a saved HTML page."""
    project = call.project
    choices = _Choices(_checked_id(id_), _checked_url(url), retrieved.date() if retrieved else None, force)
    capture = read_capture(file)
    if isinstance(capture, Unreadable):
        _refuse(call, capture, file)
    if len(capture.text) > _LONGEST_TEXT:
        _refuse(call, _TOO_LONG, file)
    files, _ = read_project(project.root)
    target = _target(project, capture, choices, files)
    holder = _holder(files, capture.sha256)
    if holder and not (force and holder == target):
        call.say("import.known", path=holder, id=PurePosixPath(holder).stem)
        sys.exit(1)
    documents = validate(files).documents
    when = choices.retrieved.isoformat() if choices.retrieved else "unknown"
    proposal = propose(PurePosixPath(target).stem, capture, documents, choices.url, when)
    draft = article(proposal)
    if len(draft.encode()) > MOST_BYTES:
        _refuse(call, _TOO_LONG, file)
    write_file(_safe(project.root, target, force), draft)
    click.echo(target)
    _tell(call, proposal)


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
    day = capture.date.text if capture.date else choices.retrieved.isoformat() if choices.retrieved else None
    year = (day or project.today.isoformat())[:4]
    if choices.id is None:
        holder = _holder(paths.values(), capture.sha256) if choices.force else None
        taken = {stem for stem, file in paths.items() if file.path != holder}
        name = free_id(day or "undated", capture.headline or capture.text, capture.sha256, taken)
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


def _safe(root: Path, target: str, force: bool) -> Path:
    """Return the full path; raise WrongUse where a link leads elsewhere or something else stands there."""
    full, folder = root / target, PurePosixPath(target).parent
    if full.parent.resolve() != root.resolve() / folder:
        raise WrongUse("folder-linked", path=str(folder))
    if full.is_symlink() or (full.exists() and not force):
        raise WrongUse("id-taken", id=full.stem, path=target)
    return full


def _checked_id(id_: str | None) -> str | None:
    if id_ is not None and (not re.fullmatch(ID_PATTERN, id_) or len(id_) > LONGEST or id_ in RESERVED_IDS):
        raise WrongUse("bad-id", id=one_line(id_[:LONGEST]))
    return id_


def _checked_url(url: str | None) -> str | None:
    if url is not None and not is_web_address(url):
        raise WrongUse("bad-address", url=one_line(url[:LONGEST]))
    return url


def _tell(call: Call, proposal: Proposal) -> None:
    """Say what was found and what is left to do."""
    if proposal.capture.odd:
        call.say("import.odd", characters="; ".join(proposal.capture.odd))
    language = call.wording("import.no-language") if proposal.language == UNDETERMINED else proposal.language
    call.say("import.found", quotes=call.wording.count("import.quotes", len(proposal.quotes)), language=language)
    named = ", ".join(f"{name} ×{times}" for name, times in proposal.named.items())
    call.say("import.named" if named else "import.nobody", actors=named)
    call.say("import.next")
