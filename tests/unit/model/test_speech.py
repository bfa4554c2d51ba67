"""Speech and narration told apart: what a text prints as somebody's words, in all the forms of the trade."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.model.speech.reading import read_speech
from build_scripts.model.speech.run import Form

READ = [
    ("ru", "«Мост нужен, — сказал министр».", ["Мост нужен,"]),
    ("ru", "«Мост нужен, сказал министр, обоим берегам».", ["Мост нужен,", "обоим берегам"]),
    ("ru", "«Мост нужен, — усмехнулся он, — обоим берегам».", ["Мост нужен,", "обоим берегам"]),
    ("ru", "«Мост — это жизнь», — сказал он.", ["Мост — это жизнь"]),
    ("ru", "«Мост, который построили, — дело всех», — сказал он.", ["Мост, который построили, — дело всех"]),
    (
        "ru",
        "«Это не так, — мы говорим о мире, — и только», — сказал он.",
        ["Это не так, — мы говорим о мире, — и только"],
    ),
    ("ru", "«Президент приехал, сказал речь и уехал», — вспоминает он.", ["Президент приехал, сказал речь и уехал"]),
    ("ru", "- Мост откроют, - сказал министр. - Весной.", ["Мост откроют,", "Весной."]),
    ("ru", "—Мост откроют,— сказал министр.", ["Мост откроют,"]),
    ("ru", "-- Мост откроют, -- сказал министр и ушёл.", ["Мост откроют,"]),
    ("ru", "— Мост откроют! — воскликнул министр. — Весной.", ["Мост откроют!", "Весной."]),
    ("ru", "— Нет, — покачал головой министр и вышел.", ["Нет,"]),
    ("ru", "— Нет. — Министр покачал головой и вышел. — Не откроем.", ["Нет.", "Не откроем."]),
    ("ru", "— Мост откроют, — сказал министр и добавил: — Весной.", ["Мост откроют,", "Весной."]),
    ("ru", "— Мост откроют, — сказал министр и добавил: «Весной».", ["Мост откроют,", "Весной"]),
    ("ru", "Комиссия решила:\n— утвердить план;\n— уволить инженера.", []),
    ("ru", "Комиссия решила:\n\n— Утвердить план закрытия моста.\n\n— Уволить инженера.", []),
    ("ru", "Итоги\n\n— План утверждён.\n\n— Инженер уволен.", []),
    ("ru", "– Когда откроют мост?\n\n– Весной.", ["Когда откроют мост?", "Весной."]),
    ("ru", "Министр сказал:\n\n— Мост откроют весной.", ["Мост откроют весной."]),
    ("ru", "— ОРБАН, 2 мая — Мост откроют весной. Мы ждём.", []),
    ("ru", 'Он сказал: "Мост нужен. Министр молчал. "Потом", - добавил он.', ["Потом"]),
    ("ru", 'Рост 6\' 2" и вес. Он молчал. "Мост нужен", - сказал он.', ["Мост нужен"]),
    ("ru", '59°56\'15" с. ш., он промолчал. "Мост нужен", - сказал он.', ["Мост нужен"]),
    ("ru", 'Диагональ " 15 " дюймов. Министр молчал. "Мост", - сказали ему.', ["Мост"]),
    ("ru", "«Мост нужен, сказал министр. Он молчал.\n\nПотом «Заря» ушла.", ["Заря"]),
    (
        "ru",
        "«Газета «Заря», — сказал он, — закрыта», — и ушёл. Министр «молчал».",
        ["Газета «Заря»,", "закрыта", "молчал"],
    ),
    ("ru", "«Мост нужен. Министр молчал. «Потом», — добавил он.", ["Потом"]),
    ("ru", "«Мост нужен, сказал министр и назвал это «Ошибкой», — добавил он.", ["Ошибкой"]),
    ("ru", "«Мы читаем «Зарю», — сказал он.", ["Мы читаем «Зарю"]),
    ("ru", "««Заря» закрыта», — сказал он.", ["«Заря» закрыта"]),
    ("ru", "«Раз.\n\nДва.\n\nТри», — сказал он. Потом «четыре».", ["Раз.", "Два.", "Три", "четыре"]),
    ("ru", "«Раз.\n\n«Два.\n\n«Три», — сказал он.", ["Раз.", "Два.", "Три"]),
    ("ru", "Итог: мост откроют.\n\nСправка: Мост построен в 2029 году.", []),
    ("ru", "ОРБАН: Мост откроют весной.", []),
    ("ru", "Тестов: Мост откроют весной.", []),
    ("ru", "Дата: 2 мая\n\nМесто: Орбан", []),
    ("ru", "Вопрос: Когда?\nОтвет: Весной.", ["Когда?", "Весной."]),
    ("ru", "— Вопрос: когда откроют мост? — спросил он.", ["Вопрос: когда откроют мост?"]),
    ("ru", "Корр.: Когда?\n\nТестов: Весной (смеётся). Мы ждём.", ["Когда?", "Весной", "Мы ждём."]),
    ("ru", "В.: Когда?\n\nО.: Весной.", ["Когда?", "Весной."]),
    (
        "ru",
        "ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ: Слово министру.\n\nТЕСТОВ И. П.: Спасибо. [аплодисменты] Мост нужен.",
        ["Слово министру.", "Спасибо.", "Мост нужен."],
    ),
    (
        "ru",
        "Министр написал в сети:\n\nМост открывать не будем.\n\n— Министерство (@ministry) 2 мая 2031",
        ["Мост открывать не будем."],
    ),
    (
        "ru",
        "> Мост открывать не будем. Никогда.\n\n> — Министерство (@ministry) 2 мая 2031",
        ["Мост открывать не будем. Никогда."],
    ),
    (
        "ru",
        "> Мост открывать не будем. Никогда.\n> — Министерство (@ministry) 2 мая 2031",
        ["Мост открывать не будем. Никогда."],
    ),
    ("ru", "> «Мост нужен», — сказал министр.", ["«Мост нужен»,"]),
    ("en", "“The bridge, he said, is needed.”", ["The bridge,", "is needed."]),
    ("en", "“The bridge,” he said, “is needed.”", ["The bridge,", "is needed."]),
    ("en", "“The bridge,” said the minister, who resigned. He added: “Both banks.”", ["The bridge,", "Both banks."]),
    ("en", "“The bridge -- the minister said -- is needed.”", ["The bridge", "is needed."]),
    ("en", "‘The banks’ bridge is needed,’ the minister said.", ["The banks’ bridge is needed,"]),
    ("en", "'The bridge is needed by both banks,' the minister said.", ["The bridge is needed by both banks,"]),
    ("en", "In the '90s the ministers' cars were old, he said.", []),
    ("en", "In the ‘90s the ministers’ cars were old, he said.", []),
    ("en", "The minister said ‘the door is open’ and left.", ["the door is open"]),
    ("en", "The ‘peace’ plan of the ministers’ office failed.", []),
    ("en", "‘He told us “no” twice,’ the minister said.", ["He told us “no” twice,"]),
    ("en", "He didn't say it's the ministers' fault. \"Go,\" he said.", ["Go,"]),
    ("en", "‘One.\n\n‘Two,’ he said.", ["One.", "Two,"]),
    ("en", '"One.\n\n"Two," he said. "Three."', ["One.", "Two,", "Three."]),
    ("en", "- We will build it.\n\n- We will open it.", []),
    (
        "en",
        "MR. TESTOV: The bridge opens.\n\nQ: When?\n\nTHE MINISTER: In spring. (Laughter.)",
        ["The bridge opens.", "When?", "In spring."],
    ),
    ("en", "Q. When will it open?\n\nA. In spring.", ["When will it open?", "In spring."]),
    ("en", "TARVEL PASS: A road to nowhere\n\nPhoto: A bridge.", []),
    ("en", "LINDQVAR (through interpreter): There is no figure.", ["There is no figure."]),
    ("en", "GENEVA (Reuters): The ministers met.", []),
    ("sv", "”Bron behövs”, sade ministern.", ["Bron behövs"]),
    ("sv", "Han sade: ”Bron behövs.” Sedan gick han. ”Hej”.", ["Bron behövs.", "Hej"]),
    ("da", "»Broen er nødvendig«, sagde ministeren. »Ja«.", ["Broen er nødvendig", "Ja"]),
    ("fi", "»Silta tarvitaan», sanoi ministeri.", ["Silta tarvitaan"]),
    ("he", "השר אמר: ״הגשר נחוץ״. צה״ל שתק.", ["הגשר נחוץ"]),
    ("ja", "大臣は「橋は必要だ」と述べた。", ["橋は必要だ"]),
    ("de", "„Die Brücke wird gebraucht“, sagte er. »Ja«, sagte sie.", ["Die Brücke wird gebraucht", "Ja"]),
    ("de", '„Die Brücke wird gebraucht", sagte er.', ["Die Brücke wird gebraucht"]),
    ("pl", "„Most jest potrzebny”, powiedział.", ["Most jest potrzebny"]),
    ("fr", "« Le pont, a déclaré le ministre, est nécessaire. »", ["Le pont,", "est nécessaire."]),
    ("fr", "« Le pont est nécessaire », a-t-il dit.", ["Le pont est nécessaire"]),
    ("tr", '"Köprüye iki kıyının da ihtiyacı var" diyen bakan.', ["Köprüye iki kıyının da ihtiyacı var"]),
    ("ur", "وزیر نے کہا ”پل ضروری ہے“۔", ["پل ضروری ہے"]),
    (
        "uk",
        "«Міст потрібен обом берегам», — сказав міністр. «Міст, — додав він, — наш».",
        ["Міст потрібен обом берегам", "Міст,", "наш"],
    ),
    ("nl", "‚De brug is nodig’, zei hij.", ["De brug is nodig"]),
]
"""A language, a text, and the runs of speech that it prints."""


@pytest.mark.parametrize(("language", "text", "spoken"), READ)
def test_a_text_is_read_into_speech_and_narration(language, text, spoken):
    assert [text[run.start : run.end] for run in read_speech(text, language).runs] == spoken


PRINTED = [
    line.replace("\\n", "\n").partition(" ")[::2]
    for line in Path(__file__).with_name("printed_speech.txt").read_text("utf-8").splitlines()
    if line and not line.startswith(("#", "//"))
]


@pytest.mark.parametrize(("language", "marked"), PRINTED)
def test_speech_as_the_trade_prints_it(language, marked):
    text = re.sub("[⟦⟧]", "", marked)
    spoken = [_bare(each) for each in re.findall("⟦(.*?)⟧", marked, re.DOTALL)]
    reading = read_speech(text, language)
    assert [_bare(text[run.start : run.end]) for run in reading.runs] == [each for each in spoken if each]
    for told in re.finditer("⟧([^⟦⟧]*)⟦", marked):
        # No stretch that reaches from one speech into the next over words of the author's is speech.
        start = len(re.sub("[⟦⟧]", "", marked[: told.start()]))
        assert not re.search(r"\w", told[1]) or reading.holding(start - 1, start + len(told[1]) + 1) is None


def _bare(words: str) -> str:
    """Leave out all but letters and digits: which comma is whose is not told."""
    return re.sub(r"[\W_]+", "", words)


FORMS = {
    "«Мост нужен», — сказал он.": (Form.MARKS, ""),
    "— Мост нужен, — сказал он.": (Form.DASH, ""),
    "Вопрос: Нужен ли мост?\n\nИ. Тестов: Мост нужен.": (Form.LABEL, "И. Тестов"),
    "> Мост нужен.": (Form.BLOCK, ""),
    "> Мост нужен.\n> — Министерство (@ministry) 2 мая": (Form.POST, "Министерство (@ministry) 2 мая"),
    "> Да.\n> — А (@a)\n> Мост нужен.\n> — Б (@b)": (Form.POST, "Б (@b)"),
    "> RT @a: Мост нужен.\n> — Б (@b)": (Form.POST, "RT @a, Б (@b)"),
    "> — Мост нужен.\n>\n> — Когда?": (Form.BLOCK, ""),
    "[00:12] Тестов: Мост нужен.\n\n[00:15] Пробная: Да.": (Form.LABEL, "Тестов"),
    "Мост нужен.\n\n— Министерство (@ministry) 2 мая": (Form.POST, "Министерство (@ministry) 2 мая"),
}


@pytest.mark.parametrize(("text", "form"), FORMS.items())
def test_the_form_and_the_label_of_speech_are_told(text, form):
    run = next(run for run in read_speech(text, "ru").runs if "Мост нужен" in text[run.start : run.end])
    assert (run.form, run.label) == form
    assert run.opens <= run.start < run.end <= run.closes


def test_paragraphs_of_one_speech_may_stand_together_and_the_parts_around_an_aside_may_not():
    text = "«Мост нужен.\n\nОн нужен всем», — сказал министр. «Мост, — повторил он, — нужен»."
    reading = read_speech(text, "ru")
    whole = text.index("Он нужен всем") + len("Он нужен всем")
    assert reading.holding(1, whole) is not None
    start = text.index("Мост, —")
    assert reading.holding(start, len(text) - 2) is None
    assert reading.narration(start, len(text) - 2) == "— повторил он, —"


TRANSCRIPTS = [
    "ЗАРЯ: Когда?\n\nТЕСТОВ: В мае.\n\nАнна ПРОБНАЯ: Да.\n\nЗАРЯ: Точно?\n\nТЕСТОВ: Точно.",
    "Корр.: Когда?\n\nТестов: В мае.\n\nТестов: Весной.\n\nА. Пробная: Да.",
    "[00:12] Тестов: Мост нужен.\n\n[00:15] Пробная: Да.\n\n[00:19] Тестов: Нет.",
    "И. Тестов: Мост нужен.\n\nА. Пробная: Мы за.\n\nГолос с места: Нет.",
]


@pytest.mark.parametrize("text", TRANSCRIPTS)
def test_a_turn_is_still_speech_where_only_what_shows_it_is_kept(text):
    runs = read_speech(text, "ru").runs
    assert len(runs) == text.count("\n\n") + 1
    for run in runs:
        low, high = run.beside or (run.opens, run.closes)
        assert read_speech(text, "ru", [(low, high)]).holding(run.start, run.end), text[low:high]


def test_nothing_runs_across_a_gap():
    text = "«Мост нужен.\n\n[…]\n\nОн нужен всем», — сказал министр."
    gap = text.index("[…]")
    assert read_speech(text, "ru", [(0, gap), (gap + 3, len(text))]).runs == ()


SPOKEN = ["Мост нужен всем", "Мы не уйдём с берега", "Река общая", "Весной откроем движение"]
TOLD = ["министр и вышел из зала", "он журналистам в пятницу", "Иван Тестов, которого ждали", "представитель комиссии"]
VERBS = ["сказал", "заявил", "добавил", "отметил", "пояснил", "ответил"]
piece = st.tuples(st.sampled_from(SPOKEN), st.sampled_from(VERBS), st.sampled_from(TOLD))
FRAMES = {
    "marks": ("«{}", ", — {} {}, — ", "{}»."),
    "straight": ('"{}', ", - {} {}, - ", '{}".'),
    "dash": ("— {}", ", — {} {}. — ", "{}."),
    "hyphen": ("- {}", "! - {} {}. - ", "{}."),
    "low": ("„{}", "? — {} {}. — ", "{}“."),
}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(FRAMES)), st.lists(piece, min_size=1, max_size=4), st.sampled_from(SPOKEN))
def test_every_spoken_part_is_speech_and_no_word_of_the_author_is(frame, pieces, last):
    head, middle, tail = FRAMES[frame]
    text, spans, told = "", [], []
    for number, (words, verb, who) in enumerate(pieces):
        lead = head.format(words) if number == 0 else words
        spans.append((len(text) + len(lead) - len(words), len(text) + len(lead)))
        text += lead
        aside = middle.format(verb, who)
        told.append((len(text) + aside.index(verb), len(text) + aside.index(who) + len(who)))
        text += aside
    spans.append((len(text), len(text) + len(last)))
    text += tail.format(last)
    reading = read_speech(text, "ru")
    assert all(reading.holding(*span) for span in spans), text
    for start, end in told:
        assert reading.holding(start, end) is None, text
        # Nor together with the speech beside it, by a word or by all.
        assert reading.holding(start - 6, start + 3) is None
        assert reading.holding(spans[0][0], end) is None


SCRAPS = ["«", "»", "“", "”", "„", '"', "‘", "’", "'", "Да", "заявил", "…", "(смеётся)", "[…]", "15"]
SCRAPS += ["— ", ", — ", "> ", "- ", "сказал он", ", he said,", "мы идём", ". ", "! ", ": ", " ", "\n", "\n\n"]
SCRAPS += ["Q: ", "И. Тестов: ", "— А (@b)"]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join), st.sampled_from(["ru", "en", "sv"]))
def test_runs_are_in_order_apart_and_inside_what_makes_them_speech(text, language):
    runs = read_speech(text, language).runs
    assert all(left.end <= right.start for left, right in pairwise(runs)), text
    for run in runs:
        assert 0 <= run.opens <= run.start < run.end <= run.closes <= len(text)
        assert text[run.start : run.end].strip() == text[run.start : run.end]


REPEATED = ["«", '"', "‘a ", "'a ", "« ", "»", "— ", "— а, ", "> ", "Q: А\n", "А: ", "А Б В Г ", ", he ", "(", "[а"]
REPEATED += [
    "00:00 А: Я.\n\n",
    "«а, — б\n\n",
    "> — А\n",
    "“a, the a ",
    "“a, ",
    "a’ ",
    "«\n\n",
    "— А\n\n",
    ", the a b c d e ",
    ", как а б ",
    "„а“ ",
    ", — сказал ",
]


@pytest.mark.parametrize("scrap", REPEATED)
def test_no_text_takes_long(scrap):
    began = time.process_time()
    read_speech(scrap * (80_000 // len(scrap)), "ru")
    assert time.process_time() - began < 3


@pytest.mark.parametrize(("language", "says"), [("ru", "Министр сказал"), ("en", "Minister Testov said")])
def test_a_sentence_that_reports_is_no_label_however_often_it_returns(language, says):
    text = f"{says}: «Мост нужен! Да».\n\n{says}: «Мост нужен! Да». Шёл дождь.\n"
    runs = read_speech(text, language).runs
    assert [(run.form, text[run.start : run.end]) for run in runs] == [(Form.MARKS, "Мост нужен! Да")] * 2
