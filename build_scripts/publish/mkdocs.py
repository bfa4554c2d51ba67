"""The door to MkDocs: one configuration a language, both languages built at the same time."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from ..environment import CONFIGURATION, Project, child_environment
from ..model.bilingual import SITE_LANGUAGES, SiteLanguage
from ..wording import wording
from .fault import Flaw, SiteFault, flaw
from .files import write_if_changed

THEME = Path(__file__).with_name("theme")

NAVIGATION = (
    ("home", "index.md"),
    ("briefings", "briefings/index.md"),
    ("timeline", "timeline.md"),
    ("quotes", "quotes.md"),
    ("questions", "questions.md"),
    ("actors", "actors/index.md"),
    ("sources", "sources.md"),
    ("method", "method.md"),
    ("about", "about.md"),
    ("data", "data.md"),
    ("contribute", "contribute/index.md"),
)
"""Section pages only, each with its title: a leaf page in the navigation makes every page slower and heavier."""

TRACEBACK = "Traceback (most recent call last):"
LEFTOVERS = (
    "sitemap.xml*",  # the root has the one sitemap, with both languages in it
    "assets/javascripts/bundle.*",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/stylesheets/main.*",
    "assets/stylesheets/palette.*",
)
"""What MkDocs and Material add to every site and no page of ours asks for: two thirds of its bytes."""

PATIENCE = 600
"""Seconds after which a run of MkDocs is stopped as hung."""


def build_languages(project: Project, work: Path, target: Path) -> None:
    """Build `docs/<language>/` into `target/<language>/` for each language, strictly."""
    with ThreadPoolExecutor(len(SITE_LANGUAGES)) as pool:
        runs = [pool.submit(_run, project, work, target, language) for language in SITE_LANGUAGES]
        flaws = [each for run in runs for each in run.result()]
    if flaws:
        raise SiteFault(flaws)


def configuration(project: Project, target: Path, language: SiteLanguage) -> dict[str, Any]:
    """Return what one language adds to `mkdocs.yml`."""
    t = wording(language)
    return {
        "INHERIT": str(project.root / CONFIGURATION),
        "site_name": project.names[language],
        "site_url": f"{project.site_url}{language}/",
        "site_description": t("page.home-lead"),
        "docs_dir": str(project.root / "docs" / language),
        "site_dir": str(target / language),
        "theme": {"language": language, "custom_dir": str(THEME)},
        "nav": [
            {t(f"nav.{name}"): path} for name, path in NAVIGATION if (project.root / "docs" / language / path).is_file()
        ],
        "markdown_extensions": {
            "footnotes": {"BACKLINK_TITLE": t("page.back-to-note", n="{}"), "PLACE_MARKER": "///footnotes///"}
        },
        "extra": {
            "alternate": True,  # keeps the theme's own language links silent; the overrides write them
            "language": language,
            "languages": list(SITE_LANGUAGES),
            "root_url": project.site_url,
            "policy": project.policy,
            "repository": project.repository,
            "branch": project.branch,
            "words": t.find("theme"),
        },
    }


def _run(project: Project, work: Path, target: Path, language: SiteLanguage) -> list[Flaw]:
    """Run MkDocs once and return its complaints; an empty list means that all is well."""
    file = work / f"mkdocs.{language}.yml"
    # JSON is YAML, and nothing in it can be read as anything else.
    write_if_changed(file, json.dumps(configuration(project, target, language), ensure_ascii=False, indent=1))
    # Never -q or -v: both switch strict mode off.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "-f", str(file)]
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, env=child_environment(project), check=False
        )
    except subprocess.TimeoutExpired:
        return [flaw("too-slow", name=f"mkdocs ({language})", seconds=PATIENCE)]
    for pattern in LEFTOVERS:
        for leftover in (target / language).glob(pattern):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
    return [] if run.returncode == 0 else [flaw("said", name=language, line=line) for line in _complaints(run.stderr)]


def _complaints(log: str) -> list[str]:
    """Return the lines of a log that say what is wrong; of a traceback, the last; all of it where no line does."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("WARNING", "ERROR", "Aborted", "Config value"))]
    return telling or lines[-1 if TRACEBACK in lines else -20 :]
