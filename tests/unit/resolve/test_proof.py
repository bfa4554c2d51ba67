"""The text of an article held against its capture: what agrees gets a receipt, what differs is named."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.article import Article
from build_scripts.model.capture import Block, BlockKind, Capture, Form
from build_scripts.model.date import PartialDate
from build_scripts.model.problem import Level, Problem
from build_scripts.model.receipt import Receipt
from build_scripts.resolve.proof import Held, changed, holds, prove

TODAY = PartialDate.parse("2031-05-04")
WORDS = "Первый абзац о реке.\n\nВторой абзац о миссии. И ещё слово.\n\nТретий абзац о договоре."


def captured(*blocks: str | Block) -> Capture:
    """A capture with these blocks; plain ones are kept."""
    every = tuple(each if isinstance(each, Block) else Block(each, kept=True) for each in blocks)
    text = "\n\n".join(each.text for each in every if each.kept)
    return Capture(Form.HTML, "1" * 64, 5000, text, every)


def article(text: str, **fields: object) -> Article:
    both = {"ru": "а", "en": "a"}
    head = {
        "id": "river",
        "language": "ru",
        "title": both,
        "channel": "unknown",
        "published": {"date": "2031-05-02", "basis": both},
        "capture": {"sha256": "1" * 64, "characters": 5000},
        "rights": "full",
        "text": text,
    }
    return Article.model_validate(head | fields)


CAPTURE = captured(*WORDS.split("\n\n"))


def proven(text: str, capture: Capture = CAPTURE, **fields: object) -> Receipt:
    receipt, problems = prove(article(text, **fields), capture, TODAY)
    assert receipt is not None, problems
    return receipt


def differing(text: str, held: Capture = CAPTURE, **fields: object) -> list[Problem]:
    receipt, problems = prove(article(text, **fields), held, TODAY)
    assert receipt is None
    return problems


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        (WORDS, [(0, len(WORDS))]),
        ("Первый абзац\nо реке.\n\n[…]\n\nТретий абзац о договоре.\n", [(0, 20), (59, 83)]),
        ("[…]\n\nВторой абзац о миссии.\n\n[...]\n", [(22, 44)]),
        ("[…]\n\nИ ещё слово.\n\nТретий абзац о договоре.", [(45, 83)]),
    ],
)
def test_passages_of_the_capture_are_proven(text: str, offsets: list[tuple[int, int]]) -> None:
    receipt = proven(text)
    assert [(each.start, each.end) for each in receipt.passages] == offsets
    assert [WORDS[start:end].split() for start, end in offsets] == [
        passage.split() for _, passage in article(text).passages
    ]
    assert receipt.fits(article(text))
    assert not receipt.fits(article(text.replace("абзац", "пункт").replace("слово", "дело")))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Первый абзац о реке.", [("gap-untrue", "end-missing")]),
        ("Третий абзац о договоре.", [("gap-untrue", "start-missing")]),
        ("[…]\n\n" + WORDS, [("gap-untrue", "start-empty")]),
        (WORDS + "\n\n[…]", [("gap-untrue", "end-empty")]),
        ("Первый абзац о реке.\n\n[…]\n\nВторой абзац о миссии.\n\n[…]", [("gap-untrue", "empty")]),
        ("Первый абзац о реке.\n\nТретий абзац о договоре.", [("passage-not-in-capture", "differs")]),
        ("Совсем другое.\n\n[…]", [("passage-not-in-capture", "")]),
        ("[…]\n\nТретий абзац\n\n[…]\n\nПервый абзац\n\n[…]", [("passage-not-in-capture", "order")]),
        ("[…]\n\nтретий абзац о договоре.", [("passage-not-in-capture", "")]),
    ],
)
def test_what_differs_is_named(text: str, told: list[tuple[str, str]]) -> None:
    assert [(problem.code, problem.variant) for problem in differing(text)] == told


@pytest.mark.parametrize(
    ("text", "variant", "before", "ours", "theirs"),
    [
        ("Первый абзац о море.\n\n[…]", "differs", "Первый абзац о", "море.", "реке."),
        (WORDS.replace("И ещё", "И вот ещё"), "differs", "абзац о миссии. И", "вот", "ещё"),
        (WORDS.replace("И ещё слово", "И слово"), "differs", "абзац о миссии. И", "слово.", "ещё"),
        (WORDS.replace("ещё", "еще"), "differs", "абзац о миссии. И", "еще", "ещё"),
        (WORDS.replace("Первый", "Первой"), "differs-at-once", "", "Первой", "Первый"),
        (WORDS + " Ещё.", "ends", "Третий абзац о договоре.", "Ещё.", ""),
        ("Первый абзац о рек", "differs", "Первый абзац о", "рек", "реке."),
        ("[…]\n\nПервый «абзац»\n\n[…]", "differs", "Первый", "«абзац»", "абзац"),
    ],
)
def test_the_first_word_that_differs_is_told(text: str, variant: str, before: str, ours: str, theirs: str) -> None:
    (problem,) = differing(text)
    assert (problem.code, problem.variant) == ("passage-not-in-capture", variant)
    assert (problem.values["before"], problem.values["ours"], problem.values["theirs"]) == (before, ours, theirs)


def test_a_wrong_length_is_named() -> None:
    written = {"sha256": "1" * 64, "characters": 7}
    assert [(problem.code, problem.variant) for problem in differing(WORDS, capture=written)] == [
        ("capture-length", "")
    ]


def test_a_file_that_shows_more_by_now_is_told_and_proven() -> None:
    written = {"sha256": "1" * 64, "characters": 5000, "shown": 8}
    receipt, told = prove(article(WORDS, capture=written), CAPTURE, TODAY)
    assert receipt is not None
    assert [(problem.code, problem.variant, problem.level) for problem in told] == [
        ("capture-length", "shown", Level.NOTE)
    ]
    right = written | {"shown": CAPTURE.visible}
    assert prove(article(WORDS, capture=right), CAPTURE, TODAY)[1] == []


LEAD = Block("Коротко: мост откроют весной.", kept=False)
MENU = Block("Главная Новости", kept=False, kind=BlockKind.NAVIGATION)
ADVERT = Block("Подпишитесь на рассылку.", kept=False, kind=BlockKind.ASIDE)
BESIDE = Block("Справка: мост стоит с 2020 года.", kept=False)
PAGE = captured(MENU, LEAD, "Мост откроют весной.", ADVERT, "Так решили власти.", BESIDE, "Работы идут.", MENU)


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("Мост откроют весной.\n\nТак решили власти.\n\nРаботы идут.", ["Справка: мост стоит с 2020 года."]),
        (f"{LEAD.text}\n\nМост откроют весной.\n\nТак решили власти.\n\n[…]\n\nРаботы идут.", []),
        (f"{LEAD.text}\n\nМост откроют весной.\n\nТак решили власти.\n\n{BESIDE.text}\n\nРаботы идут.", []),
        ("[…]\n\nМост откроют весной.\n\n[…]\n\nТак решили власти.\n\n[…]\n\nРаботы идут.\n\n[…]", []),
    ],
)
def test_everything_that_the_page_shows_can_be_kept(text: str, passed: list[str]) -> None:
    receipt, told = prove(article(text), PAGE, TODAY)
    assert receipt is not None
    assert [(problem.code, problem.level, problem.values["words"]) for problem in told] == [
        ("paragraph-passed-over", Level.NOTE, words) for words in passed
    ]


def test_what_import_keeps_is_left_out_only_with_a_gap() -> None:
    (problem,) = differing("Мост откроют весной.\n\nРаботы идут.", PAGE)
    assert (problem.values["ours"], problem.values["theirs"]) == ("Работы", "Так")


def test_the_share_is_that_of_what_is_seen() -> None:
    receipt = proven("Мост откроют весной.\n\n[…]", PAGE)
    seen = [LEAD.text, "Мост откроют весной.", "Так решили власти.", BESIDE.text, "Работы идут."]
    assert (receipt.kept, receipt.visible) == (len(seen[1]), sum(map(len, seen)))
    assert PAGE.visible == receipt.visible


def test_runs_of_five_words_in_other_fields_count() -> None:
    text = "Мост откроют весной.\n\n[…]"
    capture = captured("Мост откроют весной.", "Так решили власти города на совете.", "Работы идут.")
    alone = proven(text, capture, rights="excerpt").kept or 0
    said = {"ru": "Как пишут, так решили власти города на этой неделе", "en": "Так решили власти города на совете."}
    copied = proven(text, capture, rights="excerpt", summary=said)
    assert (copied.kept or 0) - alone == len("Так решили власти города на")
    few = {"ru": "Так решили власти города", "en": "a"}
    assert proven(text, capture, rights="excerpt", summary=few).kept == alone
    whole = {"ru": "«Так решили власти города на совете. Работы идут»", "en": "a"}
    receipt, told = prove(article(text, rights="excerpt", summary=whole), capture, TODAY)
    assert receipt is not None
    assert [(problem.code, problem.level) for problem in told] == [("excerpt-too-long", Level.WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        "Сказано:\n\n> Мост нужен.\n> — Министерство (@ministry)\n\n• раз\n• два\n\n1. Так.\n2. Иначе.\n\nГод | Мест",
        "Сказано:\n\nМост нужен. — Министерство (@ministry)\n\nраз\nдва\n\nТак.\nИначе.\n\nГод Мест",
        "Сказано:\n\nМост нужен.\n— Министерство (@ministry)\n\nраз\n\nдва\n\n1. Так.\n\n2. Иначе.\n\nГод | Мест",
    ],
)
def test_marks_of_import_may_be_typed_or_not(text: str) -> None:
    post = "> Мост нужен.\n> — Министерство (@ministry)"
    proven(
        text,
        captured(
            "++Сказано++:",
            post,
            "• раз\n• два",
            "1. Так.\n2. Иначе.",
            "Год | Мест",
        ),
    )


def test_a_number_that_is_typed_otherwise_is_none() -> None:
    numbered = captured("1. Так.", "2. Иначе.")
    proven("1. Так.\n\n2. Иначе.", numbered)
    (problem,) = differing("1. Так.\n\n3. Иначе.", numbered)
    assert problem.values["ours"] == "3."


@pytest.mark.parametrize(
    "text", ["Внеочередное по-прежнему.", "Вне-\nочередное по-\nпрежнему.", "Вне-очередное попрежнему."]
)
@pytest.mark.parametrize("paper", ["Вне-\nочередное по-\nпрежнему.", "Внеочередное по-прежнему."])
def test_a_hyphen_at_a_line_end_is_forgiven(text: str, paper: str) -> None:
    if text == "Вне-очередное попрежнему." and "\n" not in paper:
        differing(text, captured(paper))
    else:
        proven(text, captured(paper))


def test_a_file_is_known_by_its_text() -> None:
    assert holds(article(WORDS), Held(replace(CAPTURE, sha256="2" * 64)))
    assert not holds(article(WORDS.replace("реке", "море")), Held(CAPTURE))
    assert not holds(article("[…]"), Held(CAPTURE))
    stranger = Held(replace(CAPTURE, sha256="2" * 64))
    (problem,) = changed(article(WORDS), {"saved-again.html": stranger})
    assert (problem.code, problem.values["file"]) == ("capture-changed", "saved-again.html")
    assert list(changed(article("Другой текст."), {"saved-again.html": stranger})) == []


blocks = st.lists(
    st.tuples(st.text("абв -.", min_size=24, max_size=40).filter(lambda text: len(text.strip()) >= 24), st.booleans()),
    min_size=1,
    max_size=6,
)


@given(blocks, st.data())
def test_whatever_import_keeps_is_proven_with_anything_else_of_the_page(
    made: list[tuple[str, bool]], data: st.DataObject
) -> None:
    capture = captured(*(Block(text.strip(), kept=kept) for text, kept in made))
    chosen = [text.strip() for text, kept in made if kept or data.draw(st.booleans())]
    if chosen:
        proven("\n\n".join(chosen), capture)
