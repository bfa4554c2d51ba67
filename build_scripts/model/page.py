"""A page of the site as the Markdown that is written for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .bilingual import SiteLanguage


@dataclass(frozen=True, slots=True)
class Site:
    """What pages must know of the site as a whole: where it will live, and its name in each language."""

    url: str
    """With a slash at the end."""
    names: Mapping[str, str]

    def permalink(self, language: str, path: str, anchor: str = "") -> str:
        """Return the absolute address of a page, or of a place on it, that never changes."""
        return f"{self.url}{language}/{address_of(path)}" + (f"#{anchor}" if anchor else "")


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page. Its first line names the file it was made from."""

    language: SiteLanguage
    path: str
    """Relative to the folder of the language, with forward slashes: `briefings/river-mission.md`."""
    text: str
    has_moved: bool = False
    """Whether it stands at an address of before and only leads on."""

    @property
    def address(self) -> str:
        """The address relative to the language's root: `briefings/river-mission/`, or an empty string for home."""
        return address_of(self.path)


@dataclass(frozen=True, slots=True)
class Figure:
    """A generated picture: an SVG file that pages show and paper prints. Its first line names its source."""

    language: SiteLanguage
    path: str
    """Relative to the folder of the language: `figures/river-mission-join.svg`."""
    text: str

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels of the page, which keeps the room free before the picture comes."""
        return svg_size(self.text)


def svg_size(svg: str) -> tuple[int, int]:
    """Return width and height of a picture of ours in pixels; all of them begin with their size."""
    found = re.search(r'<svg[^>]* width="(\d+)" height="(\d+)"', svg)
    assert found is not None
    return int(found[1]), int(found[2])


def address_of(path: str) -> str:
    """Return the address that a Markdown file gets: a folder of its own."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
