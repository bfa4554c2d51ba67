"""Each block of a page with all that its place and its form tell about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .blocks import QUOTED, Shown
from .matching import Taken
from .names import FOREIGN_ROLES, FOREIGN_TAGS, is_caption, is_data, is_foreign, is_lead

_CONTAINERS_WORDS = "div section article main td body form center header footer aside li dd blockquote"
_CONTAINERS = frozenset(_CONTAINERS_WORDS.split())
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)\]]*(?:\[\d+\]|[¹²³⁰-⁹])*$")
_LEAST_LETTERS = 30
_LEAST_WORDS = 8
_OWN_SHARE = 0.4
"""A part with more of the article than this is the article, whatever its classes say."""


@dataclass(eq=False)
class Part:
    """A block, what it is, and whether it is kept; the one thing here that changes while the choice is made."""

    shown: Shown
    container: Any
    signature: tuple[str, str] | None
    """Tag and classes of the container: bodies that are cut in two have the same."""
    chosen: bool
    foreign: bool
    named_foreign: bool
    """Whether the page's own names say so, not just the element."""
    data: bool
    caption: bool
    kept: bool = False

    @property
    def heading(self) -> int:
        """The level of a heading, 0 for what is none."""
        tag = self.shown.element.tag
        return int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0

    @property
    def is_linked(self) -> bool:
        """Tell whether it is links and little else."""
        return self.shown.links >= 0.8

    @property
    def is_quoted(self) -> bool:
        """Tell whether it is set off as the words of somebody else."""
        return self.shown.text.startswith(QUOTED) and self.shown.links < 0.5

    @cached_property
    def is_prose(self) -> bool:
        """Tell whether it reads like sentences."""
        text = self.shown.text
        letters = sum(each.isalpha() for each in text)
        if letters < _LEAST_LETTERS or self.shown.links >= 0.5 or self.heading:
            return False
        return bool(_SENTENCE_END.search(text)) or len(text.split()) >= _LEAST_WORDS


def parts_of(blocks: Iterable[Shown], taken: Taken) -> list[Part]:
    """Return the parts of a page, none kept yet."""
    found = [(block, taken.holds(block.text)) for block in blocks]
    own = _letters_by_element(found)
    total = sum(len(block.text) for block, chosen in found if chosen) or 1
    told: dict[Any, tuple[bool, bool, bool, bool]] = {}
    return [_part(block, chosen, own, total, told) for block, chosen in found]


def _part(
    block: Shown, chosen: bool, own: dict[Any, int], total: int, told: dict[Any, tuple[bool, bool, bool, bool]]
) -> Part:
    foreign = named = data = caption = False
    container: Any = None
    for element in (block.element, *block.element.iterancestors()):
        if element.tag in {"body", "html"}:
            container = element if container is None else container
            break
        if container is None and element.tag in _CONTAINERS and element.tag not in {"li", "dd", "blockquote"}:
            container = element
        if element not in told:
            told[element] = _judged(element)
        by_tag, by_name, is_date, captions = told[element]
        if own.get(element, 0) <= _OWN_SHARE * total:
            foreign |= by_tag or by_name
            named |= by_name
        data |= is_date and own.get(element, 0) <= _OWN_SHARE * total
        caption |= element.tag == "figcaption" or (captions and own.get(element, 0) <= _OWN_SHARE * total)
    classes = (container.get("class") or "").strip() if container is not None else ""
    signature = (container.tag, classes) if classes else None
    return Part(block, container, signature, chosen, foreign, named, data, caption)


def _judged(element: Any) -> tuple[bool, bool, bool, bool]:
    """Tell of an element whether it is foreign, by what it is and by its names, holds author or date, is a caption."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    set_apart = element.tag in FOREIGN_TAGS or (element.get("role") or "") in FOREIGN_ROLES
    by_tag = (set_apart and not is_lead(element.get("class") or "")) or _is_site_header(element)
    captions = element.tag in {"div", "span"} and is_caption(element.get("class") or "")
    return by_tag, is_foreign(names), is_data(names) or element.tag == "time", captions


def _is_site_header(element: Any) -> bool:
    if element.tag != "header" and element.get("role") != "banner":
        return False
    inside = any(each.tag in {"article", "main"} for each in element.iterancestors())
    return not inside and not any(True for _ in element.iter("h1"))


def _letters_by_element(found: list[tuple[Shown, bool]]) -> dict[Any, int]:
    """Return for each element how many letters of what the library took stand in it."""
    letters: dict[Any, int] = {}
    for block, chosen in found:
        if chosen:
            for element in (block.element, *block.element.iterancestors()):
                letters[element] = letters.get(element, 0) + len(block.text)
    return letters
