"""Quotation marks in a text: what stands in them, and whether each has its partner."""

import pytest

from build_scripts.model.marks import in_marks, unpaired


@pytest.mark.parametrize(
    "text",
    ["", "без кавычек", "«да»", "“yes” and „ja“", '"a" и "b"', "«а «б» в»", "it's", "「は」", "❝x❞", "«»"],
)
def test_marks_in_pairs(text: str) -> None:
    assert unpaired(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [('Судьба маяка"', 12), ("«начало", 0), ("конец»", 5), ('"a" "', 4), ("“open", 0), ("«а «б»", 0), ("a” b", 1)],
)
def test_a_mark_without_its_partner(text: str, place: int) -> None:
    assert unpaired(text) == place


def test_what_stands_in_marks() -> None:
    assert list(in_marks('«да», “no”, „ja“ и "si"')) == ["да", "no", "ja", "si"]
