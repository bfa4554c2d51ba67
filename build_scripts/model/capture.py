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
    MHTML = "mhtml"
    MAIL = "mail"
    PDF = "pdf"


HEADER_LINE = "header"
"""The origin of a date that stands in the header line of a text."""

MAIL_LINE = "Date (mail)"
"""The origin of a date that is the day on which a mail was sent."""


class BlockKind(StrEnum):
    """What a block of a capture is, as far as its form tells."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    """Words below a picture or a table."""
    NAVIGATION = "navigation"
    """Links and little else: menus, breadcrumbs, tags."""
    ASIDE = "aside"
    """What the page sets apart by its own names: advertisements, related texts, comments of readers, footers."""
    FURNITURE = "furniture"
    """Page numbers and running heads of paper."""


class Holding(StrEnum):
    """What a page holds beside words."""

    PHOTO = "photo"
    VIDEO = "video"
    POST = "post"
    TABLE = "table"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Block:
    """One visible piece of a capture, in the form in which `import` writes it: a paragraph, an item, a table."""

    text: str
    kept: bool
    """Whether `import` takes it into the text of the article."""
    kind: BlockKind = BlockKind.BODY

    @property
    def is_apart(self) -> bool:
        """Whether the page itself sets it apart from what it tells: menus, advertisements, comments, page numbers."""
        return self.kind in {BlockKind.NAVIGATION, BlockKind.ASIDE, BlockKind.FURNITURE}


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says of itself, verbatim, and where it says so."""

    value: str
    origin: str
    """The place by its own name, such as `og:title` or `JSON-LD headline`."""
    guessed: bool = False
    """Whether nothing there names what this is: a person must look."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One captured file: what it holds, and what it says of itself. Nothing in here is anybody's judgement."""

    form: Form
    sha256: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    characters: int
    """Length of the decoded file in Unicode characters, markup and header included."""
    text: str
    """The kept blocks, one blank line between them; line ends are `\\n`, no word is touched."""
    blocks: tuple[Block, ...] = ()
    """Everything that a reader of the file sees, in order."""
    date: PartialDate | None = None
    """The day of publication, from a place that names it so, or the date of the file's header."""
    date_origin: str = ""
    """Where the date stands, by its own name."""
    other_dates: tuple[Stated, ...] = ()
    """Dates that the file does not call the day of publication."""
    headline: Stated | None = None
    author: Stated | None = None
    publisher: Stated | None = None
    """How the page calls the site it comes from."""
    url: Stated | None = None
    language: str | None = None
    """The language that a page declares: two or three lower-case letters."""
    holds: frozenset[Holding] = frozenset()
    """What stands in and beside the kept blocks and is no text."""
    odd: tuple[str, ...] = ()
    """Characters of the text that `check` will refuse, as `U+202E RIGHT-TO-LEFT OVERRIDE`, each once."""
    bad_characters: int = 0
    """How many bytes could not be read and stand as U+FFFD."""
    hidden: tuple[str, ...] = ()
    """Blocks that read like the text and that the page does not show unless a script opens them."""
    notes: tuple[str, ...] = ()
    """What a person must know of the reading: keys of sentences under `import.note.` in the wording."""

    @property
    def shown(self) -> str:
        """All blocks, one blank line between them."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def visible(self) -> int:
        """Length of what a reader of the file sees, in characters: white space folded, without what is set apart."""
        return sum(len(" ".join(block.text.split())) for block in self.blocks if block.kept or not block.is_apart)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file gives no capture: `key` names a sentence under `import.unreadable.` in the wording."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
