"""A name for an article is legal, readable and free."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.draft.slug import free_id, slug
from build_scripts.model.node import ID_PATTERN


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Переговоры у реки: что дальше?", "peregovory-u-reki-chto-dalshe"),
        ("Щука, съёмка и Юлия", "shchuka-semka-i-yuliya"),
        ("Élan, Çay kənarı — 2031", "elan-cay-kenari-2031"),
        ("::add-mask::x \x1b[31m", "add-mask-x-31m"),
        ("../../etc/passwd", "etc-passwd"),
        ("河", ""),
    ],
)
def test_titles_in_latin_letters(title, name):
    assert slug(title) == name


def test_a_title_without_letters_is_named_by_its_hash():
    assert free_id("2031-05-02", "河", "0123456789abcdef", set()) == "2031-05-02-01234567"


def test_a_taken_name_gets_a_number():
    assert free_id("2031-05-02", "Река", "0", {"2031-05-02-reka"}) == "2031-05-02-reka-2"
    assert free_id("2031-05-02", "Река", "0", {"2031-05-02-reka", "2031-05-02-reka-2"}) == "2031-05-02-reka-3"


@given(st.text(max_size=400), st.sampled_from(["2031-05-02", "undated"]), st.sets(st.integers(2, 5)))
def test_every_name_is_legal_and_free(title, date, numbers):
    first = free_id(date, title, "0123456789abcdef", set())
    taken = {first, *(f"{first}-{number}" for number in numbers)}
    name = free_id(date, title, "0123456789abcdef", taken)
    assert re.fullmatch(ID_PATTERN, name) and len(name) <= 80 and name not in taken
