"""What can be filled in of an article without judging: the part of a draft that needs nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.article import Loss
from ..model.capture import Capture, Form, Holding
from ..model.chain import UNKNOWN
from ..model.corpus import Documents
from ..model.date import PartialDate
from ..model.registry import Actor, ActorKind, Channel, names_of
from .channel import channel_of
from .language import language_of
from .mentions import counted, mentions, nearest_mention
from .speech import Candidate, candidates

UNDETERMINED = "und"
"""The language tag of BCP 47 for a text whose language nobody has told."""


_LOST = {
    Holding.LINKS: Loss.LINKS,
    Holding.PHOTO: Loss.PHOTO,
    Holding.VIDEO: Loss.VIDEO,
    Holding.POST: Loss.EMBEDDED_POST,
    Holding.TABLE: Loss.LAYOUT,
}
"""What words cannot keep; of a table the words stay, row by row, and its look is lost."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody said at the command line, for what the file does not say."""

    url: str | None = None
    date: PartialDate | None = None
    channel: str | None = None
    language: str | None = None
    retrieved: str = "unknown"


@dataclass(frozen=True, slots=True)
class SpeechCandidate:
    """What may be a quotation, and who is named nearest to it: a hint, never an attribution."""

    speech: Candidate
    near: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A capture with all that could be told of it."""

    id: str
    capture: Capture
    language: str
    channel: str
    url: str | None
    date: PartialDate | None
    date_given: bool
    retrieved: str
    losses: tuple[Loss, ...]
    quotes: tuple[SpeechCandidate, ...]
    named: Mapping[str, int]
    """How often the text names each registered actor or channel, in the order of first mention."""


def propose(name: str, capture: Capture, documents: Documents, given: Given) -> Proposal:
    """Return what a capture gives away when it is held against the registries; what was given goes before it."""
    address = given.url or (capture.url.value if capture.url else None)
    site = capture.publisher.value if capture.publisher else None
    channel = given.channel or channel_of(address, site, documents.channels)
    named = mentions(capture.text, _names(documents))
    persons = {key for key, actor in documents.actors.items() if actor.kind is ActorKind.PERSON}
    language = given.language or _language(capture)
    quotes = tuple(
        SpeechCandidate(each, nearest_mention(named, persons, each.parts[0].start, each.parts[-1].end))
        for each in candidates(capture.text, language)
    )
    return Proposal(
        id=name,
        capture=capture,
        language=language,
        channel=channel,
        url=address,
        date=given.date or capture.date,
        date_given=given.date is not None,
        retrieved=given.retrieved,
        losses=_losses(capture, address, channel),
        quotes=quotes,
        named=counted(named),
    )


def _language(capture: Capture) -> str:
    """Take the text's word first, then the page's; a page that declares Russian or English has to look like it."""
    declared = capture.language if capture.language not in {"ru", "en"} else None
    return language_of(capture.text) or declared or UNDETERMINED


def _losses(capture: Capture, url: str | None, channel: str) -> tuple[Loss, ...]:
    missing = {
        Loss.HEADLINE: capture.headline is None,
        Loss.AUTHOR: capture.author is None,
        Loss.ADDRESS: url is None,
        Loss.PUBLISHER: channel == UNKNOWN and capture.publisher is None,
    }
    held = {loss: holding in capture.holds for holding, loss in _LOST.items()}
    held[Loss.LAYOUT] |= capture.form is Form.PDF
    return tuple(loss for loss, lost in (missing | held).items() if lost)


def _names(documents: Documents) -> dict[str, list[str]]:
    """Return every name in both languages and every alias of each actor and channel."""
    names: dict[str, list[str]] = {}
    registered: list[tuple[str, Actor | Channel]] = [*documents.actors.items(), *documents.channels.items()]
    for key, entry in registered:
        names.setdefault(key, []).extend(names_of(entry))
    return names
