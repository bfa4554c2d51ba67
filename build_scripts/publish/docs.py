"""Generated Markdown beside the hand-written pages in `docs/<language>/`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..model.bilingual import SITE_LANGUAGES
from ..model.page import Page
from .fault import SiteFault
from .files import write_if_changed

MARK = "source: "
"""How the first line of a generated page begins; a hand-written page begins otherwise."""


def write_pages(root: Path, pages: Iterable[Page]) -> None:
    """Write the pages that changed and remove generated ones that no longer have a source."""
    wanted = {root / "docs" / page.language / page.path: page for page in pages}
    taken = [path for path in wanted if path.is_file() and not is_generated(path)]
    if taken:
        raise SiteFault(
            f"{path.relative_to(root).as_posix()} is hand-written, and a generated page has the same name"
            for path in taken
        )
    for path, page in wanted.items():
        write_if_changed(path, page.text)
    for language in SITE_LANGUAGES:
        for path in (root / "docs" / language).rglob("*.md"):
            if path not in wanted and is_generated(path):
                path.unlink()


def handwritten(root: Path, language: str) -> list[str]:
    """Return the hand-written pages of a language as paths relative to its folder."""
    folder = root / "docs" / language
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md") if not is_generated(path))


def is_generated(path: Path) -> bool:
    """Tell whether a page was written by the build."""
    with path.open("rb") as file:
        return file.read(len(MARK)) == MARK.encode()
