"""A saved page or a mail as a capture: what the bounded reader found, made into values of the model."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ..model.capture import MAIL_LINE, Block, BlockKind, Capture, Form, Holding, Stated, Unreadable
from ..model.date import DateFault, PartialDate
from .bounded import read_bounded
from .encoding import Decoded, decode
from .message import Message, read_message
from .odd import odd_in
from .paragraphs import paragraphs

_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]{1,1980}\Z")
_SAVED_DATE = "Date (MHTML)"


def capture_of_page(decoded: Decoded, sha256: str, form: Form = Form.HTML) -> Capture | Unreadable:
    """Return what a page shows and says of itself."""
    found = read_bounded("page", decoded.text.encode("utf-8", "replace"))
    if found is None:
        return Unreadable("no-text")
    if isinstance(found, Unreadable):
        return found
    blocks = tuple(Block(text, kept, BlockKind(kind)) for text, kept, kind in found["blocks"])
    text = "\n\n".join(block.text for block in blocks if block.kept)
    published = _stated(found["date"])
    url = _stated(found["url"])
    return Capture(
        form,
        sha256,
        len(decoded.text),
        text,
        blocks,
        _date(published.value) if published else None,
        published.origin if published else "",
        tuple(filter(None, map(_stated, found["others"]))),
        headline=_stated(found["headline"]),
        author=_stated(found["author"]),
        publisher=_stated(found["publisher"]),
        url=url if url and _ADDRESS.match(url.value) else None,
        language=_language(found["language"]),
        holds=frozenset(map(Holding, found["holds"])),
        odd=odd_in(text),
        bad_characters=decoded.bad,
        notes=tuple(found["notes"]),
        hidden=tuple(found["hidden"]),
    )


def capture_of_mail(data: bytes, sha256: str, encoding: str | None) -> Capture | Unreadable:
    """Return what the page in an MHTML file, or the text of a mail, holds; the headers fill what it does not say."""
    message = read_message(data)
    if message is None:
        return Unreadable("message-broken")
    decoded = decode(message.body, declares=message.is_page, given=encoding or message.charset)
    if isinstance(decoded, Unreadable):
        return decoded
    form = Form.MHTML if message.is_saved_page else Form.MAIL
    capture = capture_of_page(decoded, sha256, form) if message.is_page else _of_plain_mail(decoded, sha256)
    if isinstance(capture, Unreadable):
        return capture
    return _with_headers(capture, message)


def _of_plain_mail(decoded: Decoded, sha256: str) -> Capture | Unreadable:
    blocks = tuple(Block(each, kept=True) for each in paragraphs(decoded.text).split("\n\n") if each)
    if not blocks:
        return Unreadable("no-text")
    text = "\n\n".join(block.text for block in blocks)
    return Capture(Form.MAIL, sha256, len(decoded.text), text, blocks, odd=odd_in(text), bad_characters=decoded.bad)


def _with_headers(capture: Capture, message: Message) -> Capture:
    url = Stated(message.url, "Snapshot-Content-Location") if _ADDRESS.match(message.url) else None
    if message.is_saved_page:
        saved = (Stated(message.day, _SAVED_DATE),) if message.day else ()
        return replace(capture, url=capture.url or url, other_dates=(*capture.other_dates, *saved))
    date = capture.date or (_date(message.day) if message.day else None)
    return replace(
        capture,
        date=date,
        date_origin=capture.date_origin or (MAIL_LINE if date else ""),
        headline=Stated(message.subject, "Subject") if message.subject else capture.headline,
        author=Stated(message.sender, "From") if message.sender else capture.author,
        notes=(*capture.notes, *(["attachments"] if message.attached else [])),
    )


def _stated(found: Any) -> Stated | None:
    return Stated(*found) if found else None


def _date(written: str) -> PartialDate | None:
    try:
        return PartialDate.parse(written)
    except DateFault:
        return None


def _language(tag: str) -> str | None:
    language = re.split("[-_]", tag.strip().lower())[0]
    return language if re.fullmatch("[a-z]{2,3}", language) else None
