"""All contributed files of a project: which there are, and the tree of each."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from ..model.node import ID_PATTERN
from ..model.place import LocatedMap, Place
from ..model.problem import Problem, error
from .characters import odd_characters
from .source import Source, open_source
from .tree import grow

FOLDER = "briefs"

_SLUG = ID_PATTERN.strip("^$")
_KINDS = (
    ("article", re.compile(rf"{FOLDER}/articles/[0-9]{{4}}/{_SLUG}\.yml")),
    ("briefing", re.compile(rf"{FOLDER}/briefings/{_SLUG}\.yml")),
    ("actors", re.compile(rf"{FOLDER}/actors\.yml")),
    ("channels", re.compile(rf"{FOLDER}/channels\.yml")),
    ("glossary", re.compile(rf"{FOLDER}/glossary\.yml")),
)

# What editors and systems leave behind, and the README that explains the folder.
_PASSED_OVER = re.compile(r"(^|/)(\.DS_Store|\.gitkeep|Thumbs\.db|[^/]*~|\.#[^/]*|[^/]*\.sw[a-p]|README\.md)$")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A contributed file: its kind, its path, and its tree where the form allowed one."""

    kind: str
    path: str
    tree: LocatedMap | None


def read_project(root: Path) -> tuple[list[ReadFile], list[Problem]]:
    """Read everything below `briefs/`; nothing is passed over in silence."""
    files: list[ReadFile] = []
    problems: list[Problem] = []
    for path in _paths(root):
        kind = next((kind for kind, pattern in _KINDS if pattern.fullmatch(path)), None)
        if kind is None:
            problems.append(error(Place(_printable(path), 1, 1), "stray-file"))
            continue
        tree, found = read_file(root, path)
        files.append(ReadFile(kind, path, tree))
        problems += found
    return files, problems


def read_file(root: Path, path: str) -> tuple[LocatedMap | None, list[Problem]]:
    """Read one file layer by layer, stopping at the first that fails."""
    source = open_source(root, path)
    if isinstance(source, Problem):
        return None, [source]
    odd = odd_characters(source.text, path)
    if odd:
        return None, odd
    return _tree(source)


def _tree(source: Source) -> tuple[LocatedMap | None, list[Problem]]:
    tree, problems = grow(source)
    if tree is None and not problems:
        return None, [error(Place(source.path, 1, 1), "empty-file")]
    if tree is not None and not isinstance(tree, LocatedMap):
        problems.append(error(Place(source.path, 1, 1), "not-a-mapping"))
        tree = None
    return tree if isinstance(tree, LocatedMap) else None, problems


def _paths(root: Path) -> list[str]:
    """List what lies below `briefs/`, in one order on every system. Links are listed and never followed."""
    found: list[str] = []
    base = root / FOLDER
    for folder, folders, names in os.walk(base, followlinks=False):
        here = Path(folder)
        linked = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in linked and (here / name) != base / "editions")
        found += [(here / name).relative_to(root).as_posix() for name in (*names, *linked)]
    return sorted(path for path in found if not _PASSED_OVER.search(path))


def _printable(path: str) -> str:
    """Return a path that can go into a public log: no controls, no line breaks."""
    return "".join(each if each.isprintable() else f"U+{ord(each):04X}" for each in path)
