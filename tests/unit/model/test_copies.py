"""Which articles are copies of one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.article import Article
from build_scripts.model.copies import Copy, Likeness, copies, plain_address

TEXT = "Мост закрыли в пятницу, сообщила Речная комиссия. Работы продлятся до осени, добавили в комиссии."


def article(name: str, text: str | None, number: int = 0, **fields: object) -> Article:
    both = {"ru": "а", "en": "a"}
    head = {
        "id": name,
        "language": "ru",
        "title": both,
        "channel": "unknown",
        "published": {"date": f"2031-05-{number + 1:02}", "basis": both},
        "capture": {"sha256": f"{number:064x}", "characters": 5000},
        "rights": "excerpt",
        "text": text,
    }
    return Article.model_validate(head | fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.example.org/a", "http://www.news.example.org/a/"),
        ("https://news.example.org/a", "https://NEWS.example.org:443/a#top"),
        ("https://news.example.org/a?b=1&a=2", "https://news.example.org/a?a=2&b=1&utm_source=x&fbclid=y"),
        ("https://news.example.org/%D0%B0", "https://news.example.org/а"),
        ("https://news.example.org", "https://news.example.org/?from=main"),
    ],
)
def test_addresses_of_one_page(one: str, other: str) -> None:
    assert plain_address(one) == plain_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.example.org/a", "https://news.example.org/A"),
        ("https://news.example.org/a?id=1", "https://news.example.org/a?id=2"),
        ("https://news.example.org/a", "https://sport.example.org/a"),
    ],
)
def test_addresses_of_two_pages(one: str, other: str) -> None:
    assert plain_address(one) != plain_address(other)


@pytest.mark.parametrize(
    ("text", "is_copy"),
    [
        (TEXT, True),
        (TEXT.replace("добавили в комиссии", "добавили там же"), True),
        ("Агентство: " + TEXT.replace("ё", "е").replace(" ", "\n", 3), True),
        (TEXT.replace("пятницу", "пят-\nницу"), True),
        (TEXT.replace(" закрыли", " не закрыли").replace("до осени", "до зимы"), False),
        ("Мост закрыли в пятницу, сообщила Речная комиссия.", False),
        (TEXT + " Между тем паром ходит по расписанию, и пассажиров на нём стало втрое больше обычного.", False),
        (None, False),
    ],
)
def test_the_same_words(text: str | None, is_copy: bool) -> None:
    found = copies([article("b", text, 1), article("a", TEXT)])
    assert found == ({"b": Copy("a", Likeness.WORDS)} if is_copy else {})


def test_a_copy_is_known_by_its_file_its_address_or_its_words() -> None:
    one = article("a", TEXT, url="https://news.example.org/a")
    same_file = article("b", None, 1, capture={"sha256": "0" * 64, "characters": 5000})
    archived = article("c", "Иное.", 2, archived="http://news.example.org/a/", url="https://other.example.org/c")
    # What is known of a copy is known of the text: c has another address besides.
    by_copy = article("d", "Иное.", 3, url="https://other.example.org/c")
    found = copies([by_copy, archived, same_file, one])
    assert found == {
        "b": Copy("a", Likeness.FILE),
        "c": Copy("a", Likeness.ADDRESS),
        "d": Copy("a", Likeness.ADDRESS),
    }


def test_a_thousand_reprints_and_a_thousand_texts_take_a_moment() -> None:
    agency = "Речная комиссия сообщает для печати: "
    reprints = [article(f"r{number}", TEXT, number % 28) for number in range(1000)]
    others = [
        article(f"t{number}", agency + " ".join(f"слово{number}{index}" for index in range(50)), number % 28)
        for number in range(1000)
    ]
    unlike = [
        each.model_copy(update={"capture": each.capture.model_copy(update={"sha256": each.id})})
        for each in [*reprints, *others]
    ]
    assert len(copies(unlike)) == 999


@given(st.lists(st.sampled_from("абвгде"), min_size=5, max_size=30), st.integers(0, 29))
def test_a_text_is_a_copy_of_itself_in_any_spelling(words: list[str], at: int) -> None:
    text = " ".join(words)
    spelled = " ".join(word.upper() if index == at else word for index, word in enumerate(words)).replace(" ", "\n", 1)
    assert copies([article("a", text), article("b", spelled, 1)]) == {"b": Copy("a", Likeness.WORDS)}
