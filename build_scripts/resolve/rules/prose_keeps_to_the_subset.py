"""Prose uses paragraphs, emphasis, lists, links and record references, and no other markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from ...model.bilingual import SITE_LANGUAGES
from ...model.corpus import Corpus
from ...model.problem import Problem, error
from ...model.prose import ALLOWED, parser

IMAGE = re.compile(r"(?<!\\)!\[")
"""How an image begins."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for the first piece of markup of a text that is outside the subset."""
    markdown = parser()
    for briefing in corpus.documents.briefings.values():
        for field in ("bottom_line", "background"):
            text = getattr(briefing, field)
            for language in SITE_LANGUAGES:
                found = foreign_markup(markdown, (text and text.words(language)) or "")
                if found:
                    yield error(briefing.place(field, language), "prose-markup", found)


def foreign_markup(markdown: MarkdownIt, text: str) -> str:
    """Name the first kind of markup outside the subset, or return an empty string."""
    if IMAGE.search(text):
        return "image"  # without asking the parser, which takes seconds over thousands of them
    for token in markdown.parse(text):
        for each in (token, *(token.children or ())):
            if each.type not in ALLOWED:
                kind: str = each.type
                return kind.removesuffix("_open").removesuffix("_close").replace("_", "-")
    return ""
