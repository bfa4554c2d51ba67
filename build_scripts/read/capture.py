"""A raw file in, a capture out: a seed with its `date` header, a plain text or a saved HTML page.

Comes in: a path that somebody gave on the command line. Goes out: a `Capture`, or the reason why there is none.
Never raises for what a file holds, never follows a link, never asks the network.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from ..model.capture import Block, Capture, Form, Stated, Unreadable
from ..model.date import DateFault, PartialDate
from .characters import odd_characters
from .paragraphs import paragraphs
from .webpage import read_webpage

MOST_BYTES = 5 * 1_048_576
"""Long enough for any saved page without its pictures."""

_HEADER = re.compile(r"\s*date[ \t]+([0-9]{4}-[0-9]{2}-[0-9]{2})(?!\S)")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset=[\"'\s]*([A-Za-z0-9_-]{1,20})", re.IGNORECASE)
# What browsers understand by these names; an encoding that is not here is no encoding of texts.
_ENCODING = re.compile(r"(?:utf-8|utf-16(?:le|be)?|windows-125\d|koi8-[ru]|iso-8859-\d{1,2})\Z")
_LATIN_1 = {"iso-8859-1": "windows-1252"}
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WITHOUT_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]{1,1980}\Z")


def read_capture(path: Path) -> Capture | Unreadable:
    """Return what a file holds, or why it cannot be taken: links first, then size, encoding and text."""
    data = _bytes(path)
    if isinstance(data, Unreadable):
        return data
    is_page = path.suffix.lower() in {".html", ".htm", ".xhtml"} or bool(_PAGE.match(_glimpse(data)))
    decoded = _decoded(data, is_page)
    if isinstance(decoded, Unreadable):
        return decoded
    sha256 = hashlib.sha256(data).hexdigest()
    return _of_page(decoded, sha256) if is_page else _of_text(decoded, sha256)


def _bytes(path: Path) -> bytes | Unreadable:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return Unreadable("not-a-file")
        # O_NOFOLLOW closes the moment between looking at the file and opening it.
        descriptor = os.open(path, os.O_RDONLY | _WITHOUT_LINKS)
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Unreadable("not-found")
    except (OSError, ValueError) as fault:
        return Unreadable("not-readable", {"reason": getattr(fault, "strerror", None) or type(fault).__name__})
    if len(data) > MOST_BYTES:
        return Unreadable("too-large", {"most": MOST_BYTES // 1_048_576})
    return data


def _glimpse(data: bytes) -> str:
    """Return the start of a file as far as it can be read without knowing its encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:2000].decode("utf-16", "replace")
    return data[:1000].removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _decoded(data: bytes, is_page: bool) -> str | Unreadable:
    """Decode strictly, by byte order mark, as UTF-8, or for a page as it declares; nothing is guessed."""
    marked = [name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)]
    for encoding in marked or ["utf-8", *_declared(data, is_page)]:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return Unreadable("not-a-text") if "\0" in text else text
    return Unreadable("not-a-text") if b"\0" in data else Unreadable("not-utf8")


def _declared(data: bytes, is_page: bool) -> list[str]:
    match = _DECLARED.search(data[:4096]) if is_page else None
    name = match.group(1).decode("ascii").lower() if match else ""
    return [_LATIN_1.get(name, name)] if _ENCODING.match(name) else []


def _of_text(decoded: str, sha256: str) -> Capture | Unreadable:
    header = _HEADER.match(decoded)
    date = None
    if header:
        try:
            date = PartialDate.parse(header.group(1))
        except DateFault:
            return Unreadable("no-such-day", {"date": header.group(1)})
    text = paragraphs(decoded[header.end() :] if header else decoded)
    if not text:
        return Unreadable("no-text")
    form = Form.DATED_TEXT if header else Form.TEXT
    blocks = tuple(Block(each, kept=True) for each in text.split("\n\n"))
    return Capture(form, sha256, len(decoded), text, blocks, date, "header" if header else "", odd=_odd(text))


def _of_page(decoded: str, sha256: str) -> Capture | Unreadable:
    page = read_webpage(decoded)
    if isinstance(page, Unreadable):
        return page
    text = paragraphs(page.text)
    if not text:
        return Unreadable("no-text")
    return Capture(
        Form.HTML,
        sha256,
        len(decoded),
        text,
        tuple(Block(each, kept=True) for each in text.split("\n\n")),
        date=_date(page.date),
        headline=_stated(page.headline),
        author=_stated(page.author),
        url=Stated(page.url, "page") if page.url and _ADDRESS.match(page.url) else None,
        publisher=_stated(page.site),
        language=_language(page.language),
        odd=_odd(text),
    )


def _date(written: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(written) if written else None
    except DateFault:
        return None


def _stated(value: str | None) -> Stated | None:
    line = _line(value)
    return Stated(line, "page") if line else None


def _line(value: str | None) -> str | None:
    """Return a short text in one line; one that is too long to be a title or a name is none."""
    line = " ".join((value or "").split())
    return line if 0 < len(line) <= 500 else None


def _language(tag: str | None) -> str | None:
    language = re.split("[-_]", (tag or "").strip().lower())[0]
    return language if re.fullmatch("[a-z]{2,3}", language) else None


def _odd(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(problem.values["character"]) for problem in odd_characters(text, "")))
