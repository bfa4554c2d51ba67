"""Citations in each form: nothing is pretended, and whatever a text holds comes out of the form as it went in."""

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.link.corpus import link
from build_scripts.model.date import PartialDate
from build_scripts.model.registry import ChannelKind
from build_scripts.pipeline import check
from build_scripts.render.citations.bibtex import bibtex, latex
from build_scripts.render.citations.chicago import chicago
from build_scripts.render.citations.citation import Citation
from build_scripts.render.citations.csl import csl
from build_scripts.render.citations.forms import Form, forms
from build_scripts.render.citations.gost import gost
from build_scripts.render.citations.plain import plain
from build_scripts.render.view import View
from build_scripts.wording import wording
from tests.projects import SITE
from tests.test_cases import CASES, lay_over

RU, EN = wording("ru"), wording("en")
UNKNOWN = PartialDate.parse("unknown")
EVERY_FORM = {"plain": plain, "gost": gost, "chicago": chicago, "bibtex": bibtex, "csl": csl}

CSL = json.loads((Path(__file__).parent / "csl-data.schema.json").read_text("utf-8"))
"""The parts of the CSL data schema (citation-style-language/schema, csl-data.json) that our items use."""

BARE = Citation(
    t=EN,
    site="Spravka",
    name="2031-05-02-talks/q1",
    is_quote=True,
    says="“لن نشارك في القوة” (Speaker not stated; said: date unknown)",
    words="",
    translation="",
    title="[River talks]",
    has_headline=False,
    author="",
    channel="",
    channel_kind=None,
    chain="The text we read names no source for this.",
    language="ar",
    published=UNKNOWN,
    retrieved=UNKNOWN,
    url="",
    archived="",
    permalink="https://river.example.org/en/articles/2031-05-02-talks/#q1",
)
FULL = replace(
    BARE,
    title="مصر {لن} ترسل",
    has_headline=True,
    author="Staff",
    channel="Example Wire",
    channel_kind=ChannelKind.AGENCY,
    published=PartialDate.parse("2031-05-02"),
    retrieved=PartialDate.parse("2031-05-04"),
    url="https://wire.example.org/a",
    archived="https://archive.example.org/a",
)


@pytest.mark.parametrize("form", EVERY_FORM)
def test_what_is_not_known_is_not_made_up(form: str) -> None:
    made = EVERY_FORM[form](BARE)
    without_name = made.replace(BARE.name, "").replace(BARE.name.replace("/", ":"), "").replace(BARE.permalink, "")
    without_name = without_name.replace(latex(BARE.permalink), "")
    assert not re.search(r"\d{4}|accessed|retrieved|urldate|author", without_name), made
    assert BARE.title in made
    assert BARE.permalink in made
    assert "لن نشارك في القوة" in made


def test_the_whole_of_each_form() -> None:
    assert plain(FULL) == (
        "“لن نشارك في القوة” (Speaker not stated; said: date unknown). Source: Staff, مصر {لن} ترسل, Example Wire, "
        "dated 2\u00a0May 2031, https://wire.example.org/a, retrieved 4\u00a0May 2031, archived at "
        "https://archive.example.org/a. Attribution: The text we read names no source for this. Record: Spravka, "
        "2031-05-02-talks/q1, https://river.example.org/en/articles/2031-05-02-talks/#q1"
    )
    assert gost(replace(FULL, t=RU, site="Справка")) == (
        "مصر {لن} ترسل / Staff // Example Wire. 2031. 2\u00a0мая. URL: https://wire.example.org/a (дата обращения: "
        "04.05.2031). Архивная копия: https://archive.example.org/a. Цит. по: Справка : [сайт]. Запись "
        "2031-05-02-talks/q1: “لن نشارك في القوة” (Speaker not stated; said: date unknown). URL: "
        "https://river.example.org/en/articles/2031-05-02-talks/#q1."
    )
    assert chicago(FULL) == (
        "“لن نشارك في القوة” (Speaker not stated; said: date unknown), quoted in Staff, “مصر {لن} ترسل,” Example Wire, "
        "2\u00a0May 2031, https://wire.example.org/a, archived at https://archive.example.org/a, accessed 4\u00a0May "
        "2031; Spravka, record 2031-05-02-talks/q1, https://river.example.org/en/articles/2031-05-02-talks/#q1."
    )
    assert gost(replace(BARE, t=RU)).startswith("[River talks] // [издатель не указан]. б. д. Цит. по: ")
    assert "quoted in [River talks], publisher not stated, n.d.; Spravka, record" in chicago(BARE)
    assert "as given in" in chicago(replace(BARE, is_quote=False))
    assert "Приводится по:" in gost(replace(BARE, t=RU, is_quote=False))


@pytest.mark.parametrize(
    ("date", "in_gost", "in_chicago", "in_bibtex", "in_csl"),
    [
        ("2031-05-02", "2031. 2 мая.", "2 May 2031", "{2031}, month = may, day = {2}", {"date-parts": [[2031, 5, 2]]}),
        ("2031-05", "2031, май.", "May 2031", "{2031}, month = may", {"date-parts": [[2031, 5]]}),
        ("2031", "2031.", "2031", "{2031}", {"date-parts": [[2031]]}),
        ("2031~", "[около 2031 г.].", "[about 2031]", "{about 2031}", {"date-parts": [[2031]], "circa": True}),
        (
            "2031-05?",
            "[май 2031 г. (под вопросом)].",
            "[May 2031 (uncertain)]",
            "{May 2031 (uncertain)}",
            {"date-parts": [[2031, 5]], "circa": True},
        ),
        (
            "../2031-05",
            "[не позднее мая 2031 г.].",
            "[not later than May 2031]",
            "{not later than May 2031}",
            {"literal": "not later than May 2031"},
        ),
        (
            "2031-05/2031-06",
            "[май – июнь 2031 г.].",
            "[May–June 2031]",
            "{May–June 2031}",
            {"date-parts": [[2031, 5], [2031, 6]]},
        ),
        ("unknown", "б. д.", "n.d.", "{n.d.}", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(
    date: str, in_gost: str, in_chicago: str, in_bibtex: str, in_csl: object
) -> None:
    cited = replace(FULL, published=PartialDate.parse(date))
    assert f"Example Wire. {in_gost} URL" in gost(replace(cited, t=RU)).replace("\u00a0", " ")
    assert f"Example Wire, {in_chicago}, https" in chicago(cited).replace("\u00a0", " ")
    fields = re.search(r"year = (.*?),\n  url", bibtex(cited), re.DOTALL)
    assert fields and re.sub(r"\n +", " ", fields[1]) == in_bibtex
    assert json.loads(csl(cited))[0].get("issued") == in_csl


def test_items_are_valid_csl(cases: list[Form]) -> None:
    texts = [form.text for form in cases if form.name == "csl"] + [csl(BARE), csl(FULL)]
    assert len(texts) > 20
    jsonschema.Draft7Validator.check_schema(CSL)
    for text in texts:
        jsonschema.Draft7Validator(CSL).validate(json.loads(text))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(CSL).validate([{**json.loads(csl(FULL))[0], "headline": "x"}])


def test_entries_are_valid_bibtex(cases: list[Form]) -> None:
    texts = [form.text for form in cases if form.name == "bibtex"]
    assert len({read_bibtex(text)[0] for text in texts}) == len(texts) / 2, "a key a record, the same in both languages"
    key, fields = read_bibtex(bibtex(FULL))
    assert key == "2031-05-02-talks:q1"
    assert fields["title"] == FULL.title
    assert fields["url"] == FULL.url
    assert fields["month"] == "may"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_comes_out_of_bibtex_and_csl_as_it_went_in(text: str) -> None:
    cited = replace(FULL, title=text, author=text)
    _, fields = read_bibtex(bibtex(cited))
    assert fields["title"] == fields["author"] == text
    item = json.loads(csl(cited))[0]
    assert item["title"] == item["author"][0]["literal"] == text


def test_no_form_holds_an_empty_line(cases: list[Form]) -> None:
    """An empty line would end the block of the page that shows it."""
    assert [form for form in cases if re.search(r"\n\s*\n", form.text)] == []


def test_a_withdrawn_record_says_so_in_every_form(cases: list[Form]) -> None:
    told = [form for form in cases if "2031-06-01-bridge/e2" in form.text]
    assert len(told) == 12
    for form in told:
        assert "withdrawn 7\u00a0June 2031: the source" in form.text or "отозвано 7\u00a0июня 2031" in form.text, form


def test_marks_stand_around_direct_speech_alone(cases: list[Form]) -> None:
    for form in cases:
        if form.name.startswith("plain") and "2031-06-01-bridge" in form.text:
            assert ("«" in form.text) == ("bridge/q" in form.text), form.text


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Form]:
    """All citations of the richest case and of the hardest, in both languages."""
    found: list[Form] = []
    for name in ("every-field", "hard-to-cite"):
        project = tmp_path_factory.mktemp("case") / "project"
        lay_over(CASES / "good" / name, project)
        linked = link(check(project).corpus)
        for view in (View(linked, "ru", "index.md"), View(linked, "en", "index.md")):
            for article in linked.corpus.documents.articles.values():
                if name == "hard-to-cite" and article.language == "ru":
                    continue  # the articles of the river stand in both cases
                for record in article.evidenced:
                    found += forms(view, SITE, article, record)
    return found


LATEX = {r"\textbackslash": "\\", r"\textbraceleft": "{", r"\textbraceright": "}"}
LATEX |= {r"\textasciitilde": "~", r"\textasciicircum": "^"}


def read_bibtex(text: str) -> tuple[str, dict[str, str]]:
    """Read one entry as BibTeX does, by counting braces, and give its fields back as LaTeX prints them."""
    head = re.match(r"@misc\{([^\s,{}%#~\"\\]+),\n", text)
    assert head
    at, fields = head.end(), {}
    while text[at] != "}":
        name = re.compile(r"  (\w+) = ").match(text, at)
        assert name, text[at:]
        start = at = name.end()
        depth = 0
        while depth or text[at] not in ",\n":
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            assert depth >= 0
            at += 1
        fields[name[1]] = printed(text[start:at], is_address=name[1] == "url")
        at += text[at] == ","
        at += 1
    assert text[at:] == "}"
    return head[1], fields


def printed(value: str, is_address: bool) -> str:
    # The braces around a field, and the second pair around names and titles.
    for _ in range(2):
        value = value[1:-1] if value.startswith("{") and not value.startswith(r"{\text") else value
    if is_address:
        return value
    assert not re.search(r"(?<!\\)[#$%&_]", value)
    return re.sub(r"\{(\\text\w+)\}|\\([#$%&_])", lambda match: LATEX[match[1]] if match[1] else match[2], value)
