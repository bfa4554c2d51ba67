"""Where in a tree a value stands, and what fields are known there, found by walking the types."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model.place import LocatedList, LocatedMap
from ..model.walk import Path


def written_path(loc: Path, tree: LocatedMap) -> Path:
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


def fields_at(kind: type[BaseModel], path: Path) -> dict[str, FieldInfo]:
    """Return the fields that are known beside what stands at a path, by the names under which they are written."""
    here: Any = kind
    for step in path[:-1]:
        here = _below(here, step)
    model = _model_in(here)
    return {info.alias or name: info for name, info in model.model_fields.items()} if model else {}


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
