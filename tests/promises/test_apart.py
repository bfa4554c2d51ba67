"""Content and program are tested apart: no test depends on what stands in `briefs/`.

What is left to say about the real content is said by `spravka check` and by building it, which is `make site`.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import ROOT

TESTS = ROOT / "tests"
MODULES = [path for path in sorted(TESTS.rglob("*.py")) if "cases" not in path.relative_to(TESTS).parts]
MADE = {
    "briefs",
    "site",
    "pdf",
    ".git",
    ".venv",
    ".build",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
}
"""What a copy of the checkout leaves out: the content, and what is made."""


def left_out(folder: str, _: list[str]) -> set[str]:
    """Tell what of a folder is not copied; the cases below `tests/` have a `briefs/` of their own."""
    return MADE if Path(folder) == ROOT else {"__pycache__"}


def uses_of_root(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield each use of the repository's root in a module that may lead to its content, with its line."""
    above = {child: node for node in ast.walk(module) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(module):
        is_root = isinstance(node, ast.Name) and node.id == "ROOT" and isinstance(node.ctx, ast.Load)
        if is_root and not _is_harmless(node, above[node]):
            yield node.lineno, ast.unparse(above[node])  # type: ignore[attr-defined]


def _is_harmless(node: ast.AST, parent: ast.AST) -> bool:
    """Tell whether the root is where a command starts, or leads to a named place beside the content."""
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Div):
        below = parent.right.value if isinstance(parent.right, ast.Constant) else "a name"
        return isinstance(below, str) and below.split("/")[0] != "briefs"
    if isinstance(parent, ast.Call):
        return isinstance(parent.func, ast.Name) and parent.func.id in ("find_project", "str", "handwritten")
    return isinstance(parent, ast.keyword) and parent.arg == "cwd"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_no_test_takes_content_from_the_repository(path: Path) -> None:
    text = path.read_text("utf-8")
    if path != Path(__file__):
        assert not list(uses_of_root(ast.parse(text)))
        assert "parents[" not in text.replace("(__file__).parents[", "", 1), "one way to the root a module"


@pytest.mark.parametrize(
    "line",
    ["check(ROOT)", "make_project(folder, ROOT)", 'x = {"corpus": ROOT}', 'ROOT / "briefs/actors.yml"'],
)
def test_what_would_take_it_is_found(line: str) -> None:
    assert list(uses_of_root(ast.parse(line)))


@pytest.mark.slow
def test_the_suite_is_green_whatever_the_content_is(tmp_path: Path) -> None:
    """Every module that knows where the repository is, in a copy of it, with content that no check would pass.

    Browsers are left out: what they look at is built from the very same corpora.
    """
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT, copy, symlinks=True, ignore=left_out)
    (copy / "briefs").mkdir()
    (copy / "briefs" / "actors.yml").write_text("another: [subject\n", "utf-8")
    knowing = [
        str(path.relative_to(ROOT)) for path in MODULES if re.search(r"\bROOT\b|parents\[", path.read_text("utf-8"))
    ]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not slow and not browser"]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    run = subprocess.run([*command, *knowing], cwd=copy, capture_output=True, text=True, env=surroundings, check=False)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-1000:]
    assert " passed" in run.stdout
