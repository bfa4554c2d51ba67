"""Feeds of the river corpus: what the formats ask for, the same news in both, every address a page."""

import datetime
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_scripts.link.corpus import link
from build_scripts.pipeline import check
from build_scripts.render.feeds import ATOM, feeds
from build_scripts.render.telling import plain_text

from ..projects import SITE

NAMES = {"a": ATOM}
FOLDERS = [f"{language}/{rest}" for language in ("ru", "en") for rest in ("", "briefings/river-mission/")]


def page_of(project: Path, address: str) -> Path:
    path = re.sub(r"^https?://[^/]+(/spravka)?/", "", address)
    return project / "site" / path / "index.html"


@pytest.mark.parametrize("folder", FOLDERS)
def test_atom_and_json_tell_the_same_news_with_addresses_that_lead_somewhere(built_river: Path, folder: str) -> None:
    feed = ElementTree.parse(built_river / "site" / folder / "feed.xml").getroot()
    assert feed.tag == f"{{{ATOM}}}feed"
    for name in ("id", "title", "updated"):
        assert feed.findtext(f"a:{name}", namespaces=NAMES)
    itself = feed.find("a:link[@rel='self']", NAMES)
    assert itself is not None
    assert itself.attrib["href"].endswith(f"{folder}feed.xml")
    other = json.loads((built_river / "site" / folder / "feed.json").read_text("utf-8"))
    assert other["version"] == "https://jsonfeed.org/version/1.1"
    assert other["language"] == folder[:2]
    news = []
    for entry in feed.findall("a:entry", NAMES):
        names = ("id", "title", "published", "updated", "summary")
        told = {name: entry.findtext(f"a:{name}", namespaces=NAMES) for name in names}
        assert all(told.values())
        assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z", told["published"] or "")
        assert page_of(built_river, told["id"] or "").is_file()
        news.append(tuple(told.values()))
    fields = ("id", "title", "date_published", "date_modified", "content_text")
    assert [tuple(item[field] for field in fields) for item in other["items"]] == news
    assert len(news) == 1


def test_pages_name_their_feeds(built_river: Path) -> None:
    for folder in FOLDERS:
        text = (built_river / "site" / folder / "index.html").read_text("utf-8")
        found = re.findall(
            r'<link rel="alternate" type="application/(?:atom\+xml|feed\+json)"[^>]* href="([^"]+)"', text
        )
        assert len(found) == (3 if "briefings" in folder else 2)
        for address in found:
            assert (built_river / "site" / folder / address).resolve().is_file()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_briefing_whose_day_nobody_knows_waits_for_its_first_edition(river: Path, language: str) -> None:
    for path in (river / "briefs" / "articles").rglob("*.yml"):
        text = re.sub(r"(?m)^published: \{date: [0-9-]+", "published: {date: unknown", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    linked = link(check(river).corpus)
    made = feeds(linked, SITE.url, SITE.names, datetime.date(2031, 6, 1))
    for folder in ("", "briefings/river-mission/"):
        assert json.loads(made[f"{language}/{folder}feed.json"])["items"] == []
        feed = ElementTree.fromstring(made[f"{language}/{folder}feed.xml"])
        assert feed.find("a:entry", NAMES) is None
        assert feed.findtext("a:updated", namespaces=NAMES) == "2031-06-01T00:00:00Z", "an empty feed is of the build"
    assert "1970" not in "".join(made.values())


@pytest.mark.parametrize(
    ("prose", "text"),
    [
        ("Нельзя. [[a-b/p1]] Дальше [[a-b/p2]], и всё.", "Нельзя. Дальше, и всё."),
        ("Do *not* count on [it](https://example.org).", "Do not count on it."),
        ("One.\n\n- two\n- three", "One. two three"),
    ],
)
def test_prose_without_its_markup(prose: str, text: str) -> None:
    assert plain_text(prose) == text
