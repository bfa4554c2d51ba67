"""Prose of a briefing: a small Markdown subset with `[[record]]` references."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

REFERENCE = re.compile(r"\[\[([^\[\]\n]{1,161})\]\]")
"""A reference to a record inside prose."""

ALLOWED = frozenset(
    {
        "paragraph_open",
        "paragraph_close",
        "bullet_list_open",
        "bullet_list_close",
        "ordered_list_open",
        "ordered_list_close",
        "list_item_open",
        "list_item_close",
        "inline",
        "text",
        "softbreak",
        "hardbreak",
        "em_open",
        "em_close",
        "strong_open",
        "strong_close",
        "link_open",
        "link_close",
    }
)
"""The subset, as types of markdown-it tokens."""


def parser() -> MarkdownIt:
    """Return the CommonMark parser; it knows more than the subset so that the rest can be refused by name."""
    return MarkdownIt("commonmark", {"maxNesting": 20})


def plain(text: str) -> str:
    """Return prose as its readers see it, without markup and references; between its blocks stand empty lines."""
    blocks = []
    for token in parser().parse(text):
        if token.type == "inline":
            words = "".join(_visible(each) for each in token.children or ())
            blocks.append(REFERENCE.sub("", words))
    return "\n\n".join(blocks)


def _visible(token: Token) -> str:
    return token.content if token.type == "text" else " " if token.type in {"softbreak", "hardbreak"} else ""


def references_in(text: str) -> list[str]:
    """Return the records that a text refers to, in order."""
    return [match.strip() for match in REFERENCE.findall(text)]
