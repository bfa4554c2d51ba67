"""Rows as JSON, as CSV and as a JSON Schema. Knows nothing of what they are about."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from ..model.node import Node

Row = dict[str, Any]

BETWEEN = " | "
"""Between the items of a list in one cell."""

_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def json_text(value: Any) -> str:
    """Return a value as JSON that people can read, too."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def schema(kind: type[Node], without: tuple[str, ...] = ()) -> Row:
    """Return the JSON Schema (draft 2020-12) of a table: a list of rows, every object in it closed."""
    row = kind.model_json_schema(by_alias=True, mode="serialization")
    for name in without:
        del row["properties"][name]
    named = row.pop("$defs", {})
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "type": "array", "items": row, "$defs": named}


def csv_text(rows: Iterable[Row], kind: type[Node], without: tuple[str, ...] = ()) -> str:
    """Return a table as CSV (RFC 4180, with a mark at the start by which spreadsheets know UTF-8).

    Fields of fields have names with a dot, lists of plain values stand in one cell, other lists are JSON. The columns
    are those of the type, whether a row has them or not.
    """
    columns = [path for path in _columns(kind) if path[0] not in without]
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(".".join(path) for path in columns)
    for row in rows:
        writer.writerow(_harmless(_cell(row, path)) for path in columns)
    return out.getvalue()


def _columns(kind: type[Node], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, info in kind.model_fields.items():
        path = (*above, info.alias or name)
        inner = _model_in(info.annotation)
        if inner is not None and len(path) < 3:
            yield from _columns(inner, path)
        else:
            yield path


def _model_in(annotation: Any) -> type[Node] | None:
    """Return the model that a field holds, alone or with None; not one inside a list."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return annotation
    arguments = [each for each in get_args(annotation) if each is not type(None)]
    is_optional = len(arguments) == 1 and len(get_args(annotation)) == 2
    return _model_in(arguments[0]) if is_optional else None


def _cell(row: Any, path: tuple[str, ...]) -> str:
    value = row
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str | int) for item in value):
        return BETWEEN.join(str(item) for item in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula: an apostrophe says that it is none.

    A text that begins so already gets a second one: whoever takes one away has the text again, as the JSON has it.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
