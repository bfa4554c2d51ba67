"""The tree: strings, whole numbers, true, false and null, every one with its place, and nothing else of YAML."""

import pytest
import yaml

from build_scripts.command.report import line
from build_scripts.model.place import LocatedMap, Place
from build_scripts.read.source import Source
from build_scripts.read.tree import MOST_VALUES, grow
from build_scripts.wording import wording


def value(text: str) -> object:
    top, problems = grow(Source("a.yml", f"a: {text}\n"))
    assert problems == []
    assert isinstance(top, LocatedMap)
    return top["a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("1.0", "1.0"),
        (".inf", ".inf"),
        ("+5", "+5"),
        ("-0", "-0"),
        ("2031-05-02", "2031-05-02"),
        ("2031-05-02 10:00:00", "2031-05-02 10:00:00"),
        ("<<", "<<"),
        ("=", "="),
        ('"true"', "true"),
        ("'5'", "5"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-5", -5),
        ("2031", 2031),
        ("9" * 18, int("9" * 18)),
        ("9" * 5000, "9" * 5000),
        ("a # b", "a"),
        ("a#b", "a#b"),
        ('"a # b"', "a # b"),
    ],
)
def test_a_plain_value_is_read_as_it_looks(text, expected):
    found = value(text)
    assert found == expected
    assert type(found) is type(expected)


def test_everything_knows_its_place():
    top, _ = grow(Source("a.yml", 'ключ: {б: в}\nlist:\n  - x\n  - y: "z"\n'))
    assert isinstance(top, LocatedMap)
    assert top.find(("ключ",), key=True) == Place("a.yml", 1, 1)
    assert top.find(("ключ", "б")) == Place("a.yml", 1, 11)
    assert top.find(("list", 0)) == Place("a.yml", 3, 5)
    assert top.find(("list", 1, "y")) == Place("a.yml", 4, 8)
    assert top.find(("list", 1, "y"), key=True) == Place("a.yml", 4, 5)
    assert top.find(("list", 1, "missing")) == Place("a.yml", 4, 5), "what is missing is missing from the mapping"


def test_a_field_written_twice_keeps_its_first_value():
    top, problems = grow(Source("a.yml", "a: 1\na: {b: [c]}\nd: 2\n"))
    assert top == {"a": 1, "d": 2}
    assert [(problem.code, str(problem.place)) for problem in problems] == [("duplicate-key", "a.yml:2:1")]


def test_a_file_of_too_many_values_is_not_read_further():
    text = "\n".join(f"k{number}: {{a: {number}}}" for number in range(MOST_VALUES // 3 + 1))
    top, problems = grow(Source("a.yml", text))
    assert top is None
    assert [line(problem, wording("en")) for problem in problems] == [
        "a.yml:16667:13: too-many-values: a file and its lists keep to a size that people can read; "
        "more than 50000 values in the file; split the file"
    ]


def test_a_fault_of_the_reader_without_a_place_is_told_at_the_start(monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise yaml.YAMLError

    monkeypatch.setattr(yaml, "parse", refuse)
    top, problems = grow(Source("a.yml", "a: 1\n"))
    assert top is None
    assert [(problem.code, str(problem.place)) for problem in problems] == [("yaml-syntax", "a.yml:1:1")]
