"""What `spravka import` tells, what may be given to it, and a newer capture of an article that is there."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts.command import main
from build_scripts.pipeline import check

CHANNELS = 'example-wire: {kind: agency, name: {ru: "Пример", en: "Example Wire"}}\n'
ACTORS = 'ivan-testov: {kind: person, name: {ru: "Иван Тестов", en: "Ivan Testov"}}\n'
PAGE = """<html lang="ru"><head><title>Мост</title><link rel="canonical" href="https://news.example.org/most">{head}</head>
<body><nav><a href="/a">Главная</a><a href="/b">Политика</a></nav><article><h1>Мост откроют</h1>
<p>Комиссия двух стран решила открыть мост весной, сказала её глава журналистам.</p>
<figure><img src="a.jpg"><figcaption>Мост в мае. Фото: Пётр Примеров</figcaption></figure>
<p>{words} — сказал министр Иван Тестов на прощание журналистам в столице.</p>
<div class="ad">Кредит на лодку от 3,9 %</div>
<p>Инженеры двух берегов осмотрели опоры и не нашли трещин, говорится в отчёте.</p></article></body></html>"""
WORDS = "«Мост нужен обоим берегам»,"
DATED = '<meta property="article:published_time" content="2031-05-02">'
ANNOTATED = """# ours, at the top
id: 2031-05-02-bridge
language: ru
title: {{ru: "Мост", en: "The bridge"}} # our own heading
channel: example-wire
published: {{date: unknown, basis: {{ru: "не указана", en: "not stated"}}}} # asked twice
# why only an excerpt
rights: excerpt
capture:
  sha256: {sha256}
  characters: 900
  # the photo was on the page
  losses: [photo]
text: |
  Комиссия двух стран решила открыть мост.

  «Мост нужен обоим берегам», — сказал министр Иван Тестов на прощание журналистам в столице.
# below the text
summary: {{ru: "Мост нужен.", en: "The bridge is needed."}}
quotes:
  - id: q7 # kept for ever
    words: "Мост нужен обоим берегам"
    speaker: ivan-testov
    said: unknown
    spoken_in: unknown
    translations: [{{language: en, text: "The bridge is needed by both banks", by: editors}}]
"""


@pytest.fixture
def project(tmp_path):
    """A project with one annotated article."""
    root = tmp_path / "project"
    (root / "briefs/articles/2031").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Test\n")
    (root / "briefs/channels.yml").write_text(CHANNELS, "utf-8")
    (root / "briefs/actors.yml").write_text(ACTORS, "utf-8")
    return root


@pytest.fixture
def run(project, tmp_path):
    """Import a page."""

    def run_import(page, *options, name="page.html", language="en"):
        path = tmp_path / name
        path.write_bytes(page if isinstance(page, bytes) else page.encode())
        call = ["--project", str(project), "--lang", language, "--today", "2031-06-01", "import", *options, str(path)]
        return CliRunner().invoke(main, call)

    return run_import


@pytest.fixture
def annotated(project):
    """The article, as somebody annotated it."""
    path = project / "briefs/articles/2031/2031-05-02-bridge.yml"
    path.write_text(ANNOTATED.format(sha256="1" * 64), "utf-8")
    assert [each.code for each in check(project).problems if each.level == "error"] == []
    return path


def page(words=WORDS, head=DATED):
    return PAGE.format(words=words, head=head)


def test_what_is_left_out_is_told_by_kind_with_its_first_words(run):
    told = run(page(), "--id", "a").stderr
    assert "3 visible blocks are not in the text" in told
    assert "  links: ГлавнаяПолитика\n" in told
    assert "  caption: Мост в мае. Фото: Пётр Примеров — probably belongs to the text\n" in told
    assert "  beside the text: Кредит на лодку от 3,9 %\n" in told
    assert "Мост откроют" not in told, "the headline stands in its field"


def test_all_keeps_everything(project, run):
    result = run(page(), "--id", "a", "--all")
    assert "not in the text" not in result.stderr
    text = str(check(project).corpus.documents.articles["a"].text)
    assert all(words in text for words in ("ГлавнаяПолитика", "Мост в мае", "Кредит на лодку", "Мост откроют"))


def test_what_is_given_stands_in_the_draft_and_a_given_date_asks_for_its_basis(project, run):
    options = ["--date", "2031-05", "--channel", "example-wire", "--language", "be", "--url", "https://a.example.org/1"]
    result = run(page(head=""), *options)
    assert result.exit_code == 0, result.stderr
    [article] = check(project).corpus.documents.articles.values()
    assert (str(article.published.date), article.channel, article.language) == ("2031-05", "example-wire", "be")
    assert article.id.startswith("2031-05-") and article.url == "https://a.example.org/1"
    assert article.published.kind is None and str(article.published.basis.en).startswith("TODO")


@pytest.mark.parametrize(
    "options",
    [
        ["--date", "02.05.2031"],
        ["--channel", "exampl-wire"],
        ["--language", "Russian"],
        ["--encoding", "runes"],
        ["--into", "nothing"],
        ["--into", "2031-05-02-bridge", "--force"],
        ["--into", "2031-05-02-bridge", "--id", "a"],
    ],
)
def test_wrong_options_are_told_in_one_line(run, annotated, options):
    before = annotated.read_bytes()
    result = run(page(), *options)
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
    assert annotated.read_bytes() == before


def test_every_statement_has_its_origin_and_every_guess_a_mark(project, run):
    head = '<meta name="author" content="И. И. Тестов"><meta property="og:site_name" content="Берег">'
    run(page(head=head + '<meta name="date" content="2031-05-09">'), "--id", "a")
    draft = (project / "briefs/articles/2031/a.yml").read_text("utf-8")
    assert 'headline: "Мост откроют" # h1\n' in draft
    assert 'author: "И. И. Тестов" # author\n' in draft
    assert re.search(r'^channel: unknown # TODO: .+ og:site_name: "Берег"$', draft, re.MULTILINE)
    assert re.search(r"^  date: unknown # TODO: ", draft, re.MULTILINE)
    assert "  #   2031-05-09: date\n" in draft
    assert re.search(r"^  losses: \[photo\]$", draft, re.MULTILINE), "publisher, author, headline and address are there"


def test_a_newer_capture_keeps_records_comments_and_order(project, run, annotated):
    result = run(page(), "--into", "2031-05-02-bridge", "--retrieved", "2031-05-04")
    assert (result.exit_code, result.stdout) == (0, "briefs/articles/2031/2031-05-02-bridge.yml\n"), result.stderr
    text = annotated.read_text("utf-8")
    for kept in (
        "# ours, at the top\n",
        "# our own heading\n",
        "# asked twice\n",
        "# why only an excerpt\nrights",
        "  # the photo was on",
        "# below the text\nsummary",
        "  - id: q7 # kept for ever\n",
    ):
        assert kept in text
    article = check(project).corpus.documents.articles["2031-05-02-bridge"]
    assert (str(article.published.date), str(article.retrieved), article.headline) == (
        "2031-05-02",
        "2031-05-04",
        "Мост откроют",
    )
    assert article.capture.sha256 != "1" * 64 and "Инженеры двух берегов" in str(article.text)
    assert [quote.id for quote in article.quotes] == ["q7"] and article.channel == "example-wire"
    assert "Renewed: headline, published, retrieved, capture, text." in result.stderr
    again = run(page(), "--into", "2031-05-02-bridge", "--retrieved", "2031-05-04")
    assert annotated.read_text("utf-8") == text and again.exit_code == 0


def test_what_was_left_to_do_before_is_no_loss(run):
    assert run(page(), "--id", "draft").exit_code == 0
    result = run(page().replace("Инженеры", "Рабочие"), "--into", "draft")
    assert result.exit_code == 0, result.stderr


def test_what_the_newer_capture_does_not_say_stays(project, run, annotated):
    run(page(head=""), "--into", "2031-05-02-bridge")
    article = check(project).corpus.documents.articles["2031-05-02-bridge"]
    assert (article.published.basis.en, str(article.retrieved)) == ("not stated", "unknown")


def test_records_that_lost_their_words_are_told(run, annotated):
    result = run(page(words="«Мост не нужен никому»,"), "--into", "2031-05-02-bridge", language="ru")
    assert result.exit_code == 1
    assert "появились ошибки" in result.stderr and "words-not-found" in result.stderr
    assert "id: q7" in annotated.read_text("utf-8")


def test_another_capture_of_a_known_address_is_told(project, run):
    assert run(page(), "--id", "first").exit_code == 0
    again = run(page(words="«Мост нам нужен»,"))
    assert again.exit_code == 1 and "--into first" in again.stderr
    assert run(page(words="«Мост нам нужен»,"), "--id", "second").exit_code == 0


def test_only_menus_are_no_text(run):
    menu = "".join(f"<li><a href='/{number}'>Город номер {number}</a></li>" for number in range(30))
    hidden = "<div hidden><p>Комиссия двух стран решила открыть мост весной, сказала её глава.</p></div>"
    refused = run(f"<html><body><ul>{menu}</ul></body></html>", "--id", "a")
    assert refused.exit_code == 1 and "no text" in refused.stderr
    taken = run(f"<html><body><ul>{menu}</ul>{hidden}</body></html>", "--id", "b")
    assert taken.exit_code == 0 and "shows nothing but menus" in taken.stderr and Path(taken.stdout.strip()).stem == "b"


def test_hidden_paragraphs_of_an_article_are_told(run):
    more = (
        "<div style='display:none'><p>Мост рухнул при первом же паводке, говорится в тайном отчёте комиссии.</p></div>"
    )
    told = run(page().replace("</article>", f"{more}</article>"), "--id", "a").stderr
    assert "hidden in the page" in told and "Мост рухнул при первом же паводке" in told


def test_what_was_imported_by_a_given_encoding_is_verified_by_it(project, run, tmp_path):
    raw = "Мост через реку откроют весной, сообщило министерство.\n".encode("cp1251")
    assert run(raw, "--id", "a", name="a.txt").exit_code == 1, "nothing says how to read it"
    assert run(raw, "--id", "a", "--encoding", "windows-1251", name="a.txt").exit_code == 0
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "a.txt").write_bytes(raw)
    call = ["--project", str(project), "--today", "2031-06-01", "verify", "--captures", str(tmp_path / "captures")]
    assert CliRunner().invoke(main, call).exit_code == 1
    assert CliRunner().invoke(main, [*call, "--encoding", "none-such"]).exit_code == 2
    told = CliRunner().invoke(main, [*call, "--encoding", "windows-1251"])
    assert (project / "briefs/receipts/a.json").is_file(), told.output
