"""Files with slips of every kind: what is told of their shape stays told, and looking further never breaks down."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.pipeline import check
from build_scripts.read.project import read_file
from tests.test_cases import CASES, lay_over

FILES = ("actors.yml", "articles/2031/2031-06-01-bridge.yml", "briefings/river-bridge.yml", "channels.yml")
WRONG: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 7, "", "слово", "TODO: x", [], [1], ["a", {}], {}, {"ru": "x"}, {"zz": []}, "2031-21"]
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mending") / "project"
    lay_over(CASES / "good" / "every-field", folder)
    return folder


def steps(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of everything below a value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [each for step, below in pairs for each in ((*path, step), *steps(below, (*path, step)))]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_is_wrong_is_told_and_nothing_breaks_down(project: Path, data: st.DataObject) -> None:
    name = f"briefs/{data.draw(st.sampled_from(FILES))}"
    tree = json.loads(json.dumps(read_file(CASES / "good" / "every-field", name)[0]))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(steps(tree) or [()]))
        if not path:
            break
        above: Any = tree
        for step in path[:-1]:
            above = above[step]
        how = data.draw(st.sampled_from(["wrong", "gone", "misspelt"]))
        if how == "wrong":
            above[path[-1]] = copy.deepcopy(data.draw(WRONG))  # a later step may change what is inside
        elif how == "gone" or isinstance(above, list):
            del above[path[-1]]
        else:
            above[f"{path[-1]}x"] = above.pop(path[-1])
    original = (project / name).read_text("utf-8")
    try:
        (project / name).write_text(json.dumps(tree, ensure_ascii=False, indent=1), "utf-8")
        checked = check(project)
    finally:
        (project / name).write_text(original, "utf-8")
    places = [(problem.place, problem.code) for problem in checked.problems]
    assert all(place.file for place, _ in places)
    assert len({(place, code) for place, code in places if code == "unknown-field"}) == sum(
        code == "unknown-field" for _, code in places
    )


def test_every_misspelt_field_of_a_record_leaves_its_words_checked(project: Path) -> None:
    name = "briefs/articles/2031/2031-06-01-bridge.yml"
    original = (project / name).read_text("utf-8")
    fields = ("actor:", "stance:", "scope:", "condition:", "as_of:", "note:")
    head, last = original.split("  - id: p1\n", 1)
    for field in fields:
        wrong = last.replace(f"    {field}", f"    {field[:-1]}x:", 1).replace("Утопия готова", "Утопия не готова", 1)
        try:
            (project / name).write_text(f"{head}  - id: p1\n{wrong}", "utf-8")
            codes = [problem.code for problem in check(project).problems]
        finally:
            (project / name).write_text(original, "utf-8")
        assert sorted(codes) == ["unknown-field", "words-not-found"], (field, codes)
