"""Readers at work on the strait corpus, in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

ARTICLE = "articles/2031-01-07-vageyev-statement/"
BRIEFING = "briefings/karvia-strait-watch/"
PAGES = [f"{name}/" for name in ("actors/karvia", "actors", "timeline", "quotes", "questions", "sources", "method")]
PAGES += [f"{name}/" for name in ("about", "contribute", "data", "contribute/fields", "contribute/problems")]
PAGES += [f"{ARTICLE}cite/"]
QUOTED = "Участие в дальних походах за пределами наших вод мной вообще не рассматривается"


def test_the_language_switch_leads_to_the_twin_page(page: Page) -> None:
    page.goto(f"ru/{ARTICLE}")
    page.locator("header a[hreflang=en]").first.click()
    expect(page).to_have_url(re.compile(f"/en/{ARTICLE}$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("header a[hreflang=ru]").first.click()
    expect(page).to_have_url(re.compile(f"/ru/{ARTICLE}$"))


def test_the_language_switch_needs_no_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"en/{BRIEFING}")
    page.locator("header a[hreflang=ru]").first.click()
    expect(page).to_have_url(re.compile(f"/ru/{BRIEFING}$"))
    context.close()


@pytest.mark.parametrize(
    ("language", "query", "found"),
    [
        ("ru", "Карвией", "Карвия"),
        ("ru", "конвойного", "конвойные"),
        ("ru", "открытием пролива", "пролива"),
        ("en", "patrols", "patrolling"),
        ("en", "charters", "charter"),
    ],
)
def test_search_finds_inflected_words(page: Page, language: str, query: str, found: str) -> None:
    page.goto(f"{language}/")
    page.keyboard.press("/")
    field = page.locator("dialog input[type=search]")
    expect(field).to_be_focused()
    field.fill(query)
    results = page.locator("dialog > ol a")
    expect(results.first).to_be_visible()
    assert found.casefold() in page.locator("dialog > ol").inner_text().casefold()
    results.first.click()
    expect(page).to_have_url(re.compile(f"/{language}/"))


def look_for(page: Page, words: str) -> Locator:
    """Open the search window, ask, and return the results."""
    page.keyboard.press("/")
    page.locator("dialog.search input").fill(words)
    return page.locator("dialog.search > ol > li")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_actor_is_found_by_name_in_every_script_and_case(page: Page, language: str) -> None:
    page.goto(f"{language}/")
    results = look_for(page, "Мир")
    for name in ("Вагеев", "Вагеева", "Вагееву", "Вагеевым", "Vageyev", "Vageev", "Vəgeyev"):
        expect(page.locator("dialog.search [role=status]")).not_to_be_empty()
        page.locator("dialog.search input").fill("")
        expect(results).to_have_count(0)
        page.locator("dialog.search input").fill(name)
        expect(results.filter(has_text=re.compile("Участник|Actor")).locator("a")).to_have_attribute(
            "href", re.compile(f"/{language}/actors/samir-vageyev/$")
        )


def test_yo_is_ye(page: Page) -> None:
    found = []
    for words in ("Объединённых портов", "Объединенных портов"):
        page.goto("ru/")
        results = look_for(page, words)
        expect(results.first).to_be_visible()
        found.append(results.locator("b").all_inner_texts())
    # What holds the very words comes first in either spelling; behind it the order is the index's own.
    assert found[0][:3] == found[1][:3] and len(found[0]) == len(found[1])
    assert "Совет объединённых портов" in found[0]


def test_results_are_narrowed_down_and_open_at_their_place(page: Page) -> None:
    page.goto("ru/")
    results = look_for(page, "дальних походах")
    expect(results.first).to_be_visible()
    before = results.count()
    page.locator("dialog select[name=kind]").select_option("Цитата")
    expect(results).to_have_count(1)
    assert before > 1
    page.locator("dialog select[name=actor]").select_option("Самир Вагеев")
    expect(results).to_have_count(1)
    expect(results.locator("b")).to_contain_text(QUOTED)
    page.locator("dialog.search input").press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/ru/{ARTICLE}#q1$"))
    expect(page.locator("#q1")).to_be_in_viewport()


def test_without_words_the_choices_list_what_there_is(page: Page) -> None:
    page.goto("en/")
    results = look_for(page, "")
    page.locator("dialog select[name=kind]").select_option("Event")
    expect(results).to_have_count(12)
    more = page.locator(".search-more")
    more.click()
    expect(results).to_have_count(19)
    expect(more).to_be_hidden()
    expect(results.nth(12).locator("a")).to_be_focused()
    page.locator("dialog select[name=year]").select_option("2030")
    expect(results).not_to_have_count(19)
    page.locator("dialog select[name=channel]").select_option(index=1)
    expect(page.locator("dialog.search [role=status]")).not_to_be_empty()


def test_a_quote_leads_to_its_place_in_the_source(page: Page) -> None:
    page.goto(f"ru/{BRIEFING}")
    quote = page.locator("#quotations ~ .quote").first
    assert QUOTED in quote.inner_text()
    quote.locator("a[href*='words-q1']").click()
    expect(page).to_have_url(re.compile(f"{ARTICLE}#words-q1$"))
    place = page.locator("#words-q1 + mark")
    expect(place).to_have_text(QUOTED)
    expect(place).to_be_in_viewport()


def test_an_event_leads_to_its_words(page: Page) -> None:
    page.goto(f"en/{BRIEFING}")
    page.locator(".timeline .footnote-ref").first.click()
    note = page.locator("div.footnote li:target")
    expect(note).to_be_in_viewport()
    note.locator("a[href*='#words-']").click()
    expect(page).to_have_url(re.compile(r"/en/articles/.*#words-e\d+$"))
    record = page.url.rpartition("#words-")[2]
    expect(page.locator(f"mark[data-records~='{record}']").first).to_be_in_viewport()


def test_an_actor_leads_back_to_the_briefing(page: Page) -> None:
    page.goto("en/actors/samir-vageyev/")
    expect(page.locator("q").first).to_contain_text(QUOTED)
    page.locator(f"a[href*='{BRIEFING}']").first.click()
    expect(page).to_have_url(re.compile(f"/en/{BRIEFING}"))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_page_is_wider_than_the_window(browser: Browser, address: str, language: str) -> None:
    """From a telephone to a wide screen. 640 and 320 are a window of 1280 at a zoom of 200 and 400 %."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    for path in ("", BRIEFING, ARTICLE, *PAGES):
        page.goto(f"{language}/{path}", wait_until="domcontentloaded")
        for width in (320, 390, 640, 820, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width, (path, width)
        # Letters twice as large in a window that stays as it is.
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, (path, "200 %")
    context.close()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_briefing_can_be_seen_as_it_was_known_earlier(page: Page, language: str) -> None:
    page.goto(f"{language}/{BRIEFING}")
    rows = page.locator(".ledger tbody tr:visible")
    everything = rows.count()
    page.locator(".as-of select").select_option("2030-10-30")
    expect(page).to_have_url(re.compile(r"\?as-of=2030-10-30$"))
    expect(page.locator(".as-of [role=status]")).not_to_be_empty()
    assert 0 < rows.count() < everything
    for hidden in (".bottom-line", "#changes", "#quotations", "[id$='/c1']", ".figure"):
        expect(page.locator(hidden).first).to_be_hidden()
    later = page.locator("[data-known='2031-01-07']")
    assert later.count() > 30
    assert [mark for mark in later.all() if mark.is_visible()] == []
    expect(page.locator("main, .page").first).not_to_contain_text(QUOTED, use_inner_text=True)
    page.locator(".as-of select").select_option("2031-01-07")
    expect(page).to_have_url(re.compile(f"/{language}/{BRIEFING}$"))
    assert rows.count() == everything
    expect(page.locator(".bottom-line")).to_be_visible()


def test_a_look_back_can_be_linked_to(page: Page) -> None:
    page.goto(f"en/{BRIEFING}?as-of=2030-12-01")
    expect(page.locator(".as-of select")).to_have_value("2030-10-30")
    expect(page.locator("#changes")).to_be_hidden()
    page.goto(f"en/{BRIEFING}?as-of=%3Cscript%3E")
    expect(page.locator("#changes")).to_be_visible()


def test_without_a_script_each_record_says_from_which_text_it_is(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"en/{BRIEFING}")
    expect(page.locator(".as-of")).to_be_hidden()
    for row in [*page.locator(".timeline dd").all(), *page.locator(".ledger").all()]:
        text = (
            row
            if row.locator(".publication").count()
            else row.locator("xpath=self::div | self::dd/preceding-sibling::dt[1] | self::dd")
        )
        assert text.locator("a[href*='/articles/']").count() >= 1, row.inner_text()
    context.close()


def test_the_timeline_of_a_briefing_is_narrowed_down_within_an_earlier_day(page: Page) -> None:
    page.goto(f"en/{BRIEFING}?as-of=2030-10-30")
    shown = page.locator(".timeline dd:visible")
    known = shown.count()
    page.locator(".filters select[name=kind]").select_option("planned")
    expect(page).to_have_url(re.compile(r"as-of=2030-10-30&kind=planned$"))
    planned = shown.count()
    assert 0 < planned < known
    page.locator(".as-of select").select_option("2031-01-07")
    page.locator(".filters select[name=kind]").select_option("")
    assert shown.count() > known


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_timeline_is_narrowed_down_and_the_back_button_widens_it(page: Page, language: str) -> None:
    page.goto(f"{language}/timeline/")
    shown = page.locator(".timeline dd:visible")
    everything = shown.count()
    page.locator(".filters select[name=actor]").select_option("mayak")
    expect(page).to_have_url(re.compile(r"\?actor=mayak$"))
    assert 0 < shown.count() < everything
    for entry in shown.all():
        assert entry.locator("a[href$='/actors/mayak/']").count() == 1
    some = shown.count()
    page.locator(".filters select[name=kind]").select_option("planned")
    assert shown.count() < some
    expect(page.locator(".filters [role=status]")).not_to_be_empty()
    page.go_back()
    assert shown.count() == some
    page.go_back()
    assert shown.count() == everything
    page.goto(f"{language}/timeline/?year=2031&kind=text")
    assert shown.count() == 1
    page.goto(f"{language}/timeline/?actor=%22%3E%3Cscript%3E")
    assert shown.count() == everything


def test_a_timeline_can_be_narrowed_down_with_the_keyboard_and_needs_no_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("en/timeline/")
    expect(page.locator(".filters")).to_be_hidden()
    assert page.locator(".timeline dd:visible").count() > 20
    context.close()
    page = browser.new_page()
    page.goto(f"{address}en/timeline/")
    page.locator(".filters select[name=year]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile(r"\?year=2030$"))
    page.close()
