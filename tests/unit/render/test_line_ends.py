"""A word that a line end divides in the source is whole wherever it is shown."""

import json
import re

import pytest

from build_scripts.link.corpus import link
from build_scripts.model.linked import Linked
from build_scripts.pipeline import check
from build_scripts.render.data import data_files
from build_scripts.render.pages import render
from build_scripts.render.pictures import pictures
from build_scripts.render.search import findables
from tests.projects import SITE
from tests.test_cases import CASES, lay_over

CASE = CASES / "good" / "words-divided-by-the-ends-of-lines"
ARTICLE = "2031-06-01-bridge"

DIVIDED = re.compile(r"[а-я](?:-|&#45;)\s+[а-я]")


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    project = tmp_path_factory.mktemp("divided") / "project"
    lay_over(CASE, project)
    return link(check(project).corpus)


def test_on_pages(linked: Linked) -> None:
    pages = [page for page in render(linked, SITE, pictures(linked)) if page.language == "ru"]
    assert [page.path for page in pages if DIVIDED.search(page.text)] == []
    (text,) = [page.text for page in pages if page.path == f"articles/{ARTICLE}.md"]
    shown = re.sub(r"<[^>]+>", "", text).replace("&#45;", "-")
    assert "Сообщение о внеочередном заседании, которое было в Нью-Йорке. Совет по-прежнему считает" in shown


def test_in_data(linked: Linked) -> None:
    files = data_files(linked, SITE.url)
    (quote,) = [row for row in json.loads(files["data/quotes.json"]) if row["article"] == ARTICLE]
    (words,) = quote["evidence"]
    assert (words["exact"], words["proof"]) == ("Мы ждём вывода войск", "folded")
    assert words["prefix"].endswith("Решение не принято. «")
    text = linked.corpus.documents.articles[ARTICLE].text or ""
    assert text[words["start"] : words["end"]] == "Мы ждём вы-\nвода войск", "offsets are those of the kept text"


def test_in_the_search(linked: Linked) -> None:
    found = [each for each in findables(linked, {"ru": (), "en": ()}) if ARTICLE in each.address]
    assert any("Мы ждём вывода войск" in each.title + each.words for each in found)
    assert not any(DIVIDED.search(each.title + each.words) for each in found)
