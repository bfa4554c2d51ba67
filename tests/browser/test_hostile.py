"""Pages of everything that a page could stumble over stay whole and readable: at every width, in both schemes."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page

from .conftest import listen

ARABIC, AZERBAIJANI, LONG = "2031-06-03-arabic", "2031-06-04-azerbaijani", "2031-06-02-long"
NOTHING, MARKUP = "2031-06-05-nothing", "2031-06-06-markup"
BRIEFINGS = [f"briefings/river-{name}/" for name in ("arabic", "azerbaijani", "long", "nothing", "markup")]
ARTICLES = [f"articles/{name}/" for name in (ARABIC, AZERBAIJANI, LONG, NOTHING, MARKUP)]
ACTORS = [f"actors/{name}/" for name in ("utopia", "ivan-testov", "markup-office")]
LISTS = ["", *(f"{name}/" for name in ("briefings", "timeline", "quotes", "questions", "actors", "sources"))]
PAGES = [*BRIEFINGS, *ARTICLES, *ACTORS, *LISTS]

TORN = """() => [...document.querySelectorAll('.page *')].filter((each) => {
  const box = each.getBoundingClientRect();
  const scrolls = each.closest('.figure');
  return !scrolls && each.checkVisibility() && box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
}).map((each) => each.outerHTML.slice(0, 120))"""

FIRST_LETTERS = """(each) => {
  const text = document.createTreeWalker(each, NodeFilter.SHOW_TEXT).nextNode();
  const left = (at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  };
  return [left(0), left(1)];
}"""


@pytest.fixture
def page(browser: Browser, hostile_address: str):
    """A page that must not complain, ask strangers or open a message box."""
    context = browser.new_context(base_url=hostile_address)
    page = context.new_page()
    complaints = listen(page, hostile_address)

    def dialog(dialog: Dialog) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dialog)
    yield page
    context.close()
    assert complaints == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en"])
def test_pages_stay_whole_at_every_width(page: Page, language: str) -> None:
    for path in PAGES:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"{language}/{path}")
        assert page.locator("h1:visible").count() == 1, path
        for width in (320, 390, 820, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width, (path, width)
            assert page.evaluate(TORN) == [], (path, width)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_title_of_three_hundred_characters_leaves_room_for_the_page(page: Page, language: str) -> None:
    for path in ("briefings/river-long/", f"articles/{LONG}/"):
        for width, most in ((390, 0.6), (1440, 0.3)):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{language}/{path}")
            heading = page.locator("h1").bounding_box()
            assert len(page.locator("h1").inner_text()) == 300
            assert heading is not None and heading["height"] < most * 900, (path, width)


def test_words_from_right_to_left_stand_on_their_side(page: Page) -> None:
    for path in (f"articles/{ARABIC}/", "briefings/river-arabic/", "quotes/", "actors/ivan-testov/"):
        page.goto(f"en/{path}")
        quotes = page.locator(":is(.quote, .footnote, aside) q[lang=ar]")
        assert quotes.count() >= 1, path
        for quote in quotes.all():
            text = quote.inner_text()
            assert (text[0], text[-1]) == ("«", "»")
            style = quote.evaluate("(each) => { const s = getComputedStyle(each); return [s.direction, s.fontStyle] }")
            assert style == ["rtl", "normal"], path
            mark, letter = quote.evaluate(FIRST_LETTERS)
            assert mark > letter, "the opening mark is the rightmost of the line"
    page.goto(f"ru/articles/{ARABIC}/")
    spoken = page.locator(".quote q").evaluate("(each) => [getComputedStyle(each).display, each.offsetLeft]")
    assert spoken[0] == "block", "its last line ends at the left"
    for part in (".source-text", ".card dd > p > span[lang=ar], .card dd > span[lang=ar]"):
        assert page.locator(part).first.evaluate("(each) => getComputedStyle(each).direction") == "rtl"
    assert page.locator("html").evaluate("(each) => getComputedStyle(each).direction") == "ltr"


def test_words_in_azerbaijani_say_so(page: Page) -> None:
    page.goto(f"ru/articles/{AZERBAIJANI}/")
    quote = page.locator(".quote q")
    assert quote.get_attribute("lang") == "az"
    assert quote.get_attribute("dir") is None
    assert quote.inner_text() == "«Çayı özümüz qoruyacağıq, heç kəsin köməyinə ehtiyacımız yoxdur»"
    assert page.locator(".source-text").get_attribute("lang") == "az"


def test_an_actor_without_a_russian_name_has_the_english_one_and_says_so(page: Page) -> None:
    page.goto("ru/actors/utopia/")
    heading = page.locator("h1")
    assert heading.inner_text() == "Utopia (перевода пока нет)"
    assert heading.locator(".untranslated").get_attribute("lang") == "en"
    page.goto("en/actors/utopia/")
    assert page.locator("h1").inner_text() == "Utopia"
    page.goto("ru/actors/")
    assert page.locator(".register .untranslated[lang=en]").all_inner_texts() == ["Utopia"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_article_with_nothing_but_a_date_claims_nothing(page: Page, language: str) -> None:
    page.goto(f"{language}/articles/{NOTHING}/")
    assert page.locator(".page h2").count() == 0
    assert page.locator("time[datetime='2031-06-05']").count() >= 1
    page.goto(f"{language}/briefings/river-nothing/")
    assert page.locator("#actors").count() == 0
    assert "{:" not in page.locator(".page").inner_text()
    for heading in page.locator(".page > h2").all():
        assert heading.evaluate("(each) => each.nextElementSibling.innerHTML.trim()")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_text_full_of_markup_is_shown_letter_by_letter(page: Page, language: str) -> None:
    page.goto(f"{language}/articles/{MARKUP}/")
    text = " ".join(page.locator(".page").inner_text().split())  # rows of a text stand on lines of their own
    for words in (
        '<script>alert("текст")</script> # Не заголовок',
        "| не | таблица | |---|---| | a | b |",
        "«**Мы** <b>не будем</b> [охранять](javascript:alert(1)) чужой `берег` | ни{: .x } ~~завтра~~",
        '* не список > не цитата --8<-- "не включение" {% include %} {{ config }} [^1]: не сноска :::не блок',
        "&lt;не знак&gt; &#35; </textarea></template><svg/onload=alert(1)>",
        "<img src=x onerror=alert(1)> *Автор*",
        "|||",
    ):
        assert words in text, words
    scripts = "script[src], script:not([type='application/ld+json'])"
    strange = f"{scripts}, b, u, i, svg, details, textarea, template, [onclick], [onerror], a[href^=javascript]"
    assert page.locator(f".page :is({strange})").count() == 0
    assert page.locator(".page :is(h1, table, img:not([src*='figures/']))").count() == 2, "the title and the positions"
    page.goto(f"{language}/briefings/river-markup/")
    assert page.title().startswith("</title><script>alert(1)</script> | *")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_no_rule_of_axe_is_broken(browser: Browser, hostile_address: str, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900}
    context = browser.new_context(base_url=hostile_address, viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    broken = []
    for path in PAGES:
        page.goto(f"ru/{path}")
        broken += [
            f"{path}: {rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in Axe().run(page).response["violations"]
        ]
    context.close()
    assert not broken, "\n".join(broken)


def test_every_script_of_the_hostile_site_is_ours(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.html"):
        scripts = re.findall(r'<script\b(?! type="application/ld\+json">)[^>]*>', path.read_text("utf-8"))
        assert all(re.search(r'src="[^"]*assets/javascripts/\w+\.js"', script) for script in scripts), path
