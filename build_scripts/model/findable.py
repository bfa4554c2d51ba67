"""Something that the search of the site finds: a page as it stands there, or a single record at its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .bilingual import SiteLanguage


@dataclass(frozen=True, slots=True)
class Findable:
    """A page, or a place on one. What it shows is in one language; it is found by names in every script."""

    language: SiteLanguage
    address: str
    """Relative to the root of the language: `articles/river-talks/`, `articles/river-talks/#e1`."""
    facets: Mapping[str, tuple[str, ...]]
    """By what results are narrowed down, with labels for readers: kind, actor, year, channel."""
    weight: float = 1
    """How much more than another with the same words it is what is looked for."""
    names: tuple[str, ...] = ()
    """Words that find it and are not shown: the names of those who act in it."""
    title: str = ""
    """What a result shows; empty for a page, which has its own."""
    written_in: str = ""
    """The language of the title."""
    about: str = ""
    """The line under the title: whose it is, when, from which text."""
    words: str = ""
    """Further words of the record itself: those of its source, translations, the condition of a position."""

    @property
    def is_page(self) -> bool:
        """Whether a whole page is meant, with all the words on it."""
        return not self.title
