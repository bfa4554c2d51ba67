"""Files of other kinds are read as what they are, or refused by name; paper leaves its page numbers behind."""

import io
import zipfile
from email.message import EmailMessage

import pytest
import typst

from build_scripts.model.capture import BlockKind, Capture, Form, Unreadable
from build_scripts.read.capture import read_capture

PAGE = (
    "<html><head><meta charset='{}'><title>Мост</title></head><body><article><p>Комиссия двух стран "
    "решила открыть мост весной, сказала её глава журналистам.</p>"
    "<p>Инженеры двух берегов осмотрели опоры и не нашли трещин.</p></article></body></html>"
)


@pytest.fixture
def capture(tmp_path):
    """Write bytes into a file and read it."""

    def read(data, name="raw.txt", encoding=None):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_capture(path, encoding)

    return read


def zipped(*names):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "key", "kind"),
    [
        (rb"{\rtf1\ansi text}", "a.txt", "kind-office", "RTF"),
        (zipped("word/document.xml"), "a.docx", "kind-office", "DOCX"),
        (zipped("mimetype", "content.xml"), "a.odt", "kind-office", "ODT"),
        (zipped("a.txt"), "a.zip", "kind-archive", "ZIP"),
        (b"PK\x03\x04 broken", "a.docx", "kind-archive", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "a.doc", "kind-office", "DOC"),
        ("1\n00:00:01,000 --> 00:00:04,000\nМост нужен.\n", "a.txt", "kind-subtitles", "SRT"),
        ("WEBVTT\n\n00:01.000 --> 00:04.000\nМост.\n", "a.vtt", "kind-subtitles", "WebVTT"),
        ('{"text": "Мост нужен."}', "a.txt", "kind-data", "JSON"),
        ('<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a.xml", "kind-data", "RSS"),
        ('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', "a", "kind-data", "Atom"),
        ("<?xml version='1.0'?><note>Мост</note>", "a.txt", "kind-data", "XML"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "kind-picture", "PNG"),
        (b"\xff\xd8\xff\xe0", "scan.txt", "kind-picture", "JPEG"),
        (b"RIFF....WEBPVP8 ", "a", "kind-picture", "WebP"),
        (b"....ftypisom", "a.mp4", "kind-sound", "MP4"),
        (b"bplist00....", "a.webarchive", "kind-web-archive", "webarchive"),
        ("version https://git-lfs.github.com/spec/v1\n", "a.txt", "kind-pointer", "Git LFS"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_name(capture, data, name, key, kind):
    assert capture(data, name) == Unreadable(key, {"kind": kind})


def test_what_only_looks_like_another_kind_is_a_text(capture):
    assert capture("[…] мост нужен обоим берегам.").form is Form.TEXT
    assert capture("1\n\nМост нужен обоим берегам.").form is Form.TEXT


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("cp1251", "cp1251"),
        ("x-cp1251", "cp1251"),
        ("win-1251", "cp1251"),
        ("IBM866", "cp866"),
        ("x-mac-cyrillic", "mac_cyrillic"),
        ("utf8", "utf-8"),
        ("koi8-u", "koi8-u"),
        ("latin1", "utf-8"),
    ],
)
def test_a_page_is_read_by_the_labels_that_browsers_know(capture, label, encoding):
    got = capture(PAGE.format(label).encode(encoding), "page.html")
    assert got.text.startswith("Комиссия двух стран") and got.bad_characters == 0


def test_a_few_bad_bytes_are_told_and_many_are_refused(capture):
    text = "Мост нужен обоим берегам, сказал министр на прощание. " * 20
    got = capture(text.encode().replace("сказал".encode(), b"\xffc", 2))
    assert (got.bad_characters, got.text.count("\ufffd")) == (2, 2)
    assert got.odd == ("U+FFFD REPLACEMENT CHARACTER",)
    assert capture((text + "\0").encode()).bad_characters == 1
    assert capture(text.encode("cp1251")) == Unreadable("not-utf8")


def test_an_encoding_that_is_given_is_believed(capture):
    assert capture("Мост нужен.".encode("koi8-r"), encoding="KOI8-R").text == "Мост нужен."
    page = PAGE.format("utf-8").encode("cp1251")
    assert capture(page, "page.html", "windows-1251").text.startswith("Комиссия")


def mail(body, subtype="plain", **headers):
    message = EmailMessage()
    for name, value in {"From": "press@ministry.example.org", "Subject": "Мост", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(body, subtype=subtype)
    return message


def test_a_mail_gives_its_text_and_its_headers(capture):
    message = mail("Мост нужен обоим берегам.\n\nЕго откроют.\n", Date="Fri, 02 May 2031 10:00:00 +0300")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="a.pdf")
    got = capture(bytes(message), "mail.eml")
    assert (got.form, got.text) == (Form.MAIL, "Мост нужен обоим берегам.\n\nЕго откроют.")
    assert (str(got.date), got.date_origin, got.headline.value) == ("2031-05-02", "Date (mail)", "Мост")
    assert (got.author.value, got.author.origin) == ("press@ministry.example.org", "From")
    assert got.notes == ("attachments",)


def test_a_page_saved_as_mhtml_is_that_page(capture):
    message = EmailMessage()
    message["Subject"] = "Мост"
    message["Snapshot-Content-Location"] = "https://news.example.org/most"
    message["Date"] = "Tue, 03 Jun 2031 10:00:00 -0000"
    message.set_content(PAGE.format("utf-8"), subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<a>")
    got = capture(bytes(message), "page.mhtml")
    assert (got.form, got.url.value, got.date) == (Form.MHTML, "https://news.example.org/most", None)
    assert got.text.startswith("Комиссия двух стран") and len(got.blocks) == 2
    assert [each.value for each in got.other_dates] == ["2031-06-03"], "the day of saving is no day of publication"


BROKEN = b"MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--x"


@pytest.mark.parametrize("data", [b"", b"Subject: x\n", BROKEN, b"\xff\xfe" * 9])
def test_a_broken_mail_is_told(capture, data):
    assert isinstance(capture(data, "mail.eml"), Unreadable)


PRINTED = """#set page(width: 12cm, height: 8cm, header: [Совет государств #h(1fr) A/2031/15], numbering: "— 1 —")
#set text(lang: "ru", size: 10pt)
= Коммюнике
#for i in range(5) [
Комиссия номер #i соберётся снова в мае, и на этой встрече должен быть подписан протокол о паводках и о ремонте опор.
«Мост нужен обоим берегам», — сказал министр Иван Тестов на прощание журналистам в столице двух стран.

]"""


def pdf(tmp_path, source):
    (tmp_path / "a.typ").write_text(source, "utf-8")
    return typst.compile(tmp_path / "a.typ")


def test_a_pdf_gives_its_paragraphs_without_what_belongs_to_the_sheets(capture, tmp_path):
    got = capture(pdf(tmp_path, PRINTED), "a.pdf")
    assert isinstance(got, Capture) and got.form is Form.PDF
    assert got.text.startswith("Коммюнике\n\nКомиссия номер 0 соберётся снова в мае, и на этой встрече\nдолжен быть")
    words = " ".join(got.text.split())
    told = "«Мост нужен обоим берегам», — сказал министр Иван Тестов на прощание журналистам в столице двух стран."
    assert words.count(told) == 5
    left = [block.text for block in got.blocks if not block.kept]
    assert {block.kind for block in got.blocks if not block.kept} == {BlockKind.FURNITURE}
    assert "— 1 —" in left and any("A/2031/15" in each for each in left)


def test_a_pdf_without_words_is_refused(capture, tmp_path):
    assert capture(pdf(tmp_path, "#rect(width: 3cm, height: 3cm)"), "a.pdf").key == "pdf-without-text"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7", b"%PDF-1.7\n" + b"1 0 obj<<" * 50_000, b"%PDF-1.4\n%%EOF", b"%PDF-" + bytes(range(256)) * 500],
)
def test_a_broken_pdf_is_told(capture, data):
    assert capture(data, "a.pdf").key in {"pdf-broken", "page-too-hard", "pdf-without-text"}


def test_every_damage_of_a_pdf_ends_without_a_traceback(capture, tmp_path):
    whole = pdf(tmp_path, PRINTED)
    for at in range(200, len(whole), len(whole) // 8):
        assert isinstance(capture(whole[:at] + b"\0\xff[<" + whole[at + 4 :], "a.pdf"), Capture | Unreadable)


@pytest.mark.parametrize(
    ("text", "kept", "left"),
    [
        (
            "Мост откро-\nют весной.\n\n2          A/2031/15\n\n1 Без учёта ремонта.",
            ["Мост откро-\nют весной.", "1 Без учёта ремонта."],
            ["2          A/2031/15"],
        ),
        (
            "Мост откроют.\n\nОрбан, 29 мая 2031 г.\n          — 2 —\n",
            ["Мост откроют.", "Орбан, 29 мая 2031 г."],
            ["— 2 —"],
        ),
        (
            "Начало первого абзаца и его\n\n3\n\fсередина на другой странице.\n\nКонец.",
            ["Начало первого абзаца и его\nсередина на другой странице.", "Конец."],
            ["3"],
        ),
        (
            "Отчёт 2031\nПервая страница.\n\f Отчёт 2031\nВторая страница.\n\fОтчёт 2031\nТретья.",
            ["Первая страница.", "Вторая страница.", "Третья."],
            ["Отчёт 2031"] * 3,
        ),
        (
            "Стр. 1 из 2\n\nПервая стра-\nница.\n\fСтр. 2 из 2\n\nВторая.",
            ["Первая стра-\nница.", "Вторая."],
            ["Стр. 1 из 2", "Стр. 2 из 2"],
        ),
        (
            "Первый абзац.\n\n12\n\nВторой абзац.",
            ["Первый абзац.", "12", "Второй абзац."],
            [],
        ),
        (
            "(Аплодисменты.)\n\nСпасибо.\n\n(Аплодисменты.)\n\nДо свидания.",
            ["(Аплодисменты.)", "Спасибо.", "(Аплодисменты.)", "До свидания."],
            [],
        ),
    ],
)
def test_a_text_from_paper_leaves_page_numbers_and_heads(capture, text, kept, left):
    got = capture(text)
    assert [block.text for block in got.blocks if block.kept] == kept
    assert [block.text for block in got.blocks if not block.kept] == left
    assert got.text == "\n\n".join(kept)
