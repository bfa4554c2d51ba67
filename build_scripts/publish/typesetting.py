"""The door to Typst: what has changed since it was last set goes to processes of its own, the rest comes from a store.

Comes in: jobs, each a template of `paper/` with its data. Goes out: PDF and PNG files, each written in one step.
A document that takes too long is stopped and named; the same data always gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, cached_property, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from ..environment import Project, child_environment
from .fault import Flaw, SiteFault, flaw
from .files import write_file, write_if_changed

PAPER = Path(__file__).with_name("paper")
"""Templates and fonts."""

MOST_SETTERS = 4
"""Processes that set documents side by side, at most: each holds the fonts and a cache of its own."""

_SETTER = {"RAYON_NUM_THREADS": "1"}
"""One thread a process: there is a process for each core already."""

PATIENCE = 60.0
"""Seconds that one document may take on the busiest machine; a briefing of four pages takes a twentieth of one."""


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
        room = store.with_name(f"{store.name}.desks")
        shutil.rmtree(room, ignore_errors=True)  # of a build that was killed
        try:
            _set(project, missing, room, patience)
        finally:
            shutil.rmtree(room, ignore_errors=True)
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


def _set(project: Project, missing: Sequence[tuple[Job, Path]], room: Path, patience: float) -> None:
    """Have documents set by a process a core: Typst cannot be stopped from inside, and its threads hold each other up.

    `room` is a folder for them to work in.
    """
    waiting: deque[tuple[int, Job, Path]] = deque((number, *each) for number, each in enumerate(missing))
    count = min(MOST_SETTERS, os.cpu_count() or 1, len(missing))
    with ThreadPoolExecutor(count) as pool:
        desks = [room / str(number) for number in range(count)]
        work = partial(_work_off, project, waiting, patience)
        try:
            flaws = {number: each for told in pool.map(work, desks) for number, each in told.items()}
        finally:
            waiting.clear()
    if flaws:
        raise SiteFault(flaws[number] for number in sorted(flaws))


def _work_off(project: Project, waiting: deque[tuple[int, Job, Path]], patience: float, desk: Path) -> dict[int, Flaw]:
    """Set documents in one process until none is waiting; return why some could not be, by their number.

    `desk` is a folder of that process alone, for the templates and the data of the document in hand.
    """
    for template in PAPER.glob("*.typ"):
        write_file(desk / template.name, template.read_bytes())
    flaws = {}
    with _setter(project, desk) as child:
        while waiting:
            try:
                number, job, path = waiting.popleft()
            except IndexError:
                break  # another process was quicker
            found, is_alive = _ask(child, job, path, patience)
            if found is not None:
                flaws[number] = found
            if not is_alive:
                waiting.clear()
                break
    return flaws


@contextmanager
def _setter(project: Project, desk: Path) -> Iterator[subprocess.Popen[str]]:
    """Yield a process that sets one document after the other, and end it."""
    child = subprocess.Popen(
        [sys.executable, "-m", "build_scripts.publish.typesetter", str(desk), str(PAPER / "fonts"), str(project.epoch)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
        env=child_environment(project) | _SETTER,
    )
    with child:
        try:
            yield child
        finally:
            child.kill()
            with suppress(OSError):  # what it did not read any more
                child.stdin.close()  # type: ignore[union-attr]


def _ask(child: subprocess.Popen[str], job: Job, path: Path, patience: float) -> tuple[Flaw | None, bool]:
    """Have a document set; return why it was not, or None, and whether the process lives on."""
    assert child.stdin is not None and child.stdout is not None
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    timer = threading.Timer(patience, stop)
    timer.start()
    try:
        order = {"template": job.template, "form": job.form, "target": str(path)}
        child.stdin.write(f"{json.dumps(order)}\n{job.text}\n")
        child.stdin.flush()
        told = child.stdout.readline()
    except OSError:
        told = ""  # it has ended; what that means is said below
    finally:
        timer.cancel()
    if told:
        reason = json.loads(told)
        return flaw("said", name=job.name, line=reason) if reason else None, True
    if late.is_set():
        return flaw("too-slow", name=job.name, seconds=f"{patience:g}"), False
    return flaw("ended-early", name=job.name), False
