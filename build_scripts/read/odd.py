"""Characters of a captured text that `check` will refuse."""

from __future__ import annotations

from .characters import odd_characters


def odd_in(text: str) -> tuple[str, ...]:
    """Return each refused character once, as `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return tuple(dict.fromkeys(str(problem.values["character"]) for problem in odd_characters(text, "")))
