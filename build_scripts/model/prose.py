"""Prose of a briefing: a small Markdown subset with `[[record]]` references."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

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


def references_in(text: str) -> list[str]:
    """Return the records that a text refers to, in order."""
    return [match.strip() for match in REFERENCE.findall(text)]
