"""The surroundings: where the project is, which day it is, and one sentence with exit code 2 for wrong use."""

import datetime
from pathlib import Path

import pytest

from build_scripts.environment import WrongUse, find_project, message_language
from tests.projects import RIVER, spravka

DAY = datetime.date(2031, 5, 4)


@pytest.fixture
def project(tmp_path, monkeypatch):
    for variable in ("SPRAVKA_SITE_URL", "SPRAVKA_REPOSITORY", "SPRAVKA_BRANCH", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(variable, raising=False)
    (tmp_path / "mkdocs.yml").write_text("site_name: River\nsite_url: https://example.org/river\n")
    return tmp_path


def test_a_project_is_found_from_any_folder_below_it(project, monkeypatch):
    (project / "briefs" / "articles").mkdir(parents=True)
    monkeypatch.chdir(project / "briefs" / "articles")
    assert find_project(None, DAY).root == project


def test_the_address_ends_with_one_slash(project, monkeypatch):
    assert find_project(project, DAY).site_url == "https://example.org/river/"
    monkeypatch.setenv("SPRAVKA_SITE_URL", "https://example.org//")
    assert find_project(project, DAY).site_url == "https://example.org/"


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", "1970-01-01"), ("1935619200", "2031-05-04"), ("1935619199", "2031-05-03"), ("253402300799", "9999-12-31")],
)
def test_the_day_comes_from_the_environment(project, monkeypatch, epoch, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert find_project(project).today.isoformat() == day
    assert find_project(project, DAY).today == DAY


@pytest.mark.parametrize("epoch", ["-1", "1.5", "today", "253402300800", "9" * 5000, "٣", "²", " 1"])
def test_an_epoch_that_is_no_number_of_seconds_is_wrong_use(project, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(WrongUse, match="bad-epoch"):
        find_project(project)


@pytest.mark.parametrize("content", [b"a: [", b"\xff", b"- a\n- b\n", b"just a text"])
def test_a_configuration_that_cannot_be_read_is_wrong_use(project, content):
    (project / "mkdocs.yml").write_bytes(content)
    with pytest.raises(WrongUse, match="bad-configuration"):
        find_project(project, DAY)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ru_RU"}, "ru"),
        ({"LC_ALL": "", "LANG": "ru"}, "ru"),
    ],
)
def test_messages_speak_the_language_of_the_system(monkeypatch, variables, language):
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    assert message_language() == language


def test_wrong_use_is_one_sentence_and_exit_code_2(tmp_path):
    run = spravka(tmp_path, "check")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        f"No mkdocs.yml in {tmp_path.name} or above it: call spravka inside a project, or name it with --project.\n"
    )


def test_wrong_use_is_told_in_russian_on_request(tmp_path: Path):
    run = spravka(tmp_path, "--lang", "ru", "check")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"Ни в папке {tmp_path.name}, ни выше нет mkdocs.yml: ")
    assert run.stderr.count("\n") == 1
    run = spravka(RIVER, "--lang", "ru", "check", SOURCE_DATE_EPOCH="вчера")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "SOURCE_DATE_EPOCH — целое число секунд с 1970 года, а сейчас там вчера.\n"
