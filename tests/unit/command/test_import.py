"""`spravka import`: the draft is valid, says where it is, and nothing is overwritten or written twice."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts.command import main
from build_scripts.draft.article import GAP
from build_scripts.model.bilingual import GAP_MARK, SITE_LANGUAGES
from build_scripts.pipeline import check
from build_scripts.wording import wording
from tests.projects import ROOT, STRAIT

ACTORS = """\
ivan-testov: {kind: person, name: {ru: "Иван Тестов", en: "Ivan Testov"}, aliases: ["Тестов"]}
utopia: {kind: state, name: {ru: "Утопия", en: "Utopia"}}
river-union: {kind: organisation, name: {ru: "Союз речных государств", en: "Union of River States"}}
"""
CHANNELS = (
    'example-wire: {kind: agency, name: {ru: "Example Wire", en: "Example Wire"}, url: "https://wire.example.org/"}\n'
)
RAW = """ date 2031-05-02 Делегация Утопии прибыла к реке. Об этом сообщил Союзу речных государств Иван Тестов.

«Мир возможен только тогда, когда обе стороны этого хотят», — заявил министр. Он не уточнил, когда и как это будет.

Журналисты повторили: «Мир возможен только тогда, когда обе стороны этого хотят».
"""
DRAFT = "briefs/articles/2031/2031-05-02-delegatsiya-utopii-pribyla-k-reke.yml"


@pytest.fixture
def project(tmp_path):
    """A small project with two registries."""
    root = tmp_path / "project"
    (root / "briefs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Test\n")
    (root / "briefs/actors.yml").write_text(ACTORS, "utf-8")
    (root / "briefs/channels.yml").write_text(CHANNELS, "utf-8")
    return root


@pytest.fixture
def run(project, tmp_path):
    """Import a text that is given as a string, bytes or a path."""

    def run_import(raw, *options, name="raw.txt", language="en"):
        path = raw
        if not isinstance(raw, Path):
            path = tmp_path / name
            path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        arguments = [
            "--project",
            str(project),
            "--lang",
            language,
            "--today",
            "2031-06-01",
            "import",
            *options,
            str(path),
        ]
        return CliRunner().invoke(main, arguments)

    return run_import


def codes(project):
    return {problem.code for problem in check(project).problems}


def files(project):
    return sorted(path.relative_to(project).as_posix() for path in (project / "briefs").rglob("*.yml"))


def test_a_draft_is_valid_but_for_its_gaps(project, run):
    result = run(RAW)
    assert (result.exit_code, result.stdout) == (0, DRAFT + "\n")
    assert "2 candidates" in result.stderr and "utopia ×1, river-union ×1, ivan-testov ×1" in result.stderr
    assert codes(project) == {"gap-left", "excerpt-too-long", "actor-unused", "channel-unused"}


def test_what_the_draft_holds(project, run):
    run(RAW, "--retrieved", "2031-05-04", "--url", "https://wire.example.org/1")
    article = check(project).corpus.documents.articles[Path(DRAFT).stem]
    assert article.capture.sha256 == hashlib.sha256(RAW.encode()).hexdigest()
    assert article.capture.characters == len(RAW)
    assert [loss.value for loss in article.capture.losses] == ["headline", "author"]
    assert (article.language, article.channel) == ("ru", "example-wire")
    assert (str(article.published.date), str(article.retrieved)) == ("2031-05-02", "2031-05-04")
    assert article.text == RAW.removeprefix(" date 2031-05-02 ")
    assert [quote.excerpts[0].words for quote in article.quotes] == [
        "Мир возможен только тогда, когда обе стороны этого хотят"
    ] * 2
    assert {(quote.speaker, str(quote.said)) for quote in article.quotes} == {("unknown", "../2031-05-02")}
    assert "nearest registered person is ivan-testov" in (project / DRAFT).read_text("utf-8")


def test_every_gap_is_listed_at_its_place(project, run):
    run(RAW)
    lines = (project / DRAFT).read_text("utf-8").split("\n")
    gaps = [problem.place for problem in check(project).problems if problem.code == "gap-left"]
    assert len(gaps) == sum(GAP in line for line in lines) == 11
    marks = (f'"{GAP_MARK}', f"# {GAP_MARK}")
    assert all(lines[place.line - 1][place.column - 1 :].startswith(marks) for place in gaps)


def test_the_language_of_messages_changes_no_byte_of_the_draft(project, run):
    run(RAW)
    written = (project / DRAFT).read_bytes()
    assert run(RAW, "--force", language="ru").exit_code == 0
    assert (project / DRAFT).read_bytes() == written


def test_the_same_capture_is_told_and_not_written(project, run):
    run(RAW, "--id", "first")
    before = files(project)
    again = run(RAW)
    assert (again.exit_code, again.stdout) == (1, "")
    assert "briefs/articles/2031/first.yml" in again.stderr
    assert run(RAW, "--force").exit_code == 1
    assert run(RAW, "--id", "second", "--force").exit_code == 1
    assert files(project) == before


def test_the_same_capture_is_found_in_a_broken_article(project, run):
    run(RAW)
    draft = project / DRAFT
    draft.write_text(draft.read_text("utf-8").replace("language: ru", "language: 7"), "utf-8")
    assert run(RAW).exit_code == 1


def test_another_capture_gets_a_name_of_its_own(project, run):
    run(RAW)
    assert run(RAW + "Конец.\n").stdout == DRAFT.replace(".yml", "-2.yml") + "\n"


def test_nothing_is_overwritten_without_force(project, run):
    run(RAW)
    (project / DRAFT).write_text(edited := (project / DRAFT).read_text("utf-8") + "# ours\n", "utf-8")
    other = RAW + "Конец.\n"
    refused = run(other, "--id", Path(DRAFT).stem)
    assert refused.exit_code == 2 and DRAFT in refused.stderr
    assert run(RAW).exit_code == 1
    assert (project / DRAFT).read_text("utf-8") == edited
    assert run(other, "--id", Path(DRAFT).stem, "--force").exit_code == 0
    assert "Конец." in (project / DRAFT).read_text("utf-8")


def test_force_never_overwrites_a_briefing(project, run):
    (project / "briefs/briefings").mkdir()
    (project / "briefs/briefings/talks.yml").write_text("id: talks\n")
    assert run(RAW, "--id", "talks", "--force").exit_code == 2
    assert (project / "briefs/briefings/talks.yml").read_text() == "id: talks\n"


def test_a_plain_text_has_no_date(project, run):
    result = run("Делегация прибыла к реке.\n")
    assert result.stdout == "briefs/articles/2031/undated-delegatsiya-pribyla-k-reke.yml\n"
    assert "not recognised" in result.stderr
    [article] = check(project).corpus.documents.articles.values()
    assert (str(article.published.date), article.language) == ("unknown", "und")
    draft = (project / result.stdout.strip()).read_text("utf-8")
    assert (
        "language: und # TODO: " in draft
        and "  date: unknown # TODO: " in draft
        and "channel: unknown # TODO: " in draft
    )


def test_a_page_brings_its_metadata(project, run):
    page = """<!doctype html><html><head><title>x</title>
        <meta property="og:title" content="&quot;River&quot;: ::add-mask::x #1">
        <meta name="author" content="Anna Example"><meta property="article:published_time" content="2031-05-02">
        <link rel="canonical" href="https://wire.example.org/river"></head><body><article>
        <p>The minister of Utopia came to the talks at the river and said that it was too early for a decision.</p>
        <p>“We agree to the plan,” Ivan Testov said, “but not now.” The talks go on in the town of the union.</p>
        </article></body></html>"""
    result = run(page, name="page.html")
    assert result.stdout == "briefs/articles/2031/2031-05-02-river-add-mask-x-1.yml\n"
    assert codes(project) <= {"gap-left", "excerpt-too-long", "actor-unused", "channel-unused"}
    [article] = check(project).corpus.documents.articles.values()
    assert article.headline == '"River": ::add-mask::x #1'
    assert (article.author, article.url, article.channel) == (
        "Anna Example",
        "https://wire.example.org/river",
        "example-wire",
    )
    assert (article.language, article.capture.losses) == ("en", ())
    assert [quote.excerpts[0].words for quote in article.quotes] == ["We agree to the plan", "but not now."]
    assert [each.language for each in article.quotes[0].translations] == ["ru"]


def test_odd_characters_are_told_and_left_to_check(project, run):
    result = run("date 2031-05-02 Ре\u200bка\u202e течёт.")
    assert result.exit_code == 0
    assert "U+200B ZERO WIDTH SPACE; U+202E RIGHT-TO-LEFT OVERRIDE" in result.stderr
    assert "\u202e" not in result.stderr
    assert "odd-character" in codes(project)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--id", "../x"], 2),
        (["--id", "index"], 2),
        (["--id", "a" * 81], 2),
        (["--id", "::add-mask::x\n::error::"], 2),
        (["--url", "javascript:alert(1)"], 2),
        (["--retrieved", "yesterday"], 2),
        (["--retrieved", "2031-02-30"], 2),
    ],
)
def test_wrong_use_is_told_in_one_line(project, run, options, status):
    result = run(RAW, *options)
    assert result.exit_code == status
    assert not any(line.startswith("::") for line in result.stderr.split("\n"))
    assert files(project) == ["briefs/actors.yml", "briefs/channels.yml"]


@pytest.mark.parametrize(
    ("raw", "name", "status"),
    [
        (b"", "raw.txt", 1),
        (b"\0\1\2", "raw.txt", 1),
        ("Река".encode("cp1251"), "raw.txt", 1),
        (b"date 2031-02-30 x", "raw.txt", 1),
        (b"<" * 1000, "raw.html", 1),
        (b"x " * 700_000, "raw.txt", 1),
        ("река " * 130_000, "raw.txt", 1),
        (b"", "::error::\n::x\x1b[31m.txt", 1),
        (Path("no-such-file"), "", 2),
        (Path(), "", 2),
    ],
)
def test_a_bad_file_is_told_in_one_line(project, run, raw, name, status):
    result = run(raw, name=name)
    assert result.exit_code == status
    assert result.stderr.count("\n") == 1 and result.stderr.strip("\n").isprintable()
    assert not result.stderr.startswith("::")
    assert files(project) == ["briefs/actors.yml", "briefs/channels.yml"]


def test_nothing_is_written_through_a_linked_folder(project, run, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (project / "briefs/articles").mkdir()
    (project / "briefs/articles/2031").symlink_to(tmp_path / "elsewhere")
    assert run(RAW).exit_code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_link_in_the_place_of_the_article_is_left_alone(project, run, tmp_path, options):
    (tmp_path / "precious").write_text("precious")
    (project / DRAFT).parent.mkdir(parents=True)
    (project / DRAFT).symlink_to(tmp_path / "precious")
    run(RAW, *options)
    assert (project / DRAFT).is_symlink()
    assert (tmp_path / "precious").read_text() == "precious"


def test_both_languages_have_every_sentence():
    def keys(node, path=""):
        if isinstance(node, dict) and "other" not in node:
            return {key for name, value in node.items() for key in keys(value, f"{path}.{name}")}
        return {path}

    first, second = (keys(wording(language).find("import")) for language in SITE_LANGUAGES)
    assert first == second
    assert GAP.startswith(GAP_MARK)


def test_the_dictionaries_load_only_when_they_are_asked():
    program = "import sys; import build_scripts.command.import_; print({'pymorphy3', 'trafilatura'} & set(sys.modules))"
    search = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"PYTHONPATH": search}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize(("name", "date", "quotes"), [("january", "2031-01-07", 1), ("october", "2030-10-30", 0)])
def test_long_texts_become_valid_drafts(project, run, name, date, quotes):
    seed = STRAIT / "captures" / f"{name}.txt"
    assert run(seed).exit_code == 0
    assert codes(project) == {"gap-left", "excerpt-too-long", "actor-unused", "channel-unused"}
    [article] = check(project).corpus.documents.articles.values()
    assert article.id.startswith(f"{date}-") and str(article.published.date) == date
    assert article.capture.sha256 == hashlib.sha256(seed.read_bytes()).hexdigest()
    assert article.capture.characters == len(seed.read_text("utf-8"))
    assert (article.language, len(article.quotes)) == ("ru", quotes)
    assert (article.text or "").split() == seed.read_text("utf-8").split()[2:]


def test_a_receipt_takes_the_name_of_its_article_from_nobody(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "briefs").mkdir(parents=True)
    (project / "mkdocs.yml").write_text("site_name: Test\n", "utf-8")
    raw = tmp_path / "raw.txt"
    raw.write_text(" date 2031-05-02 Мост строят у реки.\n", "utf-8")
    runner = CliRunner()
    call = ["--project", str(project), "--lang", "en", "import", "--id", "2031-05-02-bridge"]
    assert runner.invoke(main, [*call, str(raw)]).exit_code == 0
    receipt = project / "briefs/receipts/2031-05-02-bridge.json"
    receipt.parent.mkdir()
    receipt.write_text("{}", "utf-8")
    told = runner.invoke(main, [*call, "--force", str(raw)])
    assert told.exit_code == 0, told.output
