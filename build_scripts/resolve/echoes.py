"""Second faults that only follow from a first one: told once, at the first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from ..model.corpus import Documents
from ..model.problem import Problem

_OF_A_FILE = frozenset(
    {
        "chain-unused",
        "change-unjudged",
        "excerpt-too-long",
        "receipt-outdated",
        "released-record-gone",
        "text-missing",
        "text-private",
        "text-too-long",
        "words-unverified",
    }
)
"""What is said of things that a file lacks, or has otherwise than it should: it may have them in a part left out."""

_OF_ALL = frozenset({"actor-unused", "channel-unused", "change-unjudged", "lock-orphan", "released-record-gone"})
"""What is said of things that none of all the files has."""


def without_echoes(problems: Iterable[Problem], documents: Documents) -> list[Problem]:
    """Leave out what is told of a place that has a fault already, or of the absence of what was only left out."""
    if not documents.told:
        return list(problems)
    return [problem for problem in problems if not _is_echo(problem, documents)]


def _is_echo(problem: Problem, documents: Documents) -> bool:
    if problem.place in documents.told or problem.code in _OF_ALL:
        return True
    file = PurePosixPath(problem.place.file)
    is_registry = file.parent.name == "briefs"
    return problem.code in _OF_A_FILE and not is_registry and file.stem in documents.broken
