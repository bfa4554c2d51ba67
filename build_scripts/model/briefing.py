"""A briefing: a published subject page compiled from several articles, one file in `briefs/briefings/`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool

from .bilingual import Bilingual
from .node import Id, Node, Reference
from .record import MOST_RECORDS, Record

PROSE = ("bottom_line", "background")
"""Fields of a briefing that hold prose: a small Markdown subset with `[[record]]` references."""

References = Annotated[tuple[Reference, ...], Field(max_length=50)]


class Tracked(Node):
    """A question on which positions are followed over time."""

    id: Id = Field(examples=["join-river-mission"])
    """The name by which positions refer to the question."""
    text: Bilingual = Field(examples=[{"ru": "Войдёт ли Утопия в миссию?", "en": "Will Utopia join the mission?"}])
    """The question in words."""


class Verdict(StrEnum):
    """What a person judged a change of position to be."""

    SAME = "same"
    RESTATED = "restated"
    NARROWED = "narrowed"
    WIDENED = "widened"
    HARDENED = "hardened"
    SOFTENED = "softened"
    REVERSED = "reversed"
    CANNOT_TELL = "cannot-tell"


class Judged(Record):
    """A record that somebody judged: it stands on other records and not on words."""

    @property
    def references(self) -> tuple[str, ...]:
        """The records that it is about, as the file names them."""
        raise NotImplementedError


class Change(Judged):
    """A judgement that a position changed, pointing at both wordings; never computed."""

    from_: Reference = Field(alias="from", examples=["2031-03-28-river-plan/p1"])
    """The earlier position."""
    to: Reference = Field(examples=["2031-05-02-river-talks/p1"])
    """The later position."""
    verdict: Verdict = Field(examples=["hardened"])
    """What kind of change it is; `cannot-tell` when in doubt."""
    extent_disputed: StrictBool = Field(default=False, examples=[True])
    """Whether it is open how far the change goes, because the two sides rest on different words."""
    reason: Bilingual = Field(examples=[{"ru": "…", "en": "…"}])
    """Why, with regard to wording, scope and chain of both sides."""

    @property
    def references(self) -> tuple[str, ...]:
        """The records that it is about, as the file names them."""
        return (self.from_, self.to)


class State(StrEnum):
    """Whether a doubt is still open."""

    OPEN = "open"
    SETTLED = "settled"


class Conflict(Judged):
    """Records that do not fit together."""

    what: Bilingual = Field(examples=[{"ru": "Разный объём отказа", "en": "The refusal differs in scope"}])
    """What disagrees."""
    records: Annotated[References, Field(min_length=1)] = Field(
        examples=[["2031-05-02-river-talks/p1", "2031-05-02-river-talks/q1"]]
    )
    """The records involved."""
    settled_by: Bilingual = Field(examples=[{"ru": "запись беседы", "en": "the transcript"}])
    """What would settle it, or what did."""
    status: State = Field(examples=["open"])
    """Whether it is still open."""

    @property
    def references(self) -> tuple[str, ...]:
        """The records that it is about, as the file names them."""
        return self.records


class Question(Judged):
    """A question still open."""

    text: Bilingual = Field(
        examples=[{"ru": "Касается ли отказ наблюдателей?", "en": "Does the refusal cover observers?"}]
    )
    """The question in words."""
    records: References = Field(default=(), examples=[["2031-05-02-river-talks/p1"]])
    """The records it bears on."""
    settled_by: Bilingual = Field(examples=[{"ru": "текст мандата", "en": "the text of the mandate"}])
    """What would settle it, or what did."""
    status: State = Field(default=State.OPEN, examples=["open"])
    """Whether it is still open."""

    @property
    def references(self) -> tuple[str, ...]:
        """The records that it is about, as the file names them."""
        return self.records


class Kinship(StrEnum):
    """How one record stands to another."""

    CONFIRMS = "confirms"
    DISPUTES = "disputes"
    UPDATES = "updates"
    POSSIBLY_SAME = "possibly-same"
    PRECEDES = "precedes"
    """It was earlier; between events this decides the order where dates do not."""


class Relation(Judged):
    """How one record stands to another; a possibly same occasion is related, never merged."""

    from_: Reference = Field(alias="from", examples=["2031-05-02-river-talks/e2"])
    """The record that stands in the relation."""
    kind: Kinship = Field(examples=["possibly-same"])
    """What relation it is."""
    to: Reference = Field(examples=["2031-05-02-river-talks/q1"])
    """The record it is related to."""
    reason: Bilingual = Field(examples=[{"ru": "…", "en": "…"}])
    """Why."""

    @property
    def references(self) -> tuple[str, ...]:
        """The records that it is about, as the file names them."""
        return (self.from_, self.to)


class Briefing(Node):
    """A subject page compiled from articles, with the judgements of its editors."""

    id: Id = Field(examples=["river-mission"])
    """The name of the file."""
    title: Bilingual = Field(examples=[{"ru": "Кто будет охранять реку?", "en": "Who will guard the river?"}])
    """The heading of the page."""
    subject: Bilingual = Field(
        examples=[{"ru": "Утопия и миссия на переправе", "en": "Utopia and the crossing mission"}]
    )
    """What the briefing is about, in a few words."""
    bottom_line: Bilingual = Field(
        examples=[
            {
                "ru": "Рассчитывать на участие нельзя. [[2031-05-02-river-talks/p1]]",
                "en": "Plan for absence. [[2031-05-02-river-talks/p1]]",
            }
        ]
    )
    """What to take away, in two to four sentences, with `[[record]]` references: a small Markdown subset."""
    background: Bilingual | None = Field(default=None, examples=[{"ru": "…", "en": "…"}])
    """Short prose with `[[record]]` references: paragraphs, emphasis, lists, links."""
    articles: Annotated[tuple[Id, ...], Field(min_length=1, max_length=500)] = Field(
        examples=[["2031-05-02-river-talks"]]
    )
    """The articles from which the briefing is compiled."""
    tracked: tuple[Tracked, ...] = Field(default=(), max_length=100, examples=[[]])
    """The questions on which positions are followed."""
    changes: tuple[Change, ...] = Field(default=(), max_length=MOST_RECORDS, examples=[[]])
    """Judged changes of position."""
    conflicts: tuple[Conflict, ...] = Field(default=(), max_length=MOST_RECORDS, examples=[[]])
    """What does not fit together."""
    questions: tuple[Question, ...] = Field(default=(), max_length=MOST_RECORDS, examples=[[]])
    """What is still open."""
    relations: tuple[Relation, ...] = Field(default=(), max_length=MOST_RECORDS, examples=[[]])
    """How records stand to each other."""

    @property
    def judged(self) -> tuple[Judged, ...]:
        """All records of the briefing itself, in the order of the file."""
        return (*self.changes, *self.conflicts, *self.questions, *self.relations)


__all__ = [
    "PROSE",
    "Briefing",
    "Change",
    "Conflict",
    "Judged",
    "Kinship",
    "Question",
    "Relation",
    "State",
    "Tracked",
    "Verdict",
]
