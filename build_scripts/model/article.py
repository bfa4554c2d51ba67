"""A source article: one text with its annotations, one file in `briefs/articles/`."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .bilingual import Bilingual
from .chain import ARTICLE_VOICE, Chain, Hop
from .date import PartialDate
from .foreign import THEIRS
from .node import Id, LanguageTag, Line, Node, Sha256, WebAddress
from .record import MOST_RECORDS, UNKNOWN_DATE, Event, Evidenced, Position, Quote

GAP = "[…]"
"""A paragraph of its own in a text: words of the capture were left out here."""

MOST_OF_CAPTURE = 0.8
"""Share of a capture that `rights: excerpt` may keep; beyond it an excerpt is the text itself in all but name."""

_GAP_LINE = re.compile(r"^[ \t]*\[(?:…|\.\.\.)\][ \t]*$", re.MULTILINE)


class Rights(StrEnum):
    """How much of a text may be kept in the repository."""

    FULL = "full"
    EXCERPT = "excerpt"
    PRIVATE = "private"


class Loss(StrEnum):
    """What the capture has lost against the page it was taken from."""

    HEADLINE = "headline"
    AUTHOR = "author"
    ADDRESS = "address"
    PUBLISHER = "publisher"
    LINKS = "links"
    PHOTO = "photo"
    VIDEO = "video"
    EMBEDDED_POST = "embedded post"
    LAYOUT = "layout"


class DateKind(StrEnum):
    """What the date of a text is, as far as its source says."""

    PUBLISHED = "published"
    """The source itself calls it the day of publication."""
    HEADER = "header"
    """A line above the text, such as the header of a captured file, that does not say what day it is."""


class Published(Node):
    """When the article was published, and how we know."""

    date: PartialDate = Field(examples=["2031-05-02", "unknown"])
    """The publication date: EDTF, or `unknown`."""
    kind: DateKind | None = Field(default=None, examples=["published", "header"])
    """What the source calls this date; left out where nobody has looked."""
    basis: Bilingual = Field(
        examples=[
            {
                "ru": "заголовок файла; какая это дата, не указано",
                "en": "header of the captured file; kind of date not stated",
            }
        ]
    )
    """On what the date rests."""


class Capture(Node):
    """The full source text as retrieved."""

    sha256: Sha256 = Field(examples=["3f2a" + "0" * 60])
    """SHA-256 of the captured file, 64 lower-case hexadecimal digits."""
    characters: Annotated[int, Field(strict=True, ge=1, le=100_000_000)] = Field(examples=[2038])
    """Length of the captured file in characters, markup included."""
    shown: Annotated[int, Field(strict=True, ge=1, le=100_000_000)] | None = Field(default=None, examples=[1893])
    """Length of what a reader of the file sees, without markup and menus; `import` writes it."""
    losses: tuple[Loss, ...] = Field(default=(), examples=[["headline", "embedded post"]])
    """What is missing against the page: a lost embed can change the meaning."""


class Article(Node):
    """One source text with its annotations."""

    id: Id = Field(examples=["2031-05-02-river-talks"])
    """The name of the file; never derived again from the title."""
    language: LanguageTag = Field(examples=["ru"])
    """The language of the text."""
    title: Bilingual = Field(examples=[{"ru": "Переговоры о реке", "en": "River talks"}])
    """Our heading; the original one is `headline`."""
    headline: Annotated[Line | None, THEIRS] = Field(default=None, examples=["Стороны встретились у реки"])
    """The original heading, where it is known."""
    author: Annotated[Line | None, THEIRS] = Field(default=None, examples=["Example Wire staff"])
    """The author as the text names them, where it does."""
    channel: Id = Field(examples=["example-wire", "unknown"])
    """Who published the text: a channel, or `unknown`."""
    url: Annotated[WebAddress | None, THEIRS] = Field(default=None, examples=["https://news.example.org/river"])
    """The address of the article."""
    archived: Annotated[WebAddress | None, THEIRS] = Field(default=None, examples=["https://archive.example.org/river"])
    """The address of an archived copy."""
    published: Published = Field(examples=[{"date": "2031-05-02", "basis": "date line of the page"}])
    """When it was published."""
    retrieved: PartialDate = Field(default=UNKNOWN_DATE, examples=["2031-05-04", "unknown"])
    """When we retrieved it."""
    capture: Capture = Field(examples=[{"sha256": "3f2a" + "0" * 60, "characters": 2038}])
    """The full source text as retrieved, identified by its hash."""
    rights: Rights = Field(examples=["excerpt"])
    """How much of the text may be kept here."""
    text: Annotated[Annotated[str, StringConstraints(max_length=1_000_000)] | None, THEIRS] = Field(
        default=None, examples=["Первый абзац…\n\n[…]\n\nДругой абзац…\n"]
    )
    """The text, or the passages of it that the records rest on, in order, with `[…]` where something was left out."""
    summary: Bilingual | None = Field(default=None, examples=[{"ru": "…", "en": "…"}])
    """What the article says, in a few sentences, hedges kept."""
    chains: dict[Id, Annotated[tuple[Hop, ...], Field(min_length=1, max_length=20)]] = Field(
        default_factory=dict,
        max_length=100,
        examples=[{"ministry": [{"by": "this", "how": "retells", "read": True}, {"by": "example-wire"}]}],
    )
    """Attribution chains that the records of this article name."""
    quotes: tuple[Quote, ...] = Field(default=(), max_length=MOST_RECORDS, examples=[[]])
    """Direct speech that the text prints as such."""
    events: tuple[Event, ...] = Field(default=(), max_length=MOST_RECORDS, examples=[[]])
    """What happened, is planned or holds, by this text."""
    positions: tuple[Position, ...] = Field(default=(), max_length=MOST_RECORDS, examples=[[]])
    """What actors accept or refuse, by this text."""

    @property
    def evidenced(self) -> tuple[Evidenced, ...]:
        """All records of the article that stand on words, in the order of the file."""
        return (*self.quotes, *self.events, *self.positions)

    def chain_of(self, record: Evidenced) -> Chain:
        """Return the attribution chain of a record; its own voice where none is named or the name is wrong."""
        return self.chains.get(record.chain or "", ARTICLE_VOICE)

    @property
    def kept_characters(self) -> int:
        """How much of the capture stands here. What folds a paragraph and what parts two are none of its characters."""
        paragraphs = (each for _, passage in self.passages for each in re.split(r"\n[ \t]*\n", passage))
        return sum(len(" ".join(paragraph.split())) for paragraph in paragraphs)

    @property
    def passages(self) -> tuple[tuple[int, str], ...]:
        """The stretches of text between gaps, each with its offset in `text`."""
        text, start, found = self.text or "", 0, []
        for gap in _GAP_LINE.finditer(text):
            found.append((start, text[start : gap.start()]))
            start = gap.end()
        found.append((start, text[start:]))
        return tuple((offset, passage) for offset, passage in found if passage.strip())
