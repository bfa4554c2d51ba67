"""A printout: what one PDF says, as the data that its template is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .bilingual import SiteLanguage

DOSSIER = "dossier"
"""The name of the printout of all briefings."""


@dataclass(frozen=True, slots=True)
class Printout:
    """What one PDF says."""

    language: SiteLanguage
    name: str
    """The id of the briefing, or `dossier`; the file is `<name>.pdf`."""
    data: Mapping[str, Any]
    """All that the template is given, short of what belongs to the project: paper and site."""
