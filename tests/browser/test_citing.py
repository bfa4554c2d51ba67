"""Readers who take a quote or an event along, in a real browser."""

import re
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from build_scripts.link.corpus import link
from build_scripts.pipeline import check
from build_scripts.render.place_at_source import place_at_source

from ..test_cases import CASES, lay_over
from .conftest import Quiet
from .test_reading import ARTICLE, BRIEFING, QUOTED

CITE = {"ru": "сослаться", "en": "cite"}
COPIED = {"ru": "Скопировано: ", "en": "Copied: "}


def on_clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_quote_is_cited_with_the_mouse(page: Page, language: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{language}/{BRIEFING}")
    asked = page.locator(".quote .take a", has_text=CITE[language]).first
    asked.click()
    window = page.get_by_role("dialog")
    expect(window).to_be_visible()
    expect(window).to_have_accessible_name(re.compile(QUOTED))
    expect(window.locator("pre")).to_have_count(7)
    for form in ("BibTeX", "CSL-JSON", "Permalink" if language == "en" else "Постоянный адрес"):
        window.get_by_role("button", name=form).click()
        expect(window.get_by_role("status")).to_have_text(COPIED[language] + form)
        shown = window.locator(f"h3:text-is('{form}') + .copy + pre").text_content()
        assert on_clipboard(page) == shown
    assert on_clipboard(page).endswith(f"/{language}/{ARTICLE}#q1")
    window.get_by_role("button", name="Закрыть" if language == "ru" else "Close").click()
    expect(window).to_have_count(0)
    expect(asked).to_be_focused()
    expect(page).to_have_url(re.compile(f"/{language}/{BRIEFING}$"))


def test_an_event_is_cited_with_the_keyboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"ru/{BRIEFING}")
    asked = page.locator(".timeline .take a", has_text="сослаться").nth(2)
    asked.focus()
    page.keyboard.press("Enter")
    window = page.get_by_role("dialog")
    expect(window).to_be_visible()
    expect(window.locator(".copy").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(window.get_by_role("status")).to_contain_text("Простыми словами, по-русски")
    assert on_clipboard(page).startswith("По полученным сведениям")
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(asked).to_be_focused()


def test_a_window_leaves_the_page_as_it_was(page: Page) -> None:
    """No id stands there twice while it is open; a link that has no focus, as after a click in Safari, gets it."""
    page.goto(f"en/{ARTICLE}")
    asked = page.locator(".quote .take a", has_text="cite").first
    asked.evaluate("(link) => link.click()")
    expect(page.get_by_role("dialog")).to_be_visible()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert len(ids) == len(set(ids))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(asked).to_be_focused()


def test_a_permalink_leads_to_its_record(page: Page) -> None:
    page.goto(f"en/{ARTICLE}")
    page.locator(".timeline .take a").first.click()
    expect(page).to_have_url(re.compile(r"#e1$"))
    page.goto(f"en/{ARTICLE}cite/#e1")
    page.locator("h2#e1 + .about a").first.click()
    expect(page).to_have_url(re.compile(rf"/en/{ARTICLE}#e1$"))


def test_what_cannot_be_copied_is_selected(browser: Browser, address: str) -> None:
    """A page that is not served securely has no clipboard, and a reader may have forbidden it."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(f"en/{ARTICLE}cite/")
    button = page.locator("#e1-bibtex + .copy")
    button.click()
    expect(page.get_by_role("status")).to_contain_text("the text is selected: BibTeX")
    assert page.evaluate("getSelection().toString()").startswith("@misc{2031-01-07-vageyev-statement:e1,")
    context.close()


def test_the_page_of_citations_can_be_copied_from(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"en/{ARTICLE}cite/")
    page.locator("#p1-chicago + .copy").click()
    expect(page.get_by_role("status")).to_have_text("Copied: Chicago")
    assert "as given in [Mayak circulates" in on_clipboard(page)


def test_without_a_script_and_without_an_answer_the_link_leads_to_the_citation(browser: Browser, address: str) -> None:
    plain = browser.new_context(base_url=address, java_script_enabled=False)
    offline = browser.new_context(base_url=address)
    for context in (plain, offline):
        page = context.new_page()
        page.goto(f"ru/{BRIEFING}")
        if context is offline:
            page.route(
                "**/cite/", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
            )
        page.locator(".quote .take a", has_text="сослаться").click()
        expect(page).to_have_url(re.compile(rf"/ru/{ARTICLE}cite/#q1$"))
        expect(page.locator("h2#q1")).to_be_in_viewport()
        context.close()


def test_a_browser_finds_the_words_by_their_address(browser: Browser, tmp_path: Path) -> None:
    """Each paragraph of the hardest case stands a screen away from the next: only the right one comes into sight."""
    lay_over(CASES / "good" / "hard-to-cite", tmp_path / "project")
    corpus = link(check(tmp_path / "project").corpus).corpus
    article = corpus.documents.articles["2031-07-dam-50-percent"]
    paragraphs = [part for part in (article.text or "").split("\n\n") if part.strip()]
    body = "".join(f'<p id="p{n}" style="margin: 3000px 0">{part}</p>' for n, part in enumerate(paragraphs))
    (tmp_path / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{body}", "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for record, expected in (("q1", "#p1"), ("q2", "#p1"), ("e1", "#p3"), ("e2", "#p0")):
        asked = place_at_source(article, corpus.evidence[f"{article.id}/{record}"]).partition("#story")[2]
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/page.html#{asked}")
        expect(page.locator(expected)).to_be_in_viewport()
        page.close()
    server.shutdown()
    server.server_close()
