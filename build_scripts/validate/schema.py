"""JSON Schema of every kind of file, made from the same types that read them: for editors that complete and check."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from ..model.article import Article
from ..model.briefing import Briefing
from ..model.edition import Edition
from ..model.receipt import Receipt
from ..model.registry import Actors, Channels, Glossary

KINDS: dict[str, type[BaseModel]] = {
    "article": Article,
    "briefing": Briefing,
    "actors": Actors,
    "channels": Channels,
    "glossary": Glossary,
    "edition": Edition,
    "receipt": Receipt,
}
"""The file kinds that have a schema, and the type behind each."""


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file kind; every object in it is closed."""
    body = KINDS[kind].model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_plain(body)}


def schema_text(kind: str) -> str:
    """Return a schema as it stands in `build_scripts/schema/`."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2, sort_keys=False) + "\n"


def _plain(node: Any) -> Any:
    """Drop the titles that only repeat a field's name, and null: a field without a value is left out or a fault."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _plain(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))}
    if {"type": "null"} in plain.get("anyOf", ()):
        ways = [way for way in plain.pop("anyOf") if way != {"type": "null"}]
        plain = {**(ways[0] if len(ways) == 1 else {"anyOf": ways}), **plain}
    if plain.get("default", "") is None:
        del plain["default"]
    return plain
