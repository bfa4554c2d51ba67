"""What stands in and beside the text of a page and cannot become text: pictures, videos, posts, tables, links."""

from __future__ import annotations

import re
from typing import Any

from .names import FOREIGN_TAGS, POST, POST_FRAME, is_foreign
from .parts import Part

_VIDEO = re.compile(r"video|youtu\.?be|vimeo|rutube|dailymotion|player|vk\.com/video", re.IGNORECASE)
_PICTURES = frozenset({"img", "amp-img", "picture", "image"})
_VIDEOS = frozenset({"video", "amp-video", "amp-youtube", "object", "embed"})
_FRAMES = frozenset({"iframe", "amp-iframe", "frame"})
_SMALLEST = 60
"""Pixels; smaller pictures are signs and counters."""


def holdings_of(parts: list[Part]) -> set[str]:
    """Return what the article holds by the names of `model.capture.Holding`."""
    kept = [part for part in parts if part.kept]
    if not kept:
        return set()
    found = {"table"} if any(part.shown.element.tag == "table" for part in kept) else set()
    if any(_is_link(each) for part in kept if part.shown.links for each in part.shown.element.iter("a")):
        found.add("links")
    around = _around(kept)
    for element in around.iter():
        kind = _kind(element) if isinstance(element.tag, str) else ""
        if kind and not _is_beside(element, around):
            found.add(kind)
    return found


def _is_beside(element: Any, around: Any) -> bool:
    """Tell whether something below the element around the text stands in a part that is none of the article."""
    for each in (element, *element.iterancestors()):
        if each is around:
            return False
        if each.tag in FOREIGN_TAGS or is_foreign(f"{each.get('class') or ''} {each.get('id') or ''}"):
            return True
    return False


def _around(kept: list[Part]) -> Any:
    """Return the element that holds all of the text, and one more around it, where its first picture often stands."""
    prose = [part for part in kept if part.is_prose] or kept
    common = [prose[0].shown.element, *prose[0].shown.element.iterancestors()]
    for part in prose[1:]:
        line = {part.shown.element, *part.shown.element.iterancestors()}
        common = [each for each in common if each in line]
    parent = common[0].getparent()
    return parent if parent is not None and parent.tag not in {"body", "html"} else common[0]


def _kind(element: Any) -> str:
    address = element.get("src") or element.get("data-src") or ""
    if element.tag in _PICTURES:
        return "photo" if not _is_small(element) else ""
    if POST.search(element.get("class") or "") or (element.tag in _FRAMES and POST_FRAME.search(address)):
        return "post"
    if element.tag in _VIDEOS or (element.tag in _FRAMES and _VIDEO.search(f"{address} {element.get('title') or ''}")):
        return "video"
    return ""


def _is_small(element: Any) -> bool:
    sizes = [element.get("width") or "", element.get("height") or ""]
    return any(re.fullmatch(r"[0-9]{1,4}(?:px)?", size) and int(size.removesuffix("px")) < _SMALLEST for size in sizes)


def _is_link(element: Any) -> bool:
    return re.match(r"#|javascript:|\Z", (element.get("href") or "").strip()) is None
