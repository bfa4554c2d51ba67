"""Every field of every record kind is seen on the pages of both languages and stands in the open data.

The corpus is the case `every-field`, in which each field of the format is filled at least once: a field added to the
format turns this red until the case fills it, the pages show it and the data hold it.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from html.parser import HTMLParser
from inspect import get_annotations
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from build_scripts.link.corpus import link
from build_scripts.model.article import Capture, DateKind, Loss, Rights
from build_scripts.model.bilingual import SITE_LANGUAGES, Bilingual, SiteLanguage
from build_scripts.model.briefing import Change, Kinship, State, Verdict
from build_scripts.model.chain import Hop, Manner
from build_scripts.model.corpus import Corpus
from build_scripts.model.date import PartialDate
from build_scripts.model.linked import Linked
from build_scripts.model.node import Node
from build_scripts.model.record import Excerpt, Printed, Stance, Status
from build_scripts.model.registry import ActorKind, ChannelKind
from build_scripts.model.row import TermRow
from build_scripts.pipeline import check
from build_scripts.render.data import ELSEWHERE, TABLES
from build_scripts.render.dates import phrase
from build_scripts.render.tables import csv_text
from build_scripts.render.view import View
from build_scripts.wording import Wording
from tests.paper.reading import letters, read_pdf
from tests.projects import make_project, spravka
from tests.promises.test_fields_documented import own_fields, reachable
from tests.test_cases import CASES, lay_over

NOT_SHOWN = {
    ("Bilingual", "original"): "which language came first decides what is called stale, and is seen there alone",
    ("Evidenced", "after"): "tells one place of the text from another; the place itself is marked",
    ("Evidenced", "before"): "tells one place of the text from another; the place itself is marked",
    ("Excerpt", "after"): "tells one place of the text from another; the place itself is marked",
    ("Excerpt", "before"): "tells one place of the text from another; the place itself is marked",
    ("Relation", "from_"): "the record stands there by its own words, which are checked as its own fields",
}
"""Fields that pages do not show, each with the reason. All of them stand in the data."""

NOT_ON_PAPER = {
    ("Actor", "aliases"): "they serve finding, and may be in a script that no font has",
    ("Actor", "formerly"): "an address on the site",
    ("Actor", "wikidata"): "an address for machines",
    ("Article", "id"): "an address on the site; paper names a text by its heading and date",
    ("Article", "text"): "the words that records rest on stand in the notes; the rest of the excerpt is on the site",
    ("Channel", "aliases"): "they serve finding, and may be in a script that no font has",
    ("Channel", "formerly"): "an address on the site",
    ("Channel", "wikidata"): "an address for machines",
    ("Record", "id"): "judged records are named by it; the others are quoted",
    ("Term", "ru"): "the glossary serves translators",
    ("Term", "en"): "the glossary serves translators",
    ("Term", "note"): "the glossary serves translators",
    ("Tracked", "id"): "an address on the site",
    ("Briefing", "id"): "stands in the address on the last page",
    ("Hop", "same_as"): "stands in the sentence of the chain, which is asked for there",
}
"""Fields that pages show and paper does not, each with the reason."""

LABELS: dict[type[StrEnum], str] = {
    Printed: "printed-as",
    ActorKind: "actor-kind",
    ChannelKind: "channel-kind",
    DateKind: "date-kind",
    Kinship: "kinship",
    Loss: "loss",
    Manner: "chain.verb",
    Rights: "rights",
    Stance: "stance",
    State: "state",
    Status: "status",
    Verdict: "verdict",
}
"""Where the words for the values of a list stand in the wording."""


class _Seen(HTMLParser):
    """Everything of a page that a reader can see, follow or have read aloud."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.names: set[str] = set()
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipped += tag in ("script", "style", "head")
        given = dict(attrs)
        self.names.add((given.get("id") or "").rpartition("/")[2])
        self.parts += [f" {value} " for name, value in attrs if name == "href" and value and value.startswith("http")]

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag in ("script", "style", "head")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.parts.append(data)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case, built."""
    content = tmp_path_factory.mktemp("content") / "briefs-of"
    lay_over(CASES / "good" / "every-field", content)
    project = make_project(tmp_path_factory.mktemp("built") / "project", content)
    assert spravka(project, "tidy").returncode == 0
    assert spravka(project, "release", "river-bridge").returncode == 0
    run = spravka(project, "build")
    assert run.returncode == 0, run.stderr
    return project


@pytest.fixture(scope="module")
def linked(project: Path) -> Linked:
    return link(check(project).corpus)


@pytest.fixture(scope="module")
def seen(project: Path) -> dict[str, _Seen]:
    """What can be seen on all pages of a language that are made from content, taken together."""
    found: dict[str, _Seen] = {}
    for language in SITE_LANGUAGES:
        reader = _Seen()
        for path in sorted((project / "site" / language).rglob("*.html")):
            if not {"contribute", "method", "about"} & set(path.parts):
                reader.feed(path.read_text("utf-8"))
                reader.parts.append("\n")
        reader.parts = [plain("".join(reader.parts))]
        found[language] = reader
    return found


def plain(text: str) -> str:
    """Return text with single spaces, as it is compared."""
    return " ".join(text.split()).casefold()


def filled(value: Any) -> Iterator[tuple[type[Node], str, Node, Any]]:
    """Yield each field that has a value below a node: the type that declares it, its name, its owner, the value."""
    for name in type(value).model_fields:
        held = getattr(value, name)
        if held in (None, (), {}):
            continue
        owner = next(kind for kind in type(value).__mro__ if name in get_annotations(kind))
        yield owner, name, value, held
        inner = held.values() if isinstance(held, dict) else held if isinstance(held, tuple) else (held,)
        for each in inner:
            for node in each if isinstance(each, tuple) else (each,):
                if isinstance(node, Node):
                    yield from filled(node)


def content(corpus: Corpus) -> Iterator[Node]:
    documents = corpus.documents
    for held in (documents.articles, documents.briefings, documents.actors, documents.channels, documents.glossary):
        yield from held.values()


def test_the_case_fills_every_field(linked: Linked) -> None:
    found = {(owner.__name__, name) for node in content(linked.corpus) for owner, name, _, _ in filled(node)}
    wanted = {
        (model.__name__, name if name in model.model_fields else f"{name}_")
        for model in reachable()
        for name in own_fields(model)
    }
    assert wanted - found == set()
    assert NOT_SHOWN.keys() <= wanted, "an exception for a field that is gone"


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_every_field_is_seen_on_the_pages(linked: Linked, seen: dict[str, _Seen], language: SiteLanguage) -> None:
    view = View(linked, language, "index.md")
    page = seen[language]
    missing = []
    for node in content(linked.corpus):
        for owner, name, _, value in filled(node):
            if owner is Bilingual or (owner.__name__, name) in NOT_SHOWN:
                continue  # the words of a text are asked for where the text stands
            if isinstance(value, Node) and not isinstance(value, Bilingual):
                continue
            for each in value if isinstance(value, tuple) else (value,):
                if name == "id":
                    is_there = each in page.names or f"#{each}" in page.parts[0] or _is_page(linked, each)
                else:
                    is_there = all(plain(words) in page.parts[0] for words in _shown(view, owner, name, each))
                if not is_there:
                    missing.append(f"{owner.__name__}.{name}: {each!r}")
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_every_field_is_on_paper(project: Path, linked: Linked, language: SiteLanguage) -> None:
    view = View(linked, language, "index.md")
    files = sorted((project / "site" / language).rglob("*.pdf"))
    assert len(files) == len(linked.corpus.documents.briefings) + 1
    text = "".join(read_pdf(file).letters for file in files)
    missing = []
    for node in content(linked.corpus):
        for owner, name, _, value in filled(node):
            left_out = {(owner.__name__, name)} & (NOT_SHOWN.keys() | NOT_ON_PAPER.keys())
            if owner is Bilingual or left_out or (isinstance(value, Node) and not isinstance(value, Bilingual)):
                continue
            missing += [
                f"{owner.__name__}.{name}: {each!r}"
                for each in (value if isinstance(value, tuple) else (value,))
                if not all(letters(words) in text for words in _shown(view, owner, name, each))
            ]
    assert not missing, "\n".join(missing)


def _is_page(linked: Linked, name: str) -> bool:
    return name in linked.corpus.documents.articles or name in linked.corpus.documents.briefings


def _shown(view: View, owner: type[Node], name: str, value: Any) -> list[str]:
    """Return what a reader must find on some page for one value of a field."""
    special: dict[tuple[type[Node], str], Callable[[], list[str]]] = {
        (Hop, "read"): lambda: [view.t("chain.this-text", publisher="?").split(" (")[0].split(",")[0]] if value else [],
        (Hop, "presumed"): lambda: [view.t("chain.presumably")] if value else [],
        (Hop, "same_as"): lambda: [view.t("chain.same-as", text="")],
        (Change, "extent_disputed"): lambda: [view.t("page.extent-disputed")] if value else [],
        (Capture, "characters"): lambda: [str(value)],
        (Excerpt, "words"): lambda: [value.strip("«»")],
    }
    if (owner, name) in special:
        return special[owner, name]()
    if isinstance(value, Bilingual):
        # References and Markdown of prose become marks and tags: the words between them must be there.
        words = re.sub(r"\[\[[^\]]*\]\]|\]\([^)]*\)|[*\[\]]|^- ", "\n", value.words(view.language) or "", flags=re.M)
        return [part.strip(" .:") for part in words.split("\n") if part.strip(" .:")]
    if isinstance(value, PartialDate):
        return [phrase(value, view.t)]
    if isinstance(value, StrEnum):
        return [_label(view.t, value)]
    if isinstance(value, Node | dict):
        return []  # its own fields are asked for by themselves
    return [_named(view, name, str(value))]


def _label(t: Wording, value: StrEnum) -> str:
    return t(f"{LABELS[type(value)]}.{value.value if isinstance(value, ChannelKind) else value.replace(' ', '-')}")


def _named(view: View, name: str, value: str) -> str:
    """Return what stands on a page for an id, a language or a plain value."""
    documents = view.documents
    if value in ("this", "unknown"):
        return {"this": view.t("chain.this-text", publisher="?").split(" (")[0].split(",")[0]}.get(value, "")
    if name in ("language", "spoken_in"):
        return view.language_name(value)
    if value == "editors":
        return view.t("page.our-translation")
    if value in documents.actors or value in documents.channels:
        entry = documents.actors.get(value) or documents.channels[value]
        return view.plain(entry.name)
    if value in documents.articles:
        return view.plain(documents.articles[value].title)
    if value in documents.tracked():
        return view.plain(documents.tracked()[value][1].text)
    if name == "chain":
        return ""  # the name of a chain is an anchor; the chain itself is asked for hop by hop
    if name == "text":
        return value.split("\n\n")[-1]
    if "/" in value and not value.startswith("http"):
        record = view.linked.corpus.records[value][1]
        text = next((getattr(record, field, None) for field in ("what", "scope", "text")), None)
        return view.plain(text) if isinstance(text, Bilingual) else ""
    return value


def test_the_data_hold_every_field_as_it_is_written(project: Path, linked: Linked) -> None:
    documents = linked.corpus.documents
    kinds = {"quotes": "Quote", "events": "Event", "positions": "Position"}
    kinds |= {"changes": "Change", "conflicts": "Conflict", "questions": "Question", "relations": "Relation"}
    written: dict[str, dict[str, Node]] = {
        table: {key: record for key, (_, record) in linked.corpus.records.items() if type(record).__name__ == kind}
        for table, kind in kinds.items()
    }
    written |= {"articles": dict(documents.articles), "briefings": dict(documents.briefings)}
    written |= {"actors": dict(documents.actors), "channels": dict(documents.channels)}
    written |= {"glossary": dict(documents.glossary)}
    for table, nodes in written.items():
        rows = read(project, table)
        assert [row.get("name", row.get("id")) if table in kinds else row["id"] for row in rows] == list(nodes)
        for row, node in zip(rows, nodes.values(), strict=True):
            dumped = json.loads(node.model_dump_json(by_alias=True, exclude_none=True))
            for field, value in dumped.items():
                if field not in ELSEWHERE.get(table, ()):
                    assert row[field] == value, f"{table}: {field}"


def read(project: Path, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((project / "site" / "data" / f"{table}.json").read_text("utf-8"))
    return rows


@pytest.mark.parametrize("table", list(TABLES))
def test_each_table_is_as_its_schema_says_and_the_same_as_csv(project: Path, table: str) -> None:
    rows = read(project, table)
    assert rows, "the case has a row of every kind"
    rules = json.loads((project / "site" / "data" / "schema" / f"{table}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    jsonschema.Draft202012Validator(rules).validate(rows)
    text = (project / "site" / "data" / f"{table}.csv").read_bytes().decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        for column, cell in line.items():
            value: Any = row
            for step in column.split("."):
                value = value.get(step) if isinstance(value, dict) else None
            if isinstance(value, str):
                assert cell.removeprefix("'") == value
            assert bool(cell) == (value not in (None, [])), column
    for field in {name for row in rows for name in row}:
        assert any(column.split(".")[0] == field for column in lines[0]), f"{field} has no column"


def test_the_index_names_every_table(project: Path) -> None:
    index = json.loads((project / "site" / "data" / "index.json").read_text("utf-8"))
    assert [entry["table"] for entry in index["tables"]] == list(TABLES)
    for entry in index["tables"]:
        assert len(read(project, entry["table"])) == entry["rows"]


def test_words_in_the_data_stand_where_they_say(project: Path) -> None:
    texts = {row["id"]: row.get("text", "") for row in read(project, "articles")}
    found = 0
    for table in ("quotes", "events", "positions"):
        for row in read(project, table):
            for words in row["evidence"]:
                text = texts[row["article"]]
                assert text[words["start"] : words["end"]] == words["exact"]
                assert text[: words["start"]].endswith(words["prefix"])
                assert text[words["end"] :].startswith(words["suffix"])
                found += 1
    assert found > 10


def test_a_cell_is_never_a_formula() -> None:
    rows = [
        {"id": "x", "ru": text, "en": "-5"}
        for text in ("=1+1", "+7", "-да", "@SUM", "\tx", " =1", "＝1", "'=1", "-5.5", "it's")
    ]
    lines = list(csv.reader(io.StringIO(csv_text(rows, TermRow).removeprefix("\ufeff"))))
    column = lines[0].index("ru")
    assert [line[column] for line in lines[1:]] == [
        *("'=1+1", "'+7", "'-да", "'@SUM", "'\tx", "' =1", "'＝1", "''=1", "-5.5", "it's"),
    ]


def test_quotes_are_web_annotations_that_find_their_words(project: Path) -> None:
    found = json.loads((project / "site" / "data" / "annotations.json").read_text("utf-8"))
    quotes = {row["page"]["en"]: row for row in read(project, "quotes")}
    texts = {row["id"]: row.get("text", "") for row in read(project, "articles")}
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["total"] == len(quotes) == len(found["first"]["items"])
    for item in found["first"]["items"]:
        row = quotes[item["id"]]
        for target in item["target"]:
            selector = target["selector"]
            assert selector["type"] == "TextQuoteSelector"
            words = selector["prefix"] + selector["exact"] + selector["suffix"]
            assert texts[row["article"]].count(words) == 1
    assert any(
        item["target"][0]["source"].startswith("https://bridge.example.org/") for item in found["first"]["items"]
    )
