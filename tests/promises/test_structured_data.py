"""Every block of JSON-LD uses the vocabulary of schema.org as it is published, and says no more than is recorded.

`schema-org.json` beside this file is an excerpt of the published vocabulary: the types and properties that pages use,
with the types above them, the domains and the ranges. A type or property that is not in it turns this red.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_scripts.link.corpus import link
from build_scripts.model.bilingual import SITE_LANGUAGES
from build_scripts.model.linked import Linked
from build_scripts.pipeline import check
from build_scripts.render.pages import render
from build_scripts.render.pictures import pictures
from tests.projects import SITE, STRAIT
from tests.test_cases import CASES, lay_over

VOCABULARY = json.loads(Path(__file__).with_name("schema-org.json").read_text("utf-8"))
BLOCK = re.compile(r'<script type="application/ld\+json">\n(.*)\n</script>\n\Z')
Thing = dict[str, Any]


@pytest.fixture(scope="module")
def richest(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    project = tmp_path_factory.mktemp("case") / "project"
    lay_over(CASES / "good" / "every-field", project)
    return link(check(project).corpus)


@pytest.fixture(scope="module")
def blocks(richest: Linked, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Thing]:
    """The block of each page of two cases, the richest and the hardest, and of the strait corpus, by its path."""
    hardest = tmp_path_factory.mktemp("hard") / "project"
    lay_over(CASES / "good" / "hard-to-cite", hardest)
    found = {}
    corpora = {"case": richest, "hard": link(check(hardest).corpus), "strait": link(check(STRAIT).corpus)}
    for name, linked in corpora.items():
        for page in render(linked, SITE, pictures(linked)):
            match = BLOCK.search(page.text)
            assert match, f"{page.path} has no block at its end"
            assert not re.search("[<>&\u2028\u2029]", match[1])
            found[f"{name}/{page.language}/{page.path}"] = json.loads(match[1])
    return found


def things(value: Any) -> Iterator[Thing]:
    """Every object of a block, the outermost first; what only states a language or refers elsewhere is none."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict) and "@value" not in each:
            yield each
            for inner in each.values():
                yield from things(inner)


def kinds(thing: Thing) -> set[str]:
    """The type of a thing and all types above it. One without a type is of whatever its place asks for."""
    found, todo = set(), [thing.get("@type", "Thing")]
    while todo:
        kind = todo.pop()
        assert kind in VOCABULARY["classes"], f"schema.org has no type {kind}"
        found.add(kind)
        todo += VOCABULARY["classes"][kind]
    return found


def test_every_type_and_property_is_in_the_vocabulary_and_belongs_together(blocks: dict[str, Thing]) -> None:
    used = set()
    for path, block in blocks.items():
        assert block["@context"] == "https://schema.org"
        for thing in things(block):
            for name, value in thing.items():
                if name.startswith("@"):
                    continue
                entry = VOCABULARY["properties"].get(name)
                assert entry, f"{path}: schema.org has no property {name}"
                assert kinds(thing) & set(entry["domain"]), f"{path}: {thing.get('@type')} has no property {name}"
                for each in value if isinstance(value, list) else [value]:
                    if isinstance(each, dict) and "@type" in each:
                        assert kinds(each) & set(entry["range"]), f"{path}: {name} takes no {each['@type']}"
                used |= {name}
    assert used == set(VOCABULARY["properties"]), "the excerpt holds what no page uses"


def test_an_id_is_the_permanent_address_of_something_on_the_site(blocks: dict[str, Thing]) -> None:
    pages = {SITE.permalink(*path.split("/", 2)[1:]) for path in blocks}
    for path, block in blocks.items():
        for thing in things(block):
            if "@id" in thing:
                assert thing["@id"].partition("#")[0] in pages, path


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_nothing_is_said_that_is_not_recorded(blocks: dict[str, Thing], richest: Linked, language: str) -> None:
    documents = richest.corpus.documents
    bridge = blocks[f"case/{language}/articles/2031-06-01-bridge.md"]
    assert bridge["headline"] == "Стройка моста встала"
    assert bridge["author"] == {"name": "Пётр Примеров"}
    assert bridge["datePublished"] == "2031-06-01"
    assert "publisher" not in bridge and bridge["isPartOf"]["@id"].endswith("/sources/#channel-bridge-channel")
    quote, statement = bridge["hasPart"]
    assert statement["text"] == "просим подождать до осени"
    assert quote["text"] == "Мост не откроют раньше осени"
    assert "dateCreated" not in quote, "about 11 May is no day"
    (event,) = bridge["about"]
    assert event["startDate"] == "2029", "the withdrawn event and the state of affairs are not there"
    talks = blocks[f"case/{language}/articles/2031-05-02-river-talks.md"]
    assert not {"headline", "author", "publisher", "isPartOf", "url"} & set(talks), "what is not stated is not there"
    assert not {"startDate", "endDate"} & set(talks["about"][0])
    briefing = blocks[f"case/{language}/briefings/river-bridge.md"]
    assert "datePublished" not in briefing, "it has no edition"
    assert "publisher" not in briefing
    dam = blocks[f"hard/{language}/articles/2031-07-dam-50-percent.md"]
    assert (dam["datePublished"], dam["publisher"]["@type"]) == ("2031-07", "NewsMediaOrganization")
    assert [quote.get("dateCreated") for quote in dam["hasPart"]] == ["2031-06-30", None]
    assert all(quote["creditText"] and "spokenByCharacter" not in quote for quote in dam["hasPart"]), "a state spoke"
    (event,) = dam["about"]
    assert (event["startDate"], event["endDate"]) == ("2031-06-01", "2031-06-05")
    person = blocks[f"case/{language}/actors/ivan-testov.md"]
    assert {each["@value"] for each in person["name"]} == {"Иван Тестов", "Ivan Testov"}
    assert f"https://www.wikidata.org/entity/{documents.actors['ivan-testov'].wikidata}" in person["sameAs"]


def test_a_briefing_is_of_the_day_of_its_edition(blocks: dict[str, Thing]) -> None:
    briefing = blocks["strait/ru/briefings/karvia-strait-watch.md"]
    editions = check(STRAIT).corpus.documents.editions["karvia-strait-watch"]
    assert (briefing["datePublished"], briefing["version"]) == (editions[-1].date.text, editions[-1].number)
    assert briefing["@type"] == "Report" and briefing["inLanguage"] == "ru"
    assert len(briefing["citation"]) == 2


def test_both_languages_say_the_same(blocks: dict[str, Thing]) -> None:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: shape(each) for name, each in value.items()}
        return [shape(each) for each in value] if isinstance(value, list) else None

    for path, block in blocks.items():
        if "/ru/" in path:
            assert shape(block) == shape(blocks[path.replace("/ru/", "/en/", 1)]), path
