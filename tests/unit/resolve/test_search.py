"""Words into evidence: what is found, and the bounds of the search."""

from build_scripts.command.report import line, sentence
from build_scripts.model.article import Article
from build_scripts.model.evidence import Evidence, Proof
from build_scripts.model.problem import Problem
from build_scripts.pipeline import check
from build_scripts.resolve.search import MOST_COMPARED, MOST_HINTS, Searched, find_words
from build_scripts.wording import wording


def article(text: str, *excerpts: str) -> Article:
    event = {"id": "e1", "what": "а", "date": "2031", "words": list(excerpts), "status": "reported"}
    return Article.model_validate(
        {
            "id": "a",
            "language": "ru",
            "title": "а",
            "channel": "unknown",
            "published": {"date": "2031", "basis": "а"},
            "capture": {"sha256": "0" * 64, "characters": 10_000_000},
            "rights": "full",
            "text": text,
            "events": [event],
        }
    )


def found(text: str, *excerpts: str) -> tuple[tuple[Evidence, ...], list[Problem]]:
    of = article(text, *excerpts)
    return find_words(of, Searched(of), of.events[0])


def test_words_are_found_with_their_offsets_and_the_spelling_of_the_source():
    evidence, problems = found("Один.\n\n[…]\n\nЕщё «два» — слова…\n", 'Еще "два" - слова...')
    assert problems == []
    assert evidence == (Evidence("Ещё «два» — слова…", 12, 30, Proof.FOLDED),)


def test_words_that_stand_there_letter_by_letter_are_exact():
    assert found("Ещё два слова.", "Ещё два")[0][0].proof is Proof.EXACT


def test_only_the_first_faults_of_an_article_are_compared_with_the_nearest_text():
    slips = [f"два три {number} пять" for number in range(MOST_HINTS + 2)]
    _, problems = found("Один два три четыре пять шесть.", *slips)
    assert [problem.variant for problem in problems] == ["replaced"] * MOST_HINTS + ["not-compared"] * 2
    assert problems[-1].code == "words-not-found"
    assert sentence(problems[-1], wording("en")) == (
        "words stand in the text exactly; “два три 11 пять” does not; copy the words from the text as printed"
    )


def test_a_text_that_is_too_long_is_searched_and_not_compared():
    text = "слово " * (MOST_COMPARED // 6 + 1) + "конец"
    evidence, problems = found(text, "слово конец", "слова конец")
    assert len(evidence) == 1
    assert [problem.variant for problem in problems] == ["not-compared"]


def test_too_many_excerpts_for_too_long_a_text_are_refused(tmp_path):
    folder = tmp_path / "briefs" / "articles" / "2031"
    folder.mkdir(parents=True)
    records = "".join(
        f"  - {{id: e{number}, what: {{ru: а, en: a}}, date: 2030, words: [б, б, б], status: reported}}\n"
        for number in range(100)
    )
    (folder / "a.yml").write_text(
        "id: a\nlanguage: ru\ntitle: {ru: а, en: a}\nchannel: unknown\npublished: {date: 2031, basis: {ru: а, en: a}}\n"
        f"capture: {{sha256: {'0' * 64}, characters: 999999}}\nrights: full\n"
        f"text: |\n  {'б ' * 90_000}\nevents:\n{records}",
        "utf-8",
    )
    assert [line(problem, wording("en")) for problem in check(tmp_path).problems] == [
        "briefs/articles/2031/a.yml:8:7: too-many-values: a file and its lists keep to a size that people can read; "
        "too many excerpts for so long a text; "
        "cut the text to the passages that the records use, or split the article"
    ]


def test_a_word_that_a_line_end_divides_is_printed_whole_and_found_either_way():
    for words in ("Внеочередное дело", "Вне-очередное дело", "Вне-\nочередное дело"):
        ((evidence,), problems) = found("Вне-\nочередное дело.", words)
        assert (evidence.printed, evidence.start, evidence.end, problems) == ("Внеочередное дело", 0, 19, [])
    assert found("Вне-\nочередное дело.", "Вне-\nочередное дело")[0][0].proof is Proof.EXACT
    assert found("Вне-\nочередное дело.", "Внеочередное дело")[0][0].proof is Proof.FOLDED


def test_what_line_ends_divide_is_no_difference():
    (_, (problem,)) = found("Рабо-\nты на вице-пре-\nмьерской даче идут.", "Работы на вице-пре-мьерской даче не идут")
    assert (problem.code, problem.values["ours"]) == ("words-not-found", "не")
    (_, (problem,)) = found("Вне-\nочередное дело.", "Вне")
    assert (problem.code, problem.values["theirs"]) == ("part-of-word", "Внеочередное")
