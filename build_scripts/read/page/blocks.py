"""A page cut into the blocks that a browser shows, each as plain text in which meaning survives.

White space is folded as a browser folds it, `<br>` is a line end, two of them end a paragraph. Items begin with `• ` or
their number, the lines of a block quotation or of an embedded post with `> `; a table of data is one line a row, its
cells parted by ` | `; struck words stand in `~~…~~`, inserted ones in `++…++`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from .hidden import Hidden
from .lists import Numbering
from .markup import INSERTED, STRUCK, lowered, mark_of, quotation_marks, raised
from .names import POST
from .tables import holds_data

_BLOCK_TAGS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search "
    "section summary table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCK_TAGS.split())
QUOTED = "> "
_BETWEEN_CELLS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})

_SPACES = re.compile(r"[ \t\r\n\f]+")
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)
_DIALOGUE = re.compile(r"[—–―]\s")
_NOTHING_MARKED = re.compile(r"(~~|\+\+)\s*\1")


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One block of a page."""

    text: str
    element: Any
    """The innermost element that makes it a block of its own."""
    links: float
    """Which share of its letters stands in links and buttons."""
    hidden: bool


@dataclass(slots=True)
class _Open:
    """What is to be undone when an element ends."""

    element: Any
    block: bool = False
    hidden: bool = False
    link: bool = False
    quoted: bool = False
    table: bool = False
    mark: str = ""
    closing: str = ""
    from_piece: int = -1


def blocks_of(body: Any, hidden: Hidden) -> list[Shown]:
    """Return all blocks below an element in their order, those that are not shown among them and marked so."""
    walk = _Walk(hidden, body)
    events = etree.iterwalk(body, events=("start", "end"))
    for event, element in events:
        if event == "start":
            if not walk.start(element):
                events.skip_subtree()
        else:
            walk.end(element)
    walk.flush()
    return walk.found


class _Walk:
    """The state of a walk through a page: what is open, and the words gathered since the last block ended."""

    def __init__(self, hidden: Hidden, body: Any) -> None:
        self.found: list[Shown] = []
        self._hidden = hidden
        self._numbering = Numbering()
        self._open: list[_Open] = []
        self._owners: list[Any] = [body]
        self._pieces: list[str] = []
        self._linked = 0
        self._letters = 0
        self._aside: list[tuple[list[str], int, int]] = []
        self._item = ""

    def start(self, element: Any) -> bool:
        """Open an element; return False where nothing in it is ever shown."""
        state = _Open(element)
        self._open.append(state)
        if self._hidden.is_never_shown(element):
            return False
        state.block = self._is_block(element)
        if state.block:
            self._open_block(element, state)
        if self._hidden.is_hidden(element):
            state.hidden = True
            self._aside.append((self._pieces, self._linked, self._letters))
            self._pieces, self._linked, self._letters = [], 0, 0
        if not state.block:
            self._open_inline(element, state)
        self._add(element.text, element)
        return True

    def end(self, element: Any) -> None:
        """Close an element and take the words behind it."""
        state = self._open.pop()
        if state.from_piece >= 0 and state.from_piece <= len(self._pieces):
            self._close_raised(state)
        self._pieces.append(state.closing + state.mark)
        if state.block or state.hidden:
            self.flush(state)
        if state.block:
            self._owners.pop()
        if state.hidden:
            self._pieces, self._linked, self._letters = self._aside.pop()
        self._add(element.tail, element.getparent())

    def flush(self, ending: _Open | None = None) -> None:
        """End the block that is being gathered; what is open goes on in the next one."""
        marks = [each.mark for each in self._open if each.mark]
        self._pieces.extend(reversed(marks))
        whole = any(each.table for each in self._open) or (ending is not None and ending.table)
        text = "".join(self._pieces)
        if STRUCK in self._pieces or INSERTED in self._pieces:
            text = _NOTHING_MARKED.sub("", text)
        links = self._linked / self._letters if self._letters else 0.0
        quoted = any(each.quoted for each in self._open) or (ending is not None and ending.quoted)
        for paragraph in _paragraphs(text, whole):
            lines = f"{self._item}{paragraph}"
            self._item = ""
            shown = "\n".join(f"{QUOTED}{line}" for line in lines.split("\n")) if quoted else lines
            self.found.append(Shown(shown, self._owners[-1], links, bool(self._aside)))
        self._pieces, self._linked, self._letters = list(marks), 0, 0

    def _is_block(self, element: Any) -> bool:
        if any(each.table for each in self._open):
            return bool(element.tag == "caption")
        return element.tag in BLOCKS or bool(_BLOCK_STYLE.search(element.get("style") or ""))

    def _open_block(self, element: Any, state: _Open) -> None:
        self.flush()
        self._owners.append(element)
        if element.tag == "li":
            self._item = self._numbering.mark(element)
        state.quoted = element.tag == "blockquote" or bool(POST.search(element.get("class") or ""))
        state.table = element.tag == "table" and holds_data(element)

    def _open_inline(self, element: Any, state: _Open) -> None:
        tag = element.tag
        if any(each.table for each in self._open):
            self._open_cell(element)
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "q":
            opening, state.closing = quotation_marks(element)
            self._pieces.append(opening)
        elif tag in {"sup", "sub"}:
            state.from_piece = len(self._pieces)
        elif tag == "button" or (tag == "a" and element.get("href") is not None):
            state.link = True
        state.mark = mark_of(element)
        self._pieces.append(state.mark)

    def _open_cell(self, element: Any) -> None:
        if element.tag == "tr":
            self._pieces.append("\n")
        elif element.tag in {"td", "th"}:
            first = not any(each.tag in {"td", "th"} for each in element.itersiblings(preceding=True))
            self._pieces.append("" if first else " | ")
        elif element.tag in BLOCKS:
            self._pieces.append(" ")

    def _close_raised(self, state: _Open) -> None:
        inner = "".join(self._pieces[state.from_piece :])
        before = "".join(self._pieces[max(state.from_piece - 3, 0) : state.from_piece])
        changed = raised(inner, before) if state.element.tag == "sup" else lowered(inner)
        self._pieces[state.from_piece :] = [changed]

    def _add(self, text: str | None, inside: Any) -> None:
        if not text:
            return
        if not text.strip() and inside is not None and inside.tag in _BETWEEN_CELLS:
            return
        pre = any(each.element.tag == "pre" for each in self._open)
        piece = text.replace("\r\n", "\n").replace("\r", "\n") if pre else _SPACES.sub(" ", text)
        letters = sum(each.isalnum() for each in piece)
        self._letters += letters
        self._linked += letters if any(each.link for each in self._open) else 0
        self._pieces.append(piece)


def _paragraphs(text: str, whole: bool) -> list[str]:
    """Cut at empty lines, and before each line of dialogue; a table stays whole."""
    lines = [re.sub(" {2,}", " ", line).strip(" \t\xa0") for line in text.split("\n")]
    if whole:
        rows = [line for line in lines if line.strip("| ")]
        return ["\n".join(rows)] if rows else []
    found: list[list[str]] = [[]]
    for line in lines:
        if not line or (found[-1] and _DIALOGUE.match(line)):
            found.append([])
        if line:
            found[-1].append(line)
    return ["\n".join(each) for each in found if each]
