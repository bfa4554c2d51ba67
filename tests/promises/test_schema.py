"""The schemas for editors say what the model says: generated from it, closed, with examples, true for the corpus."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from build_scripts.model.place import LocatedMap
from build_scripts.read.project import read_project
from build_scripts.validate.schema import KINDS, schema, schema_text
from tests.test_cases import BAD, CASES, RIVER, lay_over

COMMITTED = Path(__file__).parents[2] / "build_scripts" / "schema"

# Shapes that a schema can express: where the checker finds one of these, an editor must have marked the file too.
SHAPES = {
    "a-field-of-another-kind",
    "a-list-for-a-text",
    "a-list-for-a-translated-text",
    "a-list-for-a-word-of-a-list",
    "a-list-of-chains",
    "a-mapping-for-a-list",
    "a-missing-field-of-a-capture",
    "a-missing-field-of-a-record",
    "a-missing-field-of-an-article",
    "a-mistyped-field",
    "a-mistyped-status",
    "a-number-for-a-list",
    "a-number-that-is-too-large",
    "a-number-that-is-too-small",
    "a-number-with-a-leading-zero",
    "a-quoted-number",
    "a-reference-with-spaces",
    "a-script-for-an-address",
    "a-short-hash",
    "a-text-for-a-list",
    "a-text-for-fields",
    "a-text-without-words",
    "a-title-that-is-too-long",
    "an-address-without-scheme",
    "an-empty-field",
    "an-empty-item",
    "an-empty-list-of-articles",
    "an-empty-optional-field",
    "an-empty-text",
    "an-id-in-capitals",
    "an-unknown-field-like-no-other",
    "an-unknown-language-of-a-text",
    "true-for-a-text",
    "yes-for-true",
}


def objects(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every part of a schema that describes a mapping."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield path, node
        for key, value in node.items():
            if key not in {"examples", "default", "enum"}:
                yield from objects(value, f"{path}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from objects(value, f"{path}/{index}")


def fields(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of every mapping with fixed fields, by its path."""
    for path, node in objects(schema(kind)):
        for name, field in node.get("properties", {}).items():
            yield f"{kind}{path}/{name}", field


def files(project: Path) -> Iterator[tuple[str, str, LocatedMap]]:
    read, problems = read_project(project)
    assert problems == []
    for file in read:
        assert file.tree is not None
        yield file.kind, file.path, file.tree


def validator(kind: str) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    return jsonschema.Draft202012Validator(schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_the_generated_one(kind):
    assert (COMMITTED / f"{kind}.schema.json").read_text("utf-8") == schema_text(kind), "run: spravka schema --write"


def test_no_schema_is_left_over():
    assert {path.name for path in COMMITTED.iterdir()} == {f"{kind}.schema.json" for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_every_mapping_is_closed(kind):
    for path, node in objects(schema(kind)):
        named = node.get("patternProperties") or node.get("propertyNames")
        closed = node.get("additionalProperties") is False or (named and "properties" not in node)
        assert closed, path


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_told_with_a_sentence_and_an_example(kind):
    for path, field in fields(kind):
        assert re.fullmatch(r"(?s)[A-Z`].*[.]", field.get("description", "")), path
        assert field.get("examples"), path


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_is_valid(kind):
    for path, field in fields(kind):
        alone = jsonschema.Draft202012Validator({**field, "$defs": schema(kind).get("$defs", {})})
        for example in field["examples"]:
            assert [fault.message for fault in alone.iter_errors(example)] == [], (path, example)


def test_nothing_may_be_null():
    for kind in KINDS:
        assert '"null"' not in schema_text(kind)


def test_the_river_project_is_valid():
    for kind, path, tree in files(RIVER):
        assert [fault.message for fault in validator(kind).iter_errors(tree)] == [], path


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_what_the_checker_refuses_for_its_shape_an_editor_marks_too(name, tmp_path):
    assert name in BAD
    lay_over(CASES / "bad" / name, tmp_path / "project")
    marked = [path for kind, path, tree in files(tmp_path / "project") if not validator(kind).is_valid(tree)]
    assert len(marked) == 1
