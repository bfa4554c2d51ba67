"""Quotations that are set off from a text, and embedded posts with the line that says whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .run import DASH, Span

BLOCK_SIGN = ">"
"""What opens each line of a quotation that is set off, as `import` writes it."""

_OWNER = re.compile(rf"(?:>\s*)?{DASH}\s*(?P<owner>[^\n]{{0,120}}\(@\w[\w.]{{0,60}}\)[^\n]{{0,80}})\s*\Z")
_OWNER_IN_BLOCK = re.compile(rf">\s*{DASH}\s*(?P<owner>[^\n]{{1,200}})\s*\Z")


def is_block(text: str, span: Span) -> bool:
    """Tell whether every line of a paragraph is set off."""
    return all(line.lstrip().startswith(BLOCK_SIGN) for line in text[span[0] : span[1]].split("\n"))


def owner_of(text: str, span: Span, *, in_block: bool) -> str:
    """Return whose words stand above, where a paragraph or line says nothing else; else nothing."""
    match = (_OWNER_IN_BLOCK if in_block else _OWNER).match(text[span[0] : span[1]].strip())
    return match["owner"].strip() if match else ""


def lines_of(text: str, group: Sequence[Span]) -> list[Span]:
    """Return the lines of some paragraphs of a block without the sign that opens each."""
    found: list[Span] = []
    for start, end in group:
        for match in re.finditer(r"[ \t]*>[ \t]*([^\n]*)", text[start:end]):
            found += [(start + match.start(1), start + match.end(1))] if match[1].strip() else []
    return found
