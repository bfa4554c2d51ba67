"""The nearest names: by letters, by order of words, by script; only ever offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.nearest import nearest

ACTORS = {
    "ilham-aliyev": ("Ильхам Алиев", "Ilham Aliyev", "Алиев"),
    "azerbaijan": ("Азербайджан", "Azerbaijan"),
    "hikmet-hajiyev": ("Хикмет Гаджиев", "Hikmet Hajiyev", "Hikmət Hacıyev"),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("aliev-ilham", ["ilham-aliyev"]),
        ("ilham_aliyev", ["ilham-aliyev"]),
        ("Ilham Aliev", ["ilham-aliyev"]),
        ("Алиев Ильхам", ["ilham-aliyev"]),
        ("Азербайджана", ["azerbaijan"]),
        ("hacıyev hikmət", ["hikmet-hajiyev"]),
        ("queen-of-hearts", []),
        ("", []),
    ],
)
def test_a_mistyped_name_finds_its_owner(name, expected):
    assert nearest(name, ACTORS) == expected


def test_names_come_best_first_and_equal_ones_in_one_order():
    assert nearest("river", ["rivers", "river-a", "river", "rivet"], 2) == ["river", "rivers"]
    assert nearest("p1", ["p3", "p2"]) == nearest("p1", ["p2", "p3"])


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=5))
def test_any_name_can_be_asked_for(name, known):
    assert set(nearest(name, known)) <= set(known)
