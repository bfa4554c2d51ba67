"""Printouts of the strait corpus and of the richest case: accessible, archival, complete, the same twice."""

import re
from pathlib import Path

import page as validator
import pytest

from build_scripts.model.bilingual import SITE_LANGUAGES, Bilingual, SiteLanguage
from build_scripts.model.linked import Linked
from build_scripts.render.chains import spoken_chain
from build_scripts.render.view import View

from ..projects import STRAIT, fingerprint, make_project, spravka
from .conftest import PAPERS, Printed
from .reading import letters, read_pdf

each_content = pytest.mark.parametrize("content", ["strait", "every-field"])
each_language = pytest.mark.parametrize("language", SITE_LANGUAGES)
each_paper = pytest.mark.parametrize("paper", PAPERS)

PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_2A)
SIZES = {"a4": (595, 842), "us-letter": (612, 792)}


@each_content
@each_language
@each_paper
@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_every_rule_for_accessible_and_archival_files_holds(
    printed: dict[str, Printed], content: str, language: str, paper: str, profile: validator.ValidationProfile
) -> None:
    case = printed[content]
    for name in (case.briefing, "dossier"):
        report = validator.validate_pdf(case.path(language, name, paper), profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant
        assert report.rules.passed > 100


@each_content
@each_language
@each_paper
def test_everything_that_is_evidence_is_on_paper(
    printed: dict[str, Printed], content: str, language: SiteLanguage, paper: str
) -> None:
    case = printed[content]
    text = read_pdf(case.path(language, case.briefing, paper)).letters
    missing = [words for words in said(case.linked, case.briefing, language) if letters(words) not in text]
    assert not missing, "\n".join(missing)


def said(linked: Linked, briefing_id: str, language: SiteLanguage) -> list[str]:
    """Everything that a printout of a briefing must say, from the model alone."""
    view = View(linked, language, "index.md")
    briefing = linked.corpus.documents.briefings[briefing_id]
    found: list[Bilingual | None] = [briefing.title, briefing.subject]
    found += [tracked.text for tracked in briefing.tracked]
    words: list[str] = []
    for article in linked.articles(briefing):
        found += [article.title, article.published.basis, article.summary]
        words += [article.capture.sha256, view.date(article.published.date), article.headline or ""]
        words += [spoken_chain(view, article, chain) for chain in article.chains.values()]
        for record in article.evidenced:
            words += [each.printed for each in linked.corpus.evidence[f"{article.id}/{record.id}"]]
            words.append(spoken_chain(view, article, article.chain_of(record)))
            found += [getattr(record, name, None) for name in ("note", "what", "basis", "scope", "condition")]
            words += [each.text for each in getattr(record, "translations", ())]
            found += [each.reason for each in (*record.corrections, record.withdrawn) if each]
    for judged in briefing.judged:
        names = ("what", "text", "reason", "settled_by", "note")
        found += [value for name in names if isinstance(value := getattr(judged, name, None), Bilingual)]
        found += [each.reason for each in (*judged.corrections, judged.withdrawn) if each]
    words += [text.words(language) or "" for text in found if text]
    prose = [text.words(language) or "" for text in (briefing.bottom_line, briefing.background) if text]
    words += [part for text in prose for part in re.split(r"\[\[[^\]]*\]\]", text)]
    return [each for each in words if each]


@each_content
@each_language
def test_as_many_records_as_the_model_has(printed: dict[str, Printed], content: str, language: str) -> None:
    case = printed[content]
    linked, briefing = case.linked, case.linked.corpus.documents.briefings[case.briefing]
    read = read_pdf(case.path(language, case.briefing))
    notes = read.text[read.text.rindex({"ru": "Основания", "en": "Evidence"}[language]) :]
    numbers = re.findall(r"(?<=[\s)])(\d{1,3}) (?=\S)", notes)
    expected = len(linked.evidenced_in(briefing))
    assert [number for number in map(str, range(1, expected + 1)) if number not in numbers] == []
    for judged in briefing.judged:
        assert re.search(rf"\b{judged.id}\b", read.text), judged.id


@each_language
@each_paper
def test_pages_are_numbered_headed_and_of_the_chosen_size(
    printed: dict[str, Printed], language: str, paper: str
) -> None:
    case = printed["strait"]
    read = read_pdf(case.path(language, case.briefing, paper))
    assert (round(read.size[0]), round(read.size[1])) == SIZES[paper]
    for number in range(1, read.pages + 1):
        assert f"{number} / {read.pages}" in read.heads
    edition = case.linked.since[case.briefing][-1].edition
    assert edition.code in read.heads
    first = read.text[:1500]
    assert edition.code in first
    assert letters(case.linked.corpus.documents.briefings[case.briefing].title.words(language) or "") in letters(first)  # type: ignore[arg-type]


@each_content
@each_language
@each_paper
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    printed: dict[str, Printed], content: str, language: SiteLanguage, paper: str
) -> None:
    case = printed[content]
    view = View(case.linked, language, "index.md")
    names = ("positions", "changes", "background", "timeline", "quotations", "conflicts", "questions", "relations")
    headings = {letters(view.t(f"page.{name}")) for name in (*names, "sources", "actors", "evidence", "undated")}
    headings |= {letters(view.plain(tracked.text)) for _, tracked in view.documents.tracked().values()}
    headings |= {letters(view.plain(article.title)) for article in view.documents.articles.values()}
    seen = 0
    for lines in read_pdf(case.path(language, case.briefing, paper)).lines:
        seen += sum(letters(line) in headings for line in lines)
        assert letters(lines[-1]) not in headings
    assert seen > 8, "headings are found where they stand"


@each_language
def test_the_last_page_tells_whether_the_printout_is_current(printed: dict[str, Printed], language: str) -> None:
    case = printed["strait"]
    text = read_pdf(case.path(language, case.briefing)).text
    edition = case.linked.since[case.briefing][-1].edition
    address = f"https://spravka.github.io/spravka/{language}/briefings/{case.briefing}/editions/{edition.number}/"
    tail = re.sub(r"[\s\u200b]", "", text[-900:])
    assert address in tail
    assert edition.code in tail
    assert case.linked.contents[case.briefing] in tail


@each_content
@each_language
def test_the_dossier_has_contents_actors_and_texts(
    printed: dict[str, Printed], content: str, language: SiteLanguage
) -> None:
    case = printed[content]
    documents = case.linked.corpus.documents
    text = read_pdf(case.path(language, "dossier")).letters
    for names in (documents.actors, documents.channels):
        for entry in names.values():
            assert letters(entry.name.words(language) or "") in text
    for briefing in documents.briefings.values():
        title = letters(briefing.title.words(language) or "")
        assert text.count(title) >= 2, "once among the contents, once as a heading"
    for article in documents.articles.values():
        assert letters(article.title.words(language) or "") in text


def test_no_quotation_mark_on_paper_is_unearned(printed: dict[str, Printed]) -> None:
    case = printed["strait"]
    spoken = [letters(each.printed) for key, found in case.linked.corpus.evidence.items() for each in found if key]
    for language in SITE_LANGUAGES:
        text = read_pdf(case.path(language, case.briefing)).text
        marked = re.findall(r"[«“]([^»”]+)[»”]", text)
        assert marked, "the one quotation is there"
        for words in marked:
            assert any(letters(words) in each for each in spoken), words


def test_the_same_bytes_in_another_folder_time_zone_and_language_of_the_system(
    printed: dict[str, Printed], tmp_path: Path
) -> None:
    case = printed["strait"]
    surroundings = {"TZ": "Asia/Baku", "LC_ALL": "ru_RU.UTF-8", "PYTHONHASHSEED": "77", "SPRAVKA_PAPER": "a4"}
    other = Printed.__new__(Printed)
    other.project = make_project(tmp_path / "ещё одна папка", STRAIT)
    run = spravka(other.project, "pdf", "--output", str(tmp_path / "out"), **surroundings)
    assert run.returncode == 0, run.stderr
    assert fingerprint(tmp_path / "out") == fingerprint(case.project / "a4")


def test_only_what_changed_is_set_again(printed: dict[str, Printed]) -> None:
    project = printed["every-field"].project
    spravka(project, "--lang", "en", "pdf")
    assert "set anew: 0" in spravka(project, "--lang", "en", "pdf").stderr
    file = project / "briefs/briefings/river-bridge.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("No bridge before autumn.", "No bridge before winter."), "utf-8")
    try:
        run = spravka(project, "--lang", "en", "pdf")
        # The hash on the last page is over both languages; the other briefing stays as it is.
        assert "Files: 6, set anew: 4." in run.stderr
        run = spravka(project, "--lang", "en", "pdf", "river-bridge", "--lang", "ru")
        assert "Files: 1, set anew: 0." in run.stderr
    finally:
        file.write_text(text, "utf-8")


def test_a_name_that_is_none_is_told_with_the_nearest(printed: dict[str, Printed]) -> None:
    run = spravka(printed["every-field"].project, "--lang", "en", "pdf", "river-bridg")
    assert run.returncode == 2
    assert run.stderr == "There is no briefing river-bridg. Nearest: river-bridge.\n"
