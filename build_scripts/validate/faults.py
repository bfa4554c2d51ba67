"""What pydantic finds, as problems of ours: a code, a place and the values its sentence needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.place import LocatedList, LocatedMap
from ..model.problem import Problem, error
from ..nearest import nearest

_EXPECTED = {
    "string_type": "text",
    "string_sub_type": "text",
    "date_type": "text",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "bool_type": "truth",
    "bool_parsing": "truth",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
_TOO_SHORT = {"string_too_short", "too_short"}
_TOO_LONG = {"string_too_long", "too_long"}
_OUT_OF_RANGE = {"greater_than_equal", "less_than_equal"}

SHOWN = 60
"""Characters of a refused value that a message repeats."""


def problems_of(fault: ValidationError, tree: LocatedMap, kind: type[BaseModel]) -> Iterator[Problem]:
    """Yield one problem for each error of a validation."""
    for details in fault.errors(include_url=False):
        yield _problem(details, tree, kind)


def _problem(details: ErrorDetails, tree: LocatedMap, kind: type[BaseModel]) -> Problem:
    path = _written_path(tuple(details["loc"]), tree)
    what, found = details["type"], details["input"]
    context: dict[str, Any] = details.get("ctx", {})
    field = str(next((step for step in reversed(path) if isinstance(step, str)), ""))
    place = tree.find(path, key=what in {"extra_forbidden"})
    values = {"field": field, "found": shown(found)}
    if what == "extra_forbidden":
        known = _siblings(kind, path)
        return error(place, "unknown-field", field=shown(field), near=nearest(field, known), known=known)
    if what == "missing":
        return error(place, "missing-field", field=field)
    if found is None:
        return error(place, "empty-value", field=field)
    if what == "date":
        return error(place, "bad-date", str(context.get("reason", "form")), found=shown(found))
    if what in {"enum", "literal_error"}:
        allowed = _allowed(context)
        return error(place, "not-in-list", **values, near=nearest(str(found), allowed, 1), known=allowed)
    if what == "string_pattern_mismatch":
        return error(place, "wrong-form", _form(context.get("pattern", "")), **values)
    if what in _TOO_SHORT | _TOO_LONG | _OUT_OF_RANGE:
        limit = next((context[key] for key in ("min_length", "max_length", "ge", "le") if key in context), "")
        variant = "short" if what in _TOO_SHORT else "long" if what in _TOO_LONG else "range"
        return error(place, "wrong-size", variant, field=field, limit=limit)
    if what == "text-empty":
        return error(place, "missing-field", "language", field=field)
    return error(place, "wrong-type", _EXPECTED.get(what, "other"), **values, is_now=_kind_of(found))


def shown(value: object) -> str:
    """Return a refused value as a message may show it: short, in one line, without control characters."""
    text = value if isinstance(value, str) else type(value).__name__ if isinstance(value, list | dict) else str(value)
    text = "".join(each if each.isprintable() else f"U+{ord(each):04X}" for each in " ".join(text[:200].split()))
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _written_path(loc: tuple[str | int, ...], tree: LocatedMap) -> tuple[str | int, ...]:
    """Drop the steps that pydantic adds to a path and nobody wrote: keys of a mapping, excerpts of one string."""
    path: list[str | int] = []
    node: Any = tree
    for position, step in enumerate(loc):
        if step == "[key]":
            continue
        if isinstance(node, LocatedMap) and step in node:
            node = node[str(step)]
        elif isinstance(node, LocatedList) and isinstance(step, int) and step < len(node):
            node = node[step]
        elif position < len(loc) - 1 or isinstance(node, str):
            continue
        path.append(step)
    return tuple(path)


def _siblings(kind: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the fields that are known where an unknown one stands, found by walking the types."""
    here: Any = kind
    for step in path[:-1]:
        here = _below(here, step)
    model = _model_in(here)
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _below(annotation: Any, step: str | int) -> Any:
    """Return the type of what stands at one step of a path below a type: a field, an item or a mapping's value."""
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    model = _model_in(annotation)
    if model is None or isinstance(step, int):
        return annotation
    if "root" in model.model_fields:
        return get_args(model.model_fields["root"].annotation)[1]
    info = next((info for name, info in model.model_fields.items() if step in (name, info.alias)), None)
    return info.annotation if info else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside a type such as `tuple[Hop, ...] | None`, or None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument))), None)


def _allowed(context: dict[str, Any]) -> list[str]:
    return [each.strip("'") for each in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]


def _form(pattern: str) -> str:
    """Name the form that a pattern asks for."""
    if "https?" in pattern:
        return "address"
    if "{64}" in pattern:
        return "hash"
    if pattern.startswith("^Q"):
        return "wikidata"
    if "[a-z]{2,3}" in pattern:
        return "language"
    return "reference" if "/)?" in pattern else "id"


def _kind_of(value: object) -> str:
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "text"
    return "list" if isinstance(value, list) else "mapping"


