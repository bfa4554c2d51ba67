"""A text cut down to what its records use: nothing they use is lost, everything else is a gap."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts.command import main
from build_scripts.draft.excerpt import excerpted, sentences
from build_scripts.model.article import Article
from build_scripts.model.evidence import Evidence, Proof
from build_scripts.pipeline import check
from tests.projects import RIVER

TEXT = "Первое. Второе слово! Третье?\n\nЧетвёртое. «Пятое». Шестое.\n\n[…]\n\nСедьмое.\n"


def article(text: str) -> Article:
    both = {"ru": "а", "en": "a"}
    fields = {"id": "a", "language": "ru", "title": both, "channel": "unknown", "rights": "full", "text": text}
    fields |= {"published": {"date": "2031", "basis": both}, "capture": {"sha256": "1" * 64, "characters": 900}}
    return Article.model_validate(fields)


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (["слово"], "[…]\n\nВторое слово!\n\n[…]\n"),
        (["Первое", "Второе"], "Первое. Второе слово!\n\n[…]\n"),
        (["Третье", "Четвёртое"], "[…]\n\nТретье?\n\nЧетвёртое.\n\n[…]\n"),
        (["Первое", "Третье"], "Первое.\n\n[…]\n\nТретье?\n\n[…]\n"),
        (["Шестое", "Седьмое"], "[…]\n\nШестое.\n\n[…]\n\nСедьмое.\n"),
        (["Пятое"], "[…]\n\n«Пятое».\n\n[…]\n"),
        ([], "[…]\n"),
    ],
)
def test_sentences_with_evidence_stay(wanted: list[str], left: str) -> None:
    found = [Evidence(word, TEXT.index(word), TEXT.index(word) + len(word), Proof.EXACT) for word in wanted]
    assert excerpted(article(TEXT), found) == left


def test_a_text_used_whole_stays_as_it_is() -> None:
    found = [
        Evidence(word, TEXT.index(word), TEXT.index(word) + 1, Proof.EXACT) for word in TEXT.replace("[…]", "").split()
    ]
    assert excerpted(article(TEXT), found).split("\n\n") == [
        "Первое. Второе слово! Третье?",
        "Четвёртое. «Пятое». Шестое.",
        "[…]",
        "Седьмое.\n",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Министр Дж. Д. Тестов приехал. Он уехал.", 2),
        ("И. Тестов сказал: «Нет». Потом ушёл…", 2),
        ("Одно предложение без конца", 1),
        ("В 5.30 утра. 7 мая?", 2),
    ],
)
def test_initials_end_no_sentence(text: str, count: int) -> None:
    assert len(sentences(text, 0, len(text))) == count


def test_the_command_touches_the_text_alone(tmp_path: Path) -> None:
    project = tmp_path / "river"
    shutil.copytree(RIVER, project)
    name = "briefs/articles/2031/2031-03-28-treaty-first.yml"
    file = project / name
    text = file.read_text("utf-8")
    more = text.replace("  Речная комиссия намерена", "  Погода была ясной. Речная комиссия намерена")
    file.write_text(more, "utf-8")
    told = CliRunner().invoke(main, ["--project", str(project), "--lang", "en", "excerpt", "2031-03-28-treaty-first"])
    assert told.exit_code == 0, told.output
    after = file.read_text("utf-8")
    assert "Погода" not in after
    assert check(project).problems == ()
    assert after.partition("text: |")[0] == text.partition("text: |")[0]
    assert after.partition("summary:")[2] == text.partition("summary:")[2]
    assert CliRunner().invoke(main, ["--project", str(project), "excerpt", "treaty-first"]).exit_code == 2
