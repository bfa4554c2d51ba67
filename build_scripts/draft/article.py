"""A proposal as the text of an article file: what is known filled in, what a person must judge marked as a gap.

The same proposal gives the same bytes, whatever language the messages have: gaps and comments speak both.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from ..model.article import DateKind
from ..model.bilingual import GAP_MARK, SITE_LANGUAGES
from ..model.capture import HEADER_LINE, MAIL_LINE, Stated
from ..model.chain import UNKNOWN
from ..wording import wording
from .places import Part
from .proposal import UNDETERMINED, Proposal, SpeechCandidate
from .scalar import block, plain, quoted

GAP = f"{GAP_MARK}: "
"""How a gap begins; `check` reports every text that starts so."""

SCHEMA = "# yaml-language-server: $schema=../../../build_scripts/schema/article.schema.json"


def article(proposal: Proposal) -> str:
    """Return the whole file, fields in the order of the documentation."""
    parts = (_head(proposal), _capture(proposal), _text(proposal), _records(proposal))
    return "".join(f"{line}\n" for part in parts for line in part)


def _head(proposal: Proposal) -> Iterator[str]:
    capture = proposal.capture
    yield SCHEMA
    yield f"id: {plain(proposal.id)}"
    unknown = proposal.language == UNDETERMINED
    yield f"language: {plain(proposal.language)}" + (_todo("language-unknown") if unknown else "")
    yield from _both("title", GAP, "title")
    for field, stated in (("headline", capture.headline), ("author", capture.author)):
        if stated:
            yield stated_line(field, stated)
    yield from _channel(proposal)
    if proposal.url:
        origin = _origin(capture.url) if capture.url and capture.url.value == proposal.url else ""
        yield f"url: {quoted(proposal.url)}{origin}"


def stated_line(field: str, stated: Stated) -> str:
    """Return a field with what the file says, and where it says so as a comment."""
    return f"{field}: {quoted(stated.value)}{_origin(stated)}"


def _channel(proposal: Proposal) -> Iterator[str]:
    publisher = proposal.capture.publisher
    name = f" {_shown(publisher.origin)}: {quoted(publisher.value)}" if publisher else ""
    if proposal.channel == UNKNOWN:
        yield f"channel: {plain(proposal.channel)}{_todo('channel-unknown')}{name}"
    else:
        yield f"channel: {plain(proposal.channel)}" + (f" #{name}" if name else "")


def published(proposal: Proposal) -> Iterator[str]:
    """Yield the field `published`: a date only with the place that states it, other dates as comments."""
    capture = proposal.capture
    yield "published:"
    yield f"  date: {plain(str(proposal.date or 'unknown'))}" + ("" if proposal.date else _todo("date-unknown"))
    if proposal.date_given:
        yield from _indented(_both("basis", GAP, "basis-given"))
    elif proposal.date is None:
        yield from _indented(_both("basis", "", "basis-unknown"))
    elif capture.date_origin in (HEADER_LINE, MAIL_LINE):
        yield f"  kind: {DateKind.HEADER}"
        key = "basis-mail" if capture.date_origin == MAIL_LINE else "basis-header"
        yield from _indented(_both("basis", "", key))
    else:
        yield f"  kind: {DateKind.PUBLISHED}"
        yield from _indented(_both("basis", "", "basis-page", origin=_shown(capture.date_origin)))
    others = list(capture.other_dates)
    if proposal.date_given and capture.date:
        others.insert(0, Stated(str(capture.date), capture.date_origin))
    if others:
        yield from _indented(_comment("dates-other"))
        yield from (f"  #   {_shown(other.value)}: {_shown(other.origin)}" for other in others)


def captured(proposal: Proposal) -> Iterator[str]:
    """Yield the field `capture`."""
    capture = proposal.capture
    yield "capture:"
    yield f"  sha256: {plain(capture.sha256)}"
    yield f"  characters: {capture.characters}"
    yield f"  shown: {capture.visible}"
    yield from _indented(_comment("losses"))
    yield f"  losses: [{', '.join(proposal.losses)}]"


def _capture(proposal: Proposal) -> Iterator[str]:
    yield from published(proposal)
    yield f"retrieved: {plain(proposal.retrieved)}"
    yield from captured(proposal)


def _text(proposal: Proposal) -> Iterator[str]:
    yield from _comment("rights")
    yield "rights: excerpt"
    yield f"text: {block(proposal.capture.text)}"
    yield from _both("summary", GAP, "summary")


def _records(proposal: Proposal) -> Iterator[str]:
    yield from _comment("chains")
    yield "quotes:" if proposal.quotes else "quotes: []"
    for number, quote in enumerate(proposal.quotes, 1):
        yield from _quote(proposal, number, quote)
    if proposal.named:
        yield from _comment("named")
        named = ", ".join(f"{name}\u00a0×{times}" for name, times in proposal.named.items())
        yield from (f"#   {line}".replace("\u00a0", " ") for line in textwrap.wrap(named, 100, break_on_hyphens=False))
    yield from _comment("events")
    yield "events: []"
    yield "positions: []"


def _quote(proposal: Proposal, number: int, quote: SpeechCandidate) -> Iterator[str]:
    date = proposal.date
    yield f"  - id: q{number}"
    yield from _indented(_words(quote.speech.parts), 4)
    if quote.speech.printed:
        yield f"    printed: {quote.speech.printed}"
    yield "    speaker: unknown"
    yield f"    said: {plain(f'../{date}') if date else 'unknown'}"
    yield "    spoken_in: unknown"
    yield from _indented(_both("note", GAP, _hint(quote), near=quote.near, label=quote.speech.label), 4)
    others = [language for language in SITE_LANGUAGES if language != proposal.language]
    yield "    translations:"
    for language in others:
        yield f"      - language: {language}"
        yield f"        text: {quoted(GAP + wording(language)('import.draft.translation'))}"
        yield "        by: editors"


def _hint(quote: SpeechCandidate) -> str:
    """Return which sentence says what is known of the speaker: the text's own label before a name nearby."""
    if quote.speech.printed:
        return "speaker-statement"
    return "speaker-label" if quote.speech.label else "speaker-near" if quote.near else "speaker"


def _words(parts: tuple[Part, ...]) -> Iterator[str]:
    if len(parts) == 1:
        yield f"words: {quoted(parts[0].words)}"
        yield from _neighbours(parts[0])
        return
    yield "words:"
    for part in parts:
        alone = part.before is None and part.after is None
        yield f"  - {quoted(part.words)}" if alone else f"  - words: {quoted(part.words)}"
        yield from _indented(_neighbours(part), 4)


def _neighbours(part: Part) -> Iterator[str]:
    for field, value in (("before", part.before), ("after", part.after)):
        if value:
            yield f"{field}: {quoted(value)}"


def _both(field: str, mark: str, key: str, **values: object) -> Iterator[str]:
    """Yield a field with a phrase in each language of the site."""
    yield f"{field}:"
    for language in SITE_LANGUAGES:
        yield f"  {language}: {quoted(mark + wording(language)(f'import.draft.{key}', **values))}"


def _todo(key: str, **values: object) -> str:
    """Return a comment behind a value that `check` lists until a person has decided."""
    return f" # {GAP}" + " / ".join(wording(language)(f"import.draft.{key}", **values) for language in SITE_LANGUAGES)


def _origin(stated: Stated) -> str:
    """Return where a statement stands as a comment behind it; of a guess, that it is one."""
    if stated.guessed:
        return _todo("guessed", origin=_shown(stated.origin))
    return f" # {_shown(stated.origin)}"


def _shown(value: str) -> str:
    """Return words of a file as they can stand in a comment: in one line, nothing invisible, not too long."""
    line = "".join(each if each.isprintable() else " " for each in value)
    return " ".join(line.split())[:100]


def _comment(key: str) -> Iterator[str]:
    for language in SITE_LANGUAGES:
        yield f"# {wording(language)(f'import.draft.{key}')}"


def _indented(lines: Iterable[str], by: int = 2) -> Iterator[str]:
    return (" " * by + line for line in lines)
