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

_CONTAINERS_WORDS = "div section article main td body form center header footer aside html"
_CONTAINERS = frozenset(_CONTAINERS_WORDS.split())
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)\]]*(?:\[\d+\]|[¹²³⁰-⁹])*$")
_LEAST_LETTERS = 30
_LEAST_WORDS = 8
_OF_TAKEN, _OF_PROSE = 0.4, 0.3
"""Shares of what the library took, and of all sentences, from which on an element is the article itself."""


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
        return _reads_like_prose(self.shown)


@dataclass(slots=True)
class _Judged:
    """What the name and the place of one element say of all that stands in it."""

    foreign: bool
    named_foreign: bool
    data: bool
    caption: bool


def parts_of(blocks: Iterable[Shown], taken: Taken) -> list[Part]:
    """Return the parts of a page, none kept yet."""
    found = [(block, taken.holds(block.text)) for block in blocks]
    article = _holders_of_the_article(found)
    told: dict[Any, _Judged] = {}
    return [_part(block, chosen, article, told) for block, chosen in found]


def _part(block: Shown, chosen: bool, article: set[Any], told: dict[Any, _Judged]) -> Part:
    foreign = named = data = caption = False
    container: Any = None
    for element in (block.element, *block.element.iterancestors()):
        if container is None and element.tag in _CONTAINERS:
            container = element
        if element.tag in {"body", "html"}:
            break
        if element not in told:
            told[element] = _judged(element)
        if element not in article:
            judged = told[element]
            foreign |= judged.foreign
            named |= judged.named_foreign
            data |= judged.data
            caption |= judged.caption
        caption |= element.tag == "figcaption"
    container = block.element if container is None else container
    classes = (container.get("class") or "").strip()
    return Part(block, container, (container.tag, classes) if classes else None, chosen, foreign, named, data, caption)


def _holders_of_the_article(found: list[tuple[Shown, bool]]) -> set[Any]:
    """Return the elements that hold so much of the article that they are it, whatever they are called."""
    taken = _letters_by_element(block for block, chosen in found if chosen)
    prose = _letters_by_element(block for block, _ in found if _reads_like_prose(block))
    most_taken, most_prose = max(taken.values(), default=0), max(prose.values(), default=0)
    return {
        element
        for element, letters in taken.items()
        if letters > _OF_TAKEN * most_taken and prose.get(element, 0) > _OF_PROSE * most_prose
    }


def _letters_by_element(blocks: Iterable[Shown]) -> dict[Any, int]:
    """Return for each element how many letters of these blocks stand in it."""
    letters: dict[Any, int] = {}
    for block in blocks:
        for element in (block.element, *block.element.iterancestors()):
            letters[element] = letters.get(element, 0) + len(block.text)
    return letters


def _reads_like_prose(block: Shown) -> bool:
    letters = sum(each.isalpha() for each in block.text)
    if letters < _LEAST_LETTERS or block.links >= 0.5 or re.fullmatch("h[1-6]", block.element.tag):
        return False
    return bool(_SENTENCE_END.search(block.text)) or len(block.text.split()) >= _LEAST_WORDS


def _judged(element: Any) -> _Judged:
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    set_apart = element.tag in FOREIGN_TAGS or (element.get("role") or "") in FOREIGN_ROLES
    by_tag = (set_apart and not is_lead(element.get("class") or "")) or _is_site_header(element)
    captions = element.tag in {"div", "span"} and is_caption(element.get("class") or "")
    named = is_foreign(names)
    return _Judged(by_tag or named, named, is_data(names) or element.tag == "time", captions)


def _is_site_header(element: Any) -> bool:
    if element.tag != "header" and element.get("role") != "banner":
        return False
    inside = any(each.tag in {"article", "main"} for each in element.iterancestors())
    return not inside and not any(True for _ in element.iter("h1"))
