"""Registered names are found in any grammatical case, and nothing else is."""

import time

import pytest

from build_scripts.draft.mentions import Mention, counted, mentions, nearest_mention

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"

REGISTRY = {
    "ilham-aliyev": ["Ильхам Алиев", "Ilham Aliyev", "Алиев"],
    "mehriban-aliyeva": ["Мехрибан Алиева", "Mehriban Aliyeva"],
    "usa": ["Соединённые Штаты", "США", "United States", "USA"],
    "oic": ["Организация исламского сотрудничества", "ОИС"],
    "un": ["ООН"],
    "un-council": ["Совет Безопасности ООН"],
    "jd-vance": ["Джей Ди Вэнс", "Вэнс"],
    "gaza": ["Газа", "сектор Газа"],
    "day-az": ["Day.Az"],
    "roman": ["Роман"],
    "g20": ["G20"],
    "fyodor": ["Фёдор Артёмов"],
    "pavel-khmyolov": ["Хмёлов"],
    "new-york": ["Нью-Йорк"],
    "ivan-testov": ["Иван Тестов", "Тестов"],
    "nameless": ["…"],
}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        *[(f"{form} здесь", "ilham-aliyev") for form in ("Алиев", "Алиева", "Алиеву", "Алиевым", "АЛИЕВА")],
        *[(f"о {form}", "ilham-aliyev") for form in ("Ильхаме Алиеве", "Ильхаму Алиеву", "Ильхамом Алиевым")],
        *[(form, "usa") for form in ("Соединенных Штатов", "Соединённым Штатам", "США", "the United States'", "USA")],
        *[
            (form, "oic")
            for form in ("Организацией исламского сотрудничества", "в ОИС", "Организации исламского\nсотрудничества")
        ],
        *[(form, "jd-vance") for form in ("Вэнсом", "Вэнсу", "Дж. Д. Вэнса")],
        *[(form, "ivan-testov") for form in ("Тестова", "Тестову", "Тестовым", "Ивану Тестову")],
        ("Мехрибан Алиевой", "mehriban-aliyeva"),
        ("Ilham Aliyev's words", "ilham-aliyev"),
        ("ILHAM ALIYEV", "ilham-aliyev"),
        ("Совете Безопасности ООН", "un-council"),
        ("в секторе Газа", "gaza"),
        ("В Газе", "gaza"),
        ("сообщает Day.Az", "day-az"),
        ("саммит G20", "g20"),
        ("Федору Артемову", "fyodor"),
        ("Фёдором Артёмовым", "fyodor"),
        ("Хмелову", "pavel-khmyolov"),
        ("в Нью-Йорке", "new-york"),
        ("Иль\u00adхама Али\u0301ева", "ilham-aliyev"),
        ("Фе\u0308дор Арте\u0308мов", "fyodor"),
    ],
)
def test_a_name_is_found_in_every_form(text, named):
    assert counted(mentions(text, REGISTRY)) == {named: 1}


@pytest.mark.parametrize(
    "text",
    [
        "газы и газ",
        "Организация. Исламского сотрудничества не было",
        "Соединённые, Штаты",
        "Израильская",
        "Алиевский",
        "Романов",
        "тестов",
        "сша",
        "",
        "…",
        "«»",
        "1 2 3",
    ],
)
def test_what_only_looks_like_a_name_is_not_found(text):
    assert mentions(text, REGISTRY) == []


def test_names_come_in_the_order_of_first_mention_with_their_number():
    found = mentions("США и ООН. Алиев в США. Ильхам Алиев.", REGISTRY)
    assert list(counted(found).items()) == [("usa", 2), ("un", 1), ("ilham-aliyev", 2)]


def test_the_place_of_a_mention_is_that_of_its_letters():
    text = "Вчера Ильхаму Алиеву сообщили."
    [mention] = mentions(text, REGISTRY)
    assert text[mention.start : mention.end] == "Ильхаму Алиеву"


def test_a_name_that_two_ids_share_counts_for_both():
    assert counted(mentions("Тестова видели", {"one": ["Тестов"], "two": ["Анна Тестова", "Тестова"]})) == {
        "one": 1,
        "two": 1,
    }


def test_the_nearest_is_named_outside_the_stretch_and_not_far_away():
    found = [
        Mention("far", 0, 3),
        Mention("inside", 1010, 1015),
        Mention("near", 1050, 1055),
        Mention("state", 1031, 1035),
    ]
    assert nearest_mention(found, {"far", "inside", "near"}, 1000, 1030) == "near"
    assert nearest_mention(found[:2], {"far", "inside"}, 1000, 1030) is None


STRANGE = " ".join(f"Аб{first}{second}{third}" for first in LETTERS for second in LETTERS for third in LETTERS)

HOSTILE = {
    "one word": "Алиев" * 100_000,
    "one name": "Алиев " * 50_000,
    "half a name": "Соединённые " * 50_000,
    "accents": "\u0301" * 300_000,
    "strange words": STRANGE,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_takes_no_long_time(text):
    start = time.process_time()
    mentions(text, REGISTRY)
    assert time.process_time() - start < 10
