"""The order of work: read → validate → resolve → link → render → publish."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from .environment import Project
from .link.corpus import link
from .model.bilingual import SITE_LANGUAGES
from .model.corpus import Corpus
from .model.page import Site
from .model.printout import DOSSIER
from .model.problem import Level, Problem
from .publish.docs import handwritten
from .publish.files import alone_in, sweep
from .publish.inspection import Counts
from .publish.printing import printout_jobs
from .publish.site import WORK, Progress, all_paths, publish, restore
from .publish.typesetting import typeset
from .read.lock import read_lock
from .read.project import read_project
from .render.data import data_files
from .render.feeds import feeds
from .render.pages import render
from .render.paper.printouts import printouts
from .render.pictures import pictures
from .render.root_files import root_files
from .render.search import findables
from .resolve.corpus import resolve
from .validate.documents import validate


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a project's content after checking: the corpus, every problem in order, the files read."""

    corpus: Corpus
    problems: tuple[Problem, ...]
    files: int

    @property
    def has_errors(self) -> bool:
        """Whether anything stops the build."""
        return any(problem.level is Level.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build; no counts where the content has errors and nothing was written."""

    checked: Checked
    counts: Counts | None


def check(root: Path, instead: Mapping[str, str] | None = None) -> Checked:
    """Read, validate and resolve everything below `briefs/`; nothing is written.

    `instead` holds files as they might be written, by their paths: what would be told of them?
    """
    files, unreadable = read_project(root, instead or {})
    valid = validate(files)
    lock, damaged = read_lock(root)
    corpus, broken = resolve(valid.documents, lock)
    if valid.guessed is not None:
        _, broken = resolve(valid.guessed, lock)
    problems = sorted((*unreadable, *valid.problems, *damaged, *broken), key=lambda problem: problem.sort_key)
    return Checked(corpus, tuple(problems), len(files))


def build(project: Project, progress: Progress, *, is_trial: bool = False) -> Built:
    """Check, link, render and publish. Raises SiteFault if the finished site is not as it must be.

    A trial does all of it but the last step: the site stays as it is.
    """
    restore(project)
    checked = check(project.root)
    if checked.has_errors:
        return Built(checked, None)
    linked = link(checked.corpus)
    figures = pictures(linked)
    pages = render(linked, Site(project.site_url, project.names), figures)
    paper = printouts(linked, figures, project.site_url, project.today)
    files = root_files(project.site_url, project.policy, all_paths(project, pages, "ru"))
    files |= data_files(linked, project.site_url)
    files |= feeds(linked, project.site_url, project.names, project.today)
    found = findables(linked, {language: handwritten(project.root, language) for language in SITE_LANGUAGES})
    return Built(checked, publish(project, linked, pages, figures, paper, found, files, progress, is_trial=is_trial))


@dataclass(frozen=True, slots=True)
class Typeset:
    """The files that were written, and how many of them had to be set anew."""

    paths: tuple[str, ...]
    fresh: int


def typeset_printouts(
    project: Project, names: Collection[str], language: str | None, folder: Path
) -> tuple[Checked, Typeset]:
    """Check and typeset printouts, all or those of some names and one language. Raises SiteFault where one fails."""
    checked = check(project.root)
    if checked.has_errors or not set(names) <= {*checked.corpus.documents.briefings, DOSSIER}:
        return checked, Typeset((), 0)  # nothing is set of what was asked for wrongly
    linked = link(checked.corpus)
    found = [
        printout
        for printout in printouts(linked, pictures(linked), project.site_url, project.today)
        if (not names or printout.name in names) and language in (None, printout.language)
    ]
    jobs = list(printout_jobs(project, found, folder))
    work = project.root / WORK
    # A build clears the store of what it does not need: it must not do so between setting and copying.
    with alone_in(work):
        sweep(folder)
        fresh = typeset(project, jobs, work / "printouts", is_all=not names and language is None)
    return checked, Typeset(tuple(str(job.target) for job in jobs), fresh)
