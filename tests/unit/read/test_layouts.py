"""Pages as they are built: in each layout the text is whole, what is foreign is told, and no date is invented.

A layout is a page with places for sentences: `$lead` and `$p1` … belong to the article; `$f1` … are seen on the page
and are none of it; `$h1` … are not seen; `$c1` … are cells of a table. Its first line has the date that it states.
"""

import re
import string
from pathlib import Path

import pytest

from build_scripts.command.left_out import left_out
from build_scripts.model.capture import Capture
from build_scripts.read.capture import read_capture
from build_scripts.wording import wording

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.html"))

RUSSIAN = {
    "lead": "Комиссия двух стран решила открыть мост весной, сказала её глава Лена Марская после голосования.",
    "p1": "Инженеры двух берегов осмотрели опоры и не нашли трещин, говорится в отчёте за прошлый год.",
    "p2": "Жители ждут открытия уже пять лет, и многие считают, что медлить больше нельзя ни месяца.",
    "p3": "«Мост нужен обоим берегам», — сказал министр Иван Тестов журналистам в столице на прощание.",
    "p4": "Протокол о паводках и о ремонте опор должен быть подписан на следующей встрече в мае.",
    "p5": "Мост построен сорок лет назад и соединяет два города, которые раньше связывал один паром.",
    "p6": "Без учёта ремонта, который в прошлом году оплатила Зеландия из собственной казны.",
    "f1": "Зеландия закрывает все мосты до конца года, и вот что об этом известно сегодня утром.",
    "f2": "Новая крыша для дачи со скидкой: закажите её прямо сейчас, и мы привезём её завтра.",
    "f3": "Самые важные новости недели приходят на почту каждую пятницу, подписаться можно здесь.",
    "h1": "Скрытое окно предлагает читателю войти на сайт и оставить свой почтовый адрес.",
    "h2": "Включите сценарии в своём браузере, чтобы страница показала всё, что она умеет.",
    "c1": "Утопия",
    "c2": "Зеландия",
}
ENGLISH = {
    "lead": "The commission of both banks will open the bridge in spring, its chair Lena Marsk said after the vote.",
    "p1": "Engineers inspected the piers and found no cracks, according to the report of the last year.",
    "p2": "People on both banks have waited for five years, and many think that it must not take longer.",
    "p3": "“Both banks need the bridge,” minister Ivan Testov told reporters in the capital on Tuesday.",
    "p4": "A protocol on floods and on the repair of the piers is to be signed at the next meeting in May.",
    "p5": "The bridge was built forty years ago and joins two towns that only a ferry linked before.",
    "p6": "Without the repair that Zealandia paid for last year out of its own treasury, the ministry says.",
    "f1": "Zealandia closes all its bridges before the end of the year, and here is what we know of it.",
    "f2": "A new roof for your summer house at half the price: order it now and have it tomorrow.",
    "f3": "The most important news of the week come by mail on every Friday, and you can sign up here.",
    "h1": "A window that nobody has opened asks the reader to sign in and to leave an address.",
    "h2": "Switch on scripts in your browser so that this page can show you all that it is able to.",
    "c1": "Utopia",
    "c2": "Zealandia",
}


@pytest.fixture(scope="module")
def captured(tmp_path_factory, in_process):
    """Fill a layout with its sentences and read it; each is read once."""
    read: dict[Path, tuple[Capture, dict[str, str]]] = {}
    folder = tmp_path_factory.mktemp("pages")

    def capture(layout):
        if layout not in read:
            template = layout.read_text("utf-8")
            sentences = RUSSIAN if layout.name.startswith("ru") else ENGLISH
            used = {name: text for name, text in sentences.items() if f"${name}" in template}
            page = folder / layout.name
            page.write_text(string.Template(template).substitute(sentences), "utf-8")
            found = read_capture(page)
            assert isinstance(found, Capture)
            read[layout] = found, used
        return read[layout]

    return capture


each_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=[path.stem for path in LAYOUTS])


def test_there_are_enough_layouts():
    assert len(LAYOUTS) >= 30


@each_layout
def test_the_text_is_whole_and_in_order(captured, layout):
    capture, sentences = captured(layout)
    wanted = [text for name, text in sentences.items() if name[0] in "lpc"]
    assert [text for text in wanted if text not in capture.text] == []
    paragraphs = [text for name, text in sentences.items() if name[0] in "lp"]
    assert sorted(paragraphs, key=capture.text.find) == paragraphs


@each_layout
def test_what_is_foreign_is_told_and_not_taken(captured, layout):
    capture, sentences = captured(layout)
    told = "\n".join(left_out(capture, wording("en")))
    for name, text in sentences.items():
        if name.startswith("f"):
            assert text not in capture.text
            assert text[:38] in told
        if name.startswith("h"):
            assert text not in capture.shown


@each_layout
def test_every_visible_block_is_in_the_text_or_told(captured, layout):
    capture, _ = captured(layout)
    told = "\n".join(left_out(capture, wording("en")))
    headline = capture.headline.value if capture.headline else ""
    for block in capture.blocks:
        assert block.text in capture.text if block.kept else block.text.split("\n")[0][:35] in told + headline


@each_layout
def test_only_a_date_that_the_page_names_so_is_one_of_publication(captured, layout):
    capture, _ = captured(layout)
    [stated] = re.findall(r"\A<!-- published: (\S+) -->", layout.read_text("utf-8"))
    assert str(capture.date or "none") == stated
    assert bool(capture.date_origin) == bool(capture.date)
