"""The files at the root of the site, which belong to no language: chooser, 404 page, sitemap, robots."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..model.bilingual import SITE_LANGUAGES
from ..model.page import address_of
from ..wording import wording


def root_files(site_url: str, policy: str, paths: Iterable[str]) -> dict[str, str]:
    """Return the text of each file by its path; `paths` are the Markdown pages that every language has."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates") / "root"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    given = {
        "site_url": site_url,
        "policy": policy,
        # A missing page may stand in any folder: its addresses begin at the root of the host.
        "base_path": urlsplit(site_url).path,
        "addresses": [address_of(path) for path in sorted(paths)],
        "languages": SITE_LANGUAGES,
        "words": {language: wording(language).find("root") for language in SITE_LANGUAGES},
    }
    names = ("index.html", "404.html", "sitemap.xml", "robots.txt")
    return {name: environment.get_template(f"{name}.j2").render(**given) for name in names} | {".nojekyll": ""}
