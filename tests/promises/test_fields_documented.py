"""The pages that explain the format name everything that the format has, in both languages, and their example works."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from build_scripts.model.article import Article
from build_scripts.model.briefing import Briefing
from build_scripts.model.folded import APOSTROPHES, DASHES, QUOTATION_MARKS
from build_scripts.model.node import Node
from build_scripts.model.registry import Actors, Channels, Glossary
from build_scripts.pipeline import check
from build_scripts.render.data import TABLES

DOCS = Path(__file__).parents[2] / "docs"
LANGUAGES = ("ru", "en")
REQUIRED = {"ru": {"обязательно": True, "необязательно": False}, "en": {"required": True, "optional": False}}

SECTIONS = {
    "Actor": "actors",
    "Article": "article",
    "Bilingual": "bilingual",
    "Briefing": "briefing",
    "Capture": "capture",
    "Change": "changes",
    "Channel": "channels",
    "Conflict": "conflicts",
    "Event": "events",
    "Evidenced": "words",
    "Excerpt": "words",
    "Hop": "chains",
    "Judged": "record",
    "Position": "positions",
    "Published": "published",
    "Question": "questions",
    "Quote": "quotes",
    "Record": "record",
    "Relation": "relations",
    "Revision": "revisions",
    "Term": "glossary",
    "Tracked": "tracked",
    "Translation": "translations",
}
"""The section of the page in which the fields that a type declares itself are explained."""


def types_in(annotation: Any) -> set[type]:
    """All models and enumerations inside a type such as `tuple[Hop, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | StrEnum):
        return {annotation}
    return set().union(*(types_in(argument) for argument in get_args(annotation)))


def reachable() -> list[type[Node]]:
    """Every type that a contributed file is made of, with those it inherits fields from."""
    found: set[type[BaseModel]] = set()
    waiting: set[type[BaseModel]] = {Article, Briefing, Actors, Channels, Glossary}
    while waiting:
        model = waiting.pop()
        found.add(model)
        inside = {each for info in model.model_fields.values() for each in types_in(info.annotation)}
        models = {each for each in inside | set(model.__bases__) if issubclass(each, BaseModel)}
        waiting |= models - found
    nodes = (each for each in found if issubclass(each, Node) and each.model_fields)
    return sorted(nodes, key=lambda each: each.__name__)


def own_fields(model: type[Node]) -> dict[str, Any]:
    """The fields that a type declares itself, by the name they have in a file."""
    fields = model.model_fields.items()
    return {info.alias or name: info for name, info in fields if name in model.__annotations__}


def page(language: str, path: str) -> str:
    return (DOCS / language / path).read_text("utf-8")


def outside_code(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def headings(text: str) -> list[tuple[str, str]]:
    """Depth and id of every heading; one without an id has an empty one."""
    found = re.findall(r"^(#+) (?:.*\{: #([a-z0-9-]+) \}|.*)$", outside_code(text), re.MULTILINE)
    return [(marks, name) for marks, name in found]


def section(language: str, name: str) -> str:
    """What stands below a heading of the page of fields, up to the next one."""
    text = outside_code(page(language, "contribute/fields.md"))
    match = re.search(rf"^#+ .*\{{: #{name} \}}$(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"no section {name}"
    return match.group(1)


def entries(language: str, name: str) -> dict[str, tuple[str, str]]:
    """Each field that a section explains: the first word about it, and the whole entry."""
    parts = re.findall(r"^`([a-z_0-9]+)`\s—\s(\w+)(.*?)(?=^`[a-z_0-9]+`\s—|\Z)", section(language, name), re.M | re.S)
    return {field: (word, rest) for field, word, rest in parts}


def example(language: str) -> dict[str, str]:
    """The files of the example by their paths."""
    blocks = re.findall(r"^```yaml\n# (briefs/\S+)\n(.*?)^```$", page(language, "contribute/fields.md"), re.M | re.S)
    return dict(blocks)


each_language = pytest.mark.parametrize("language", LANGUAGES)
each_model = pytest.mark.parametrize("model", reachable(), ids=lambda model: model.__name__)
each_page = pytest.mark.parametrize(
    "path", ["about.md", "data.md", "method.md", "contribute/index.md", "contribute/fields.md"]
)


def test_every_type_has_its_section():
    assert {model.__name__ for model in reachable()} == set(SECTIONS)


@each_language
@each_model
def test_every_field_is_explained_as_required_or_not(model, language):
    told = entries(language, SECTIONS[model.__name__])
    fields = own_fields(model)
    assert set(fields) <= set(told)
    said = {name: REQUIRED[language].get(told[name][0]) for name in fields}
    assert said == {name: info.is_required() for name, info in fields.items()}


@each_language
def test_no_field_is_explained_that_does_not_exist(language):
    known: dict[str, set[str]] = {}
    for model in reachable():
        known.setdefault(SECTIONS[model.__name__], set()).update(own_fields(model))
    assert {name: set(entries(language, name)) for name in known} == known


@each_language
@each_model
def test_every_value_of_a_list_is_named_at_its_field(model, language):
    told = entries(language, SECTIONS[model.__name__])
    for name, info in own_fields(model).items():
        values = {value.value for kind in types_in(info.annotation) if issubclass(kind, StrEnum) for value in kind}
        assert {value for value in values if f"`{value}`" not in told[name][1]} == set(), name


@each_page
def test_pages_have_the_same_headings_in_both_languages(path):
    russian, english = (headings(page(language, path)) for language in LANGUAGES)
    assert russian == english
    names = [name for _, name in russian]
    assert all(names) and len(set(names)) == len(names)


@each_language
def test_the_example_passes_without_a_remark(language, tmp_path):
    for path, text in example(language).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    checked = check(tmp_path)
    assert checked.problems == ()
    assert checked.files == 5


def test_the_example_is_the_same_in_both_languages():
    russian, english = (
        {path: yaml.load(text, yaml.BaseLoader) for path, text in example(language).items()} for language in LANGUAGES
    )
    assert russian == english


@each_language
def test_the_published_list_of_foldings_is_the_one_in_use(language):
    text = page(language, "method.md")
    published = {chr(int(number, 16)) for number in re.findall(r"U\+([0-9A-F]{4})", text)}
    assert published >= set(QUOTATION_MARKS + APOSTROPHES + DASHES)


@each_language
def test_the_page_of_data_names_every_table(language):
    text = page(language, "data.md")
    assert re.findall(r"^\| <code>([a-z]+)</code> \|", text, re.MULTILINE) == list(TABLES)
