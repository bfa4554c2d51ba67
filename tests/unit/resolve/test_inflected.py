"""Terms found in any case and number, and not in words that only begin alike."""

import pytest

from build_scripts.resolve.inflected import Words


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("в составе вооружённых сил", "вооружённые силы"),
        ("С четким мандатом.", "чёткий мандат"),
        ("решений не было", "решение"),
        ("Организации исламского сотрудничества", "Организация исламского сотрудничества"),
        ("the Gaza Strip's border", "Gaza Strip"),
        ("a peacekeeping force", "peacekeeping forces"),
        ("вооружённые\u00a0силы", "вооружённые силы"),
    ],
)
def test_a_term_is_found_with_any_ending(text: str, term: str) -> None:
    assert Words(text).has(term)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("мандарин", "мандат"),
        ("силён", "силы"),
        ("силы, вооружённые до зубов", "вооружённые силы"),
        ("силы вооружённые", "вооружённые силы"),
        ("вооружённые. Силы", "вооружённые силы"),
        ("the strip of Gaza", "Gaza Strip"),
        ("", "мандат"),
    ],
)
def test_a_term_is_not_found_where_it_is_not(text: str, term: str) -> None:
    assert not Words(text).has(term)
