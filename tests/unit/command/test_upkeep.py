"""The commands that keep a project's own files: tidy, release, verify and status."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_scripts.command import main
from build_scripts.link.corpus import link
from build_scripts.pipeline import check
from build_scripts.render.pages import render
from build_scripts.render.pictures import pictures
from tests.projects import RIVER, ROOT, SITE, make_project

ARTICLE = "briefs/articles/2031/2031-05-02-river-talks.yml"
BRIEFING = "briefs/briefings/river-mission.yml"
LOCK = "briefs/translations.lock"


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """A copy of the river project, complete: what is released is built first."""
    return make_project(tmp_path / "river", RIVER)


def run(project: Path, *arguments: str, today: str = "2031-06-01") -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "--lang", "en", "--today", today, *arguments])


def edit(project: Path, name: str, old: str, new: str) -> None:
    file = project / name
    text = file.read_text("utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), "utf-8")


def page(project: Path, path: str, language: str = "en") -> str:
    linked = link(check(project).corpus)
    pages = render(linked, SITE, pictures(linked))
    return next(each.text for each in pages if each.path == path and each.language == language)


def test_an_edited_original_makes_its_translation_stale_until_it_is_seen_to(river: Path) -> None:
    assert run(river, "tidy").exit_code == 0
    before = (river / LOCK).read_text("utf-8")
    assert before.splitlines() == sorted(before.splitlines())
    assert check(river).problems == ()

    edit(river, BRIEFING, "Разный объём отказа.", "Объём отказа разный.")
    assert [problem.code for problem in check(river).problems] == ["translation-stale"]
    assert "*(translation of an earlier wording)*" in page(river, "briefings/river-mission.md")
    assert "прежней редакции" not in page(river, "briefings/river-mission.md", "ru")
    assert run(river, "check", "--strict").exit_code == 1
    assert "stale: 1" in run(river, "tidy").output
    assert (river / LOCK).read_text("utf-8") == before, "tidy alone does not make a stale translation current"

    assert run(river, "tidy", "--confirm", "river-mission/x1.what").exit_code == 0
    assert check(river).problems == ()
    edit(river, BRIEFING, "Объём отказа разный.", "Объём отказа неодинаков.")
    edit(river, BRIEFING, "The refusal differs in scope.", "The refusal is not the same in scope.")
    assert check(river).problems == (), "both were edited: somebody saw to it"


def test_a_quote_whose_words_change_leaves_its_translation_stale(river: Path) -> None:
    run(river, "tidy")
    edit(river, ARTICLE, "мы вообще не будем»", "мы совсем не будем»")
    edit(river, ARTICLE, 'мы вообще не будем"', 'мы совсем не будем"')
    (problem,) = check(river).problems
    assert problem.values["fact"] == "2031-05-02-river-talks/q1.translations.editors"
    assert "(translation of an earlier wording)" in page(river, "quotes.md")


def test_an_unknown_fact_is_not_confirmed(river: Path) -> None:
    told = run(river, "tidy", "--confirm", "river-mission/x1.wat")
    assert told.exit_code == 2
    assert "river-mission/x1.what" in told.output


def test_two_people_translate_neighbouring_texts_and_merge(river: Path) -> None:
    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
        return subprocess.run(command, cwd=river, capture_output=True, text=True, check=False)

    shutil.copy(ROOT / ".gitattributes", river / ".gitattributes")
    run(river, "tidy")
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "start")
    for branch, old, new in (
        ("one", "The refusal differs in scope.", "The refusal differs in its scope."),
        ("two", "the transcript of the minister's interview", "a transcript of the minister's interview"),
    ):
        git("checkout", "-q", "-b", branch, "main")
        edit(river, BRIEFING, old, new)
        run(river, "tidy")
        git("commit", "-qam", branch)
    merged = git("merge", "-q", "one")
    assert merged.returncode == 0, merged.stdout + merged.stderr
    assert check(river).problems == ()
    run(river, "tidy")
    names = [line.rsplit(" ", 2)[0] for line in (river / LOCK).read_text("utf-8").splitlines()]
    assert len(names) == len(set(names))


def test_an_edition_tells_what_is_otherwise_since(river: Path) -> None:
    assert run(river, "release", "river-mission").exit_code == 0
    first = json.loads((river / "briefs/editions/river-mission/1.json").read_text("utf-8"))
    assert (first["number"], first["date"]) == (1, "2031-06-01")
    assert "Nothing has changed since edition 1" in run(river, "release", "river-mission").output
    assert not (river / "briefs/editions/river-mission/2.json").exists()
    assert "is current" in page(river, "briefings/river-mission/editions/1.md")

    edit(river, BRIEFING, "The refusal differs in scope.", "The refusal differs in its scope.")
    edit(river, ARTICLE, "stance: rules-out", "stance: open")
    withdrawn = '\n    withdrawn: {date: 2031-06-02, reason: {ru: "опровергнуто", en: "denied"}}\n'
    edit(river, ARTICLE, "\n    status: reported\n", f"\n    status: reported{withdrawn}")
    (since,) = link(check(river).corpus).since["river-mission"]
    assert since.changed == ("2031-05-02-river-talks/p1",)
    assert since.reworded == ("river-mission/x1",)
    assert since.withdrawn == ("2031-05-02-river-talks/e1",)
    text = page(river, "briefings/river-mission.md")
    assert "## Since edition 1" in text
    assert "*Withdrawn 2 June 2031:*{: .withdrawn } denied" in text.replace("\u00a0", " ")
    assert "not current" in page(river, "briefings/river-mission/editions/1.md")

    assert run(river, "release", "river-mission", today="2031-06-03").exit_code == 0
    second = json.loads((river / "briefs/editions/river-mission/2.json").read_text("utf-8"))
    assert second["code"] != first["code"]
    assert "## Since edition" not in page(river, "briefings/river-mission.md")


def test_a_released_record_cannot_vanish(river: Path) -> None:
    run(river, "release", "river-mission")
    file = river / BRIEFING
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("relations:")], "utf-8")
    (problem,) = check(river).problems
    assert (problem.code, problem.values["id"]) == ("released-record-gone", "river-mission/r1")
    assert run(river, "release", "river-mission").exit_code == 1


def test_a_text_is_verified_until_it_changes(river: Path, tmp_path: Path) -> None:
    import hashlib

    captures = tmp_path / "captures"
    captures.mkdir()
    words = "Слова до.\n\n«Мост нужен обоим берегам», — сказал министр.\n\nСлова после."
    (captures / "any-name.txt").write_text(words, "utf-8")
    digest = hashlib.sha256(words.encode()).hexdigest()
    article = river / "briefs/articles/2031/2031-06-01-bridge.yml"
    article.write_text(
        f"""id: 2031-06-01-bridge
language: ru
title: {{ru: "Мост", en: "A bridge"}}
channel: unknown
published: {{date: 2031-06-01, basis: {{ru: "дата", en: "date"}}}}
capture: {{sha256: {digest}, characters: {len(words)}}}
rights: excerpt
text: |
  […]

  «Мост нужен обоим берегам», — сказал министр.

  […]
""",
        "utf-8",
    )
    told = run(river, "verify", "--captures", str(captures))
    assert told.exit_code == 0
    assert told.output.startswith("Articles proven against their captures: 1;")
    receipt = river / "briefs/receipts/2031-06-01-bridge.json"
    first = receipt.read_bytes()
    assert run(river, "verify", "--captures", str(captures), today="2031-07-01").exit_code == 0
    assert receipt.read_bytes() == first, "a receipt that fits keeps its date"
    assert "verified against capture" in page(river, "articles/2031-06-01-bridge.md")

    edit(river, "briefs/articles/2031/2031-06-01-bridge.yml", "обоим", "двум")
    assert [problem.code for problem in check(river).problems] == ["receipt-outdated"]
    assert "not verified against its capture" in page(river, "articles/2031-06-01-bridge.md")
    told = run(river, "verify", "--captures", str(captures))
    assert told.exit_code == 1
    assert "passage-not-in-capture" in told.output


def captured(river: Path, files: dict[str, str]) -> Path:
    folder = river.parent / "captures"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_nothing_proven_is_no_success(river: Path) -> None:
    told = run(river, "verify", "--captures", str(captured(river, {"other.txt": "Совсем другой текст."})))
    assert told.exit_code == 1
    assert "Nothing was proven: files read in " in told.output
    assert not (river / "briefs/receipts").exists()


def test_a_file_that_holds_a_text_and_has_another_hash_is_told(river: Path) -> None:
    talks = check(river).corpus.documents.articles["2031-05-02-river-talks"].text or ""
    told = run(river, "verify", "--captures", str(captured(river, {"saved-again.txt": talks.replace("[…]", "И ещё.")})))
    assert told.exit_code == 1
    assert f"{ARTICLE}:7:19: capture-changed: " in told.output
    assert "saved-again.txt holds the text and has the hash" in told.output
    assert "Nothing was proven" not in told.output


def test_status_counts_what_there_is(river: Path) -> None:
    run(river, "tidy")
    numbers = json.loads(run(river, "status", "--format", "json").output)
    wanted = {"articles": 2, "briefings": 1, "quotes": 1, "events": 3, "positions": 2, "quotes-exact": 1}
    wanted |= {"translations-stale": 0, "translations-missing": 0, "open-conflicts": 1, "unverified-texts": 2}
    assert wanted.items() <= numbers.items()
    assert numbers["translations-current"] == len((river / LOCK).read_text("utf-8").splitlines())
    assert len(run(river, "status").output.splitlines()) == len(numbers)
