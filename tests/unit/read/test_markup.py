"""Markup that carries meaning survives as text."""

import pytest

from build_scripts.model.capture import Capture
from build_scripts.read.capture import read_capture

FIRST = "<p>Комиссия двух стран решила открыть мост весной, сказала её глава журналистам.</p>"
LAST = "<p>Инженеры двух берегов осмотрели опоры и не нашли трещин, говорится в отчёте.</p>"


@pytest.fixture
def between(tmp_path, in_process):
    """Return the paragraphs that markup between two paragraphs becomes."""

    def read(markup, language="ru"):
        path = tmp_path / "page.html"
        page = f"<html lang='{language}'><body><article>{FIRST}{markup}{LAST}</article></body></html>"
        path.write_text(page, "utf-8")
        found = read_capture(path)
        assert isinstance(found, Capture)
        return found.text.split("\n\n")[1:-1]

    return read


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            "<p>Министр <s>подписал</s> <ins>не подписал</ins> протокол.</p>",
            ["Министр ~~подписал~~ ++не подписал++ протокол."],
        ),
        ("<p>Он <span style='text-decoration: line-through'>ушёл</span> остался.</p>", ["Он ~~ушёл~~ остался."]),
        ("<del><p>Мост закрыт.</p><p>Навсегда.</p></del>", ["~~Мост закрыт.~~", "~~Навсегда.~~"]),
        (
            "<p>Стоил 10<sup>6</sup> крон<sup><a href='#n'>1</a></sup>, 12 м<sup>2</sup>, CO<sub>2</sub>.</p>",
            ["Стоил 10⁶ крон¹, 12 м², CO₂."],
        ),
        (
            "<p>The 21<sup>st</sup> clause[1], see a<sup>[2]</sup> and x<sup>k</sup>.</p>",
            ["The 21st clause[1], see a[2] and x^(k)."],
        ),
        ("<p>Сказал: <q>Мост <q>наш</q></q>.</p>", ["Сказал: «Мост „наш“»."]),
        (
            "<ol start='4'><li>Открыть.</li><li value='7'>Ждать.</li><li>Думать.</li></ol>",
            ["4. Открыть.", "7. Ждать.", "8. Думать."],
        ),
        ("<ol type='a'><li>Открыть.</li><li>Ждать.</li></ol>", ["a. Открыть.", "b. Ждать."]),
        ("<ol reversed><li>Открыть.</li><li>Ждать.</li></ol>", ["2. Открыть.", "1. Ждать."]),
        (
            "<ul><li>За: 7</li><li>Против: 2<ul><li>Зеландия</li></ul></li></ul>",
            ["• За: 7", "• Против: 2", "• Зеландия"],
        ),
        (
            "<table><tr><th>Страна</th><th>Голос</th></tr><tr><td><p>Утопия</p></td><td>за</td></tr></table>",
            ["Страна | Голос\nУтопия | за"],
        ),
        (
            "<table><tr><td>Мы открываем мост.</td></tr><tr><td>Они его закрывают.</td></tr></table>",
            ["Мы открываем мост.", "Они его закрывают."],
        ),
        ("<blockquote><p>Мы не будем.</p><p>Это<br>решено.</p></blockquote>", ["> Мы не будем.", "> Это\n> решено."]),
        (
            "<blockquote class='tweet'><p>Нет.</p>&mdash; Ведомство (@v) <a href='/1'>2 мая 2031</a></blockquote>",
            ["> Нет.", "> — Ведомство (@v) 2 мая 2031"],
        ),
        ("<div class='embed-post'><div>Ведомство</div><p>Нет.</p></div>", ["> Ведомство", "> Нет."]),
        ("<p>Он вошёл.<br>— Да, — сказал он.<br>— Нет.</p>", ["Он вошёл.", "— Да, — сказал он.", "— Нет."]),
        ("<p>Состоялось вне-<br>очередное заседание.</p>", ["Состоялось вне-\nочередное заседание."]),
        ("<p>Один&nbsp;мост,<!-- и тут --> два\n   берега.</p>", ["Один\xa0мост, два берега."]),
        ("<pre>Строка первая\nстрока вторая\n\nДругой абзац</pre>", ["Строка первая\nстрока вторая", "Другой абзац"]),
    ],
)
def test_markup_becomes_text(between, markup, text):
    assert between(markup) == text


def test_q_has_the_marks_of_its_language(between):
    assert between("<p>He said <q>the <q>old</q> bridge</q>.</p>", "en") == ["He said “the ‘old’ bridge”."]
    assert between("<p lang='de'>Er sagte <q>nein</q>.</p>", "en") == ["Er sagte „nein“."]
