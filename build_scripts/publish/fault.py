"""The fault that stops a site from being published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is not as it must be: a phrase of the section `flaw` of the wording, and its values."""

    key: str
    values: Mapping[str, object]


def flaw(key: str, **values: object) -> Flaw:
    """Return a flaw."""
    return Flaw(key, values)


class SiteFault(Exception):
    """The site could not be built, or is not as it must be; `flaws` say why."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("\n".join(" ".join(map(str, (each.key, *each.values.values()))) for each in self.flaws))
