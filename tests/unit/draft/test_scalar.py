"""Every string reads back as itself."""

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.draft.scalar import block, plain, quoted
from build_scripts.read.paragraphs import paragraphs
from build_scripts.read.source import Source
from build_scripts.read.tree import grow

LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn"]), max_size=30)


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example('C:\\"x" # : - [a] {b} \u2028\u202e\0\U000e0041')
def test_a_quoted_string_reads_back_and_shows_nothing_invisible(value):
    written = quoted(value)
    assert yaml.safe_load(written) == value
    assert written.isprintable() or any(each.isspace() for each in value)


@given(st.lists(LINES, min_size=1).map("\n".join).map(paragraphs).filter(bool))
def test_a_text_reads_back_with_one_line_break_behind_it(text):
    tree, problems = grow(Source("a.yml", f"text: {block(text)}next: x\n"))
    assert tree == {"text": text + "\n", "next": "x"}
    assert {problem.code for problem in problems} <= {"mixed-scripts", "odd-character"}


def test_what_yaml_would_read_as_something_else_is_quoted():
    assert [plain(value) for value in ("null", "true", "2031", "2031-05-02", "../2031-05-02", "a b")] == [
        '"null"',
        '"true"',
        '"2031"',
        "2031-05-02",
        "../2031-05-02",
        '"a b"',
    ]
