"""The door to Typst: what has changed since it was last set goes to a process of its own, the rest comes from a store.

Comes in: jobs, each a template of `paper/` with its data. Goes out: PDF and PNG files, each written in one step.
A document that takes too long is stopped and named; the same data always gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from ..environment import Project, child_environment
from .fault import SiteFault
from .files import write_if_changed

PAPER = Path(__file__).with_name("paper")
"""Templates and fonts."""

PATIENCE = 60.0
"""Seconds that one document may take on the busiest machine; a briefing of four pages takes a fiftieth of one."""


@dataclass(frozen=True)
class Job:
    """One document to be set: its template, what the template is given, and where the file goes."""

    name: str
    """By which it is called in messages."""
    template: str
    data: Mapping[str, Any]
    target: Path
    form: Literal["pdf", "png"] = "pdf"

    @cached_property
    def text(self) -> str:
        """The data as JSON, in one line."""
        return json.dumps(self.data, ensure_ascii=False)

    def digest(self, stamp: int) -> str:
        """Return a hash over everything that decides the bytes of the file."""
        return hashlib.sha256(f"{_look()} {self.template} {self.form} {stamp} {self.text}".encode()).hexdigest()[:32]


def typeset(
    project: Project, jobs: Sequence[Job], store: Path, *, is_all: bool = True, patience: float = PATIENCE
) -> int:
    """Write every document and return how many were set anew; raise SiteFault with the reason of each that was not.

    `store` keeps what was set. Where the jobs are all that there are, what none of them needs is removed from it.
    """
    store.mkdir(parents=True, exist_ok=True)
    kept = [(job, store / f"{job.digest(project.epoch)}.{job.form}") for job in jobs]
    missing = [(job, path) for job, path in kept if not path.is_file()]
    if missing:
        _set(project, missing, patience)
    for job, path in kept:
        write_if_changed(job.target, path.read_bytes())
    wanted = {path for _, path in kept}
    for path in store.iterdir() if is_all else ():
        if path not in wanted:
            path.unlink()
    return len(missing)


@cache
def _look() -> str:
    """Return a hash over the templates, the fonts and the version of Typst."""
    found = hashlib.sha256(version("typst").encode())
    for path in sorted(path for path in PAPER.rglob("*") if path.is_file()):
        found.update(path.relative_to(PAPER).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def _set(project: Project, missing: Sequence[tuple[Job, Path]], patience: float) -> None:
    """Have documents set by a process of its own: Typst cannot be stopped from inside."""
    lines: queue.Queue[str | None] = queue.Queue()
    command = [sys.executable, "-m", "build_scripts.publish.typesetter", str(PAPER), str(project.epoch)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
        env=child_environment(project),
    ) as child:
        assert child.stdin is not None and child.stdout is not None
        writer = threading.Thread(target=_feed, args=(child.stdin, missing), daemon=True)
        reader = threading.Thread(target=_hear, args=(child.stdout, lines), daemon=True)
        writer.start()
        reader.start()
        try:
            faults = _watch(lines, [job.name for job, _ in missing], patience)
        finally:
            child.kill()
    if faults:
        raise SiteFault(faults)


def _feed(stream: Any, missing: Sequence[tuple[Job, Path]]) -> None:
    try:
        for number, (job, path) in enumerate(missing):
            order = {"number": number, "template": job.template, "form": job.form, "target": str(path)}
            stream.write(f"{json.dumps(order)}\n{job.text}\n")
        stream.close()
    except OSError:
        return  # the process has ended; whoever watches it says so


def _hear(stream: Any, lines: queue.Queue[str | None]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


def _watch(lines: queue.Queue[str | None], names: list[str], patience: float) -> list[str]:
    """Follow the process until every document is done; return what went wrong, each document named."""
    open_ = dict.fromkeys(range(len(names)), False)
    faults: list[str] = []
    while open_:
        try:
            line = lines.get(timeout=patience)
        except queue.Empty:
            begun = [names[number] for number, is_begun in open_.items() if is_begun] or names
            return [*faults, *(f"{name}: typesetting did not end within {patience:g} seconds" for name in begun)]
        if line is None:
            return [*faults, *(f"{names[number]}: the typesetter ended early" for number in open_)]
        told = json.loads(line)
        if told["state"] == "begun":
            open_[told["number"]] = True
            continue
        del open_[told["number"]]
        if told["state"] == "failed":
            faults.append(f"{names[told['number']]}: {told['reason']}")
    return faults
