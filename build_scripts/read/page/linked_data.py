"""What a page says of itself as JSON-LD: the one object that describes this article, never those of others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_ARTICLE = re.compile(
    r"(?:schema:|https?://schema\.org/)?(?:\w*Article|BlogPosting|\w*Posting|Report|PressRelease|Review)\Z"
)
_PAGE = re.compile(r"(?:schema:|https?://schema\.org/)?(?:WebPage|ItemPage|CreativeWork)\Z")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The object of the article; empty where the page has none, or several and does not tell which."""

    article: dict[str, Any] = field(default_factory=dict)


def linked_data(tree: Any, titles: set[str], urls: set[str]) -> LinkedData:
    """Return the object that is about this page: the only one, or the one with its heading or its address."""
    objects = [each for script in tree.iter("script") for each in _parsed(script)]
    for pattern in (_ARTICLE, _PAGE):
        found = [each for each in objects if any(pattern.match(kind) for kind in _kinds(each))]
        own = [each for each in found if _is_own(each, titles, urls)] or (found if len(found) == 1 else [])
        if own:
            return LinkedData(own[0])
    return LinkedData()


def text_of(value: Any) -> str:
    """Return a plain value, or the names of persons and organisations, as the page writes them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or "")
    if isinstance(value, list):
        return ", ".join(filter(None, (text_of(each) for each in value[:20])))
    return ""


def _parsed(script: Any) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "").lower():
        return
    raw = re.sub(r"\A\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*\Z", "", script.text or "")
    try:
        yield from _objects(json.loads(raw, strict=False), 0)
    except (ValueError, RecursionError):
        return


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:200]:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in _INSIDE:
            yield from _objects(value.get(name), depth + 1)


def _kinds(value: dict[str, Any]) -> list[str]:
    kinds = value.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _is_own(value: dict[str, Any], titles: set[str], urls: set[str]) -> bool:
    entity = value.get("mainEntityOfPage")
    places = {value.get("url"), value.get("@id"), entity.get("@id") if isinstance(entity, dict) else entity}
    headline = " ".join(text_of(value.get("headline") or value.get("name")).split())
    return headline in titles or any(isinstance(place, str) and place in urls for place in places)
