"""Pages for everybody: no rule of axe-core is broken, in either language, light or dark; the policy lets nothing in."""

import html
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .test_reading import ARTICLE, BRIEFING, PAGES

EVERY_KIND = ["", "briefings/", BRIEFING, ARTICLE, f"{BRIEFING}editions/1/", *PAGES]


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_rule_of_axe_is_broken(browser: Browser, address: str, language: str, scheme: str) -> None:
    context = browser.new_context(base_url=address, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    broken = []
    for path in EVERY_KIND:
        page.goto(f"{language}/{path}")
        # In the dark nothing is different but the colours.
        found = Axe().run(page, options={"runOnly": ["color-contrast"]} if scheme == "dark" else None)
        broken += [
            f"{path}: {rule['id']}: {rule['help']}: {rule['nodes'][0]['html'][:160]}"
            for rule in found.response["violations"]
        ]
    context.close()
    assert not broken, "\n".join(broken)


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
