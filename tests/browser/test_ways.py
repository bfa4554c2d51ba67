"""Ways through every kind of page: to its twin, without a script, by keyboard and finger; chosen colours stay."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import listen
from .test_access import EVERY_KIND
from .test_reading import ARTICLE, BRIEFING

LAST_ANCHOR = "[...document.querySelectorAll('.page [id]')].findLast((each) => each.checkVisibility()).id"


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_language_switch_lands_on_the_same_place_of_the_twin(page: Page, language: str) -> None:
    """On every kind of page, and without a complaint or a request to a stranger: the fixture sees to that."""
    other = "en" if language == "ru" else "ru"
    page.emulate_media(reduced_motion="reduce")  # a long page else takes its time to scroll
    for path in EVERY_KIND:
        page.goto(f"{language}/{path}")
        anchor = page.evaluate(LAST_ANCHOR)
        page.goto(f"{language}/{path}#{anchor}")
        page.locator(".bar-language a").click()
        expect(page).to_have_url(re.compile(f"/{other}/{re.escape(path)}#{re.escape(anchor)}$"))
        expect(page.locator("html")).to_have_attribute("lang", other)
        expect(page.locator(":target")).to_have_attribute("id", anchor)


def test_the_language_switch_follows_the_reader_on_the_page(page: Page) -> None:
    page.goto(f"en/{BRIEFING}?as-of=2030-10-30")
    page.locator(".page .footnote-ref:visible").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#fn:"))
    note = page.url.partition("#")[2]
    page.locator(".bar-language a").click()
    expect(page).to_have_url(re.compile(rf"/ru/{BRIEFING}\?as-of=2030-10-30#{re.escape(note)}$"))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en"])
def test_without_a_script_there_is_everything_but_controls(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    complaints = listen(page, address)
    for path in EVERY_KIND:
        page.goto(f"{language}/{path}")
        assert page.locator("h1:visible").count() == 1
        assert len(page.locator(".page").inner_text()) > 100, path
        dead = page.locator(":is(button, select, input, dialog, form):visible")
        assert dead.count() == 0, (path, dead.first.evaluate("(each) => each.outerHTML"))
        marks = page.locator(".page .footnote-ref:visible")
        if marks.count():
            marks.first.click()
            assert page.locator(".footnote li:target").is_visible(), path
    context.close()
    assert complaints == []


def test_without_a_script_the_menu_of_a_narrow_page_opens(browser: Browser, address: str) -> None:
    size = {"width": 390, "height": 844}
    context = browser.new_context(base_url=address, java_script_enabled=False, viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"en/{ARTICLE}")
    menu = page.locator(".bar-menu nav")
    assert not menu.is_visible()
    page.locator(".bar-menu summary").click()
    menu.get_by_role("link", name="Timeline").click()
    expect(page).to_have_url(re.compile("/en/timeline/$"))
    context.close()


def test_a_note_opens_beside_its_mark_under_the_mouse(page: Page) -> None:
    page.set_viewport_size({"width": 820, "height": 900})
    page.goto(f"ru/{BRIEFING}")
    mark, tip = page.locator(".timeline .footnote-ref").first, page.locator(".tip")
    mark.hover()
    expect(tip).to_be_visible()
    tip.locator("a").first.hover()
    page.wait_for_timeout(400)
    expect(tip).to_be_visible()
    page.mouse.move(5, 5)
    expect(tip).to_be_hidden()


def test_a_note_opens_and_closes_with_the_keyboard(page: Page) -> None:
    page.goto(f"en/{BRIEFING}")
    mark, tip = page.locator(".timeline .footnote-ref").nth(1), page.locator(".tip")
    page.keyboard.press("Tab")
    mark.focus()
    expect(tip).to_be_visible()
    note = page.evaluate("(id) => document.getElementById(id).innerText", mark.get_attribute("href")[1:])  # type: ignore[index]
    assert note[:60] in tip.inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.tip') !== null"), "the next stop is in the note"
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


@pytest.mark.parametrize("width", [390, 820])
def test_a_note_opens_under_a_finger(browser: Browser, address: str, width: int) -> None:
    size = {"width": width, "height": 844}
    context = browser.new_context(base_url=address, viewport=size, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    complaints = listen(page, address)
    page.goto(f"ru/{BRIEFING}")
    mark, other = page.locator(".timeline .footnote-ref").first, page.locator(".timeline .footnote-ref").nth(4)
    tip = page.locator(".tip")
    mark.tap()
    expect(tip).to_be_visible()
    page.wait_for_timeout(400)
    expect(tip).to_be_visible()
    assert "#" not in page.url, "the reader stays where they are"
    box = tip.bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
    other.tap()
    assert tip.evaluate("(each) => each.previousElementSibling.hash") == other.get_attribute("href")
    page.locator("h2#timeline").tap()
    expect(tip).to_be_hidden()
    mark.tap()
    expect(tip).to_be_visible()
    mark.tap()
    expect(page.locator(".footnote li:target")).to_be_in_viewport()
    context.close()
    assert complaints == []


@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_chosen_scheme_stays_without_a_cookie(browser: Browser, address: str, system: str) -> None:
    context = browser.new_context(base_url=address, color_scheme=system)  # type: ignore[arg-type]
    page = context.new_page()
    complaints = listen(page, address)
    ground = "getComputedStyle(document.body).backgroundColor"
    page.goto(f"en/{BRIEFING}")
    before = page.evaluate(ground)
    page.locator(".bar-scheme").click()
    chosen = page.evaluate(ground)
    assert chosen != before
    page.reload()
    assert page.evaluate(ground) == chosen
    page.locator(".bar-language a").click()
    page.locator(".bar-name").click()
    expect(page).to_have_url(re.compile("/ru/$"))
    assert page.evaluate(ground) == chosen
    page.goto("")
    assert page.evaluate(ground) == chosen, "the chooser of languages, too"
    page.goto(f"en/{ARTICLE}")
    page.locator(".bar-scheme").click()
    assert page.evaluate(ground) == before
    assert page.evaluate("localStorage.length") == 0, "what the system wants anyway is not kept"
    assert context.cookies() == []
    context.close()
    assert complaints == []
