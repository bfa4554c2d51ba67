"""One file: refused by what it is, by its size and by its encoding, in this order, before anything is parsed."""

import os
from pathlib import Path

import pytest

from build_scripts.command.report import line
from build_scripts.model.problem import Problem
from build_scripts.read.source import MOST_BYTES, Source, decode, open_source
from build_scripts.wording import wording


def refused(root: Path, name: str = "a.yml") -> str:
    problem = open_source(root, name)
    assert isinstance(problem, Problem)
    return line(problem, wording("en"))


def test_a_file_is_read_whole(tmp_path):
    (tmp_path / "a.yml").write_text("id: а\n", "utf-8")
    assert open_source(tmp_path, "a.yml") == Source("a.yml", "id: а\n")


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"#" * MOST_BYTES)
    assert isinstance(open_source(tmp_path, "a.yml"), Source)
    (tmp_path / "a.yml").write_bytes(b"#" * (MOST_BYTES + 1))
    assert refused(tmp_path) == (
        "a.yml:1:1: too-large: a file is at most 1048576 bytes long; 1048577 bytes; "
        "split the article or cut its text to the passages that the records use"
    )


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/etc/passwd")])
def test_what_is_no_regular_file_is_never_opened(tmp_path, make):
    make(tmp_path / "a.yml")
    assert refused(tmp_path).startswith("a.yml:1:1: not-a-file: ")


def test_a_file_behind_a_linked_folder_is_never_opened(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yml").write_text("id: a\n")
    (tmp_path / "linked").symlink_to("real")
    assert refused(tmp_path, "linked/a.yml").startswith("linked/a.yml:1:1: not-a-file: ")


def test_a_path_that_leaves_the_project_is_never_opened(tmp_path):
    (tmp_path / "project").mkdir()
    (tmp_path / "a.yml").write_text("id: a\n")
    assert refused(tmp_path / "project", "../a.yml").startswith("../a.yml:1:1: not-a-file: ")


def test_the_place_of_a_bad_byte_counts_characters():
    problem = decode("a.yml", "id: a\nдва".encode() + b"\xff")
    assert isinstance(problem, Problem)
    assert str(problem.place) == "a.yml:2:4"


@pytest.mark.parametrize(
    ("data", "guess"),
    [
        ("title: Мост через реку".encode("cp1251"), "Windows-1251"),
        ("Мост".encode("utf-16"), "UTF-16"),
        ("id: a".encode("utf-16-le"), "UTF-16"),
        (b"id: \xc3(", ""),
    ],
)
def test_the_likely_encoding_is_named_and_none_where_there_is_no_telling(data, guess):
    problem = decode("a.yml", data)
    assert isinstance(problem, Problem)
    assert problem.code == "not-utf8"
    assert problem.values["guess"] == guess
