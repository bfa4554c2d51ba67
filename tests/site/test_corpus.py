"""What a corpus promises, held against the files of the strait corpus and its captures.

The repository's own briefs have no test: `spravka check` says what is wrong with them, at its level, and `make site`
builds them.
"""

import hashlib
import shutil
from pathlib import Path

import pytest

from build_scripts.link.corpus import link
from build_scripts.model.article import Article
from build_scripts.pipeline import check

from ..projects import STRAIT, make_project, spravka

CAPTURES = STRAIT / "captures"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    checked = check(STRAIT)
    assert checked.problems == ()
    return list(checked.corpus.documents.articles.values())


def test_no_event_stands_on_a_publication_date_for_want_of_a_better_one(articles: list[Article]) -> None:
    timeline = link(check(STRAIT).corpus).timeline
    assert len(timeline) == sum(len(article.events) for article in articles) > 15
    for entry in timeline:
        assert not entry.is_dated and entry.event.date.text == "unknown"
        bound = "unknown" if entry.event.status == "planned" else f"../{entry.article.published.date}"
        assert entry.bound.text == bound


def test_a_word_removed_from_a_quote_is_told_with_its_line(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", STRAIT)
    file = project / "briefs/articles/2031/2031-01-07-vageyev-statement.yml"
    text = file.read_text("utf-8")
    quote = 'words: "Участие в дальних походах за пределами наших вод мной вообще не рассматривается"'
    assert text.count(quote) >= 1
    line = text[: text.index(quote)].count("\n") + 1
    file.write_text(text.replace(quote, quote.replace(" вообще", ""), 1), "utf-8")
    run = spravka(project, "--lang", "ru", "check")
    assert run.returncode == 1
    assert f"2031-01-07-vageyev-statement.yml:{line}:12: words-not-found:" in run.stdout
    assert "«вообще»" in run.stdout


def test_passages_are_those_of_the_captures(articles: list[Article]) -> None:
    captured = {hashlib.sha256(path.read_bytes()).hexdigest(): path.read_text("utf-8") for path in CAPTURES.iterdir()}
    for article in articles:
        text = captured[article.capture.sha256]
        assert article.capture.characters == len(text)
        at = 0
        for _, passage in article.passages:
            for paragraph in passage.strip().split("\n\n"):
                found = text.find(paragraph.strip(), at)
                assert found >= 0, paragraph
                at = found + len(paragraph.strip())


def test_a_missing_translation_is_a_warning_and_the_site_is_built(tmp_path: Path) -> None:
    """What contributors may leave open turns nothing red."""
    project = make_project(tmp_path / "project", STRAIT)
    file = project / "briefs/articles/2031/2031-01-07-vageyev-statement.yml"
    text = file.read_text("utf-8")
    title = '\n  en: "Mayak circulates a statement by Karvia\'s president"'
    assert title in text
    file.write_text(text.replace(title, "", 1), "utf-8")
    told = spravka(project, "--lang", "en", "check")
    assert told.returncode == 0, told.stdout
    assert "warning: translation-missing:" in told.stdout
    assert spravka(project, "build").returncode == 0


def test_a_site_without_any_content_is_built_and_says_so(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", STRAIT)
    shutil.rmtree(project / "briefs")
    run = spravka(project, "--lang", "en", "build")
    assert run.returncode == 0, run.stdout + run.stderr
    for language, none in (("en", "yet."), ("ru", "пока нет.")):
        for name in ("", "briefings/", "actors/", "timeline/", "quotes/", "sources/"):
            text = (project / "site" / language / name / "index.html").read_text("utf-8")
            body = text[text.index("<article") : text.index("</article>")]
            assert none in body, name
            assert "{:" not in body and "{#" not in body, name
