"""Three printers of one list: safe in a public log whatever the values hold."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.command.report import as_github, as_json, as_text, summary
from build_scripts.model.place import Place
from build_scripts.model.problem import Problem, error, note, warning
from build_scripts.wording import wording

EN, RU = wording("en"), wording("ru")
PLACE = Place("briefs/a,b:c%d.yml", 3, 7)


def unknown(**values: object) -> Problem:
    return error(PLACE, "unknown-chain", "", **{"id": "x", "near": []} | values)


def test_a_line_tells_place_level_code_and_three_parts():
    assert as_text([unknown()], EN) == (
        "briefs/a,b:c%d.yml:3:7: unknown-chain: "
        "a record names a chain of its own article; this article has no chain x; add the chain under chains:\n"
    )
    assert ": warning: words-unverified: " in as_text([warning(PLACE, "words-unverified")], EN)
    assert ": совет: chain-unused: " in as_text([note(PLACE, "chain-unused", chain="x")], RU)


def test_near_names_take_the_place_of_the_general_advice():
    assert as_text([unknown(near=["a", "b"])], EN).endswith("; write a or b\n")
    assert as_text([unknown(near=["a", "b"])], RU).endswith("; напишите a или b\n")


def test_a_place_among_the_values_is_printed_as_one():
    taken = error(PLACE, "id-taken", id="e1", first=Place("briefs/a.yml", 1, 5))
    assert "; e1 already stands at briefs/a.yml:1:5; " in as_text([taken], EN)


def test_github_properties_and_messages_are_escaped_as_its_runner_reads_them():
    assert as_github([unknown(id="50%\n::error::x")], EN) == (
        "::error file=briefs/a%2Cb%3Ac%25d.yml,line=3,col=7,title=unknown-chain"
        "::a record names a chain of its own article; this article has no chain 50%25 ::error::x; "
        "add the chain under chains:\n"
    )
    assert as_github([warning(PLACE, "words-unverified")], EN).startswith("::warning file=")
    assert as_github([note(PLACE, "chain-unused", chain="x")], EN).startswith("::notice file=")


@pytest.mark.parametrize("odd", ["\x1b[31m", "\u202e", "\0", "\u2028", "\r\n", "\ue000", "\udcff"])
def test_odd_characters_of_a_value_never_reach_a_log(odd):
    for printed in (as_text([unknown(id=f"a{odd}b")], EN), as_github([unknown(id=f"a{odd}b")], EN)):
        assert printed.count("\n") == 1
        assert printed[:-1].isprintable()
    (told,) = json.loads(as_json([unknown(id=f"a{odd}b")], EN))
    assert told["message"].isprintable()


def test_a_soft_hyphen_is_left_out_of_a_message():
    assert "no chain вообще; " in as_text([unknown(id="во\u00adобще")], EN)


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_value_is_printed_in_one_line(value, near):
    problem = unknown(id=value, near=near)
    for language in (EN, RU):
        assert as_text([problem], language)[:-1].isprintable()
        assert as_github([problem], language)[:-1].isprintable()
        assert json.loads(as_json([problem], language))[0]["message"] in as_text([problem], language)


def test_json_tells_everything_in_fields():
    assert json.loads(as_json([unknown()], RU)) == [
        {
            "file": "briefs/a,b:c%d.yml",
            "line": 3,
            "column": 7,
            "level": "error",
            "code": "unknown-chain",
            "message": "запись называет цепочку своей статьи; цепочки x в этой статье нет; добавьте цепочку в chains:",
        }
    ]
    assert as_json([], EN) == "[]\n"


def test_the_summary_counts_levels_in_good_grammar():
    problems = [unknown()] * 2 + [warning(PLACE, "words-unverified")] + [note(PLACE, "chain-unused", chain="x")] * 5
    assert summary(problems, 3, EN) == "2 errors, 1 warning, 5 notes."
    assert summary(problems, 3, RU) == "2 ошибки, 1 предупреждение, 5 советов."
    assert summary([], 1, EN) == "No problems in 1 file."
    assert summary([], 21, RU) == "Замечаний нет, проверен 21 файл."
