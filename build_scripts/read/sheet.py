"""What belongs to the sheet and not to the text: page numbers, running heads, the breaks between pages.

Comes in: a text that was printed on pages, from a PDF or pasted from one. Goes out: its paragraphs in order, those
of the sheet marked. A paragraph that goes on over a page is whole again; its line ends stay as they were printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from .paragraphs import paragraphs

Page = list[list[str]]
"""The paragraphs of one page, each a list of lines."""

_NUMBER = re.compile(
    r"[—–\-]?\s*(?:стр(?:аница|\.)?|page|p\.)?\s*[0-9]{1,4}(?:\s*(?:из|of|/)\s*[0-9]{1,4})?\s*[—–\-]?", re.IGNORECASE
)
_DASHED_NUMBER = re.compile(r"[—–\-]\s*[0-9]{1,4}\s*[—–\-]")
_NUMBER_AND_HEAD = re.compile(r"[0-9]{1,4}\s{3,}\S.{0,60}|\S.{0,60}?\s{3,}[0-9]{1,4}")
_BROKEN_WORD = re.compile(r"[^\W\d_][-‐\u00ad][ \t]*\r?\n[ \t]*[a-zа-яё]")
_ENDED = re.compile(r"[.!?…:;][»”\"’)\]]*$")
_MOST_EDGE_LINES = 3


def is_from_paper(text: str) -> bool:
    """Tell whether a plain text was taken from printed pages: it has their breaks or words that lines cut."""
    lines = (line.strip() for line in text.split("\n"))
    return "\f" in text or bool(_BROKEN_WORD.search(text)) or any(map(_DASHED_NUMBER.fullmatch, lines))


def pages_of(text: str) -> list[Page]:
    """Cut a pasted text into pages: at form feeds, and behind each line that can only be a page number."""
    marked: list[str] = []
    lines = [line.strip(" \t\xa0\r") for line in text.replace("\f", "\n\f\n").split("\n")]
    for number, line in enumerate(lines):
        alone = not any(lines[max(number - 1, 0) : number]) and not any(lines[number + 1 : number + 2])
        form = _DASHED_NUMBER if not alone else _NUMBER
        ends = bool(line) and bool(form.fullmatch(line) or (alone and _NUMBER_AND_HEAD.fullmatch(line)))
        marked.append(f"\n{line}\n\f" if ends else line)
    pages = [paragraphs(page) for page in "\n".join(marked).split("\f")]
    return [[paragraph.split("\n") for paragraph in page.split("\n\n")] for page in pages if page]


def paragraphs_of(pages: list[Page]) -> list[tuple[str, bool]]:
    """Return the paragraphs of all pages in order, each with whether it is of the text and not of the sheet."""
    heads = _running_heads(pages)
    found: list[tuple[str, bool]] = []
    open_at: int | None = None
    for page in pages:
        above, body, below = _cut(page, heads)
        found += [(line, False) for line in above]
        if body and open_at is not None and _goes_on(found[open_at][0], body[0]):
            found[open_at] = (f"{found[open_at][0]}\n{body[0]}", True)
            body = body[1:]
        if body:
            found += [(each, True) for each in body]
            open_at = len(found) - 1
        found += [(line, False) for line in below]
    return found


def _cut(page: Page, heads: set[str]) -> tuple[list[str], list[str], list[str]]:
    """Return the lines of the sheet above, the paragraphs between, and the lines of the sheet below."""
    rest = [list(paragraph) for paragraph in page]
    above = list(_taken(rest, 0, heads))
    below = list(_taken(rest, -1, heads))[::-1]
    return above, ["\n".join(paragraph) for paragraph in rest], below


def _taken(rest: Page, edge: int, heads: set[str]) -> Iterator[str]:
    for _ in range(_MOST_EDGE_LINES):
        if not rest or not _is_of_the_sheet(rest[edge][edge], alone=len(rest[edge]) == 1, heads=heads):
            return
        yield rest[edge].pop(edge)
        if not rest[edge]:
            rest.pop(edge)


def _is_of_the_sheet(line: str, *, alone: bool, heads: set[str]) -> bool:
    if _NUMBER.fullmatch(line) or _shape(line) in heads:
        return True
    return alone and bool(_NUMBER_AND_HEAD.fullmatch(line))


def _running_heads(pages: list[Page]) -> set[str]:
    """Return the lines that stand at the edge of two pages and more, whatever number they bear."""
    shapes: Counter[str] = Counter()
    for page in pages:
        lines = [line for paragraph in page for line in paragraph]
        shapes.update({_shape(line) for line in (*lines[:2], *lines[-2:]) if len(line) <= 100})
    return {shape for shape, times in shapes.items() if times > 1 and any(map(str.isalpha, shape))}


def _shape(line: str) -> str:
    return re.sub(r"\s+", " ", re.sub("[0-9]+", "#", line)).casefold()


def _goes_on(before: str, behind: str) -> bool:
    if _ENDED.search(before):
        return False
    return behind[:1].islower() or bool(re.search(r"[^\W\d_][-‐]$", before))
