"""The reader of saved pages as a program: HTML in UTF-8 on standard input, one JSON object on standard output."""

from __future__ import annotations

from typing import Any

from lxml import etree, html

from .blocks import Shown, blocks_of
from .choice import choose
from .dates import dates_of
from .hidden import Hidden
from .holdings import holdings_of
from .library import chosen_by_library
from .linked_data import LinkedData, linked_data, text_of
from .matching import Taken
from .parts import Part, parts_of
from .statements import author_of, headline_of, language_of, publisher_of, titles_of, urls_of

_SAVED_FROM_WITHIN = 4000


def read(data: bytes) -> dict[str, Any] | None:
    """Return the blocks of a page and its statements; None where it has no words."""
    source = data.decode("utf-8")
    tree = _tree(data)
    if tree is None:
        return None
    taken = Taken(chosen_by_library(source))
    blocks = blocks_of(tree, Hidden(tree))
    titles = titles_of(tree)
    urls = urls_of(tree, source[:_SAVED_FROM_WITHIN])
    data_of_page = linked_data(tree, titles, {each.value for each in urls})
    parts, notes = _chosen(blocks, taken, titles)
    publisher = publisher_of(tree, data_of_page)
    published, others = dates_of(tree, parts, data_of_page, urls[0].value if urls else None)
    found = _blocks(parts)
    if not any(kept for _, kept, _ in found):
        told = _told(data_of_page)
        notes = ["from-data"] if told else []
        found = [*told, *found] if told else _prose(parts)
    if not any(kept and any(map(str.isalnum, text)) for text, kept, _ in found):
        return None
    hidden = [part for part in parts_of((block for block in blocks if block.hidden), taken) if part.is_prose]
    return {
        "blocks": found,
        "hidden": [] if notes else [part.shown.text for part in hidden if not part.foreign],
        "notes": notes,
        "date": _pair(published),
        "others": [_pair(each) for each in others],
        "headline": _pair(headline_of(tree, data_of_page, publisher.value if publisher else None)),
        "author": _pair(author_of(tree, data_of_page)),
        "publisher": _pair(publisher),
        "url": _pair(urls[0] if urls else None),
        "language": language_of(tree, data_of_page),
        "holds": sorted(holdings_of(parts)),
    }


def _tree(data: bytes) -> Any:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _chosen(blocks: list[Shown], taken: Taken, titles: set[str]) -> tuple[list[Part], list[str]]:
    """Choose among what the page shows; where that is menus only, among all it holds."""
    shown = parts_of((block for block in blocks if not block.hidden), taken)
    choose(shown, titles)
    if any(part.kept for part in shown):
        return shown, []
    everything = parts_of(blocks, taken)
    choose(everything, titles)
    if any(part.kept and part.is_prose for part in everything):
        return everything, ["was-hidden"]
    return shown, []


def _blocks(parts: list[Part]) -> list[tuple[str, bool, str]]:
    return [(part.shown.text, part.kept, _kind(part)) for part in parts]


def _prose(parts: list[Part]) -> list[tuple[str, bool, str]]:
    """Keep the sentences of a page that calls all of itself an aside, a form or the like."""
    for part in parts:
        part.kept = part.is_prose and not part.named_foreign
    return _blocks(parts)


def _kind(part: Part) -> str:
    if part.caption:
        return "caption"
    if part.is_linked and not part.kept:
        return "navigation"
    if part.foreign and not part.kept:
        return "aside"
    return "heading" if part.heading else "body"


def _told(data: LinkedData) -> list[tuple[str, bool, str]]:
    """Return the text that a page gives to machines alone."""
    body = text_of(data.article.get("articleBody"))
    return [(" ".join(each.split()), True, "body") for each in body.split("\n") if each.strip()]


def _pair(stated: Any) -> tuple[str, str, bool] | None:
    return (stated.value, stated.origin, stated.guessed) if stated else None
