"""Why the YAML reader stopped: told where the slip was made, which is often long before the reader noticed it."""

import pytest
import yaml

from build_scripts.command.report import line
from build_scripts.read.source import Source
from build_scripts.read.syntax import syntax
from build_scripts.read.tree import grow
from build_scripts.wording import wording


@pytest.mark.parametrize(
    ("text", "place", "variant"),
    [
        ("a:\n\tb: 1\n", "2:1", "tab"),
        ("a: b\n\tc: d\n", "2:1", "tab"),
        ("- a\n-\tb: 1\n", "2:2", "tab"),
        ("title: Мост: осень\n", "1:12", "colon"),
        ("title: «Мост: осень»\n", "1:13", "colon"),
        ("a: b: c", "1:5", "colon"),
        ('a: "b\nc: d\ne: f\n', "1:4", "open-quote"),
        ("a: 'it's'\n", "1:8", "after-quote"),
        ('a: "b" c\n', "1:8", "after-quote"),
        ('words: "а" и "б"\n', "1:12", "after-quote"),
        ("a: [b, c\nd: e\n", "1:4", "open-bracket"),
        ("a: {b: c\nd: e\n", "1:4", "open-bracket"),
        ('a: ["b" "c"]\n', "1:9", "comma"),
        ("a:\n    b: 1\n  c: 2\n", "3:3", "indent"),
        ("a: 1\n  b: 2\n", "2:3", "indent"),
        ("a:\n  - b\n - c\n", "3:2", "indent"),
        ("a: 1\nb\nc: 2\n", "2:1", "no-colon"),
        ("text: |\n  a\nb c\n", "3:1", "no-colon"),
        ("a:1\nb: 2\n", "1:3", "no-space"),
        ("x: 1\na:б\nb: 2\n", "2:3", "no-space"),
        ("a: @b\n", "1:4", "start"),
        ("a: `b`\n", "1:4", "start"),
        ("a: %b\n", "1:4", "start"),
        ("a: , b\n", "1:4", "start"),
        ("%YAML 1.1\na: b\n", "1:1", "start"),
        ('a: "\\d"\n', "1:5", "escape"),
        ('a: "b\\xZZ"\n', "1:6", "escape"),
        ("a: > b\n", "1:6", "block"),
        ("a: - b\n", "1:4", "dash"),
    ],
)
def test_a_slip_is_told_where_it_was_made(text, place, variant):
    top, problems = grow(Source("a.yml", text))
    assert top is None
    assert [(str(problem.place), problem.code, problem.variant) for problem in problems] == [
        (f"a.yml:{place}", "yaml-syntax", variant)
    ]


def test_a_slip_of_a_kind_that_nobody_foresaw_is_told_in_general_words():
    mark = yaml.Mark("", 0, 0, 0, None, 0)
    problem = syntax("a.yml", "a: b\n", yaml.MarkedYAMLError(problem="something new", problem_mark=mark))
    assert line(problem, wording("en")) == (
        "a.yml:1:1: yaml-syntax: a file is valid YAML; the reader stops here; "
        "compare the lines around with the example in the documentation"
    )
