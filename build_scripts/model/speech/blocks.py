"""Quotations that are set off from a text, and embedded posts with the line that says whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .run import DASH, Span

BLOCK_SIGN = ">"
"""What opens each line of a quotation that is set off, as `import` writes it."""

_LINE = re.compile(r"[ \t]*>[ \t]*([^\n]*)")
_OWNER = re.compile(rf"{DASH}\s*(?P<owner>[^\n]{{0,120}}\(@\w[\w.]{{0,60}}\)[^\n]{{0,80}})")
"""«— Министерство (@ministry) 2 мая 2031»"""
_SIGNATURE = re.compile(rf"{DASH}\s*(?P<owner>[^\n]{{1,200}}?(?:[^.!?…\s]|\b\w\.))")
"""«— Иван Тестов, министр», «— Тестов И. П.», «— Тестов, 2031 г.»; a turn of dialogue ends in a full stop."""

_RETWEETED = re.compile(r"(?P<whose>RT @\w+):\s*")
_ABOUT_POST = re.compile(
    r"[^.!?…]{0,30}@\w+(?:[ ,]+(?:and |и )?@\w+)*|(?=[^\n]*\b\d{1,2}:\d\d\b)(?=[^\n]*\b20\d\d\b)[^\n.!?]{0,50}\.?"
)
"""A line that stands in a post and is nobody's words: to whom it replies, when it was sent."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation that is set off: its lines without the sign, and whose it is where a line says so."""

    opens: int
    closes: int
    lines: tuple[Span, ...]
    owner: str


def is_block(text: str, span: Span) -> bool:
    """Tell whether every line of a paragraph is set off."""
    return all(line.lstrip().startswith(BLOCK_SIGN) for line in text[span[0] : span[1]].split("\n"))


def owner_of(line: str) -> str:
    """Return whose post stands above, where a line says nothing else; else nothing."""
    match = _OWNER.fullmatch(line.strip())
    return match["owner"].strip() if match else ""


def quotations(text: str, group: Sequence[Span]) -> Iterator[Quotation]:
    """Yield the quotations in a row of paragraphs that are set off; a line that says whose they are ends each."""
    opens, lines = 0, list[Span]()
    for start, end in group:
        every = [match for match in _LINE.finditer(text, start, end) if match[1].strip()]
        for number, match in enumerate(every):
            line = match[1].strip()
            signature = _SIGNATURE.fullmatch(line) if match is every[-1] else None
            owner = owner_of(line) or (signature["owner"] if signature and (lines or number) else "")
            if owner and lines:
                yield _quotation(text, opens, match.end(), lines, owner)
                lines = []
            elif not owner:
                opens = opens if lines else match.start()
                lines.append((match.start(1), match.end(1)))
    if lines:
        yield Quotation(opens, group[-1][1], tuple(lines), "")


def _quotation(text: str, opens: int, closes: int, lines: Sequence[Span], owner: str) -> Quotation:
    own = [line for line in lines if not _ABOUT_POST.fullmatch(text[slice(*line)].strip())]
    retweeted = _RETWEETED.match(text[slice(*own[0])]) if own else None
    if retweeted:
        own[0] = (own[0][0] + retweeted.end(), own[0][1])
        owner = f"{retweeted['whose']}, {owner}"
    return Quotation(opens, closes, tuple(own), owner)
