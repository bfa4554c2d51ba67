"""The records of an article: quotes, events and positions, each standing on words of the text."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints

from .bilingual import Bilingual
from .date import PartialDate
from .foreign import THEIRS
from .node import Id, LanguageTag, Line, Node
from .place import LocatedList, Place

Words = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]

SpokenLanguage = Annotated[str, StringConstraints(pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*|unknown)$", max_length=35)]

MOST_RECORDS = 300
"""Records of one kind in one file; beyond it a text is no article, and a page no reading."""

UNKNOWN_DATE = PartialDate.parse("unknown")


class Excerpt(Node):
    """Words of the source text, exactly, with the words around them where they stand there more than once."""

    words: Annotated[Words, THEIRS] = Field(examples=["обе стороны этого хотят"])
    """The words as the text has them."""
    before: Annotated[Line | None, THEIRS] = Field(default=None, examples=["тогда, когда "])
    """Text that stands immediately before the words, to tell this place from another."""
    after: Annotated[Line | None, THEIRS] = Field(default=None, examples=["», заявил"])
    """Text that stands immediately after the words."""


def _excerpts(value: Any) -> Any:
    """Read one excerpt as a list of one, and a plain string as an excerpt without surroundings."""
    items = value if isinstance(value, list | tuple) else [value]

    # An unquoted number is a number in YAML, and words all the same.
    plain = [isinstance(item, str | int) and not isinstance(item, bool) for item in items]
    return [{"words": item} if is_plain else item for item, is_plain in zip(items, plain, strict=True)]


Excerpts = Annotated[
    tuple[Excerpt, ...],
    Field(min_length=1, max_length=20),
    BeforeValidator(_excerpts, json_schema_input_type=str | Excerpt | list[str | Excerpt]),
]


class Revision(Node):
    """What was done to a record after it was published, when and why."""

    date: PartialDate = Field(examples=["2031-05-09"])
    """The day on which it was done."""
    reason: Bilingual = Field(examples=[{"ru": "Агентство сняло сообщение.", "en": "The agency took the report back."}])
    """Why, for readers."""


class Record(Node):
    """Anything annotated. Its id is assigned once, short and permanent."""

    id: Id = Field(examples=["q1"])
    """The name of the record inside its file; never given to another record again."""
    note: Bilingual | None = Field(
        default=None, examples=[{"ru": "Кто говорил, не сказано.", "en": "The speaker is not stated."}]
    )
    """A remark of the editors for readers."""
    corrections: tuple[Revision, ...] = Field(
        default=(), examples=[[{"date": "2031-05-09", "reason": {"ru": "…", "en": "…"}}]]
    )
    """Corrections made since the record was first released, oldest first."""
    withdrawn: Revision | None = Field(
        default=None, examples=[{"date": "2031-05-09", "reason": {"ru": "…", "en": "…"}}]
    )
    """When and why the record was withdrawn; a released record is never deleted."""


class Evidenced(Record):
    """A record that stands on words of its article's text."""

    words: Annotated[Excerpts, THEIRS] = Field(
        examples=["Мир возможен", ["обе стороны", {"words": "этого хотят", "before": "стороны "}]]
    )
    """The exact words the record stands on: one excerpt or a list."""
    before: Annotated[Line | None, THEIRS] = Field(default=None, examples=["тогда, когда "])
    """Text immediately before the words, where one excerpt stands in the text more than once."""
    after: Annotated[Line | None, THEIRS] = Field(default=None, examples=["», заявил"])
    """Text immediately after the words, for the same purpose."""
    chain: Id | None = Field(default=None, examples=["ministry"])
    """A chain of this article; without it the record rests on the article's own voice."""

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """The excerpts, the record's own `before` and `after` applied where there is only one."""
        if len(self.words) == 1 and (self.before or self.after):
            only = self.words[0]
            return (Excerpt(words=only.words, before=only.before or self.before, after=only.after or self.after),)
        return self.words

    def excerpt_place(self, index: int) -> Place:
        """Return where the excerpt with this number is written."""
        tree = self._tree.get("words") if self._tree is not None else None
        return self.place("words", index) if isinstance(tree, LocatedList) else self.place("words")


class Translation(Node):
    """The words of a quote in another language, with the name of who translated them."""

    language: LanguageTag = Field(examples=["en"])
    """The language of the translation."""
    text: Annotated[Words, THEIRS] = Field(examples=["Peace is possible only when both sides want it."])
    """The translation; the page sets it without quotation marks."""
    by: Id = Field(examples=["editors", "example-wire"])
    """Who translated: `editors`, or the channel or actor that published the translation."""


class Printed(StrEnum):
    """How words are printed as speech, where the form of the text does not show it."""

    DASH = "dash"
    LABEL = "label"
    BLOCK = "block"
    STATEMENT = "statement"


class Quote(Evidenced):
    """Direct speech that the text prints as such."""

    speaker: Id = Field(examples=["ivan-testov", "unknown"])
    """The actor who is quoted, or `unknown`."""
    said: PartialDate = Field(default=UNKNOWN_DATE, examples=["../2031-05-02", "unknown"])
    """When it was said."""
    basis: Bilingual | None = Field(default=None, examples=[{"ru": "день не назван", "en": "the day is not stated"}])
    """On what the date rests."""
    spoken_in: SpokenLanguage = Field(default="unknown", examples=["ru", "unknown"])
    """The language in which it was spoken; `unknown` unless the text says so."""
    printed: Printed | None = Field(default=None, examples=["statement"])
    """How the words were printed as speech, where no marks, dash or label in the text show it: behind a `dash`, behind
    the `label` of who speaks, as a `block` set off, or in a `statement` that is somebody's words as a whole."""
    translations: tuple[Translation, ...] = Field(
        default=(), max_length=20, examples=[[{"language": "en", "text": "…", "by": "editors"}]]
    )
    """Translations, each with its translator."""


class Status(StrEnum):
    """How firmly an event stands. `standing` marks a state that holds as of the text, not something that happened."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    PLANNED = "planned"
    STANDING = "standing"


class Event(Evidenced):
    """Something that, by the text, happened, is planned, or holds."""

    what: Bilingual = Field(examples=[{"ru": "Зеландия предлагает миссию.", "en": "Zelandia proposes a mission."}])
    """What happened, in one sentence, saying no more than the words do."""
    date: PartialDate = Field(examples=["2031-05-02", "2031-05~", "../2031-05-02", "unknown"])
    """When it happened: EDTF, or `unknown`. Never the publication date for want of a better one."""
    basis: Bilingual | None = Field(
        default=None, examples=[{"ru": "текст не называет дня", "en": "the text gives no date"}]
    )
    """On what the date rests; vague words of the text ("recently") belong here."""
    actors: tuple[Id, ...] = Field(default=(), max_length=100, examples=[["utopia", "ivan-testov"]])
    """Who takes part."""
    status: Status = Field(examples=["reported"])
    """How firmly it stands."""


class Stance(StrEnum):
    """The strength of a position, from yes to no."""

    SUPPORTS = "supports"
    OPEN = "open"
    CONDITIONAL = "conditional"
    RULES_OUT = "rules-out"


class Position(Evidenced):
    """What an actor accepts or refuses, on a tracked question, as of a date, on somebody's word."""

    actor: Id = Field(examples=["utopia"])
    """Whose position it is."""
    question: Id = Field(examples=["join-river-mission"])
    """A question that a briefing tracks."""
    stance: Stance = Field(examples=["conditional"])
    """How strong the position is."""
    scope: Bilingual = Field(examples=[{"ru": "участие в миссии", "en": "taking part in the mission"}])
    """What exactly is accepted or refused."""
    condition: Bilingual | None = Field(default=None, examples=[{"ru": "договор", "en": "a treaty"}])
    """On what it depends; expected of a conditional position."""
    as_of: PartialDate = Field(examples=["../2031-05-02"])
    """The date for which the position is stated."""


__all__ = ["Event", "Evidenced", "Excerpt", "Position", "Quote", "Record", "Stance", "Status", "Translation"]
