"""An edition says for ever what it said: its page, its entry in feeds and its row of data, whatever is edited later.

Comes in: any order of edits and releases of the river corpus. What an edition says of itself may never change by a
byte; what its page says of today (the line under the heading, the last section) is no part of that.
"""

import datetime
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.link.corpus import link
from build_scripts.link.editions import next_edition
from build_scripts.model.bilingual import SITE_LANGUAGES
from build_scripts.model.date import PartialDate
from build_scripts.model.edition import Edition
from build_scripts.model.linked import Linked
from build_scripts.pipeline import check
from build_scripts.publish.files import write_file
from build_scripts.render.data import data_files
from build_scripts.render.feeds import ATOM, feeds
from build_scripts.render.pages import render
from build_scripts.render.pictures import pictures
from tests.projects import RIVER, SITE
from tests.test_cases import CASES, GOOD, lay_over

BRIEFING = "briefs/briefings/river-mission.yml"
TALKS = "briefs/articles/2031/2031-05-02-river-talks.yml"
ACTORS = "briefs/actors.yml"
CHANNELS = "briefs/channels.yml"
EDITIONS = "briefs/editions/river-mission"
TODAY = re.compile(r"^\[[^\n]*\n\{: \.lead \}\n|^## [^\n]*\{: #today \}\n.*?(?=^<script)", re.MULTILINE | re.DOTALL)

Edit = Callable[[Path, int], None]


def swap(file: str, pattern: str, new: str) -> Edit:
    """Return an edit that writes `new`, in which `{n}` is a number never used before, for what a pattern finds."""

    def edit(project: Path, n: int) -> None:
        path = project / file
        text, count = re.subn(pattern, lambda _: new.replace("{n}", str(n)), path.read_text("utf-8"), count=1)
        assert count == 1, pattern
        path.write_text(text, "utf-8")

    return edit


def respeak(project: Path, n: int) -> None:
    """Change words of the source and of the quote that stands on them."""
    path = project / TALKS
    path.write_text(re.sub(r"чужой берег( \d+)?", f"чужой берег {n}", path.read_text("utf-8")), "utf-8")


def rename(file: str, old: str) -> Edit:
    """Return an edit that gives an entry a new id everywhere and remembers the former one."""

    def edit(project: Path, n: int) -> None:
        registry = project / file
        text = registry.read_text("utf-8")
        found = re.search(rf"^({old}(?:-\d+)?):\n(?:  formerly: \[(.*)\]\n)?", text, re.MULTILINE)
        assert found
        former = ", ".join(each for each in (found[2], found[1]) if each)
        registry.write_text(text.replace(found[0], f"{old}-{n}:\n  formerly: [{former}]\n"), "utf-8")
        for path in (project / "briefs/articles").rglob("*.yml"):
            words = path.read_text("utf-8")
            path.write_text(re.sub(rf"(?<=[ \[]){found[1]}(?=[,\]}}\n])", f"{old}-{n}", words), "utf-8")

    return edit


def ask(project: Path, n: int) -> None:
    """Add an open question."""
    path = project / BRIEFING
    words = f'text: {{ru: "Новый вопрос {n}", en: "New question {n}"}}, settled_by: {{ru: "смета", en: "a bill"}}'
    added = f"  - {{id: o{n}, {words}}}\n"
    path.write_text(path.read_text("utf-8").replace("\nquestions:\n", f"\nquestions:\n{added}"), "utf-8")


def withdraw(project: Path, n: int) -> None:
    """Withdraw the event, again with another reason."""
    path = project / TALKS
    text = re.sub(r"\n    withdrawn: .*", "", path.read_text("utf-8"))
    gone = f'\n    withdrawn: {{date: 2031-06-02, reason: {{ru: "повод {n}", en: "reason {n}"}}}}'
    path.write_text(text.replace("\n    status: reported\n", f"\n    status: reported{gone}\n"), "utf-8")


EDITS: dict[str, Edit] = {
    "bottom line": swap(BRIEFING, r"ru: \"(?:\d+ )?Рассчитывать", 'ru: "{n} Рассчитывать'),
    "its translation": swap(BRIEFING, r"en: \"(?:\d+ )?Do ", 'en: "{n} Do '),
    "title": swap(BRIEFING, r"title: \{.*\}", 'title: {ru: "Кто будет охранять реку {n}?", en: "Who guards {n}?"}'),
    "no translation": swap(BRIEFING, r"title: \{.*\}", 'title: {ru: "Кто будет охранять реку {n}?"}'),
    "subject": swap(BRIEFING, r"subject: \{.*\}", 'subject: {ru: "Тема {n}", en: "Subject {n}"}'),
    "background": swap(
        BRIEFING, r"Zelandia proposed.*? the mission|Zelandia proposed", "Zelandia proposed {n} the mission"
    ),
    "question": swap(BRIEFING, r"text: \{ru: \"Войдёт[^}]*\}", 'text: {ru: "Войдёт ли {n}?", en: "Will {n} join?"}'),
    "verdict": swap(BRIEFING, r"verdict: .*", "verdict: cannot-tell # {n}"),
    "reason": swap(BRIEFING, r"(?:\d+ )?Отказ шире", "{n} Отказ шире"),
    "conflict": swap(BRIEFING, r"Разный объём отказа( \d+)?\.", "Разный объём отказа {n}."),
    "question asked": ask,
    "withdrawal": withdraw,
    "stance": swap(TALKS, r"stance: .*", "stance: open # {n}"),
    "scope": swap(TALKS, r"scope: .*", 'scope: {ru: "охрана {n}", en: "guard duty {n}"}'),
    "words of a quote": respeak,
    "event": swap(TALKS, r"what: .*", 'what: {ru: "Консультации {n}.", en: "Consultations {n}."}'),
    "heading of a text": swap(TALKS, r"title: .*", 'title: {ru: "Переговоры {n}", en: "Talks {n}"}'),
    "name": swap(ACTORS, r"name: \{ru: \"Утопия[^}]*\}", 'name: {ru: "Утопия {n}", en: "Utopia {n}"}'),
    "id of an actor": rename(ACTORS, "ivan-testov"),
    "id of a channel": rename(CHANNELS, "example-wire"),
}
RELEASE = "release"


def release(project: Path, briefing: str = "river-mission") -> None:
    """Release a briefing as it stands, without the trial build; where it says the same, nothing is written."""
    corpus = linked_of(project).corpus
    edition = next_edition(corpus.documents.briefings[briefing], corpus, PartialDate.parse("2031-06-01"))
    if edition is not None:
        write_file(project / f"briefs/editions/{briefing}/{edition.number}.json", edition.text)


def linked_of(project: Path) -> Linked:
    checked = check(project)
    assert not checked.has_errors, checked.problems
    return link(checked.corpus)


def told(linked: Linked) -> dict[tuple[str, int, str], str]:
    """Return everything that each edition says of itself: by language, number and where it is told."""
    found: dict[tuple[str, int, str], str] = {}
    for page in render(linked, SITE, pictures(linked)):
        match = re.fullmatch(r"briefings/river-mission/editions/(\d+)\.md", page.path)
        if match:
            found[page.language, int(match[1]), "page"] = TODAY.sub("", page.text)
    made = feeds(linked, SITE.url, SITE.names, datetime.date(2031, 6, 1))
    for language in SITE_LANGUAGES:
        for folder in ("", "briefings/river-mission/"):
            feed = ElementTree.fromstring(made[f"{language}/{folder}feed.xml"])
            for entry in feed.iter(f"{{{ATOM}}}entry"):
                number = int((entry.findtext(f"{{{ATOM}}}id") or "").split("/")[-2])
                found[language, number, f"{folder}feed.xml"] = ElementTree.tostring(entry, encoding="unicode")
            for item in json.loads(made[f"{language}/{folder}feed.json"])["items"]:
                found[language, int(item["id"].split("/")[-2]), f"{folder}feed.json"] = json.dumps(
                    item, ensure_ascii=False
                )
    return found


def rows(linked: Linked) -> dict[int, str]:
    """Return what the data say of each edition, by its number, short of whether it is current."""
    found = json.loads(data_files(linked, SITE.url)["data/editions.json"])
    return {
        row["number"]: json.dumps({name: row[name] for name in row if name != "current"}, ensure_ascii=False)
        for row in found
    }


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*EDITS, RELEASE]), min_size=3, max_size=9))
def test_an_edition_says_for_ever_what_it_said(steps: list[str]) -> None:
    with TemporaryDirectory() as folder:
        project = Path(folder) / "river"
        shutil.copytree(RIVER, project, ignore=shutil.ignore_patterns("expected"))
        release(project)
        before: dict[tuple[str, int, str], str] = {}
        for n, step in enumerate([*steps, RELEASE], start=2001):
            if step == RELEASE:
                release(project)
            else:
                EDITS[step](project, n)
            now = told(linked_of(project))
            assert {key: now.get(key) for key in before} == before, step
            before = now
        moments = {key: re.findall("<.*?updated>(.*?)<", text) for key, text in before.items() if key[2] == "feed.xml"}
        for language in SITE_LANGUAGES:
            mine = [tuple(each) for key, each in moments.items() if key[0] == language]
            assert len(set(mine)) == len(mine), "editions of one day are told apart"


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_is_news_and_leaves_the_edition_before_as_it_was(name: str, tmp_path: Path) -> None:
    project = tmp_path / "river"
    shutil.copytree(RIVER, project, ignore=shutil.ignore_patterns("expected"))
    release(project)
    linked = linked_of(project)
    first, data = told(linked), rows(linked)[1]
    EDITS[name](project, 2001)
    linked = linked_of(project)
    assert {key: text for key, text in told(linked).items() if key in first} == first
    assert linked.since["river-mission"][0].is_current == name.startswith("id of"), "a new id alone changes nothing"
    release(project)
    linked = linked_of(project)
    then = told(linked)
    assert {key: then[key] for key in first} == first
    assert rows(linked)[1] == data
    assert {key[1] for key in then} == ({1} if name.startswith("id of") else {1, 2})


def test_a_changed_bottom_line_is_told_first_and_side_by_side(tmp_path: Path) -> None:
    project = tmp_path / "river"
    shutil.copytree(RIVER, project, ignore=shutil.ignore_patterns("expected"))
    release(project)
    for name in ("stance", "its translation", "bottom line", "conflict"):
        EDITS[name](project, 7)
    release(project)
    linked = linked_of(project)
    found = told(linked)
    entry = ElementTree.fromstring(found["en", 2, "feed.xml"]).findtext(f"{{{ATOM}}}summary") or ""
    assert entry.startswith("Bottom line. Was: Do not count on Utopia:")
    assert "Became: 7 Do not count on Utopia:" in entry.splitlines()[0]
    assert re.search(
        r"^Changed \(position\): Was: Utopia — refuses: .* Became: Utopia — open to it: ", entry, re.MULTILINE
    )
    assert entry.splitlines()[-1].startswith("Unchanged: ")
    assert "7" not in (ElementTree.fromstring(found["en", 1, "feed.xml"]).findtext(f"{{{ATOM}}}summary") or "")
    ours = {(page.language, page.path): page.text for page in render(linked, SITE, pictures(linked))}
    for language in SITE_LANGUAGES:
        page = ours[language, "briefings/river-mission/editions/2.md"]
        first = page.index("{: #bottom-line }")
        assert first == page.index("{: #", page.index("{: .lead }") + 9), "the first section"
        assert page.index('class="was"') < page.index('class="is"') < page.index("{: #step")
        briefing = ours[language, "briefings/river-mission.md"]
        assert '<div class="turn" markdown="1">' in briefing[briefing.index("{: #step") :]


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_an_edition_without_words_says_so_and_nothing_of_today(language: str, tmp_path: Path) -> None:
    """As the first editions of a project are, which were released before words were kept."""
    project = tmp_path / "river"
    shutil.copytree(RIVER, project, ignore=shutil.ignore_patterns("expected"))
    for number in (1, 2):
        EDITS["bottom line"](project, number)
        EDITS["its translation"](project, number)
        release(project)
        forget(project / EDITIONS / f"{number}.json")
    EDITS["bottom line"](project, 3)
    linked = linked_of(project)
    kept_none = {"ru": "Своих слов это издание не сохранило", "en": "This edition kept no words"}[language]
    everything = told(linked) | {("", number, "data"): text for number, text in rows(linked).items()}
    for (told_in, number, place), text in everything.items():
        if told_in == language and number < 3:
            assert kept_none in text
        assert [words for words in texts_of(linked) if words in text] == [], (told_in, number, place)
    release(project)
    found = told(linked_of(project))
    assert "kept no words" in found["en", 3, "feed.xml"] and "count on Utopia" in found["en", 3, "feed.xml"]


def texts_of(linked: Linked) -> list[str]:
    """The words of today that would be told in place of those that were not kept."""
    (since, *_) = linked.since["river-mission"]
    assert since.said is not None
    said = since.said
    whole = [said.title, said.subject, *(told.what for told in said.records.values())]
    return ["count on Utopia", "Рассчитывать", *(words for each in whole for words in each.values())]


def forget(manifest: Path) -> None:
    """Make a manifest what it was before words were kept."""
    held = json.loads(manifest.read_text("utf-8"))
    del held["said"]
    held["code"] = "0000-0000"
    held["code"] = Edition.model_validate(held).expected_code
    manifest.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", "utf-8")


@pytest.mark.parametrize("name", GOOD)
def test_what_is_good_can_be_released_and_its_manifest_is_taken_without_a_word(name: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    lay_over(CASES / "good" / name, project)
    before = check(project)
    for briefing in before.corpus.documents.briefings:
        release(project, briefing)
    after = check(project)
    assert after.problems == before.problems == ()
    for briefing, (edition,) in after.corpus.documents.editions.items():
        path = project / f"briefs/editions/{briefing}/1.json"
        assert edition.text == path.read_text("utf-8"), "read and written again, a manifest is the same"
        assert link(after.corpus).since[briefing][0].is_current
