"""A saved page as MHTML, or a mail as EML: the one part that holds the text, and what the headers say."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage

from .days import day_in
from .encoding import is_known

_HEADER = re.compile(
    rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n", re.MULTILINE
)
_NAMES = re.compile(
    rb"^(?:MIME-Version|Snapshot-Content-Location|Message-ID|Received|Subject|Content-Type):", re.I | re.M
)
_HEAD_WITHIN = 65_536


@dataclass(frozen=True, slots=True)
class Message:
    """The part with the text, as bytes, and the headers that matter."""

    body: bytes
    is_page: bool
    is_saved_page: bool
    charset: str | None
    subject: str
    sender: str
    day: str | None
    url: str
    attached: bool
    """Whether there are further parts that a reader may open."""


def is_message(data: bytes) -> bool:
    """Tell whether a file begins with the headers of a mail or of MHTML."""
    head = _HEADER.match(data[:_HEAD_WITHIN])
    return bool(head) and len(_NAMES.findall(head.group())) >= 2 if head else False


def read_message(data: bytes) -> Message | None:
    """Return the part that holds the text; None where there is none or the file is broken."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        saved = "Snapshot-Content-Location" in message or message.get_content_type() == "multipart/related"
        part = message.get_body(("html", "plain") if saved else ("plain", "html")) or _first_page(message)
        body = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(body, bytes):
            return None
        charset = str(part.get_content_charset() or "")
        location = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
        return Message(
            body=body,
            is_page=part.get_content_type() in {"text/html", "application/xhtml+xml"},
            is_saved_page=saved,
            charset=charset if is_known(charset) else None,
            subject=_line(message.get("Subject")),
            sender=_line(message.get("From")),
            day=day_in(_line(message.get("Date"))),
            url=location.strip(),
            attached=not saved and any(True for _ in message.iter_attachments()),
        )
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError):
        return None  # the library raises these for headers that are broken on purpose


def _first_page(message: EmailMessage) -> EmailMessage | None:
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return part
    return None


def _line(value: object) -> str:
    return " ".join(str(value or "").split())[:500]
