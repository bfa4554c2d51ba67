"""A PDF with a text layer as a capture."""

from __future__ import annotations

from ..model.capture import Block, BlockKind, Capture, Form, Holding, Stated, Unreadable
from .bounded import read_bounded
from .odd import odd_in
from .sheet import paragraphs_of


def capture_of_pdf(data: bytes, sha256: str) -> Capture | Unreadable:
    """Return the words of all pages; what belongs to the sheets is left out. Of its length the words alone count."""
    found = read_bounded("pdf", data)
    if isinstance(found, Unreadable):
        return found
    if "refused" in found:
        return Unreadable(found["refused"], {"most": found.get("most", 0)})
    blocks = tuple(
        Block(words, kept, BlockKind.BODY if kept else BlockKind.FURNITURE)
        for words, kept in paragraphs_of(found["pages"])
    )
    text = "\n\n".join(block.text for block in blocks if block.kept)
    if not text:
        return Unreadable("no-text")
    shown = sum(len(block.text) for block in blocks)
    return Capture(
        Form.PDF,
        sha256,
        shown,
        text,
        blocks,
        headline=_stated(found["title"], "PDF Title"),
        author=_stated(found["author"], "PDF Author"),
        holds=frozenset({Holding.PHOTO} if found["pictures"] else ()),
        odd=odd_in(text),
    )


def _stated(value: str, origin: str) -> Stated | None:
    line = " ".join(value.split())
    # Programs fill these fields with the name of a file or of an account.
    return Stated(line, origin, guessed=True) if 0 < len(line) <= 500 else None
