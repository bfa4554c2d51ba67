"""Pages for everybody: no rule of axe-core is broken, in either language, light or dark; the policy lets nothing in."""

import html
import re
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .test_reading import ARTICLE, BRIEFING, PAGES

EVERY_KIND = ["", "briefings/", BRIEFING, ARTICLE, f"{BRIEFING}editions/1/", *PAGES]

UNSEEN_FOCUS = """() => [...document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']")]
  .filter((each) => {
    if (!each.checkVisibility() || each.closest(".tip")) return false;
    each.focus({ preventScroll: true });
    const style = getComputedStyle(each);
    const ground = getComputedStyle(document.body).backgroundColor;
    const seen = style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== ground;
    return document.activeElement !== each || !seen;
  }).map((each) => each.outerHTML.slice(0, 120))"""

STRANGE_WORDS = """(language) => {
  const strange = language === "en" ? /[а-яё]+\\s+[а-яё]+/i : /[a-z]{2,}(\\s+[a-z]{2,}){2}/i;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement: parent } = walker.currentNode;
    if (!strange.test(data) || parent.closest("code, pre, bdi, script")) continue;
    if (parent.closest("[lang]").lang === language) found.push(`${parent.localName}: ${data.trim().slice(0, 80)}`);
  }
  return found;
}"""

MOVING = """() => {
  const moving = [...document.querySelectorAll("*")].filter((each) => {
    const style = getComputedStyle(each);
    const scrolls = style.scrollBehavior === "smooth";
    return scrolls || parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
  });
  return [...moving, ...document.getAnimations()].map(String);
}"""


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_rule_of_axe_is_broken(browser: Browser, address: str, language: str, scheme: str) -> None:
    context = browser.new_context(base_url=address, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    broken = []
    for path in EVERY_KIND:
        page.goto(f"{language}/{path}")
        found = Axe().run(page)
        broken += [
            f"{path}: {rule['id']}: {rule['help']}: {rule['nodes'][0]['html'][:160]}"
            for rule in found.response["violations"]
        ]
    context.close()
    assert not broken, "\n".join(broken)


def test_the_first_stop_of_the_keyboard_skips_the_bar(page: Page) -> None:
    for path in EVERY_KIND:
        page.goto(f"en/{path}")
        page.keyboard.press("Tab")
        skip = page.locator(".md-skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("#title")).to_be_in_viewport()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.page, .foot') !== null"), path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_can_be_seen_wherever_it_is(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(base_url=address, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for path in EVERY_KIND:
        page.goto(f"ru/{path}")
        page.keyboard.press("Tab")  # from here on focus is a keyboard's
        assert page.evaluate(UNSEEN_FOCUS) == [], path
    page.keyboard.press("/")
    field = page.locator("dialog input")
    expect(field).to_be_focused()
    resting = field.evaluate("(each) => { each.blur(); return getComputedStyle(each).boxShadow }")
    field.focus()
    assert field.evaluate("(each) => getComputedStyle(each).boxShadow") != resting
    context.close()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_headings_begin_with_one_title_and_leave_out_no_rank(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    for path in ["", "404.html", *(f"{language}/{each}" for each in ["404.html", *EVERY_KIND])]:
        page.goto(path)
        names = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("(all) => all.map((each) => each.localName)")
        ranks = [int(name[1]) for name in names]
        assert ranks[0] == 1 and ranks.count(1) == 1, path
        assert all(later <= rank + 1 for rank, later in pairwise(ranks)), path
        assert page.locator("main").count() == 1, path
    context.close()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_words_of_another_language_say_so(page: Page, language: str) -> None:
    """Two words of Russian on an English page, three of English on a Russian one; names in `bdi` have no language."""
    for path in EVERY_KIND:
        page.goto(f"{language}/{path}")
        assert page.evaluate(STRANGE_WORDS, language) == [], path


def test_nothing_moves_for_those_who_want_rest(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    page = context.new_page()
    for path in ("", BRIEFING, ARTICLE, "timeline/"):
        page.goto(f"en/{path}")
        assert page.evaluate(MOVING) == [], path
    context.close()


def test_forced_colours_leave_every_mark_to_be_seen(browser: Browser, hostile_address: str) -> None:
    context = browser.new_context(base_url=hostile_address, forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto("en/briefings/river-long/")
    sides = page.locator(".stance.open").first.evaluate(
        "(each) => { const s = getComputedStyle(each, '::before');"
        " return [s.borderLeftColor, s.borderRightColor, s.borderBottomColor].map((c) => c.startsWith('rgba(')) }"
    )
    assert sides == [True, True, False], "a triangle, no square"
    picture = page.locator(".figure img").first
    assert picture.evaluate("(each) => getComputedStyle(each).backgroundColor") == "rgb(255, 255, 255)"
    assert picture.evaluate("(each) => getComputedStyle(each).filter") == "none"
    page.goto("en/articles/2031-06-02-long/#words-e1")
    for part in ("mark[data-records]", ".bar [aria-current]", ".bar-language b"):
        line = page.locator(part).first.evaluate("(each) => getComputedStyle(each).textDecorationLine")
        assert line == "underline", part
    target = page.locator("span:target + mark").evaluate("(each) => getComputedStyle(each).outlineStyle")
    assert target == "solid"
    assert page.locator(".bar-search svg").is_visible()
    context.close()


def test_every_page_has_the_policy_and_no_script_or_style_of_its_own(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 60
    for path in pages:
        text = html.unescape(path.read_text("utf-8"))
        assert "default-src 'none'" in text.partition("</head>")[0], path
        assert "unsafe-inline" not in text
        assert not re.search(
            r"<style|\sstyle=|<script(?![^>]*\ssrc=| type=\"application/ld\+json\">)|\son[a-z]+=\"", text
        ), path


def test_the_policy_stops_a_stranger(browser: Browser, address: str) -> None:
    page: Page = browser.new_page()
    page.goto(f"{address}en/")
    assert page.evaluate("fetch('https://example.org/').then(() => 'came', () => 'stopped')") == "stopped"
    assert page.evaluate("fetch(location.href).then(() => 'came', () => 'stopped')") == "came"
    page.close()


def test_the_site_sets_no_cookie(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    for path in EVERY_KIND:
        page.goto(f"ru/{path}")
    assert context.cookies() == []
    context.close()
