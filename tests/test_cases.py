"""A case is a folder: the files that differ from the good project `river`, and what `spravka check` says of them.

`tests/cases/bad/<behaviour>/` holds these files, `<name>.delete` for each one that is missing, and the exact output in
`expected.en.txt` and `expected.ru.txt`. `tests/cases/good/<behaviour>/` holds files that must be taken without a word.
To add a case, add a folder and run pytest with `--accept`; then read aloud what it wrote.
"""

import json
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from build_scripts.command.report import PRINTERS
from build_scripts.pipeline import Checked, check
from build_scripts.wording import wording

CASES = Path(__file__).parent / "cases"
RIVER = CASES / "good" / "river"
BAD = sorted(path.name for path in (CASES / "bad").iterdir())
GOOD = sorted(path.name for path in (CASES / "good").iterdir() if path.name != RIVER.name)

LINE = re.compile(r"[^:\n]+:\d+:\d+: (?:\w+: )?[a-z0-9-]+: .+; .+; .+")
ANNOTATION = re.compile(r"::(?:error|warning|notice) file=[^:,\n]*,line=\d+,col=\d+,title=[a-z0-9-]+::\S[^\r\n]*")


def lay_over(case: Path, project: Path) -> None:
    """Lay the files of a case over a copy of the river project; links stay links."""
    shutil.copytree(RIVER, project, ignore=shutil.ignore_patterns("expected"))
    if (case / "briefs").is_dir():
        shutil.copytree(case / "briefs", project / "briefs", symlinks=True, dirs_exist_ok=True)
    for mark in sorted(project.rglob("*.delete")):
        mark.with_suffix("").unlink()
        mark.unlink()


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory):
    """Return what checking finds in a case, by its kind and name; each case is checked once."""

    @cache
    def run(kind: str, name: str) -> Checked:
        project = tmp_path_factory.mktemp("case") / "project"
        lay_over(CASES / kind / name, project)
        return check(project)

    return run


@pytest.mark.parametrize("name", GOOD)
def test_good_content_is_taken_without_a_word(checked, name):
    assert PRINTERS["text"](checked("good", name).problems, wording("en")) == ""


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_told_in_the_expected_words(checked, name, language, request):
    told = PRINTERS["text"](checked("bad", name).problems, wording(language))
    expected = CASES / "bad" / name / f"expected.{language}.txt"
    if request.config.getoption("--accept"):
        expected.write_text(told, "utf-8", newline="\n")
    assert told == expected.read_text("utf-8")
    assert told, "a bad case that is taken without a word is no bad case"
    assert all(LINE.fullmatch(line) and line.isprintable() for line in told.splitlines())


@pytest.mark.parametrize("name", BAD)
def test_machines_are_told_the_same_list(checked, name):
    problems = checked("bad", name).problems
    for language in ("en", "ru"):
        objects = json.loads(PRINTERS["json"](problems, wording(language)))
        lines = PRINTERS["github"](problems, wording(language)).split("\n")
        assert len(objects) == len(lines) - 1 == len(problems)
        assert lines[-1] == "" and all(ANNOTATION.fullmatch(line) for line in lines[:-1])
        assert [problem["code"] for problem in objects] == [problem.code for problem in problems]
        assert all(problem["message"].isprintable() for problem in objects)
