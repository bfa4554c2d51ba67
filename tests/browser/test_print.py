"""Pages printed from the browser: no ways around the site, everything that is evidence, addresses spelt out."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..paper.reading import letters, read_pdf
from .test_reading import ARTICLE, BRIEFING, PAGES

PRINTED = ["", BRIEFING, ARTICLE, f"{BRIEFING}editions/1/", *PAGES]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_printed_page_says_what_the_page_says_and_nothing_around_it(
    browser: Browser, address: str, language: str, tmp_path: Path
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    for path in PRINTED:
        page.goto(f"{language}/{path}")
        ways = page.locator(".take").all_inner_texts()
        blocks = page.locator(".page :is(p, li, dd, td, h1, h2, h3)").all_inner_texts()
        for way in ways:
            blocks = [block.replace(way, "") for block in blocks]
        file = tmp_path / "page.pdf"
        page.pdf(path=file, format="A4")
        read = read_pdf(file)
        text = letters(read.text + read.heads)
        page.emulate_media(media="print")
        hidden = {letters(each.inner_text()) for each in page.locator("aside.margin p").all() if not each.is_visible()}
        assert not [
            each for each in page.locator(".bar, .foot, .search, .as-of label, .take").all() if each.is_visible()
        ]
        page.emulate_media(media="null")
        missing = [block for block in blocks if letters(block) not in text and letters(block) not in hidden]
        # What a page break cuts in two cannot be found as one piece.
        assert len(missing) <= 2 * read.pages, (path, missing[:5])
    context.close()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_notes_and_addresses_are_on_paper(browser: Browser, address: str, language: str, tmp_path: Path) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto(f"{language}/{BRIEFING}?as-of=2030-10-30")
    file = tmp_path / "page.pdf"
    page.pdf(path=file, format="A4", print_background=False)
    text = read_pdf(file).text
    assert "30 октября 2030" in text or "30 October 2030" in text, "an earlier state says of which day it is"
    assert letters("Велмария обратилась к Карвии с просьбой") in letters(text), "the notes are there"
    page.goto(f"{language}/about/")
    page.pdf(path=file, format="A4")
    assert "https://creativecommons.org/licenses/by/4.0/" in "".join(read_pdf(file).text.split())
    context.close()
