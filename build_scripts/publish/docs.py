"""Generated Markdown beside the hand-written pages in `docs/<language>/`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..model.bilingual import SITE_LANGUAGES
from ..model.page import Figure, Page
from .fault import SiteFault, flaw
from .files import sweep, write_if_changed

MARKS = (b"source: ", b"<!-- source: ")
"""How the first line of a generated page or picture begins; what people write begins otherwise."""

KINDS = ("*.md", "figures/*.svg")
"""What a build writes into the folder of a language."""


def write_pages(root: Path, pages: Iterable[Page | Figure]) -> None:
    """Write the pages and pictures that changed and remove generated ones that no longer have a source."""
    wanted = {root / "docs" / page.language / page.path: page for page in pages}
    taken = [path for path in wanted if path.is_file() and not is_generated(path)]
    if taken:
        raise SiteFault(flaw("taken", path=path.relative_to(root).as_posix()) for path in taken)
    for path, page in wanted.items():
        write_if_changed(path, page.text)
    for language in SITE_LANGUAGES:
        folder = root / "docs" / language
        sweep(folder)
        for path in [path for kind in KINDS for path in folder.rglob(kind)]:
            if path not in wanted and is_generated(path):
                path.unlink()


def handwritten(root: Path, language: str) -> list[str]:
    """Return the hand-written pages of a language as paths relative to its folder."""
    folder = root / "docs" / language
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md") if not is_generated(path))


def is_generated(path: Path) -> bool:
    """Tell whether a page was written by the build."""
    with path.open("rb") as file:
        return file.read(max(map(len, MARKS))).startswith(MARKS)
