"""A raw file becomes a capture, or one reason why not; never a traceback, never a link, never a guess."""

import hashlib
import os

import pytest

from build_scripts.model.capture import Block, Capture, Form, Unreadable
from build_scripts.read import bounded
from build_scripts.read.capture import MOST_BYTES, read_capture

PAGE = """<!doctype html><html lang="ru-RU"><head><meta charset="{charset}"><title>Встреча у реки | Пример</title>
<meta property="og:title" content="Встреча у реки"><meta property="og:site_name" content="Example Wire">
<meta property="article:published_time" content="{date}"><meta name="author" content="Анна Примерова">
<link rel="canonical" href="https://wire.example.org/river"></head><body><nav><a href="/">Главная</a></nav>
<article><h1>Встреча у реки</h1><p>Министр Утопии прибыл на переговоры к реке Тихой в среду утром, сообщают.</p>
<p>"Мир возможен только вдвоём", - заявил министр после встречи с <a href="/z">делегацией Зеландии</a>.</p>
<ul><li>Первый пункт плана переправы и дорог</li><li>Второй пункт плана</li></ul>
<p>Переговоры продолжатся завтра,<br>сообщили участники.</p></article><footer>Пример, 2031</footer></body></html>"""


def page(charset="utf-8", date="2031-05-02T10:00:00+03:00", encoding=None):
    return PAGE.format(charset=charset, date=date).encode(encoding or charset)


@pytest.fixture
def capture(tmp_path):
    """Write bytes into a file and read it."""

    def read(data, name="raw.txt"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_capture(path)

    return read


def test_a_text_behind_a_header_has_the_date_of_the_header(capture):
    raw = " date 2031-05-02 Первый абзац.\n\nВторой абзац.\n"
    got = capture(raw)
    assert got == Capture(
        Form.DATED_TEXT,
        hashlib.sha256(raw.encode()).hexdigest(),
        len(raw),
        "Первый абзац.\n\nВторой абзац.",
        (Block("Первый абзац.", kept=True), Block("Второй абзац.", kept=True)),
        date=got.date,
        date_origin="header",
    )
    assert str(got.date) == "2031-05-02"


@pytest.mark.parametrize(
    "raw", ["date 2031-05-021 x", "date: 2031-05-02 x", "update 2031-05-02 x", "The date 2031-05-02 x"]
)
def test_only_the_exact_header_is_one(capture, raw):
    got = capture(raw)
    assert (got.form, got.date, got.text) == (Form.TEXT, None, raw)


def test_a_header_with_an_impossible_day_is_refused(capture):
    assert capture("date 2031-02-30 Текст.") == Unreadable("no-such-day", {"date": "2031-02-30"})


def test_line_ends_are_one_and_the_hash_is_of_the_bytes(capture):
    raw = b"\xef\xbb\xbfOne.\r\n\r\n\r\n  Two.  \rThree.\r\n"
    got = capture(raw)
    assert got.text == "One.\n\nTwo.\nThree."
    assert got.sha256 == hashlib.sha256(raw).hexdigest()
    assert got.odd == ()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Один.\nДва!\nТри.", "Один.\n\nДва!\n\nТри."),
        ("Строка, что\nпродолжается и\nкончается.", "Строка, что\nпродолжается и\nкончается."),
        ("Он вошёл.\n— Да, — сказал он.\n— Нет.\n\nКонец.", "Он вошёл.\n\n— Да, — сказал он.\n\n— Нет.\n\nКонец."),
    ],
)
def test_paragraphs(capture, raw, text):
    assert capture(raw).text == text


def test_odd_characters_are_told_and_stay(capture):
    got = capture("Ре\u200bка\u202e и ре\u200bка.")
    assert got.text == "Ре\u200bка\u202e и ре\u200bка."
    assert got.odd == ("U+200B ZERO WIDTH SPACE", "U+202E RIGHT-TO-LEFT OVERRIDE")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "no-text"),
        (b" \n\r\n\t", "no-text"),
        (b"date 2031-05-02\n", "no-text"),
        (b"PK\x03\x04\x00\x00", "kind-archive"),
        (b"a\0b", "not-a-text"),
        (bytes(range(256)), "not-a-text"),
        ("Река".encode("cp1251"), "not-utf8"),
        (b"\xff\xfe\x00", "not-a-text"),
        (b"x" * (MOST_BYTES + 1), "too-large"),
    ],
)
def test_what_is_no_text_is_refused(capture, data, key):
    assert capture(data).key == key


def test_a_text_in_utf_16_with_its_mark_is_read(capture):
    assert capture("Река и мир.".encode("utf-16")).text == "Река и мир."


def test_only_a_regular_file_is_read(tmp_path):
    (tmp_path / "real.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link.txt", "dangling", "pipe", "."):
        assert read_capture(tmp_path / name) == Unreadable("not-a-file")
    assert read_capture(tmp_path / "none") == Unreadable("not-found")
    assert isinstance(read_capture(tmp_path / "a\0b"), Unreadable)


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page"])
def test_a_page_gives_its_text_and_what_it_says_of_itself(capture, name):
    got = capture(page(), name)
    assert got.form is Form.HTML
    assert (got.headline.value, str(got.date), got.author.value) == ("Встреча у реки", "2031-05-02", "Анна Примерова")
    assert (got.url.value, got.publisher.value, got.language) == (
        "https://wire.example.org/river",
        "Example Wire",
        "ru",
    )
    assert got.characters == len(PAGE.format(charset="utf-8", date="2031-05-02T10:00:00+03:00"))
    assert got.text.split("\n\n")[-3:] == [
        "• Первый пункт плана переправы и дорог",
        "• Второй пункт плана",
        "Переговоры продолжатся завтра,\nсообщили участники.",
    ]
    assert "Главная" not in got.text and "делегацией Зеландии." in got.text


@pytest.mark.parametrize(("charset", "encoding"), [("windows-1251", None), ("koi8-r", None), ("utf-8", "utf-16")])
def test_a_page_is_read_in_the_encoding_it_declares(capture, charset, encoding):
    assert capture(page(charset, encoding=encoding), "page.html").headline.value == "Встреча у реки"


def test_a_page_that_declares_no_encoding_is_not_guessed(capture):
    data = PAGE.replace('<meta charset="{charset}">', "").encode("cp1251")
    assert capture(data, "page.html") == Unreadable("not-utf8")
    assert capture(page("unicode_escape", encoding="cp1251"), "page.html") == Unreadable("not-utf8")


@pytest.mark.parametrize("date", ["2031-05", "2031", "soon", ""])
def test_a_page_without_a_whole_date_gets_no_day_invented(capture, date):
    assert capture(page(date=date), "page.html").date is None


def test_hostile_metadata_stay_text_in_one_line(capture):
    data = PAGE.replace('"Встреча у реки"', '"::add-mask::x&#10;::error::&#27;[31m"')
    data = data.replace("https://wire.example.org/river", "javascript:alert(1)")
    got = capture(data.format(charset="utf-8", date="2031-05-02"), "page.html")
    assert "\n" not in got.headline.value and got.url is None


@pytest.mark.parametrize(
    "data",
    [
        b"<" * 2_000_000,
        b"<div>" * 200_000,
        b"<html><body>" + b"<div>" * 50_000 + b"<p>A text in the depth.</p>" * 50,
        b"<html><body>" + b"<b>" * 200_000 + b"x",
        b'<html><script type="application/ld+json">' + b"[" * 100_000 + b"</script><p>Text",
        b"<html>" + b"<!--" * 100_000,
        b"<!---->" * 100_000 + b"!",
        b"<html><body><p>&#0;&#xd800;&#x10ffff;&#xfffe; text",
    ],
    ids=["lt", "div", "deep", "bold", "json", "comments", "many-comments", "entities"],
)
def test_hostile_pages_end_without_a_traceback(capture, data):
    assert isinstance(capture(data, "page.html"), Capture | Unreadable)


ATTRIBUTES = "<html><body " + " ".join(f'a{number}="x"' for number in range(200_000)) + ">x"  # minutes in libxml2


def test_a_page_that_takes_too_long_is_given_up():
    assert bounded.read_bounded("page", ATTRIBUTES.encode(), longest=1.0) == Unreadable("page-too-hard")


@pytest.mark.slow
def test_the_reader_bounds_its_own_computing():
    assert bounded.read_bounded("page", ATTRIBUTES.encode(), longest=600.0) == Unreadable("page-too-hard")


def test_a_reader_that_does_not_start_is_a_fault_of_the_tool(monkeypatch):
    monkeypatch.setattr(bounded, "_PROGRAM", "import module_that_is_not_there")
    with pytest.raises(RuntimeError, match="module_that_is_not_there"):
        bounded.read_bounded("page", b"<p>x")
