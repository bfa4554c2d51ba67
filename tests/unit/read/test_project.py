"""All files of a project: each one read or told, links never followed, names never raw in a log."""

import os
from pathlib import Path

import pytest

from build_scripts.command.report import as_text
from build_scripts.pipeline import check
from build_scripts.wording import wording


def told(root: Path) -> str:
    return as_text(check(root).problems, wording("en"))


@pytest.fixture
def project(tmp_path):
    (tmp_path / "briefs").mkdir()
    return tmp_path


def test_an_empty_project_is_taken_without_a_word(project):
    assert told(project) == ""


def test_what_editors_leave_behind_is_passed_over(project):
    for name in (".DS_Store", "actors.yml~", ".actors.yml.swp", "README.md", ".gitkeep"):
        (project / "briefs" / name).write_text("x")
    (project / "briefs" / ".#actors.yml").symlink_to("someone@host")
    assert told(project) == ""


def test_a_manifest_that_is_none_is_told(project):
    (project / "briefs" / "editions" / "river").mkdir(parents=True)
    (project / "briefs" / "editions" / "river" / "1.json").write_text("{}")
    (project / "briefs" / "editions" / "river" / "first.json").write_text("{}")
    lines = told(project)
    assert "1.json:1:1: missing-field" in lines
    assert "first.json:1:1: stray-file" in lines


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.yml", "aU+000Ab.yml"),
        ("a\x1b[31m.yml", "aU+001B[31m.yml"),
        ("a\u202eb.yml", "aU+202Eb.yml"),
        (os.fsdecode(b"a\xffb.yml"), "aU+DCFFb.yml"),
        ("README.md\n", "README.mdU+000A"),
    ],
)
def test_a_name_goes_into_the_log_without_its_odd_characters(project, name, shown):
    (project / "briefs" / name).write_text("id: a\n")
    assert told(project).startswith(f"briefs/{shown}:1:1: stray-file: ")
    assert told(project).count("\n") == 1


def test_a_linked_folder_is_told_and_not_entered(project):
    (project / "briefs" / "articles").symlink_to("/etc")
    assert told(project) == (
        "briefs/articles:1:1: not-a-file: every contributed file is a regular file in regular folders; "
        "a link or something that is no file; replace it with the file itself\n"
    )


def test_a_briefs_folder_that_is_a_link_is_told_and_not_entered(tmp_path):
    (tmp_path / "briefs").symlink_to("/etc")
    assert told(tmp_path).startswith("briefs:1:1: not-a-file: ")
    assert told(tmp_path).count("\n") == 1


def test_a_link_among_the_pages_is_told(project):
    (project / "docs").mkdir()
    (project / "docs" / "passwd.md").symlink_to("/etc/passwd")
    assert told(project).startswith("docs/passwd.md:1:1: not-a-file: ")


def test_a_fifo_and_a_folder_with_the_name_of_a_file_are_told_at_once(project):
    os.mkfifo(project / "briefs" / "actors.yml")
    (project / "briefs" / "channels.yml").mkdir()
    (project / "briefs" / "channels.yml" / "x").write_text("x")
    assert told(project).splitlines()[0].startswith("briefs/actors.yml:1:1: not-a-file: ")
    assert told(project).splitlines()[1].startswith("briefs/channels.yml/x:1:1: stray-file: ")


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        (PermissionError(13, "Permission denied"), "its permissions forbid reading it"),
        (OSError(5, "Input/output error"), "the system says: Input/output error"),
    ],
)
def test_a_file_that_cannot_be_opened_is_told(project, monkeypatch, fault, found):
    def refuse(*_: object) -> int:
        raise fault

    (project / "briefs" / "actors.yml").write_text("a: b\n")
    monkeypatch.setattr(os, "open", refuse)
    assert told(project) == (
        f"briefs/actors.yml:1:1: not-readable: every contributed file can be opened; {found}; "
        "allow reading, for example with chmod a+rX\n"
    )


def test_a_folder_that_cannot_be_listed_is_told(project, monkeypatch):
    listed = os.scandir

    def refuse(path: Path) -> object:
        if str(path).endswith("articles"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    (project / "briefs" / "articles").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    assert told(project).startswith(
        "briefs/articles:1:1: not-readable: every contributed file can be opened; a folder that cannot be listed; "
    )
