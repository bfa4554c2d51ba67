"""Candidates for quotations: speech and not names, and always words that `check` accepts."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.draft.speech import candidates
from build_scripts.model.article import Article
from build_scripts.model.corpus import Documents
from build_scripts.resolve.corpus import resolve

SPEECH = {
    "«Мир возможен только вдвоём», — заявил министр.": [["Мир возможен только вдвоём"]],
    "«Да», — сказал он.": [["Да"]],
    "«Стой!» — крикнул часовой. Потом «Стой!» — воскликнул он снова.": [["Стой!"], ["Стой!"]],
    "Он сказал: «Мы не уйдём».": [["Мы не уйдём"]],
    "Министр назвал план «полностью неприемлемым», и ушёл.": [["полностью неприемлемым"]],
    "«Мы согласны, — заявил министр, — но не сейчас».": [["Мы согласны", "но не сейчас"]],
    "«Это не так, — мы говорим о мире, — и только», — сказал он.": [["Это не так, — мы говорим о мире, — и только"]],
    "«Он ответил „нет, никогда“ и ушёл», — сообщил Тестов.": [["Он ответил „нет, никогда“ и ушёл"]],
    "«Он ответил «нет, никогда» и ушёл», — сообщил Тестов.": [["Он ответил «нет, никогда» и ушёл"]],
    "He saw “a long way to the peace of the river” ahead.": [["a long way to the peace of the river"]],
    "“We agree,” the minister said, “but not now.”": [["We agree"], ["but not now."]],
    '"We will not go there." he said': [["We will not go there."]],
    "„Wir gehen nicht dahin, niemals“, sagte er.": [["Wir gehen nicht dahin, niemals"]],
    "— Мы вернёмся, — сказал он. — Завтра.": [["Мы вернёмся", "Завтра."]],
    "– Мы не станем ждать до весны.": [["Мы не станем ждать до весны."]],
    "«Начало речи в одном абзаце.\n\nКонец речи в другом», — сказал он.": [
        ["Начало речи в одном абзаце.", "Конец речи в другом"]
    ],
    "Вопрос: Когда откроют мост?\n\nИ. Тестов: Весной.": [["Весной."]],
    "> Мост открывать не будем.\n> — Министерство (@ministry) 2 мая": [["Мост открывать не будем."]],
    "‘The bridge is needed,’ he said.": [["The bridge is needed"]],
    "Заявление министерства Утопии\n\nМост открывать не будем.": [["Мост открывать не будем."]],
    "«Мы идём\nвперёд и дальше», — сказал он.": [["Мы идём вперёд и дальше"]],
}

NO_SPEECH = [
    "Служба «Ястреб» — разведка Утопии.",
    "Служба «Ястреб», заявил министр, ошиблась.",
    "Партия «Единство и развитие страны» выиграла.",
    "Газета «Утопия сегодня», сообщает агентство.",
    "Корабль «Заря» вошёл в порт.",
    "The “Utopian River Times” said so.",
    "The “United Front of the River Peoples” was there.",
    "- первый пункт списка;",
    "«незакрытая кавычка тут есть, сказал он",
    "»«",
    "«»",
    '""',
    "",
]


@pytest.mark.parametrize(("text", "words"), SPEECH.items())
def test_speech_is_offered_in_its_exact_words(text, words):
    assert [[part.words for part in each.parts] for each in candidates(text)] == words


@pytest.mark.parametrize("text", NO_SPEECH)
def test_names_and_open_marks_are_not_offered(text):
    assert candidates(text) == []


def test_words_that_stand_twice_bring_their_neighbours():
    text = "Итог.\n\n«Мир нужен всем нам», — сказал А.\n\n«Мир нужен всем нам», — сказал Б."
    first, second = (each.parts[0] for each in candidates(text))
    assert (first.before, first.after) == ("Итог. «", None)
    assert second.before is not None and "А." in second.before


def test_words_that_nothing_tells_apart_are_left_out():
    text = "\n\n".join(["«Мир нужен всем нам», — сказал он."] * 400)
    assert candidates(text) == []


def test_no_more_than_the_first_two_hundred_are_tried():
    text = "\n\n".join(f"«Мир нужен всем {number}», — сказал он." for number in range(300))
    assert len(candidates(text)) == 200


PIECES = [
    "«",
    "»",
    "“",
    "”",
    "„",
    '"',
    "— ",
    ", — ",
    "- ",
    "сказал он",
    "мы идём",
    "мир нужен нам всем",
    ". ",
    "! ",
    ": ",
    " ",
    "\n",
    "\n\n",
    "Да",
    "заявил",
    "’",
    "…",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_check_accepts_whatever_is_offered(text):
    quotes = [
        {
            "id": f"q{number}",
            "words": [{"words": part.words, "before": part.before, "after": part.after} for part in each.parts],
            "speaker": "unknown",
        }
        for number, each in enumerate(candidates(text), 1)
    ]
    article = Article.model_validate(
        {
            "id": "a",
            "language": "ru",
            "title": "т",
            "channel": "unknown",
            "published": {"date": "unknown", "basis": "нет"},
            "capture": {"sha256": hashlib.sha256(text.encode()).hexdigest(), "characters": 1_000_000},
            "rights": "full",
            "text": text,
            "quotes": quotes,
        }
    )
    _, problems = resolve(Documents(articles={"a": article}), {})
    assert [problem.code for problem in problems if problem.code != "quote-untranslated"] == []
