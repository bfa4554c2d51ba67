"""The kept text on its page: what breaks a line says something, what wraps one says nothing."""

import pytest

from build_scripts.model.article import Article
from build_scripts.model.evidence import Evidence, Proof
from build_scripts.render.marked_text import marked_text

SHOWN = {
    "Стройка началась\nв 2029 году.": "Стройка началась в 2029 году.",
    "> Мост нужен.\n> — Тестов (@testov)": "&#62; Мост нужен.<br>&#62; — Тестов (&#64;testov)",
    "• песок\n• глина": "• песок<br>• глина",
    "1. Открыть мост.\n2. Закрыть\nего осенью.": "1&#46; Открыть мост.<br>2&#46; Закрыть его осенью.",
    "Страна | Голос\nУтопия | за": "Страна &#124; Голос<br>Утопия &#124; за",
}


def shown(text: str, *found: Evidence) -> str:
    article = Article.model_validate(
        {
            "id": "a",
            "language": "ru",
            "title": "т",
            "channel": "unknown",
            "published": {"date": "2031", "basis": "т"},
            "capture": {"sha256": "0" * 64, "characters": 100},
            "rights": "full",
            "text": text,
        }
    )
    return str(marked_text(article, [("e1", found)] if found else []))


@pytest.mark.parametrize(("text", "expected"), SHOWN.items())
def test_rows_and_items_stand_on_lines_of_their_own_and_wrapped_lines_do_not(text, expected):
    assert shown(text) == expected


def test_marked_words_may_run_over_a_row():
    text = "• песок\n• глина"
    marked = shown(text, Evidence("песок • глина", 2, len(text), Proof.FOLDED))
    assert marked == '• <span id="words-e1"></span><mark data-records="e1">песок<br>• глина</mark>'
