"""What `check` takes, everybody takes: nothing that it has nothing against stops a build or a printout later on."""

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.environment import find_project
from build_scripts.pipeline import build
from build_scripts.publish.fault import SiteFault

from ..everywhere import TEXTS, Everywhere
from ..projects import RIVER, make_project, spravka
from ..strings import MARKS, MARKUP, SCRIPTS
from ..test_cases import CASES, GOOD, lay_over

DAY = datetime.date(2031, 7, 1)

FEW = (
    *("«мир»", "“мир”", '„мир“ и "мир"', "» «", "&laquo;мир&raquo;", "「мир」", "« »"),
    *("q̃ а́", "ℵ𝔘", "שָׁלוֹם لن", "1⃝", "ⷠ р҃", "Ấ"),
    *(
        "[^1]: x",
        "[x](y)",
        "{{ x }}{% x %}",
        '--8<-- "x"',
        "[TOC]",
        "::: x",
        "[[x]]",
        "<b>x</b>{: .y }",
        "=1+1",
        "| a | b",
    ),
)
"""One of each kind for every day; the long battery has them all."""


def build_all(folder: Path, strings: tuple[str, ...], turn: int) -> Everywhere:
    """Build a project with each string in every text that `check` lets it stand in."""
    everywhere = Everywhere(folder, strings, turn)
    everywhere.settle()
    try:
        built = build(find_project(everywhere.root, DAY), lambda _: None)
    except SiteFault as fault:
        flaws = [f"{each.key} {dict(each.values)}" for each in fault.flaws]
        pytest.fail("\n".join(_blamed(flaw, strings) for flaw in flaws[:40]))
    assert built.counts is not None
    return everywhere


def _blamed(flaw: str, strings: tuple[str, ...]) -> str:
    """Return a flaw with the string that stands on the page or in the printout that has it."""
    number = re.search(r"-(\d+)[/.]", flaw)
    return f"{strings[int(number[1])]!r}: {flaw}" if number else flaw


def test_the_fields_are_read_from_the_models() -> None:
    assert {"ru", "en", "headline", "author", "aliases", "text", "words", "before", "after"} <= TEXTS


def test_what_check_takes_in_any_field_is_built(tmp_path: Path) -> None:
    everywhere = build_all(tmp_path, FEW, 0)
    path = "briefs/articles/2031/2031-06-01-bridge-{}.yml"
    marks, markup = FEW.index("» «"), FEW.index("[TOC]")
    # A string that checks nothing proves nothing: marks stay in the words of others, and leave our own.
    assert (path.format(marks), "headline") not in everywhere.put_back
    assert (path.format(marks), "summary/ru") in everywhere.put_back
    assert all((path.format(markup), field) not in everywhere.put_back for field in ("title/ru", "author"))


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(2))
@pytest.mark.parametrize("strings", [MARKS, SCRIPTS, MARKUP[: len(MARKUP) // 2], MARKUP[len(MARKUP) // 2 :]])
def test_marks_scripts_and_markup_in_any_field_are_built(tmp_path: Path, strings: tuple[str, ...], turn: int) -> None:
    build_all(tmp_path, strings, turn)


PIECES = st.sampled_from([*MARKS, *SCRIPTS, *MARKUP, "мир", "word", " ", "\u00a0", ". ", ", "])
STRINGS = st.one_of(
    st.lists(PIECES, min_size=1, max_size=4).map("".join),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=12),
).filter(str.strip)


@pytest.mark.slow
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(strings=st.lists(STRINGS, min_size=30, max_size=30), turn=st.integers(0, 2))
def test_any_strings_in_any_field_are_built(
    tmp_path_factory: pytest.TempPathFactory, strings: list[str], turn: int
) -> None:
    build_all(tmp_path_factory.mktemp("any"), tuple(strings), turn)


def _files(name: str) -> list[str]:
    folder = CASES / "good" / name
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.yml"))]


def _is_apart(name: str) -> bool:
    """Tell whether a case changes a file that it shares with others, and has to be built by itself."""
    return any(path.count("/") < 2 or (RIVER / path).exists() for path in _files(name))


@pytest.mark.parametrize("name", [name for name in GOOD if _is_apart(name)])
def test_a_good_case_is_built(tmp_path: Path, name: str) -> None:
    lay_over(CASES / "good" / name, tmp_path / "content")
    run = spravka(make_project(tmp_path / "project", tmp_path / "content"), "build")
    assert run.returncode == 0, run.stderr


def test_good_cases_are_built(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", RIVER)
    for number, name in enumerate(name for name in GOOD if not _is_apart(name)):
        stems = [Path(path).stem for path in _files(name)]
        for path in _files(name):
            text = (CASES / "good" / name / path).read_bytes().decode("utf-8")
            for stem in stems:  # many cases are about an article of one name
                text = re.sub(rf"\b{stem}(?![\w-])", f"{stem}-{number}", text)
            new = project / path.replace(".yml", f"-{number}.yml")
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(text.encode("utf-8"))
    run = spravka(project, "build")
    assert run.returncode == 0, run.stderr


def test_a_clean_check_is_followed_by_a_release(tmp_path: Path) -> None:
    lay_over(CASES / "good" / "marks-in-words-of-others", tmp_path / "content")
    run = spravka(make_project(tmp_path / "project", tmp_path / "content"), "release", "river-mission")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "project/briefs/editions/river-mission/1.json").is_file()
    assert not (tmp_path / "project/site").exists()


def test_what_cannot_be_built_is_not_released(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", RIVER)
    (project / "docs/en/method.md").write_text("# Method\n\n[nowhere](gone.md)\n", "utf-8")
    run = spravka(project, "release", "river-mission")
    assert run.returncode == 1
    assert "gone" in run.stderr
    assert not (project / "briefs/editions").exists()
