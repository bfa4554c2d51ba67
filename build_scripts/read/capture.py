"""A raw file in, a capture out: a text with or without a `date` header, a saved page, a mail, a PDF with its text.

Comes in: a path that somebody gave on the command line. Goes out: a `Capture`, or the reason why there is none.
Never raises for what a file holds, never follows a link, never asks the network.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from ..model.capture import HEADER_LINE, Block, BlockKind, Capture, Form, Unreadable
from ..model.date import DateFault, PartialDate
from .encoding import Decoded, decode
from .message import is_message
from .odd import odd_in
from .other_kinds import other_kind
from .page_capture import capture_of_mail, capture_of_page
from .paragraphs import paragraphs
from .pdf_capture import capture_of_pdf
from .sheet import is_from_paper, pages_of, paragraphs_of

MOST_BYTES = 5 * 1_048_576
"""Long enough for any saved page without its pictures."""

MOST_BYTES_WITH_PICTURES = 40 * 1_048_576
"""For kinds of files that bring their pictures along: MHTML, mail and PDF."""

_HEADER = re.compile(r"\s*date[ \t]+([0-9]{4}-[0-9]{2}-[0-9]{2})(?!\S)")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_WITHOUT_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MESSAGE_ENDINGS = frozenset({".mhtml", ".mht", ".eml"})


def read_capture(path: Path, encoding: str | None = None) -> Capture | Unreadable:
    """Return what a file holds, or why it cannot be taken: links first, then size, kind, encoding and text.

    `encoding` is a label that somebody gave for a file that does not name its own.
    """
    data = _bytes(path)
    if isinstance(data, Unreadable):
        return data
    sha256 = hashlib.sha256(data).hexdigest()
    if data.startswith(b"%PDF-"):
        return capture_of_pdf(data, sha256)
    if is_message(data) or path.suffix.lower() in _MESSAGE_ENDINGS:
        return capture_of_mail(data, sha256, encoding)
    if len(data) > MOST_BYTES:
        return Unreadable("too-large", {"most": MOST_BYTES // 1_048_576})
    is_page = path.suffix.lower() in _PAGE_ENDINGS or bool(_PAGE.match(_glimpse(data)))
    refused = None if is_page else other_kind(path, data)
    if refused:
        return refused
    decoded = decode(data, declares=is_page, given=encoding)
    if isinstance(decoded, Unreadable):
        return decoded
    return capture_of_page(decoded, sha256) if is_page else _of_text(decoded, sha256)


def _bytes(path: Path) -> bytes | Unreadable:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return Unreadable("not-a-file")
        # O_NOFOLLOW closes the moment between looking at the file and opening it.
        descriptor = os.open(path, os.O_RDONLY | _WITHOUT_LINKS)
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(MOST_BYTES_WITH_PICTURES + 1)
    except FileNotFoundError:
        return Unreadable("not-found")
    except (OSError, ValueError) as fault:
        return Unreadable("not-readable", {"reason": getattr(fault, "strerror", None) or type(fault).__name__})
    if len(data) > MOST_BYTES_WITH_PICTURES:
        return Unreadable("too-large", {"most": MOST_BYTES_WITH_PICTURES // 1_048_576})
    return data


def _glimpse(data: bytes) -> str:
    """Return the start of a file as far as it can be read without knowing its encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:2000].decode("utf-16", "replace")
    return data[:1000].removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _of_text(decoded: Decoded, sha256: str) -> Capture | Unreadable:
    header = _HEADER.match(decoded.text)
    date = None
    if header:
        try:
            date = PartialDate.parse(header.group(1))
        except DateFault:
            return Unreadable("no-such-day", {"date": header.group(1)})
    blocks = _blocks(decoded.text[header.end() :] if header else decoded.text)
    text = "\n\n".join(block.text for block in blocks if block.kept)
    if not text:
        return Unreadable("no-text")
    return Capture(
        Form.DATED_TEXT if header else Form.TEXT,
        sha256,
        len(decoded.text),
        text,
        blocks,
        date,
        HEADER_LINE if header else "",
        odd=odd_in(text),
        bad_characters=decoded.bad,
    )


def _blocks(text: str) -> tuple[Block, ...]:
    if is_from_paper(text):
        found = paragraphs_of(pages_of(text))
        return tuple(Block(words, kept, BlockKind.BODY if kept else BlockKind.FURNITURE) for words, kept in found)
    return tuple(Block(each, kept=True) for each in paragraphs(text).split("\n\n") if each)
