"""The hint: the first word that differs, as the source prints it, found wherever it stands and never too late."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.folded import Folded
from build_scripts.resolve.difference import ANCHOR, SHOWN, difference, shortened

TEXT = (
    "Министр заявил, что Утопия вообще не будет патрулировать чужой берег. «Мир возможен только тогда, когда обе "
    "стороны этого хотят», — добавил он. Переговоры продолжались два дня и закончились ничем, сообщает агентство."
)


def told(words: str, *texts: str) -> tuple[str, str, str] | None:
    found = difference(words, [Folded(text) for text in texts or (TEXT,)])
    return (found.kind, str(found.values.get("ours", "")), str(found.values.get("theirs", ""))) if found else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Утопия не будет патрулировать чужой берег", ("dropped", "", "вообще")),
        ("Утопия вообще будет патрулировать чужой берег", ("dropped", "", "не")),
        ("Утопия вообще никогда не будет патрулировать", ("added", "никогда", "")),
        ("Утопия вообще не станет патрулировать чужой берег", ("replaced", "станет", "будет")),
        ("утопия вообще не будет", ("replaced", "утопия", "Утопия")),
        ("Переговоры продолжались три дня", ("replaced", "три", "два")),
        ("переговоры", ("replaced", "переговоры", "Переговоры")),
        ("патрулирвать", ("replaced", "патрулирвать", "патрулировать")),
        ("чужой берег, „Мир возможен", ("replaced", ",", ".")),
        ("Мир возможен только когда обе стороны", ("dropped", "", "тогда,")),
        ("ради Мир возможен только тогда", ("added", "ради", "")),
        ("добавил он.Переговоры продолжались", ("replaced", "он.Переговоры", "он. Переговоры")),
        ("Король вручил верительные грамоты", None),
        ("!!!", None),
    ],
)
def test_the_first_difference_is_told(words, expected):
    kind = told(words)
    assert kind == expected


def test_the_source_is_shown_in_its_own_spelling():
    assert told("сказал про ёлку вчера", "Он сказал «ещё» про ёлку вчера.") == ("dropped", "", "«ещё»")


def test_a_difference_in_spaces_alone_is_told_as_such():
    assert told("один , два", "Раз: один, два.") == ("spacing", "", "один, два")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Министр заявил, что", "Переговоры продолжались два дня"),
        ("Переговоры продолжались", "Министр заявил, что Утопия"),
        ("Утопия вообще не будет", "закончились ничем"),
    ],
)
def test_two_places_joined_are_told_as_such(first, second):
    found = difference(f"{first} {second}", [Folded(TEXT)])
    assert found is not None
    assert (found.kind, found.values["first"], found.values["second"]) == ("joined", first, second)


def test_the_nearest_of_several_passages_is_taken():
    assert told("два дня и закончились всем", "Ничего похожего.", TEXT, "Другое.") == ("replaced", "всем", "ничем")


def test_a_slip_anywhere_in_long_words_is_told_with_its_neighbours():
    text = " ".join(f"слово{number}" for number in range(2_000))
    for at in (0, 1, 500, 1_000, 1_998, 1_999):
        found = difference(text.replace(f"слово{at} ", f"слава{at} ", 1) if at < 1_999 else f"{text}1", [Folded(text)])
        assert found is not None
        assert found.kind == "replaced"
        assert found.values["theirs"] == f"слово{at}"
        assert str(found.values["ours"]) in str(found.values["words"])
        assert len(str(found.values["words"])) <= 2 * SHOWN + 2


@pytest.mark.parametrize("unit", ["и ", "и а ", "а", "ааа ббб ", "\u00ad ", ". "])
def test_texts_that_repeat_themselves_cost_no_more_than_others(unit):
    text = unit * (200_000 // len(unit))
    start = time.perf_counter()
    many, most = unit * 300, unit * (20_000 // len(unit))
    for words in (f"{many}х", f"х {many}", f"{many}х {many}", f"{most}х"):
        difference(words, [Folded(text)])
    assert time.perf_counter() - start < 4


@given(st.text("аб вг.,«»", max_size=200), st.text("аб вг.,«»", max_size=3 * ANCHOR))
def test_any_words_can_be_compared_with_any_text(text, words):
    found = difference(words, [Folded(text)])
    assert found is None or found.kind in {"dropped", "added", "replaced", "spacing", "joined"}


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_shortened_words_keep_to_their_length(words, start, length):
    assert len(shortened(words, start, start + length)) <= 2 * SHOWN + 2
