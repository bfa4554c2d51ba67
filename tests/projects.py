"""Projects to build: invented content with the repository's own configuration and hand-written pages.

What stands in the repository's own `briefs/` is no test's concern: it is what contributors change, and `make site` says
whether it holds.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_scripts.model.bilingual import SITE_LANGUAGES
from build_scripts.model.page import Site
from build_scripts.publish.docs import handwritten

ROOT = Path(__file__).parents[1]
SITE = Site("https://river.example.org/", {"ru": "Справка", "en": "Spravka"})
RIVER = ROOT / "tests" / "cases" / "good" / "river"
STRAIT = ROOT / "tests" / "corpora" / "strait"
"""An invented subject as rich as a real one: two texts, a change between them, unnamed chains, conflicts, editions."""


def make_project(folder: Path, briefs: Path) -> Path:
    """Lay a project out in a folder: content from `briefs`, everything else as in the repository."""
    shutil.copytree(briefs / "briefs", folder / "briefs")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for language in SITE_LANGUAGES:
        (folder / "docs" / language).mkdir(parents=True)
        for name in handwritten(ROOT, language):
            page = folder / "docs" / language / name
            page.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / "docs" / language / name, page)
    return folder


def spravka(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a project as a user would, on a fixed day."""
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1935000000", **environment}
    command = [sys.executable, "-m", "build_scripts", "--project", str(project), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=surroundings, timeout=120, check=False)


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
