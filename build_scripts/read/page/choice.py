"""Which parts of a page are the article: the library's choice, mended where it is known to lose or to add something.

Mended are: leads outside the body's container, bodies that advertisements cut in two, short lines, lists and tables
between paragraphs; labels such as "Read also" with what belongs to them, captions, menus, author and date lines.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection
from typing import Any

from .dates import is_dateline
from .matching import words_of
from .names import LABEL
from .parts import Part

_TAGS_OF_TEXT = "p li td th table dd dt blockquote pre div h2 h3 h4 h5 h6 section article main"
_TEXT_TAGS = frozenset(_TAGS_OF_TEXT.split())
_COPYRIGHT = re.compile(r"\W*(?:©|\(c\)|copyright\b|все права защищены|all rights reserved)", re.IGNORECASE)
_CREDIT = re.compile(
    r"\W*(?:фото|источник (?:фото|изображения)|photos?|image|picture|иллюстрация)\s*[:/]", re.IGNORECASE
)
_LINKED_MOSTLY = 0.6
_NEAR = 3
"""Blocks above the first paragraph that may be a lead where the page has no headline above it."""


def choose(parts: list[Part], headlines: Collection[str]) -> None:
    """Mark the parts that are the article."""
    titles = {tuple(words_of(title)) for title in headlines}
    foreign = _labelled(parts)
    for part in parts:
        part.foreign |= part in foreign
        part.named_foreign |= part in foreign
        part.kept = part.chosen and not _is_beside(part)
    if not any(part.kept and part.is_prose for part in parts):
        _keep_the_largest(parts)
    _drop_titles(parts, titles)
    for _ in range(2):
        _keep_what_lies_between(parts)
    _keep_lead(parts, titles)
    _drop_menus(parts)


def _is_beside(part: Part) -> bool:
    """Tell whether a part stands beside the text: the page's own names say so, or its form does."""
    if part.named_foreign or part.caption or is_dateline(part.shown.text) or _is_small_print(part):
        return True
    return part.data and not part.is_prose


def _is_small_print(part: Part) -> bool:
    text = part.shown.text
    return len(text) < 200 and bool(_COPYRIGHT.match(text) or _CREDIT.match(text))


def _labelled(parts: list[Part]) -> set[Part]:
    """Return the labels that announce foreign matter, and what belongs to each."""
    found: set[Part] = set()
    for number, part in enumerate(parts):
        label = LABEL.fullmatch(part.shown.text.lstrip("•> ")) if len(part.shown.text) < 300 else None
        rest = (label.group("rest") or "").strip() if label else ""
        below = bool(label) and part.shown.text.partition("\n")[2].strip() == rest != ""
        if label is None or (rest and not below and not re.match(r"[:.—–→>]", rest)):
            continue
        found.add(part)
        if len(rest) <= 1:
            found.update(_announced(parts, number))
    return found


def _announced(parts: list[Part], number: int) -> list[Part]:
    """Return what stands below a label: its links, or below a heading without links all up to the next heading."""
    label, behind = parts[number], parts[number + 1 :]
    links = _while(behind, lambda part: part.shown.links >= _LINKED_MOSTLY or part.caption)
    if links or not label.heading:
        return links
    inside = label.shown.element.getparent()
    return _while(
        behind,
        lambda part: (
            not (part.heading and part.heading <= label.heading) and inside in part.shown.element.iterancestors()
        ),
    )


def _while(parts: list[Part], holds: Callable[[Part], bool]) -> list[Part]:
    return list(itertools.takewhile(holds, parts))


def _keep_the_largest(parts: list[Part]) -> None:
    """Keep the container with most prose where the library found none; of a page with no prose, all its words."""
    letters: dict[object, int] = {}
    for part in parts:
        if part.is_prose and not part.foreign and not _is_beside(part):
            key = part.signature or part.container
            letters[key] = letters.get(key, 0) + len(part.shown.text)
    best = max(letters, key=lambda key: letters[key], default=None)
    for part in parts:
        if best is not None:
            part.kept |= part.is_prose and not part.foreign and (part.signature or part.container) == best
        elif not part.is_linked and not part.foreign and not _is_beside(part):
            part.kept = True


def _drop_titles(parts: list[Part], titles: Collection[tuple[str, ...]]) -> None:
    """Leave out the headline above the text: it has a field of its own."""
    for part in parts:
        if part.kept and part.is_prose and tuple(words_of(part.shown.text)) not in titles:
            return
        if part.heading == 1 or tuple(words_of(part.shown.text)) in titles:
            part.kept = False


def _keep_what_lies_between(parts: list[Part]) -> None:
    """Keep what stands between and below kept paragraphs and is one of them by its place and its form."""
    kept = [number for number, part in enumerate(parts) if part.kept and part.is_prose]
    if not kept:
        return
    elements = {parts[number].container for number in kept}
    elements |= {
        each for each in _around(elements) if each.tag in {"article", "main"} or each.get("itemprop") == "articleBody"
    }
    signatures = {parts[number].signature for number in kept} - {None}
    for number, part in enumerate(parts):
        if part.kept or part.foreign or _is_beside(part) or number < kept[0]:
            continue
        at_home = part.container in elements
        between = number < kept[-1]
        if part.is_prose or (between and part.is_quoted):
            part.kept = between or at_home or part.signature in signatures
        elif part.shown.element.tag in _TEXT_TAGS and part.shown.links < _LINKED_MOSTLY:
            part.kept = at_home or (between and part.signature in signatures)


def _around(containers: Collection[Any]) -> list[Any]:
    """Return the elements that hold several containers of the text, up to the smallest that holds all of them."""
    lines = [[each, *each.iterancestors()] for each in containers]
    common = set(lines[0]).intersection(*lines[1:])
    smallest = next((each for each in lines[0] if each in common), None)
    return [] if smallest is None or len(lines) < 2 else [smallest]


def _keep_lead(parts: list[Part], titles: Collection[tuple[str, ...]]) -> None:
    """Keep sentences between the headline and the text."""
    first = next((number for number, part in enumerate(parts) if part.kept and part.is_prose), None)
    if first is None:
        return
    above = [
        number
        for number, part in enumerate(parts[:first])
        if part.heading == 1 or tuple(words_of(part.shown.text)) in titles
    ]
    homes = {part.container for part in parts if part.kept and part.is_prose}
    for part in parts[above[-1] + 1 if above else max(first - _NEAR, 0) : first]:
        if not above and part.container not in homes:
            continue
        if not part.kept and not part.foreign and not _is_beside(part) and not part.data:
            part.kept = part.is_prose or _is_deck(part)


def _is_deck(part: Part) -> bool:
    """Tell whether a smaller heading below the headline is a sentence."""
    return part.heading > 1 and part.shown.links < 0.5 and len(part.shown.text.split()) >= 5


def _drop_menus(parts: list[Part]) -> None:
    """Leave out runs of links that no paragraph of the text has beside it in the same container."""
    homes = {part.container for part in parts if part.kept and part.is_prose}
    first = next((number for number, part in enumerate(parts) if part.kept and part.is_prose), len(parts))
    for number, part in enumerate(parts):
        if part.kept and part.is_linked and (number < first or part.container not in homes):
            part.kept = False
