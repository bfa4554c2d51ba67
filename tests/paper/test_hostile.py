"""Texts that a typesetter could stumble over: its own commands, words without end, pages of one quotation, nothing."""

import datetime
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from build_scripts.environment import find_project
from build_scripts.link.corpus import link
from build_scripts.pipeline import check
from build_scripts.publish.fault import SiteFault, flaw
from build_scripts.publish.printing import printout_jobs
from build_scripts.publish.typesetting import PAPER, Job, typeset
from build_scripts.render.paper.printouts import printouts
from build_scripts.render.pictures import pictures

from ..projects import RIVER, ROOT, fingerprint, make_project, spravka
from ..test_cases import CASES, lay_over
from .reading import letters, read_pdf

ATTACKS = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.2.2": *',
    "#panic()",
    "*strong _em_ $x^2$ @label <label> `raw` \\ ~ -- --- ...",
    "]]})) {{[[(( }}] #} {#",
    "= heading\n- item\n+ item\n/ term: x",
    "https://example.org/#x // comment /* comment",
    "\\u{1F600} &amp; &#35;",
]


@pytest.fixture
def river(tmp_path: Path) -> Path:
    return make_project(tmp_path / "river", RIVER)


def rewrite(project: Path, path: str, *pairs: tuple[str, str]) -> None:
    file = project / "briefs" / path
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def printed(project: Path, name: str = "river-mission") -> str:
    run = spravka(project, "--lang", "en", "pdf", name, "--lang", "en")
    assert run.returncode == 0, run.stdout + run.stderr
    return read_pdf(project / "pdf" / "en" / "briefings" / f"{name}.pdf").text


def yaml_string(text: str) -> str:
    return "'" + text.replace("'", "''").replace("\n", " ") + "'"


@pytest.mark.parametrize("attack", ATTACKS)
def test_commands_of_the_typesetter_are_plain_words(river: Path, attack: str) -> None:
    plain = " ".join(attack.replace('"', "").split())
    words = yaml_string(plain)
    rewrite(river, "actors.yml", ('en: "Utopia"', f"en: {words}"))
    rewrite(river, "briefings/river-mission.yml", ('en: "Who will guard the river?"', f"en: {words}"))
    rewrite(
        river,
        "articles/2031/2031-03-28-treaty-first.yml",
        ('en: "Zelandia proposes a crossing mission."', f"en: {words}"),
    )
    text = printed(river)
    assert letters(text).count(letters(plain)) >= 3
    squeezed = "".join(text.split()).replace("\u200b", "")
    assert "".join(plain.split()) in squeezed
    assert "root:" not in text


def test_a_word_of_four_hundred_letters_stays_on_the_page(river: Path) -> None:
    word = "abcdefghij" * 40
    rewrite(river, "articles/2031/2031-03-28-treaty-first.yml", ('en: "A treaty first"', f'en: "{word}"'))
    text = printed(river)
    assert word in "".join(text.split()).replace("\u200b", "")


def test_a_quotation_of_three_pages_runs_on(river: Path) -> None:
    sentences = " ".join(
        f"Предложение номер {number} о береге, реке и мосте, которое ничем не кончается." for number in range(170)
    )
    rewrite(
        river,
        "articles/2031/2031-05-02-river-talks.yml",
        ("«Патрулировать чужой берег мы вообще не будем»", f"«{sentences}»"),
        ('words: "Патрулировать чужой берег мы вообще не будем"', f'words: "{sentences}"'),
        ("characters: 2038", "characters: 40000"),
    )
    assert len(sentences) > 3 * 3000
    assert letters(sentences) in letters(printed(river))


def test_a_briefing_with_next_to_nothing_in_it_is_printed(river: Path) -> None:
    (river / "briefs/articles/2031/2031-07-01-empty.yml").write_text(
        """id: 2031-07-01-empty
language: ru
title: {ru: "Ничего", en: "Nothing"}
channel: unknown
published: {date: unknown, basis: {ru: "не сказано", en: "not stated"}}
capture: {sha256: 4444444444444444444444444444444444444444444444444444444444444444, characters: 1}
rights: private
""",
        "utf-8",
    )
    (river / "briefs/briefings/empty.yml").write_text(
        """id: empty
title: {ru: "Пусто", en: "Nothing at all"}
subject: {ru: "Ничего", en: "Nothing"}
bottom_line: {ru: "Сказать нечего.", en: "There is nothing to say."}
articles: [2031-07-01-empty]
""",
        "utf-8",
    )
    assert "There is nothing to say." in printed(river, "empty")


def test_an_error_in_the_content_prints_nothing(river: Path) -> None:
    rewrite(river, "actors.yml", ('en: "Utopia"', 'en: "中文"'))
    run = spravka(river, "--lang", "en", "pdf")
    assert run.returncode == 1
    assert "letter-unprintable" in run.stdout
    assert run.stderr == "The content has errors; nothing was printed.\n"
    assert not (river / "pdf").exists()


def test_a_document_that_never_ends_is_stopped_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = tmp_path / "paper"
    shutil.copytree(PAPER, paper)
    # Typst itself stops recursion and `while` without end; loops that only take very long it lets run.
    loops = "#for a in range(10000) { for b in range(10000) { for c in range(10000) { } } }"
    (paper / "endless.typ").write_text(loops, "utf-8")
    monkeypatch.setattr("build_scripts.publish.typesetting.PAPER", paper)
    project = find_project(ROOT)
    began = time.monotonic()
    with pytest.raises(SiteFault) as fault:
        typeset(project, [Job("endless", "endless.typ", {}, tmp_path / "x.pdf")], tmp_path / "store", patience=2)
    assert fault.value.flaws == (flaw("too-slow", name="endless", seconds="2"),)
    assert time.monotonic() - began < 30
    assert not (tmp_path / "x.pdf").exists()


def test_a_typesetter_that_does_not_start_is_told_with_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_scripts.publish.typesetting.sys.executable", shutil.which("false"))
    data = {"title": "words"}  # so few that they wait to be written until the end
    with pytest.raises(SiteFault) as fault:
        typeset(find_project(ROOT), [Job("card", "card.typ", data, tmp_path / "x.png", "png")], tmp_path / "store")
    assert fault.value.flaws == (flaw("ended-early", name="card"),)
    assert [each.name for each in tmp_path.iterdir()] == ["store"]


def test_a_template_that_fails_is_told_with_its_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = tmp_path / "paper"
    shutil.copytree(PAPER, paper)
    (paper / "broken.typ").write_text("#panic()\n", "utf-8")
    monkeypatch.setattr("build_scripts.publish.typesetting.PAPER", paper)
    with pytest.raises(SiteFault, match=r"^said broken panicked"):
        typeset(find_project(ROOT), [Job("broken", "broken.typ", {}, tmp_path / "x.pdf")], tmp_path / "store")


def test_a_full_disk_is_told_and_leaves_the_old_printout(tmp_path: Path) -> None:
    project = find_project(ROOT)
    card = {"language": "en", "site": "Spravka", "title": "Old", "kind": "Page"}
    target = tmp_path / "card.png"
    assert typeset(project, [Job("card", "card.typ", card, target, "png")], tmp_path / "store") == 1
    old = target.read_bytes()
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    store = tmp_path / "elsewhere"
    store.mkdir()
    changed = Job("card", "card.typ", {**card, "title": "New"}, target, "png")
    part = store / f"{changed.digest(project.epoch)}.png"
    part.mkdir()  # the file cannot be put in its place
    (part / "x").write_text("x")
    with pytest.raises(SiteFault, match=r"^said card "):
        typeset(project, [changed], store)
    assert target.read_bytes() == old


def test_a_kill_in_the_middle_leaves_the_old_printouts_whole(river: Path) -> None:
    assert spravka(river, "pdf").returncode == 0
    before = fingerprint(river / "pdf")
    rewrite(river, "briefings/river-mission.yml", ('en: "Who will guard the river?"', 'en: "Who will guard it?"'))
    command = [sys.executable, "-m", "build_scripts", "--project", str(river), "pdf"]
    for delay in (0.3, 0.7, 0.9, 1.0, 1.1, 1.2):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        now = fingerprint(river / "pdf")
        for name in before:
            assert read_pdf(river / "pdf" / name).pages >= 1
        assert not [name for name in now.keys() - before.keys() if name.endswith(".pdf")]
    assert spravka(river, "pdf").returncode == 0
    assert fingerprint(river / "pdf").keys() >= before.keys()


@pytest.mark.parametrize("tag", ["ar", "ar-Arab-EG"])
def test_words_from_the_right_are_printed_on_their_side(tmp_path: Path, tag: str) -> None:
    lay_over(CASES / "good" / "a-quotation-in-arabic", tmp_path / "content")
    project = make_project(tmp_path / "project", tmp_path / "content")
    rewrite(project, "articles/2031/2031-06-03-arabic.yml", ("language: ar\n", f"language: {tag}\n"))
    text = unicodedata.normalize("NFKC", printed(project, "river-arabic"))
    assert "لن نحرس ضفة غيرنا مهما طلبوا منا" in text
    linked = link(check(project).corpus)
    made = {each.name: each for each in printouts(linked, pictures(linked), "https://example.org/", datetime.date.max)}
    spoken = made["river-arabic"].data["sheets"][0]["quotations"][0]
    assert spoken["from_right"] and not any(each["from_right"] for each in spoken["translations"])


def test_a_hash_can_be_copied(river: Path) -> None:
    assert "1" * 64 in printed(river)


def test_a_title_of_three_hundred_characters_leaves_room_for_the_page(tmp_path: Path) -> None:
    lay_over(CASES / "good" / "a-title-of-three-hundred-characters", tmp_path / "content")
    project = make_project(tmp_path / "project", tmp_path / "content")
    printed(project, "river-long")
    read = read_pdf(project / "pdf/en/briefings/river-long.pdf")
    first = read.lines[0]
    assert next(number for number, line in enumerate(first) if "Nothing is left to decide" in line) < 12
    assert "A long title about the river" in read.heads and "having moved on" not in read.heads


TREATY, RIVER_MISSION = "articles/2031/2031-03-28-treaty-first.yml", "briefings/river-mission.yml"
TEXTS = [
    (TREATY, "Zelandia proposes a crossing mission."),
    (TREATY, "taking part in the mission"),
    (TREATY, "a treaty on the river border is signed"),
    (TREATY, "Zelandia proposes a mission, Utopia waits for a treaty."),
    (TREATY, "date line of the page"),
    (TREATY, "A treaty first"),
    (TREATY, "in the capital"),
    ("actors.yml", "Utopia"),
    (RIVER_MISSION, "The refusal goes beyond the condition, but rests on an unnamed official."),
    (RIVER_MISSION, "The refusal differs in scope."),
    (RIVER_MISSION, "the transcript of the minister's interview"),
    (RIVER_MISSION, "Does the refusal cover unarmed observers?"),
    (RIVER_MISSION, "asking the ministry"),
    (RIVER_MISSION, "The same question a month later."),
    (RIVER_MISSION, "Will Utopia join the mission?"),
    (RIVER_MISSION, "Utopia and the crossing mission"),
]


def test_texts_longer_than_a_page_are_whole_wherever_they_stand(river: Path) -> None:
    lines = range(110)
    for letter, (path, old) in zip("ABCDEFGHIJKLMNOP", TEXTS, strict=True):
        long = " ".join(f"{letter}{number}x goes on about the river and the crossing, on and on." for number in lines)
        rewrite(river, path, (f'en: "{old}"', f'en: "{long}"'))
    found = Counter(re.findall(r"\b[a-pA-P]\d+x\b", printed(river)))
    for letter, text in zip("ABCDEFGHIJKLMNOP", TEXTS, strict=True):
        # Pictures show the beginning only. What stands in several places has its last line as often as any other.
        times = {found[f"{letter}{number}x"] for number in lines[5:]}
        assert times == {found[f"{letter}{lines[-1]}x"]} != {0}, text


def test_no_row_of_a_table_is_parted_between_pages(tmp_path: Path) -> None:
    project = find_project(ROOT)
    linked = link(check(RIVER).corpus)
    found = printouts(linked, pictures(linked), project.site_url, project.today)
    job = next(job for job in printout_jobs(project, found, tmp_path) if job.name == "en/briefings/river-mission.pdf")
    sheet = job.data["sheets"][0]
    event, position = sheet["timeline"]["dated"][0], sheet["positions"][0]["rows"][0]
    numbers = range(100, 180)
    # Now the one column is the longer, now the other.
    long = {number: ("word " * (number * 7 % 23), "word " * (number * 5 % 61)) for number in numbers}
    sheet["timeline"]["dated"] += [
        event | {"label": f"e{n}", "why": [[f"{long[n][0]} E{n}a"]], "what": [f"E{n}b {long[n][1]} E{n}c"]}
        for n in numbers
    ]
    sheet["positions"][0]["rows"] += [
        position | {"label": f"p{n}", "actor": [f"{long[n][0]} P{n}a"], "scope": [f"P{n}b {long[n][1]} P{n}c"]}
        for n in numbers
    ]
    typeset(project, [job], tmp_path / "store")
    pages = [" ".join(lines) for lines in read_pdf(job.target).lines]
    assert len(pages) > 12
    for row in (f"{kind}{number}" for kind in "EP" for number in numbers):
        parts = [{number for number, page in enumerate(pages) if f"{row}{part}" in page} for part in "abc"]
        assert parts[0] == parts[1] == parts[2] != set(), row
