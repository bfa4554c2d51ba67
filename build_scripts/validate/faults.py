"""What pydantic finds, as problems of ours: a code, a place and the values its sentence needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.place import LocatedList, LocatedMap, Place
from ..model.problem import Problem, error
from ..model.walk import Path
from ..nearest import nearest
from .date_slips import date_slip
from .shapes import fields_at, written_path

_EXPECTED = {
    "string_type": "text",
    "int_type": "number",
    "bool_type": "truth",
    "tuple_type": "list",
    "dict_type": "names",
    "model_type": "mapping",
}
_TOO_SHORT = {"string_too_short", "too_short"}
_TOO_LONG = {"string_too_long": "long", "too_long": "many"}
_OUT_OF_RANGE = {"greater_than_equal": "small", "less_than_equal": "large"}

SHOWN = 60
"""Characters of a refused value that a message repeats."""

MOST = 200
"""Problems told of the shape of one file; a file with more is broken as a whole."""


def problems_of(fault: ValidationError, tree: LocatedMap, kind: type[BaseModel]) -> Iterator[Problem]:
    """Yield one problem for each error of a validation; empty values are told by `blanks`."""
    told = 0
    found = fault.errors(include_url=False)
    misspelt = {pair for details in found if (pair := _misspelt(details, tree, kind))}
    for details in found:
        if details["input"] is None and details["type"] != "missing":
            continue
        if details["type"] == "missing" and details["loc"] in misspelt:
            continue  # it is there, under a name that is told
        if details["type"] == "too_short" and details["input"]:
            continue  # of its items none is valid, and each of them is told
        problem = _problem(details, tree, kind)
        if told == MOST:
            yield error(problem.place, "more-problems", most=MOST)
            return
        yield problem
        told += 1


def blanks(value: LocatedMap | LocatedList, kind: type[BaseModel], path: Path = ()) -> Iterator[Problem]:
    """Yield a problem for each field and item that was written without a value."""
    pairs = [(key, item, value.keys_at[key]) for key, item in value.items()] if isinstance(value, LocatedMap) else []
    items = zip(range(len(value)), value, value.places, strict=True) if isinstance(value, LocatedList) else ()
    step: str | int
    for step, item, place in (*pairs, *items):
        if item is None:
            variant = "item" if isinstance(step, int) else _blank(kind, (*path, step))
            yield error(place, "empty-value", variant, field=shown(step))
        elif isinstance(item, LocatedMap | LocatedList):
            yield from blanks(item, kind, (*path, step))


def _misspelt(details: ErrorDetails, tree: LocatedMap, kind: type[BaseModel]) -> tuple[int | str, ...]:
    """Return the field, as pydantic names its place, that an unknown one was surely meant to be."""
    if details["type"] != "extra_forbidden":
        return ()
    *above, field = details["loc"]
    near = nearest(shown(field), list(fields_at(kind, written_path(tuple(details["loc"]), tree))), 1)
    return (*above, *near) if near else ()


def _problem(details: ErrorDetails, tree: LocatedMap, kind: type[BaseModel]) -> Problem:
    path = written_path(tuple(details["loc"]), tree)
    what, found = details["type"], details["input"]
    context: dict[str, Any] = details.get("ctx", {})
    is_key = "[key]" in details["loc"]
    field = shown(next((step for step in reversed(path) if isinstance(step, str)), ""))
    place = tree.find(path, key=is_key or what == "extra_forbidden")
    if what == "extra_forbidden":
        known = list(fields_at(kind, path))
        return error(place, "unknown-field", field=field or '""', near=nearest(field, known), known=known)
    if what == "missing":
        return error(place, "missing-field", field=field)
    if what == "text-empty":
        return error(place, "missing-field", "language", field=field)
    if what == "date":
        return _no_date(place, str(context.get("reason", "form")), found)
    if what in {"enum", "literal_error"} and not isinstance(found, list | dict):
        allowed = _allowed(context)
        near = nearest(str(found), allowed, 1)
        return error(place, "not-in-list", field=field, found=shown(found), near=near, known=allowed)
    if what == "string_pattern_mismatch":
        form = "name" if is_key else _form(context.get("pattern", ""))
        return error(place, "wrong-form", form, field=field, found=shown(found) or '""')
    if what in _TOO_SHORT:
        return error(place, "empty-value", _blank(kind, path), field=field)
    if what in _TOO_LONG:
        return error(place, "wrong-size", _TOO_LONG[what], field=field, limit=context["max_length"])
    if what in _OUT_OF_RANGE:
        return error(place, "wrong-size", _OUT_OF_RANGE[what], field=field, limit=context.get("ge", context.get("le")))
    known = list(fields_at(kind, (*path, "")))
    wanted = "text" if what in {"enum", "literal_error"} else _EXPECTED.get(what, "other")
    variant = "languages" if wanted == "mapping" and "ru" in known and "kind" not in known else wanted
    return error(place, "wrong-type", variant, field=field, found=shown(found), is_now=_kind_of(found), known=known)


def _no_date(place: Place, reason: str, found: object) -> Problem:
    """Return the problem of a date that is none, with the way to write what was meant where that can be told."""
    slip = date_slip(str(found)) if reason in ("form", "no-such-month", "two-marks") else None
    if slip is None:
        return error(place, "bad-date", reason, found=shown(found))
    kind, way = slip
    return error(place, "bad-date", kind, found=shown(found), **({"near": way} if way else {}))


def shown(value: object) -> str:
    """Return a refused value as a message may show it: short, in one line, without control characters."""
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if isinstance(value, list | dict) else str(value)
    text = "".join(each if each.isprintable() else f"U+{ord(each):04X}" for each in " ".join(text[:200].split()))
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _blank(kind: type[BaseModel], path: Path) -> str:
    """Tell whether a field that was left empty must be filled or may as well be left out."""
    info = fields_at(kind, path).get(str(path[-1]))
    return "required" if info and info.is_required() else ""


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
