"""What the real corpus promises, held against its files and, where they are at hand, against the captures."""

import hashlib
from pathlib import Path

import pytest

from build_scripts.link.corpus import link
from build_scripts.model.article import Article
from build_scripts.pipeline import check

from ..projects import ROOT, make_project, spravka

CAPTURES = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    checked = check(ROOT)
    assert checked.problems == ()
    return list(checked.corpus.documents.articles.values())


def test_nothing_stands_on_a_header_date(articles: list[Article]) -> None:
    for article in articles:
        for event in article.events:
            assert event.date.text != article.published.date.text
        for entry in link(check(ROOT).corpus).timeline:
            assert not entry.is_dated or entry.event.date.text != entry.article.published.date.text


def test_every_reader_text_is_in_both_languages() -> None:
    assert [problem for problem in check(ROOT).problems if problem.code == "translation-missing"] == []


def test_a_word_removed_from_a_quote_is_told_with_its_line(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", ROOT)
    file = project / "briefs/articles/2026/2026-01-07-aliyev-statement.yml"
    text = file.read_text("utf-8")
    quote = 'words: "Участие в боевых действиях за пределами Азербайджана мной вообще не рассматривается"'
    assert text.count(quote) >= 1
    line = text[: text.index(quote)].count("\n") + 1
    file.write_text(text.replace(quote, quote.replace(" вообще", ""), 1), "utf-8")
    run = spravka(project, "--lang", "ru", "check")
    assert run.returncode == 1
    assert f"2026-01-07-aliyev-statement.yml:{line}:12: words-not-found:" in run.stdout
    assert "«вообще»" in run.stdout


def test_passages_are_those_of_the_captures(articles: list[Article]) -> None:
    if not CAPTURES.is_dir():
        pytest.skip("the captured texts are not beside this checkout: their passages are not compared")
    files = list(CAPTURES.glob("*.txt"))
    captured = {hashlib.sha256(path.read_bytes()).hexdigest(): path.read_text("utf-8") for path in files}
    for article in articles:
        text = captured[article.capture.sha256]
        assert article.capture.characters == len(text)
        at = 0
        for _, passage in article.passages:
            for paragraph in passage.strip().split("\n\n"):
                found = text.find(paragraph.strip(), at)
                assert found >= 0, paragraph
                at = found + len(paragraph.strip())
