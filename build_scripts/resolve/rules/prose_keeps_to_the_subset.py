"""Prose uses paragraphs, emphasis, lists, links to addresses and record references, and no other markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ...model.address import address_flaw
from ...model.bilingual import SITE_LANGUAGES
from ...model.briefing import PROSE
from ...model.corpus import Corpus
from ...model.node import is_web_address
from ...model.problem import Problem, error
from ...model.prose import ALLOWED, parser

IMAGE = re.compile(r"(?<!\\)!\[")
"""How an image begins."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for the first piece of markup of a text that is outside the subset."""
    markdown = parser()
    for briefing in corpus.documents.briefings.values():
        for field in PROSE:
            text = getattr(briefing, field)
            for language in SITE_LANGUAGES:
                found = foreign_markup(markdown, (text and text.words(language)) or "")
                if found:
                    kind, address = found
                    yield error(briefing.place(field, language), "prose-markup", kind, address=address)


def foreign_markup(markdown: MarkdownIt, text: str) -> tuple[str, str] | None:
    """Name the first kind of markup outside the subset, and where a link leads that leads nowhere; None without one."""
    if IMAGE.search(text):
        return "image", ""  # without asking the parser, which takes seconds over thousands of them
    for token in markdown.parse(text):
        for each in (token, *(token.children or ())):
            if each.type not in ALLOWED:
                return each.type.removesuffix("_open").removesuffix("_close").replace("_", "-"), ""
            if each.type == "link_open" and not _leads_somewhere(each):
                return "link", str(each.attrs.get("href", ""))[:60]
    return None


def _leads_somewhere(link: Token) -> bool:
    """Tell whether a link has a full public address: a relative one would lead elsewhere from each page."""
    address = str(link.attrs.get("href", ""))
    return (is_web_address(address) and address_flaw(address) is None) or address.startswith("mailto:")
