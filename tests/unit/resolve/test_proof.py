"""The text of an article held against its capture: what agrees gets a receipt, what differs is named."""

from dataclasses import replace

import pytest

from build_scripts.model.article import Article
from build_scripts.model.capture import Capture, Form
from build_scripts.model.date import PartialDate
from build_scripts.model.receipt import Receipt
from build_scripts.resolve.proof import prove

TODAY = PartialDate.parse("2031-05-04")
WORDS = "Первый абзац о реке.\n\nВторой абзац о миссии. И ещё слово.\n\nТретий абзац о договоре."
CAPTURE = Capture(Form.TEXT, "1" * 64, len(WORDS), WORDS)


def article(text: str, characters: int = len(WORDS)) -> Article:
    both = {"ru": "а", "en": "a"}
    return Article.model_validate(
        {
            "id": "river",
            "language": "ru",
            "title": both,
            "channel": "unknown",
            "published": {"date": "2031-05-02", "basis": both},
            "capture": {"sha256": "1" * 64, "characters": characters},
            "rights": "excerpt",
            "text": text,
        }
    )


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        (WORDS, [(0, len(WORDS))]),
        ("Первый абзац\nо реке.\n\n[…]\n\nТретий абзац о договоре.\n", [(0, 20), (59, 83)]),
        ("[…]\n\nВторой абзац о миссии.\n\n[...]\n", [(22, 44)]),
        ("[…]\n\nИ ещё слово.\n\nТретий абзац о договоре.", [(45, 83)]),
    ],
)
def test_passages_of_the_capture_are_proven(text: str, offsets: list[tuple[int, int]]) -> None:
    receipt = prove(article(text), CAPTURE, TODAY)
    assert isinstance(receipt, Receipt)
    assert [(each.start, each.end) for each in receipt.passages] == offsets
    assert [WORDS[start:end].split() for start, end in offsets] == [
        passage.split() for _, passage in article(text).passages
    ]
    assert receipt.fits(article(text))
    assert not receipt.fits(article(text.replace("абзац", "пункт").replace("слово", "дело")))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Первый абзац о реке.", [("gap-untrue", "end-missing")]),
        ("Третий абзац о договоре.", [("gap-untrue", "start-missing")]),
        ("[…]\n\n" + WORDS, [("gap-untrue", "start-empty")]),
        (WORDS + "\n\n[…]", [("gap-untrue", "end-empty")]),
        ("Первый абзац о реке.\n\n[…]\n\nВторой абзац о миссии.\n\n[…]", [("gap-untrue", "empty")]),
        ("Первый абзац о море.\n\n[…]", [("passage-not-in-capture", "")]),
        ("[…]\n\nТретий абзац\n\n[…]\n\nПервый абзац\n\n[…]", [("passage-not-in-capture", "order")]),
    ],
)
def test_what_differs_is_named(text: str, told: list[tuple[str, str]]) -> None:
    problems = prove(article(text), CAPTURE, TODAY)
    assert isinstance(problems, list)
    assert [(problem.code, problem.variant) for problem in problems] == told


def test_a_wrong_length_is_named() -> None:
    problems = prove(article(WORDS, characters=7), CAPTURE, TODAY)
    assert isinstance(problems, list)
    assert [problem.code for problem in problems] == ["capture-length"]
    assert isinstance(prove(article(WORDS), replace(CAPTURE, text=WORDS.replace(" ", "\n")), TODAY), Receipt)
