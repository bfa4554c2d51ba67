"""All contributed files of a project: which there are, and the tree of each."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.node import ID_PATTERN
from ..model.place import LocatedList, LocatedMap, Place
from ..model.problem import Problem, error
from .characters import odd_characters
from .comments import gaps_in_comments
from .leftovers import leftover
from .lock import PATH as LOCK
from .source import Source, decode, open_source
from .tree import grow

FOLDER = "briefs"

_SLUG = ID_PATTERN.strip("^$")
_KINDS = (
    ("article", re.compile(rf"{FOLDER}/articles/[0-9]{{4}}/{_SLUG}\.yml")),
    ("briefing", re.compile(rf"{FOLDER}/briefings/{_SLUG}\.yml")),
    ("actors", re.compile(rf"{FOLDER}/actors\.yml")),
    ("channels", re.compile(rf"{FOLDER}/channels\.yml")),
    ("edition", re.compile(rf"{FOLDER}/editions/{_SLUG}/[1-9][0-9]{{0,3}}\.json")),
    ("receipt", re.compile(rf"{FOLDER}/receipts/{_SLUG}\.json")),
    ("glossary", re.compile(rf"{FOLDER}/glossary\.yml")),
)

# What editors and systems leave behind, and the README that explains the folder.
_PASSED_OVER = re.compile(r"(^|/)(\.DS_Store|\.gitkeep|Thumbs\.db|[^/]*~|\.#[^/]*|[^/]*\.sw[a-p]|README\.md)\Z")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A contributed file: its kind, its path, and its tree where the form allowed one."""

    kind: str
    path: str
    tree: LocatedMap | None


def read_project(root: Path, instead: Mapping[str, str] | None = None) -> tuple[list[ReadFile], list[Problem]]:
    """Read everything below `briefs/`; nothing is passed over in silence.

    `instead` holds the texts of files as they might be written, by their paths.
    """
    files: list[ReadFile] = []
    paths, problems = _walk(root, FOLDER)
    for path in paths:
        kind = next((kind for kind, pattern in _KINDS if pattern.fullmatch(path)), None)
        if kind is not None:
            tree, found = read_file(root, path, (instead or {}).get(path))
            files.append(ReadFile(kind, path, tree))
            problems += found
        elif path != LOCK and not _PASSED_OVER.search(path):
            problems.append(error(Place(_printable(path), 1, 1), "stray-file"))
    # MkDocs follows links and would publish whatever they point at.
    problems += [problem for problem in _walk(root, "docs")[1] if problem.code == "not-a-file"]
    return files, problems


def read_file(root: Path, path: str, instead: str | None = None) -> tuple[LocatedMap | None, list[Problem]]:
    """Read one file, or a text in its place, layer by layer, stopping at the first that fails."""
    source = open_source(root, path) if instead is None else decode(path, instead.encode("utf-8"))
    if isinstance(source, Problem):
        return None, [source]
    left = leftover(source.text, path)
    if left is not None:
        return None, [left]
    odd = odd_characters(source.text, path)
    if odd:
        return None, odd
    return _tree(source)


def _tree(source: Source) -> tuple[LocatedMap | None, list[Problem]]:
    top, problems = grow(source)
    if top is None and not problems:
        return None, [error(Place(source.path, 1, 1), "empty-file")]
    if top is None or isinstance(top, LocatedMap):
        return top, problems if top is None else [*problems, *gaps_in_comments(source)]
    place = top.place if isinstance(top, LocatedList) else Place(source.path, 1, 1)
    return None, [*problems, error(place, "not-a-mapping")]


def _walk(root: Path, base: str) -> tuple[list[str], list[Problem]]:
    """List the files below a folder in one order on every system, and a problem for each link and locked folder."""
    found: list[str] = []
    problems: list[Problem] = []

    def path_of(full: Path) -> str:
        return full.relative_to(root).as_posix()

    def tell(full: Path, code: str, variant: str = "") -> None:
        problems.append(error(Place(_printable(path_of(full)), 1, 1), code, variant))

    def locked(fault: OSError) -> None:
        if not isinstance(fault, FileNotFoundError):
            tell(Path(fault.filename), "not-readable", "folder")

    if (root / base).is_symlink():
        tell(root / base, "not-a-file")
        return found, problems
    for folder, folders, names in os.walk(root / base, onerror=locked, followlinks=False):
        here = Path(folder)
        links = {name for name in (*folders, *names) if (here / name).is_symlink()}
        for name in links:
            if not _PASSED_OVER.search(path_of(here / name)):
                tell(here / name, "not-a-file")
        folders[:] = [name for name in folders if name not in links]
        found += [path_of(here / name) for name in names if name not in links]
    return sorted(found), problems


def _printable(path: str) -> str:
    """Return a path that can go into a public log: no controls, no line breaks."""
    return "".join(each if each.isprintable() else f"U+{ord(each):04X}" for each in path)
