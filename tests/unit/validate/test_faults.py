"""What pydantic finds, as problems: the field as written, the value as it may be shown, the place of the slip."""

from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from build_scripts.command.report import sentence
from build_scripts.model.article import Article
from build_scripts.model.bilingual import Bilingual
from build_scripts.model.date import PartialDate
from build_scripts.model.place import LocatedMap, Place
from build_scripts.read.source import Source
from build_scripts.read.tree import grow
from build_scripts.validate.faults import MOST, problems_of, shown
from build_scripts.wording import wording


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a\nb\tc", "a b c"),
        ("a\x1b[31mb", "aU+001B[31mb"),
        ("a\u202eb", "aU+202Eb"),
        ("a" * 100, "a" * 59 + "…"),
        (True, "true"),
        (5, "5"),
        (["a"], ""),
        ({"a": "b"}, ""),
    ],
)
def test_a_refused_value_is_shown_short_and_harmless(value, expected):
    assert shown(value) == expected


def test_a_fault_of_a_kind_that_nobody_foresaw_is_told_in_general_words():
    tree = LocatedMap(Place("a.yml", 1, 1))
    details = InitErrorDetails(type=PydanticCustomError("something_new", "x"), loc=("url",), input="b", ctx={})
    fault = ValidationError.from_exception_data("Article", [details])
    (problem,) = problems_of(fault, tree, Article)
    assert (problem.code, problem.variant) == ("wrong-type", "other")
    assert sentence(problem, wording("en")) == (
        "a field holds the kind of value it is made for; url has the text “b”; "
        "write it as the example in the documentation does"
    )


def found(text: str) -> list[tuple[str, str, str]]:
    tree, problems = grow(Source("a.yml", text))
    assert isinstance(tree, LocatedMap)
    assert problems == []
    with pytest.raises(ValidationError) as caught:
        Article.model_validate(tree)
    told = problems_of(caught.value, tree, Article)
    return [
        (str(each.place)[6:], each.code, str(each.values["field"])) for each in told if each.code != "missing-field"
    ]


def test_faults_inside_excerpts_are_told_at_the_field_that_was_written():
    events = "events:\n- {id: e1, status: reported, date: 2031, what: a, words: %s}\n"
    assert found(events % "[a, {word: b, words: c}]") == [("2:63", "unknown-field", "word")]
    assert found(events % "[a, [b]]") == [("2:62", "wrong-type", "words")]
    assert found(events % "5") == []
    assert found(events % "true") == [("2:58", "wrong-type", "words")]
    assert found(events % '""') == [("2:58", "empty-value", "words")]


def test_a_file_of_many_faults_is_told_up_to_a_limit():
    tree, _ = grow(Source("a.yml", "".join(f"x{number}: 1\n" for number in range(2 * MOST))))
    assert isinstance(tree, LocatedMap)
    with pytest.raises(ValidationError) as caught:
        Article.model_validate(tree)
    problems = list(problems_of(caught.value, tree, Article))
    assert len(problems) == MOST + 1
    assert problems[-1].code == "more-problems"


@pytest.mark.parametrize(("value", "is_taken"), [(True, True), ("yes", False), (1, False), ("true", False)])
def test_only_true_and_false_are_truth_values(value: Any, is_taken):
    hop = {"by": "this", "read": value}
    article = {"chains": {"a": [hop]}}
    with pytest.raises(ValidationError) as caught:
        Article.model_validate(article)
    assert any(fault["type"] == "bool_type" for fault in caught.value.errors()) is not is_taken


@pytest.mark.parametrize("value", ["2031", 2031])
def test_a_year_may_be_written_as_a_number(value):
    assert Bilingual.model_validate(value).en == "2031"
    assert PartialDate.parse(str(value)).text == "2031"
