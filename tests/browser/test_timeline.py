"""The timeline in a real browser: its picture leads to its list, years are jumped to, filters rule over both."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..many_events import make_crowd
from ..projects import spravka
from .conftest import Quiet
from .test_reading import BRIEFING

each_language = pytest.mark.parametrize("language", ["ru", "en"])


@each_language
@pytest.mark.parametrize("path", ["timeline/", BRIEFING])
def test_the_marks_of_the_picture_are_the_entries_of_the_list(page: Page, language: str, path: str) -> None:
    page.goto(f"{language}/{path}")
    marks = page.locator("figure.time a").evaluate_all(
        "links => links.map(link => [link.querySelector('text').textContent, link.getAttribute('href').slice(1)])"
    )
    entries = page.locator(".timeline dd").evaluate_all(
        "rows => rows.map(row => [row.previousElementSibling.querySelector('.number').textContent.slice(0, -1),"
        " row.querySelector('[data-kind]').id])"
    )
    assert marks == entries
    assert len(marks) > 20


@each_language
def test_a_mark_leads_to_its_entry_by_mouse_and_by_keyboard(page: Page, language: str) -> None:
    page.goto(f"{language}/timeline/")
    mark = page.locator("figure.time a").nth(7)
    target = (mark.get_attribute("href") or "")[1:]
    mark.click()
    entry = page.locator("dd", has=page.locator(f"[id='{target}']"))
    expect(entry).to_be_in_viewport()
    page.locator("figure.time a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    second = page.locator("figure.time a").nth(1).get_attribute("href")
    expect(page).to_have_url(re.compile(f"/timeline/{re.escape(second or '')}$"))


@each_language
def test_who_does_not_see_the_picture_hears_what_is_in_it(page: Page, language: str) -> None:
    page.goto(f"{language}/timeline/")
    picture = page.locator("figure.time").get_by_role("group")
    count = page.locator(".timeline dd").count()
    expect(picture).to_have_accessible_name(re.compile(rf"\b{count} .*2030.*2031"))
    mark = page.locator("figure.time a").nth(2)
    expect(mark).to_have_accessible_name(re.compile(r"^3\. \D+30"))
    for name in ("actor", "briefing", "kind", "year"):
        expect(page.locator(f".filters select[name={name}]")).to_have_accessible_name(re.compile(r"\S"))


@each_language
def test_filters_rule_over_the_picture_and_the_years(page: Page, language: str) -> None:
    page.goto(f"{language}/timeline/?kind=planned")
    shown = page.locator(".timeline dd:visible")
    marks = page.locator("figure.time a:visible")
    assert 0 < shown.count() < page.locator(".timeline dd").count()
    assert marks.count() == shown.count()
    expect(page.locator(".years a:visible")).to_have_attribute("href", "#undated")
    expect(page.locator("#year-2030")).to_be_hidden()
    page.goto(f"{language}/timeline/?year=2031")
    expect(page.locator(".years a:visible")).to_have_attribute("href", "#year-2031")
    expect(page.locator("#undated")).to_be_hidden()
    page.locator(".filters select[name=year]").select_option("")
    assert page.locator(".years a:visible").count() == 3
    assert page.locator("figure.time a:visible").count() == page.locator("figure.time a").count()


@each_language
def test_years_are_headings_that_a_row_of_links_leads_to_without_a_script(
    browser: Browser, address: str, language: str
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False, viewport={"width": 390, "height": 700})
    page = context.new_page()
    for path in ("timeline/", BRIEFING):
        page.goto(f"{language}/{path}")
        links = page.get_by_role("navigation").locator("a[href^='#year-']")
        assert links.all_inner_texts() == ["2030", "2031"]
        links.last.click()
        heading = page.get_by_role("heading", name="2031", exact=True)
        expect(heading).to_be_in_viewport()
        expect(page).to_have_url(re.compile("#year-2031$"))
        assert "2031" in heading.locator("xpath=following::dt[1]").inner_text()
    context.close()


def test_an_earlier_state_of_a_briefing_has_no_picture_and_no_later_year(page: Page) -> None:
    page.goto(f"en/{BRIEFING}?as-of=2030-10-30")
    expect(page.locator("figure.time")).to_be_hidden()
    assert page.locator(".years a:visible").all_inner_texts() == ["2030", "Date not stated"]
    expect(page.locator("#year-2031")).to_be_hidden()


@each_language
@pytest.mark.parametrize("width", [390, 1440])
def test_no_word_of_the_picture_stands_over_another_or_outside(
    browser: Browser, address: str, language: str, width: int
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{language}/timeline/")
    page.evaluate("document.fonts.ready")
    assert strays(page) == []
    context.close()


def strays(page: Page) -> list[str]:
    """Words of the picture that stand over others or outside it."""
    picture = page.locator("figure.time").bounding_box()
    assert picture is not None
    words = page.locator("figure.time text").evaluate_all(
        "texts => texts.map(text => [text.textContent, text.getBoundingClientRect()])"
    )
    boxes = [(text, box["left"], box["right"], box["top"], box["bottom"]) for text, box in words]
    left, right = picture["x"] - 1, picture["x"] + picture["width"] + 1
    found = [text for text, x1, x2, _, _ in boxes if x1 < left or x2 > right]
    for number, (text, x1, x2, y1, y2) in enumerate(boxes):
        for other, u1, u2, v1, v2 in boxes[number + 1 :]:
            # A line of text is higher than its letters.
            if x1 < u2 and u1 < x2 and y1 + 3 < v2 and v1 + 3 < y2:
                found.append(f"{text} over {other}")
    return found


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site with a briefing of three hundred events is served."""
    project: Path = make_crowd(tmp_path_factory.mktemp("crowd") / "project")
    run = spravka(project, "build")
    assert run.returncode == 0, run.stdout + run.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(project / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.slow
@each_language
@pytest.mark.parametrize("width", [390, 1440])
def test_three_hundred_events_stay_whole_and_readable(browser: Browser, crowd: str, language: str, width: int) -> None:
    context = browser.new_context(base_url=crowd, viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in ("briefings/crowd/", "timeline/"):
        page.goto(f"{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".timeline dd").count() > 300
        picture = page.locator("figure.time").bounding_box()
        assert picture is not None
        assert picture["height"] < 700
        assert strays(page) == []
        page.locator(".years a", has_text="2029").click()
        expect(page.get_by_role("heading", name="2029", exact=True)).to_be_in_viewport()
    page.goto(f"{language}/timeline/?actor=utopia")
    expect(page.locator("figure.time")).to_be_hidden()
    assert 100 < page.locator(".timeline dd:visible").count() < 200
    context.close()
