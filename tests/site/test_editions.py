"""A site with two editions whose words have moved on since, and with names that were renamed between them."""

import json
import re
from pathlib import Path

import pytest

from ..projects import RIVER, make_project, spravka

TALKS = "briefs/articles/2031/2031-05-02-river-talks.yml"
EDITION = "briefings/river-mission/editions"


def edit(project: Path, file: str, *swaps: tuple[str, str]) -> None:
    path = project / file
    text = path.read_text("utf-8")
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def moved_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The river project: released, then a quote mended, a speaker and a channel renamed, released again, built."""
    project = make_project(tmp_path_factory.mktemp("moved") / "river", RIVER)
    assert spravka(project, "release", "river-mission").returncode == 0
    edit(project, TALKS, ("чужой берег", "другой берег"), ("ivan-testov", "i-testov"), ("example-wire", "ex-wire"))
    edit(project, "briefs/actors.yml", ("ivan-testov:", "i-testov:\n  formerly: [ivan-testov]"))
    edit(project, "briefs/channels.yml", ("example-wire:", "ex-wire:\n  formerly: [example-wire]"))
    assert spravka(project, "release", "river-mission").returncode == 0
    run = spravka(project, "build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project


def html(project: Path, address: str) -> str:
    return (project / "site" / address / "index.html").read_text("utf-8")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_old_edition_quotes_the_source_as_it_was_read_then(moved_on: Path, language: str) -> None:
    first, second = (html(moved_on, f"{language}/{EDITION}/{number}") for number in (1, 2))
    said, today = first.split('id="today"')
    assert "«Патрулировать чужой берег мы вообще не будем»" in said
    assert "другой берег" not in said and "другой берег" in today
    assert second.index("чужой берег") < second.index("другой берег"), "as it was, then as it is"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_old_address_leads_on_without_a_script(moved_on: Path, language: str) -> None:
    page = html(moved_on, f"{language}/actors/ivan-testov")
    assert '<meta http-equiv="refresh" content="0; url=../i-testov/">' in page
    assert re.search(rf'<link rel="canonical" href="https://[^"]*/{language}/actors/i-testov/">', page)
    assert '<meta name="robots" content="noindex">' in page
    assert 'href="../i-testov/"' in page.partition("<article")[2], "and by a link"
    assert "hreflang" not in page.partition("</head>")[0]
    sources = html(moved_on, f"{language}/sources")
    assert 'id="channel-example-wire"' in sources and 'id="channel-ex-wire"' in sources
    assert "ivan-testov" in html(moved_on, f"{language}/actors/i-testov"), "the page says what it was called"


def test_an_old_address_is_in_no_list(moved_on: Path) -> None:
    assert "/actors/ivan-testov/" not in (moved_on / "site/sitemap.xml").read_text("utf-8")
    for language in ("ru", "en"):
        assert not (moved_on / "site" / language / "assets/cards/actors/ivan-testov.png").exists()
        assert "ivan-testov/" not in html(moved_on, f"{language}/actors")
    indexed = [path.read_text("utf-8") for path in (moved_on / ".build/index").rglob("*.html")]
    assert indexed and not any("actors/ivan-testov/" in text for text in indexed)


def test_the_data_say_what_each_edition_said(moved_on: Path) -> None:
    first, second = json.loads((moved_on / "site/data/editions.json").read_text("utf-8"))
    assert (first["kept_words"], first["current"], second["current"]) == (True, False, True)
    assert (
        first["said"]["records"]["2031-05-02-river-talks/q1"]["words"]
        != second["said"]["records"]["2031-05-02-river-talks/q1"]["words"]
    )
    assert "ivan-testov" in first["said"]["actors"] and "example-wire" in first["said"]["channels"]
    (actor,) = (
        row for row in json.loads((moved_on / "site/data/actors.json").read_text("utf-8")) if row.get("formerly")
    )
    assert (actor["id"], actor["formerly"]) == ("i-testov", ["ivan-testov"])


def test_an_old_edition_is_a_thing_of_its_own_for_machines(moved_on: Path) -> None:
    page = html(moved_on, f"en/{EDITION}/1")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    about = json.loads(block)
    assert (about["@type"], about["version"], about["headline"]) == ("Report", 1, "Who will guard the river?")
