"""The whole site: built beside the old one, inspected, and put in its place in one step."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..environment import Project
from ..model.findable import Findable
from ..model.linked import Linked
from ..model.page import Figure, Page
from ..model.printout import Printout
from .docs import handwritten, write_pages
from .fault import SiteFault, flaw
from .files import alone_in, write_file
from .inspection import Counts, inspect_site
from .mkdocs import build_languages
from .pagefind import index_site
from .printing import card_jobs, printout_jobs
from .typesetting import typeset

WORK = ".build"
"""Folder of the project that holds everything unfinished."""

Progress = Callable[[str], None]


def publish(
    project: Project,
    linked: Linked,
    pages: tuple[Page, ...],
    figures: tuple[Figure, ...],
    printouts: Iterable[Printout],
    findables: Iterable[Findable],
    root_files: Mapping[str, str],
    progress: Progress,
    *,
    is_trial: bool = False,
) -> Counts:
    """Write the pages, build both languages, index and inspect them, then swap the new site in unless it is a trial.

    Raises SiteFault, with the old site untouched, if anything is not as it must be.
    """
    work = project.root / WORK
    # `serve` and a build by hand share the folder; each needs it for itself from the first page to the swap.
    with alone_in(work):
        fresh = work / "site"
        _clear(fresh)
        progress("pages")
        write_pages(project.root, (*pages, *figures))
        progress("mkdocs")
        build_languages(project, work, fresh)
        for path, text in root_files.items():
            write_file(fresh / path, text)
        progress("printing")
        typeset(project, list(printout_jobs(project, printouts, fresh)), work / "printouts")
        typeset(project, list(card_jobs(project, pages, fresh)), work / "cards")
        progress("search")
        _clear(work / "index")
        index_site(project, fresh, work / "index", findables)
        progress("inspection")
        counts = inspect_site(fresh, project, linked, pages)
        if not is_trial:
            _swap(fresh, project.root / "site", work / "site.old")
    return counts


def all_paths(project: Project, pages: Iterable[Page], language: str) -> list[str]:
    """Return every page of a language that has something to read, generated and hand-written."""
    generated = {page.path for page in pages if page.language == language and not page.has_moved}
    return sorted(generated | set(handwritten(project.root, language)))


def _swap(fresh: Path, site: Path, old: Path) -> None:
    """Put the new site where the old one stands. Killed between the two renames, the next build puts it back."""
    _clear(old)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    _clear(old)


def restore(project: Project) -> None:
    """Put the old site back where a build was killed while swapping, unless another one is just doing that."""
    site, old = project.root / "site", project.root / WORK / "site.old"
    if not old.is_dir() or site.exists():
        return
    with alone_in(project.root / WORK):
        if old.is_dir() and not site.exists():
            old.rename(site)


def _clear(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        raise SiteFault([flaw("no-folder", path=folder.name)])
    if folder.exists():
        shutil.rmtree(folder)
