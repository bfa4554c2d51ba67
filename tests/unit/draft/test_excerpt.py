"""A text cut down to what its records use: nothing they mean is lost, all else is a gap, and every cut is marked."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from build_scripts.command import main
from build_scripts.command.excerpt_ import cuts
from build_scripts.draft.excerpt import excerpted
from build_scripts.draft.parted import Parted
from build_scripts.draft.places import Part
from build_scripts.draft.sentences import sentences
from build_scripts.draft.speech import candidates
from build_scripts.model.article import Article
from build_scripts.pipeline import Checked, check
from tests.projects import RIVER, STRAIT
from tests.test_cases import CASES, GOOD, lay_over

TEXT = "Первое. Второе слово! Третье?\n\nЧетвёртое. «Пятое». Шестое.\n\n[…]\n\nСедьмое.\n"
WEATHER = {"ru": "Погода была ясной. Ветер стих.", "en": "The weather was fair. The wind fell."}
BRIDGE = "briefs/articles/2031/2031-06-01-bridge.yml"


def article(text: str) -> Article:
    both = {"ru": "а", "en": "a"}
    fields = {"id": "a", "language": "ru", "title": both, "channel": "unknown", "rights": "excerpt", "text": text}
    fields |= {"published": {"date": "2031", "basis": both}, "capture": {"sha256": "1" * 64, "characters": 900}}
    return Article.model_validate(fields)


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (["слово"], "[…]\n\nВторое слово!\n\n[…]\n"),
        (["Первое", "Второе"], "Первое. Второе слово!\n\n[…]\n"),
        (["Третье", "Четвёртое"], "[…]\n\nТретье?\n\nЧетвёртое.\n\n[…]\n"),
        (["Первое", "Третье"], "Первое.\n\n[…]\n\nТретье?\n\n[…]\n"),
        (["Шестое", "Седьмое"], "[…]\n\nШестое.\n\n[…]\n\nСедьмое.\n"),
        (["Пятое"], "[…]\n\n«Пятое».\n\n[…]\n"),
        ([], "[…]\n"),
        (["Первое", "Второе", "Третье", "Четвёртое", "Пятое", "Шестое", "Седьмое"], TEXT),
    ],
)
def test_what_is_kept_stays_and_every_cut_is_marked(wanted: list[str], left: str) -> None:
    parted = Parted(article(TEXT))
    kept = parted.all_touched((TEXT.index(word), TEXT.index(word) + len(word)) for word in wanted)
    assert excerpted(parted, kept) == left


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ru", "Министр Дж. Д. Тестов приехал. Он уехал.", 2),
        ("ru", "И. Тестов сказал: «Нет». Потом ушёл…", 2),
        ("ru", "Одно предложение без конца", 1),
        ("ru", "В 5.30 утра. 7 мая?", 2),
        ("ru", "В 2031 г. Министерство открыло мост. Дождь шёл.", 2),
        ("ru", "Пришли 40 тыс. Зеландцев из 3 млн. Мост закрыли.", 1),
        ("ru", "На ул. Речной, у д. 5. Там стоит мост.", 2),
        ("ru", "Цена 5 млрд руб. Договор подписан. Позже.", 2),
        ("ru", "• первое. Второе.\n• третье\n1. четвёртое. Пятое", 3),
        ("ru", "Год | Длина. Прим.\n2031 | 5 км", 2),
        ("en", "Mr. Testov met Dr. Primer on Jan. 5. He left.", 2),
        ("en", "The U.S. Senate met at 5 p.m. on May 2. It rose.", 2),
        ("en", "“We will. Now,” she said. He left.", 2),
        ("ru", "Он сказал: «Мост! Да. Весной». Потом ушёл. „Нет. Да“. Всё.", 4),
        ("en", 'He said, "No. Never. Go." They left.', 2),
        ("az", "Körpü açıldı. Prof. Əli gəldi.", 2),
        ("xx", "One. two", 1),
    ],
)
def test_abbreviations_and_initials_end_no_sentence(language: str, text: str, count: int) -> None:
    found = sentences(text, 0, len(text), language)
    assert len(found) == count
    assert all(text[low:high] == text[low:high].strip() != "" for low, high in found)


def cut_down(project: Path, name: str) -> tuple[Checked, Article, str]:
    """Cut an article of a project as the command does; return how it then is checked, and the new file."""
    checked = check(project)
    document = checked.corpus.documents.articles[name]
    tried = list(cuts(project, checked, document))
    cut = next((each for each in tried if each.holds), None)
    assert cut is not None, [(each.text, each.problems) for each in tried]
    after = check(project, {document.place().file: cut.file})
    return after, after.corpus.documents.articles[name], cut.file


def pad(text: str, language: str) -> str:
    """Put a paragraph that nobody needs before and behind the text, and beside each gap."""
    more = WEATHER.get(language, WEATHER["en"])
    return f"{more}\n\n" + text.rstrip("\n").replace("[…]", f"[…]\n\n{more}\n\n[…]") + f"\n\n{more}\n"


def with_text(file: str, text: str) -> str:
    block = "text: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.rstrip("\n").split("\n"))
    return re.sub(r"^text:[^\n]*\n(?:[ \t][^\n]*\n|\n)*", lambda _: block, file, count=1, flags=re.MULTILINE)


def contents(tmp_path: Path, name: str) -> Path:
    project = tmp_path / "project"
    if name == "strait":
        shutil.copytree(STRAIT / "briefs", project / "briefs")
        shutil.rmtree(project / "briefs" / "receipts")
    else:
        lay_over(CASES / "good" / name, project)
    return project


@pytest.mark.parametrize("name", [*GOOD, "river", "strait"])
def test_every_good_text_carries_its_records_when_it_is_cut(tmp_path: Path, name: str) -> None:
    """With words around it that nobody needs: they go, the records stay, and `check` says no more."""
    project = contents(tmp_path, name)
    before = check(project)
    for key, document in before.corpus.documents.articles.items():
        if document.text is None or not document.evidenced:
            continue
        path = project / document.place().file
        path.write_text(with_text(path.read_text("utf-8"), pad(document.text, document.language)), "utf-8")
        after, cut, _ = cut_down(project, key)
        assert not {problem.code for problem in after.problems} - {"excerpt-too-long"}
        text = cut.text or ""
        assert not any(sentence in text for sentence in WEATHER.values())
        assert text.startswith("[…]\n\n") and text.endswith("\n\n[…]\n")


def bridge(project: Path, text: str, records: str, language: str = "ru") -> Path:
    """Write the article of the river project that most cases change."""
    lay_over(CASES / "good" / "speech-inside-speech", project)
    path = project / BRIDGE
    head = path.read_text("utf-8").partition("text: |")[0].replace("language: ru", f"language: {language}")
    head = re.sub(r"characters: \d+", "characters: 90000", head)
    path.write_text(with_text(f"{head}text: |\n\n", text) + records, "utf-8")
    return path


QUOTE = """quotes:
  - id: q1
    words: {words}
    speaker: ivan-testov
    said: {said}
    basis: {{ru: "день", en: "the day"}}
    translations: [{{language: {other}, text: "…", by: editors}}]
"""


EVENT = """events:
  - id: e1
    what: {{ru: "Было.", en: "It was."}}
    date: unknown
    basis: {{ru: "дня нет", en: "no day"}}
    words: {words}
    status: reported
"""


def written(words: str) -> str:
    """Write words as YAML has them, unless they are written already."""
    return words if words[0] in '["' else f'"{words}"'


def event(words: str, more: str = "") -> str:
    return EVENT.format(words=written(words)) + more


def quote(words: str, said: str = "unknown", other: str = "en", more: str = "") -> str:
    return QUOTE.format(words=written(words), said=said, other=other) + more


@pytest.mark.parametrize(
    ("text", "records", "left"),
    [
        (  # the marks and the reporting clause, though the words are one sentence of three
            "Шёл дождь.\n\n«Мост старый. Его починят. Весной откроем», — сказал Иван Тестов. Шёл снег.",
            quote("Его починят."),
            "«Мост старый. Его починят. Весной откроем», — сказал Иван Тестов.",
        ),
        (  # who is quoted, where the reporting clause says it by office
            "Иван Тестов приехал. Шёл дождь. «Мост починят», — сказал министр. Шёл снег.",
            quote("Мост починят"),
            "Иван Тестов приехал.\n\n[…]\n\n«Мост починят», — сказал министр.",
        ),
        (  # the day on which it was said
            "Встреча прошла 20 мая. Шёл дождь. «Мост починят», — сказал Иван Тестов. Шёл снег.",
            quote("Мост починят", "2031-05-20"),
            "Встреча прошла 20 мая.\n\n[…]\n\n«Мост починят», — сказал Иван Тестов.",
        ),
        (  # a reporting clause that is a sentence of its own
            "Шёл дождь.\n\n«Мост починят». Так заявил Иван Тестов. Шёл снег.",
            quote("Мост починят"),
            "«Мост починят». Так заявил Иван Тестов.",
        ),
        (  # the announcement, and the whole turn behind the dash
            "Шёл дождь. Иван Тестов сказал так:\n\n— Мост починят. Потом откроют.\n\nШёл снег.",
            quote("Потом откроют."),
            "Иван Тестов сказал так:\n\n— Мост починят. Потом откроют.",
        ),
        (  # the line under a post stays with it
            "Шёл дождь.\n\n> Мост починят.\n> Потом откроют.\n> — Иван Тестов (@testov) 1 июня 2031\n\nШёл снег.",
            quote("Потом откроют."),
            "> Мост починят.\n> Потом откроют.\n> — Иван Тестов (@testov) 1 июня 2031",
        ),
        (  # so does one that stands in a paragraph of its own
            "Шёл дождь.\n\nМост починят.\n\n— Иван Тестов (@testov) 1 июня 2031\n\nШёл снег.",
            quote("Мост починят."),
            "Мост починят.\n\n— Иван Тестов (@testov) 1 июня 2031",
        ),
        (  # the words of before:
            "Мост старый. Он нужен. Шёл дождь. Мост старый. Иван Тестов знает. Он нужен. Шёл снег.",
            event("Он нужен", '    before: "старый. Иван Тестов знает. "\n'),
            "Мост старый. Иван Тестов знает. Он нужен.",
        ),
        (  # words of an event inside speech keep its marks
            "Шёл дождь. «Мост старый. Его починят. Откроют», — сказал Иван Тестов. Шёл снег.",
            event("Его починят"),
            "«Мост старый. Его починят. Откроют», — сказал Иван Тестов.",
        ),
    ],
)
def test_what_words_need_is_kept(tmp_path: Path, text: str, records: str, left: str) -> None:
    bridge(tmp_path / "project", text, records)
    assert {problem.code for problem in check(tmp_path / "project").problems} <= {"chain-unused", "position-unused"}
    cut = cut_down(tmp_path / "project", "2031-06-01-bridge")[1].text or ""
    assert cut.rstrip("\n").removeprefix("[…]\n\n").removesuffix("\n\n[…]") == left


def test_a_turn_keeps_its_label_and_the_answer_up_to_the_words(tmp_path: Path) -> None:
    text = (
        "The review met the minister Ivan Testov at the river. The talk took place on 20 May. It rained.\n\n"
        "Q: Will the bridge open?\n\nA: Not now. In spring. It is old. Nobody knows.\n\nQ: And the ferry?\n\nA: No.\n"
    )
    bridge(tmp_path / "project", text, quote("In spring.", "2031-05-20", "ru"), "en")
    cut = cut_down(tmp_path / "project", "2031-06-01-bridge")[1].text
    assert cut == (
        "The review met the minister Ivan Testov at the river. The talk took place on 20 May.\n\n[…]\n\n"
        "Q: Will the bridge open?\n\nA: Not now. In spring.\n\n[…]\n"
    )


def run(project: Path, name: str, language: str = "en"):
    (project / "mkdocs.yml").write_text("site_name: Test\n", "utf-8")
    return CliRunner().invoke(main, ["--project", str(project), "--lang", language, "excerpt", name])


def test_the_command_touches_the_text_alone(tmp_path: Path) -> None:
    project = tmp_path / "river"
    shutil.copytree(RIVER, project)
    file = project / "briefs/articles/2031/2031-03-28-treaty-first.yml"
    text = file.read_text("utf-8").replace("rights: full", "rights: excerpt")
    more = text.replace("  Речная комиссия намерена", "  Погода была ясной. Речная комиссия намерена")
    file.write_text(more, "utf-8")
    told = run(project, "2031-03-28-treaty-first")
    assert told.exit_code == 0, told.output
    after = file.read_text("utf-8")
    assert "Погода" not in after
    assert check(project).problems == ()
    assert after.partition("text: |")[0] == text.partition("text: |")[0]
    assert after.partition("summary:")[2] == text.partition("summary:")[2]
    assert run(project, "treaty-first").exit_code == 2


@pytest.mark.parametrize(("language", "told"), [("en", "nothing was cut"), ("ru", "ничего не сокращено")])
def test_a_text_that_may_stand_whole_is_not_cut(tmp_path: Path, language: str, told: str) -> None:
    path = bridge(tmp_path / "project", "Шёл дождь. «Мост починят», — сказал Иван Тестов.", quote("Мост починят"))
    before = path.read_text("utf-8").replace("rights: excerpt", "rights: full")
    path.write_text(before, "utf-8")
    line = before[: before.index("rights:")].count("\n") + 1
    result = run(tmp_path / "project", "2031-06-01-bridge", language)
    assert result.exit_code == 1
    assert told in result.output and f"{BRIDGE}:{line}:" in result.output
    assert path.read_text("utf-8") == before


def test_nothing_is_written_where_a_record_would_lose_its_words(tmp_path: Path, monkeypatch) -> None:
    path = bridge(tmp_path / "project", "Шёл дождь.\n\n«Мост починят», — сказал Иван Тестов.", quote("Мост починят"))
    before = path.read_text("utf-8")
    monkeypatch.setattr("build_scripts.command.excerpt_.needed", lambda *_: {0})
    result = run(tmp_path / "project", "2031-06-01-bridge")
    assert result.exit_code == 1
    assert "words-not-found" in result.output and "Nothing was written" in result.output
    assert path.read_text("utf-8") == before


PIECES = [
    "Шёл дождь.",
    "В 2031 г. Министерство ждало.",
    "Иван Тестов приехал 20 мая.",
    "«Мост старый. Его починят», — сказал министр.",
    "Министр сказал: «Починим мост! Да».",
    "«Мост починят». Так заявил Иван Тестов.",
    "Газета «Речной день» молчит.",
    "Цена 5 млн руб. Её назвал Тестов",
    '"Откроем весной", — добавил он.',
]
BLOCKS = [
    "— Мост нужен? — спросил он. — Да.",
    "— Нужен. Очень.",
    "> Мост откроют.\n> Весной.\n> — Иван Тестов (@testov) 20 мая 2031",
    "> Мост закрыт.\n\n> Навсегда.",
    "Вопрос: Когда откроют?\n\nИ. Тестов: Весной. Мы это знаем. Ждите.\n\nВопрос: Где?\n\nИ. Тестов: Здесь.",
    "• мост. Река\n• паром",
    "«Мост старый.\n\nРека быстрая», — сказал Тестов.",
    "[…]",
    "Мост ждёт.\n\n— Министерство (@ministry) 1 июня 2031",
]
paragraph = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join) | st.sampled_from(BLOCKS)


annotated = given(st.lists(paragraph, min_size=1, max_size=7).map("\n\n".join), st.data())
quickly = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quickly
@annotated
def test_whatever_is_annotated_survives_a_cut_and_another(tmp_path: Path, text: str, data: st.DataObject) -> None:
    survives(tmp_path / "project", text, data)


@pytest.mark.slow
@settings(quickly, max_examples=80)
@annotated
def test_whatever_is_annotated_survives_in_many_texts(tmp_path: Path, text: str, data: st.DataObject) -> None:
    survives(tmp_path / "project", text, data)


def survives(project: Path, text: str, data: st.DataObject) -> None:
    """Annotate a text, cut it down, and cut it once more: records keep standing, and nothing comes back."""
    shutil.rmtree(project, ignore_errors=True)
    path = bridge(project, text, records_of(text, data))
    # Words that stand there twice, or across a gap, make no article that could be cut.
    assume(not check(project).has_errors)
    _, cut, file = cut_down(project, "2031-06-01-bridge")
    path.write_text(file, "utf-8")
    again = cut_down(project, "2031-06-01-bridge")[1]
    assert len(again.text or "") <= len(cut.text or "")


def records_of(text: str, data: st.DataObject) -> str:
    """Records that stand on some of the speech and some of the narration of a text."""
    spoken = [each for each in candidates(text, "ru") if not any('"' in part.words for part in each.parts)]
    quoted = data.draw(st.lists(st.sampled_from(spoken), unique=True)) if spoken else []
    told = [each.strip() for each in re.split(r"(?<=[.?!])\s+|\n", text) if re.search(r"\w{3}", each)]
    whole = [each for each in dict.fromkeys(told) if '"' not in each and text.count(each) == 1]
    chosen = data.draw(st.lists(st.sampled_from(whole), unique=True, max_size=3)) if whole else []
    quotes = [quote(f"[{', '.join(map(as_words, each.parts))}]", "2031-05-20") for each in quoted]
    return numbered("quotes", quotes) + numbered("events", [event(each) for each in chosen])


def numbered(kind: str, records: list[str]) -> str:
    """Put records, each written as the only one, into one list."""
    body = (each.partition("\n")[2] for each in records)
    return f"{kind}:\n" * bool(records) + "".join(
        re.sub("id: ([qe])1", rf"id: \g<1>{n}", each) for n, each in enumerate(body, 1)
    )


def as_words(part: Part) -> str:
    fields = {"words": part.words, "before": part.before, "after": part.after}
    return "{" + ", ".join(f"{name}: '{value}'" for name, value in fields.items() if value) + "}"
