"""The surroundings of a run: environment variables, clock and the project's `mkdocs.yml`. Nothing else reads them."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .model.bilingual import SiteLanguage

CONFIGURATION = "mkdocs.yml"


POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a page may load: files of the site and nothing else. The search is WebAssembly; no script stands in a page."""

PAPERS = ("a4", "us-letter")
"""The sizes of paper that printouts are made for; the first one where nothing is said."""


class WrongUse(Exception):
    """The command was called in a way that cannot work; `key` names its sentence under `use.` in the wording."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a `mkdocs.yml`, and what the pages need to know of the world outside."""

    root: Path
    site_url: str
    """Where the site will live, with a slash at the end."""
    repository: str
    """Web address of the repository, without a slash at the end."""
    branch: str
    names: Mapping[str, str]
    """Name of the site by language."""
    today: datetime.date
    paper: str = "a4"
    """The size of printouts, as Typst calls it."""
    is_served: bool = False
    """Whether the site is built for the server on this machine, which puts a script of its own into each page."""

    @property
    def policy(self) -> str:
        """The Content-Security-Policy of every page; empty where the server's own script must run."""
        return "" if self.is_served else POLICY

    @property
    def epoch(self) -> int:
        """Midnight of today in seconds since 1970, for tools that stamp what they write."""
        return int(datetime.datetime.combine(self.today, datetime.time(), datetime.UTC).timestamp())


def find_project(folder: Path | None, today: datetime.date | None = None) -> Project:
    """Return the project in `folder`, or in the nearest folder above the current one that holds a mkdocs.yml."""
    root = folder.resolve() if folder else _upwards(Path.cwd())
    file = root / CONFIGURATION
    if not file.is_file():
        raise WrongUse("no-project", folder=root.name or "/")
    try:
        configuration = yaml.safe_load(file.read_text("utf-8")) or {}
        extra = configuration.get("extra") or {}
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError) as fault:
        raise WrongUse("bad-configuration", file=CONFIGURATION) from fault
    return Project(
        root,
        _setting("SPRAVKA_SITE_URL", configuration.get("site_url"), "http://127.0.0.1:8000").rstrip("/") + "/",
        _setting("SPRAVKA_REPOSITORY", extra.get("repository"), "https://github.com/spravka/spravka").rstrip("/"),
        _setting("SPRAVKA_BRANCH", extra.get("branch"), "main"),
        _names(configuration, extra),
        today or _today(),
        _paper(extra),
    )


def message_language() -> SiteLanguage:
    """Return the language of messages: Russian where the system speaks it, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return "ru" if os.environ[variable].lower().startswith("ru") else "en"
    return "en"


def child_environment(project: Project) -> dict[str, str]:
    """Return the environment for programs that we start: the same bytes whoever builds, and no notices."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MKDOCS", "PYTHONWARNINGS"))}
    return kept | {
        "SOURCE_DATE_EPOCH": str(max(1, project.epoch)),  # MkDocs crashes on 0
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
    }


def _setting(variable: str, configured: Any, default: str) -> str:
    return os.environ.get(variable) or (configured if isinstance(configured, str) and configured else default)


def _paper(extra: Mapping[str, Any]) -> str:
    name = _setting("SPRAVKA_PAPER", extra.get("paper"), PAPERS[0])
    if name not in PAPERS:
        raise WrongUse("bad-paper", paper=name[:40], known=", ".join(PAPERS))
    return name


def _names(configuration: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, str]:
    name = str(configuration.get("site_name") or "Spravka")
    names = extra.get("site_names") or {}
    return {language: str(names.get(language) or name) for language in ("ru", "en")}


def _today() -> datetime.date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        if not (epoch.isascii() and epoch.isdecimal() and len(epoch) < 13) or int(epoch) > 253_402_300_799:
            raise WrongUse("bad-epoch", value=epoch[:40])
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()


def _upwards(start: Path) -> Path:
    return next((folder for folder in (start, *start.parents) if (folder / CONFIGURATION).is_file()), start)
