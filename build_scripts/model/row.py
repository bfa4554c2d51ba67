"""A row of the open data: a record as it is written, with what was found out about it."""

from __future__ import annotations

import datetime

from pydantic import Field

from .article import Article
from .briefing import Briefing, Change, Conflict, Question, Relation
from .chain import Hop
from .date import PartialDate
from .edition import Edition
from .evidence import Proof
from .linked import OriginKind
from .node import Id, LanguageTag, Node, Reference
from .receipt import Receipt
from .record import Event, Position, Quote
from .registry import Actor, Channel, Term
from .speech.run import Form
from .translation import Standing


class Pages(Node):
    """The address of a thing on the site, in each language."""

    ru: str = Field(examples=["https://example.org/ru/articles/2031-05-02-river-talks/"])
    """In Russian."""
    en: str = Field(examples=["https://example.org/en/articles/2031-05-02-river-talks/"])
    """In English."""


class FoundWords(Node):
    """An excerpt where it stands in the kept text of its article, as a W3C Web Annotation selects text."""

    exact: str = Field(examples=["обе стороны этого хотят"])
    """The words in the source's own spelling."""
    prefix: str = Field(examples=["возможен только тогда, когда "])
    """What stands before them, at most 32 characters."""
    suffix: str = Field(examples=["», — сказал министр"])
    """What stands behind them, at most 32 characters."""
    start: int = Field(examples=[26])
    """Where they start in `text` of the article, in characters."""
    end: int = Field(examples=[49])
    """Where they end."""
    proof: Proof = Field(examples=["exact"])
    """How they were found."""
    form: Form | None = Field(default=None, examples=["label"])
    """Of a quotation: how the text prints them as speech."""
    label: str | None = Field(default=None, examples=["И. Тестов"])
    """Who speaks, as the text has it, where it prints that beside them."""


class RestsOn(Node):
    """The end of an attribution chain. Two records with the same name rest on the same origin."""

    name: str = Field(examples=["ivan-testov"])
    """An actor or a channel, or a name made up for an unnamed source or an article's own voice."""
    kind: OriginKind = Field(examples=["named"])
    """Who stands there."""


class _Row(Node):
    name: Reference = Field(examples=["2031-05-02-river-talks/q1"])
    """The full name: permanent, the same in both languages."""
    page: Pages
    """Where it stands on the site."""


class _Evidenced(_Row):
    article: Id = Field(examples=["2031-05-02-river-talks"])
    """The article it belongs to."""
    evidence: tuple[FoundWords, ...] = Field(examples=[[]])
    """Its words, found."""
    hops: tuple[Hop, ...] = Field(examples=[[]])
    """Its attribution chain, from the nearest hop to the farthest."""
    origin: RestsOn = Field(examples=[{"name": "ivan-testov", "kind": "named"}])
    """The end of that chain."""
    earliest: datetime.date | None = Field(default=None, examples=["2031-05-02"])
    """The first day that its date allows; missing where there is no such bound."""
    latest: datetime.date | None = Field(default=None, examples=["2031-05-02"])
    """The last day that its date allows, or that follows from the publication."""


class _Judged(_Row):
    briefing: Id = Field(examples=["river-mission"])
    """The briefing it belongs to."""


class QuoteRow(Quote, _Evidenced):
    """A quotation."""


class EventRow(Event, _Evidenced):
    """An event."""


class PositionRow(Position, _Evidenced):
    """A position."""


class ChangeRow(Change, _Judged):
    """A judged change of position."""


class ConflictRow(Conflict, _Judged):
    """Records that do not fit together."""


class QuestionRow(Question, _Judged):
    """An open question."""


class RelationRow(Relation, _Judged):
    """How one record stands to another."""


class ArticleRow(Article):
    """A source article without its records, which have tables of their own."""

    page: Pages
    """Where it stands on the site."""
    kept: float = Field(examples=[0.74])
    """How much of what the capture shows stands here, from 0 to 1."""
    receipt: Receipt | None = Field(default=None, examples=[None])
    """The proof that the text was held against its capture; missing where nobody did since it was changed."""
    copy_of: Id | None = Field(default=None, examples=["2031-05-02-river-talks"])
    """The earlier article whose text this one is: both count as one origin."""


class BriefingRow(Briefing):
    """A briefing without its judged records, which have tables of their own."""

    page: Pages
    """Where it stands on the site."""
    as_of: PartialDate | None = Field(default=None, examples=["2031-05-02"])
    """The latest publication among its articles."""
    origins: int = Field(examples=[5])
    """At most so many independent origins stand behind its records."""


class ActorRow(Actor):
    """An actor."""

    id: Id = Field(examples=["ivan-testov"])
    """The permanent name."""
    page: Pages
    """Where it stands on the site."""


class ChannelRow(Channel):
    """A channel."""

    id: Id = Field(examples=["example-wire"])
    """The permanent name."""
    page: Pages
    """Where it stands on the site."""


class TermRow(Term):
    """A term with a fixed translation."""

    id: Id = Field(examples=["river-mission"])
    """The permanent name."""


class EditionRow(Edition):
    """A published state of a briefing."""

    page: Pages
    """Where it is said whether a printout of it is current."""
    current: bool = Field(examples=[True])
    """Whether the briefing still says the same."""
    kept_words: bool = Field(examples=[True])
    """Whether the edition kept its words; where not, `said` is missing, and nothing of today stands in for it."""


class TranslationRow(Node):
    """A text that stands in two languages."""

    name: str = Field(examples=["2031-05-02-river-talks/e1.what"])
    """The permanent name of the text: file, record and field."""
    language: LanguageTag = Field(examples=["en"])
    """The language of the translation."""
    original: str = Field(examples=["Ведомства консультируются."])
    """The text that was written first."""
    translation: str | None = Field(default=None, examples=["The ministries consult."])
    """Its translation; missing where there is none yet."""
    standing: Standing = Field(examples=["current"])
    """How the translation stands to its original."""
