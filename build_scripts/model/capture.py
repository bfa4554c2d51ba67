"""A raw text as it was captured, before anybody annotated it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .date import PartialDate


class Form(StrEnum):
    """What kind of file a capture is."""

    DATED_TEXT = "dated-text"
    """A text behind the header `date YYYY-MM-DD`."""
    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Capture:
    """One captured file: what it holds, and what it says of itself. Nothing in here is anybody's judgement."""

    form: Form
    sha256: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    characters: int
    """Length of the decoded file in Unicode characters, markup and header included."""
    text: str
    """The words of the text, untouched; line ends are `\\n`, one blank line stands between paragraphs."""
    date: PartialDate | None = None
    headline: str | None = None
    author: str | None = None
    url: str | None = None
    site: str | None = None
    """How the page calls the site it comes from."""
    language: str | None = None
    """The language that a page declares: two or three lower-case letters."""
    odd: tuple[str, ...] = ()
    """Characters of the text that `check` will refuse, as `U+202E RIGHT-TO-LEFT OVERRIDE`, each once."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file gives no capture: `key` names a sentence under `import.unreadable.` in the wording."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
