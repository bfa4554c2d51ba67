"""The fault that stops a site from being published."""

from __future__ import annotations

from collections.abc import Iterable


class SiteFault(Exception):
    """The site could not be built, or is not as it must be; `lines` say why."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))
