"""Addresses with a text fragment: encoded as the specification asks, telling one place from another, never a guess."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from build_scripts.link.corpus import link
from build_scripts.model.article import Article
from build_scripts.model.evidence import Evidence, Proof
from build_scripts.pipeline import check
from build_scripts.render.place_at_source import place_at_source
from tests.projects import RIVER
from tests.test_cases import CASES, lay_over

TEXT = """«Мост закрыт», — сказал мэр. Потом мэр повторил: «Мост закрыт».

[…]

A half-built wall, 50% & more, stands. The wall is late.

The wall is late, again and again, and nobody in the town on either bank of the river has said a word on when it will
be done.

The last word.
"""


@pytest.fixture(scope="module")
def article() -> Article:
    known = link(check(RIVER).corpus).corpus.documents.articles["2031-03-28-treaty-first"]
    return known.model_copy(update={"text": TEXT, "url": "https://daily.example.org/wall"})


def asked(article: Article, words: str, number: int = 0) -> str:
    """What is asked of a page for the words, at the place with this number."""
    start = [found.start() for found in re.finditer(re.escape(words), TEXT)][number]
    return fragment(place_at_source(article, [Evidence(words, start, start + len(words), Proof.EXACT)]))


def fragment(address: str) -> str:
    return address.partition("#:~:")[2]


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        ("сказал мэр", 0, "text=%D1%81%D0%BA%D0%B0%D0%B7%D0%B0%D0%BB%20%D0%BC%D1%8D%D1%80"),
        # A hyphen, a comma, an ampersand and a percent sign mean something in a directive.
        (
            "A half-built wall, 50% & more, stands.",
            0,
            "text=A%20half%2Dbuilt%20wall%2C%2050%25%20%26%20more%2C%20stands.",
        ),
        # Twice in the text, whatever the case of letters: the words around tell the two apart, marks alone do not.
        ("Мост закрыт", 0, "text=«-,Мост закрыт,-», — сказал"),
        ("Мост закрыт", 1, "text=повторил: «-,Мост закрыт,-»."),
        ("The wall is late", 0, "text=stands.-,The wall is late,-."),
        ("The wall is late", 1, "text=The wall is late,-, again"),
        # Many words: the first and the last few.
        (
            TEXT.split("\n\n")[3].strip(),
            0,
            "text=The wall is late, again,when it will be done.",
        ),
        # More than one paragraph: no browser finds that as one piece.
        ("The wall is late.\n\nThe wall is late, again", 0, "text=The wall is late.,The wall is late, again"),
    ],
)
def test_a_directive_asks_for_one_place(article: Article, words: str, number: int, expected: str) -> None:
    made = asked(article, words, number)
    if "%" in expected:
        assert made == expected
    else:
        assert unquote(made) == expected
    parts = made.removeprefix("text=").split(",")
    assert not [part for part in parts if "-" in part.removesuffix("-").removeprefix("-")], "a bare hyphen in a part"
    assert re.fullmatch(r"text=[A-Za-z0-9%._~,-]+", made)


def test_one_directive_an_excerpt_and_none_across_a_gap(article: Article) -> None:
    found = [
        Evidence(words, TEXT.index(words), TEXT.index(words) + len(words), Proof.EXACT) for words in ("мэр", "мэр.")
    ]
    last = Evidence("The last word.", TEXT.index("The last"), len(TEXT) - 1, Proof.EXACT)
    made = fragment(place_at_source(article, [found[0], last]))
    assert made.count("text=") == 2 and made.endswith("&text=The%20last%20word.")
    close = article.model_copy(update={"text": "One wall.\n[…]\nOne wall.\n[...]\nAnother end."})
    assert fragment(place_at_source(close, [Evidence("One wall.", 14, 23, Proof.EXACT)])) == "text=One%20wall."


def test_an_address_keeps_its_own_fragment(article: Article) -> None:
    with_one = article.model_copy(update={"url": "https://daily.example.org/wall?a=1#story"})
    found = Evidence("The last word.", TEXT.index("The last"), len(TEXT) - 1, Proof.EXACT)
    assert place_at_source(with_one, [found]) == "https://daily.example.org/wall?a=1#story:~:text=The%20last%20word."


def test_nothing_is_made_of_what_is_not_known(article: Article) -> None:
    found = Evidence("The last word.", TEXT.index("The last"), len(TEXT) - 1, Proof.EXACT)
    assert place_at_source(article, [found])
    assert place_at_source(article, []) == ""
    assert place_at_source(article, [found, replace(found, proof=Proof.NONE)]) == ""
    assert place_at_source(article.model_copy(update={"url": None}), [found]) == ""


def test_a_text_of_nothing_but_the_same_words_is_answered_in_time(article: Article) -> None:
    text = "all is well " * 50_000
    same = article.model_copy(update={"text": text})
    for number in range(0, 300_000, 1200):
        assert place_at_source(same, [Evidence("all is well", number, number + 11, Proof.EXACT)])
    many = text[:300].strip()
    same = article.model_copy(update={"text": f"{text}unlike {many} anything"})
    assert place_at_source(same, [Evidence(many, len(text) + 7, len(text) + 7 + len(many), Proof.EXACT)])


def test_words_of_the_hardest_case_have_an_address(tmp_path: Path) -> None:
    lay_over(CASES / "good" / "hard-to-cite", tmp_path / "project")
    corpus = link(check(tmp_path / "project").corpus).corpus
    hard = corpus.documents.articles["2031-07-dam-50-percent"]
    made = {each.id: place_at_source(hard, corpus.evidence[f"{hard.id}/{each.id}"]) for each in hard.evidenced}
    assert unquote(made["q1"]).endswith("#story:~:text=“-,The dam is safe,-,” Utopia")
    assert made["e2"].count("text=") == 2
    assert "half%2Dbuilt" in made["e2"]
    assert unquote(made["e1"]).endswith("text=Between 1 and 5 June,bank to see it done.")
