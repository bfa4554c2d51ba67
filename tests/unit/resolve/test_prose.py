"""Prose: what is outside the subset is named, and what has no name of its own too."""

import pytest

from build_scripts.command.report import line
from build_scripts.model.place import Place
from build_scripts.model.problem import error
from build_scripts.model.prose import parser
from build_scripts.resolve.rules.prose_keeps_to_the_subset import foreign_markup
from build_scripts.wording import wording


@pytest.mark.parametrize(
    "text",
    ["*a* **b**", "- a\n- b", "1. a\n2. b", "[a](https://example.org)", "a  \nb", "[[a/b]]", "2 < 3", "a \\![b]"],
)
def test_the_subset_is_taken(text):
    assert foreign_markup(parser(), text) is None


def test_markup_without_a_name_is_told_in_general_words():
    problem = error(Place("a.yml", 1, 1), "prose-markup", "something-new")
    assert line(problem, wording("en")) == (
        "a.yml:1:1: prose-markup: prose uses paragraphs, emphasis, lists and links only; other markup; "
        "remove the markup; a quotation is shown by a [[record]] reference"
    )
