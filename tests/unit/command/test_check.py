"""`spravka check` as people and machines call it: what goes to which stream, and the exit codes."""

import json
import shutil

import pytest

from tests.projects import RIVER, spravka
from tests.test_cases import CASES, lay_over


@pytest.fixture
def broken(tmp_path):
    lay_over(CASES / "bad" / "a-lost-negation", tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def warned(tmp_path):
    lay_over(CASES / "bad" / "a-missing-translation", tmp_path / "project")
    return tmp_path / "project"


KEPT = "Of a capture at most 12 % stands here (limit 80 %): 2031-05-02-river-talks.\n"
"""Of the two texts of the river only one has rights that set a limit."""


def test_good_content_is_taken_with_exit_code_0():
    run = spravka(RIVER, "check")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "No problems in 6 files.\n" + KEPT)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_errors_go_to_the_output_the_count_beside_it_and_the_exit_code_is_1(broken, language):
    run = spravka(broken, "--lang", language, "check")
    expected = (CASES / "bad" / "a-lost-negation" / f"expected.{language}.txt").read_text("utf-8")
    assert (run.returncode, run.stdout) == (1, expected)
    assert run.stderr.splitlines()[0] == {"en": "1 error.", "ru": "1 ошибка."}[language]


def test_json_is_all_that_is_printed(broken):
    run = spravka(broken, "check", "--format", "json")
    assert (run.returncode, run.stderr, len(json.loads(run.stdout))) == (1, "", 1)
    run = spravka(RIVER, "check", "--format", "json")
    assert (run.returncode, run.stderr, run.stdout) == (0, "", "[]\n")


def test_github_gets_annotations(broken):
    run = spravka(broken, "check", "--format", "github")
    assert run.returncode == 1
    assert run.stdout.startswith("::error file=briefs/articles/2031/2031-06-01-bridge.yml,line=17,col=12,title=words-")


def test_warnings_fail_only_when_asked_to(warned):
    assert spravka(warned, "check").returncode == 0
    assert spravka(warned, "check", "--strict").returncode == 1


def test_nothing_is_written(tmp_path):
    shutil.copytree(RIVER, tmp_path / "project", ignore=shutil.ignore_patterns("expected"))
    before = sorted(path for path in (tmp_path / "project").rglob("*"))
    spravka(tmp_path / "project", "check")
    assert sorted(path for path in (tmp_path / "project").rglob("*")) == before
