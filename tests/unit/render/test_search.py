"""What the search finds: every record once at its place, by the words of all languages and the names of who acts."""

from build_scripts.link.corpus import link
from build_scripts.model.findable import Findable
from build_scripts.model.linked import Linked
from build_scripts.pipeline import check
from build_scripts.render.pages import render
from build_scripts.render.pictures import pictures
from build_scripts.render.search import findables
from tests.projects import RIVER, SITE


def corpus() -> Linked:
    return link(check(RIVER).corpus)


def by_address(linked: Linked, language: str) -> dict[str, Findable]:
    found = [each for each in findables(linked, {"ru": [], "en": []}) if each.language == language]
    assert len({each.address for each in found}) == len(found), "nothing is found twice"
    return {each.address: each for each in found}


def test_every_record_is_found_at_its_place_and_no_page_that_only_repeats_others() -> None:
    linked = corpus()
    found = by_address(linked, "en")
    for key in linked.corpus.evidence:
        article, _, record = key.partition("/")
        assert not found[f"articles/{article}/#{record}"].is_page, key
    pages = {page.address for page in render(linked, SITE, pictures(linked)) if page.language == "en"}
    assert {address for address, each in found.items() if each.is_page} <= pages
    assert not {address for address in found if address in {"timeline/", "quotes/"} or "/cite/" in address}


def test_a_quote_is_found_by_its_translation_and_a_position_by_its_condition() -> None:
    found = by_address(corpus(), "en")
    quote = found["articles/2031-05-02-river-talks/#q1"]
    assert (quote.title, quote.written_in) == ("«Патрулировать чужой берег мы вообще не будем»", "ru")
    assert "We will not patrol another country's bank at all." in quote.words
    assert "treaty on the river border" in found["articles/2031-03-28-treaty-first/#p1"].words


def test_a_record_is_found_by_the_names_of_who_acts_in_every_script() -> None:
    found = by_address(corpus(), "en")
    assert {"Иван Тестов", "Ivan Testov", "Тестова"} <= set(found["articles/2031-05-02-river-talks/#q1"].names)
    assert found["actors/ivan-testov/"].weight > found["briefings/river-mission/"].weight


def test_an_event_without_a_date_has_no_year_and_a_quote_has_that_of_its_text() -> None:
    linked = corpus()
    found = by_address(linked, "en")
    assert found["articles/2031-05-02-river-talks/#q1"].facets["year"] == ("2031",)
    undated = [entry.key for entry in linked.timeline if not entry.is_dated]
    assert undated
    for key in undated:
        article, _, record = key.partition("/")
        assert "year" not in found[f"articles/{article}/#{record}"].facets
