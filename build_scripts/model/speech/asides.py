"""What the author says between the parts of a speech: `— сказал министр, —`, `he said,`, `[смех]`.

Comes in: a stretch that a text prints as speech. Goes out: the pieces of it that are the author's. In doubt a piece is
the author's: a reporter's sentence must never be published as somebody's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .run import DASH, Form, Span, trimmed
from .verbs import GESTURE, OTHER_VERB, RUSSIAN_VERB

MOST_DASHES = 100
"""Dashes of one speech; what stands behind so many is nobody's speech."""

_FAR = 90
"""Characters of an aside in which its verb of speaking stands, if it has one."""

_BREAK = re.compile(rf"(?<=[,.!?…»”“\"])[ \t\n]*{DASH}\s*(?=\S)|\s{DASH}\s+(?=\S)")
"""A dash behind a mark of punctuation, or between spaces: where the author may begin to speak, and end."""

_BEHIND_MARK = re.compile(r"[,.!?…»”“\"]\s*\Z")
_ENDS_ASIDE = re.compile(rf"(?:[,.:;!?…]\s*{DASH}\s*|\s{DASH}\s+)(?=\S)")
_VERB = re.compile(rf"{RUSSIAN_VERB}|{OTHER_VERB}|{GESTURE}", re.IGNORECASE)
_OF_HIMSELF = re.compile(
    r"(?:я|мы|i|we|но|а|и|что|чтобы|если|потому|поэтому|это|или|да|нет|and|but|that|or)\b", re.IGNORECASE
)
"""Nobody reports himself, and no report begins with a conjunction."""

_PAST = re.compile(
    r"[а-яё]{2,}(?:л|ла|ли|лся|лась|лись)\s+(?:[а-яё]+\s+){0,2}?(?:он|она|они|[А-ЯЁ][а-яё]+|министр|президент|глав[аы]|представител[ья]|депутат)\b"
)
"""A deed in the past with who did it, verb first, as the words between two parts of a speech are written."""

_SUBJECT = (
    r"(?:he|she|they|it|(?:the|an?|his|her|their)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+|"
    r"(?-i:(?:[A-Z][\w’'.-]*|of|de|von|van|al)(?:\s+(?:[A-Z][\w’'.-]*|of|de|von|van|al)){0,4}))"
)
_COMMA_ENGLISH = re.compile(
    rf",\s+(?:{_SUBJECT}\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|has\s+|had\s+)?{OTHER_VERB}|{OTHER_VERB}\s+{_SUBJECT})"
    r"[^,.;:!?”“»\"]{0,80}(?:,(?=\s)|[.!?]?\s*\Z)",
    re.IGNORECASE,
)
_COMMA_ROMANCE = re.compile(
    rf",\s+(?:(?:a|ha|avait|hat)(?:-t-(?:il|elle))?\s+)?{OTHER_VERB}(?:-(?:il|elle|ils))?[^,.;:!?”“»\"]{{0,80}},(?=\s)",
    re.IGNORECASE,
)
_COMMA_RUSSIAN = re.compile(
    rf",\s+(?:как\s+)?{RUSSIAN_VERB}\s+(?!(?:и|о|об|что|речь|нам|мне|всем|им|вам|бы)\b)(?:[\w-]+\s*){{1,6}}(?:,(?=\s)|[.!?]?\s*\Z)"
    rf"|,\s+как\s+(?:[\w-]+\s+){{0,4}}{RUSSIAN_VERB}[^,.;:!?»]{{0,60}},(?=\s)"
    rf"|,\s+(?:он|она|они|министр|президент)\s+{RUSSIAN_VERB}[^,.;:!?»]{{0,60}}(?:,(?=\s)|[.!?]?\s*\Z)",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"[(\[](?:[^()\[\]\n]{0,40}\b)?"
    r"(?:сме|смех|пауз|аплодис|молч|вздых|улыба|неразборч|шум|реплик|обраща|показыва|"
    r"laugh|applau|pause|inaudib|crosstalk|sigh|smil|chuckl|silence|unclear|interrupt|through interpreter|off.?mic)"
    r"[^()\[\]\n]{0,60}[)\]]",
    re.IGNORECASE,
)
"""What the one who wrote it down tells of the speaker: [inaudible], (смеётся). A word supplied, as in «мы [комиссия]
согласны», is printed inside the speech and stays there."""

_COMMAS = (_COMMA_ENGLISH, _COMMA_ROMANCE, _COMMA_RUSSIAN)
_WITH_COMMAS = frozenset({Form.MARKS, Form.DASH, Form.BLOCK, Form.POST})
"""Where an aside may stand between commas. In an interview somebody may well say «the ministry said» himself."""


def spoken(text: str, start: int, end: int, form: Form) -> list[Span]:
    """Return the pieces of a stretch that are speech, in order, without white space and dashes around them."""
    pieces: list[Span] = []
    at = start
    for low, high in [*asides(text, start, end, form), (end, end)]:
        # A full stop or comma directly behind an aside belongs to neither.
        at += len(text[at:low]) - len(text[at:low].lstrip(" \t\n.,;")) if at > start else 0
        piece = trimmed(text, at, max(at, low))
        if re.search(r"\w", text[piece[0] : piece[1]]):
            pieces.append(piece)
        at = max(at, high)
    return pieces


def asides(text: str, start: int, end: int, form: Form) -> list[Span]:
    """Return what is the author's inside a stretch of speech, in order; asides that touch are one."""
    inside = text[start:end]
    found = [*_between_dashes(inside, is_turn=form is Form.DASH), *(match.span() for match in _STAGE.finditer(inside))]
    if form in _WITH_COMMAS:
        # The comma in front of an aside is the speaker's as much as the author's: it may stay with the words.
        found += [
            (match.start() + 1, match.end()) for each in _COMMAS for match in each.finditer(inside) if _reports(match)
        ]
    joined: list[Span] = []
    for low, high in sorted(found):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return [(start + low, start + high) for low, high in joined]


def _reports(match: re.Match[str]) -> bool:
    return not _OF_HIMSELF.match(match.group().lstrip(", "))


def _between_dashes(inside: str, *, is_turn: bool) -> Iterator[Span]:
    """Yield what stands between two dashes, or behind the last, and tells who speaks and how."""
    at = 0
    for _ in range(MOST_DASHES):
        opening = _BREAK.search(inside, at)
        if opening is None:
            return
        closing = _ENDS_ASIDE.search(inside, opening.end())
        end = closing.end() if closing else len(inside)
        words = inside[opening.end() : closing.start() if closing else end]
        is_behind_mark = (
            bool(_BEHIND_MARK.search(inside, max(0, opening.start() - 3), opening.start()))
            or opening.group()[:1] not in " \t\n"
        )
        if _is_report(words, is_enclosed=closing is not None, is_turn=is_turn, is_behind_mark=is_behind_mark):
            yield opening.start(), end
            at = end
        else:
            at = opening.end()
    yield at, len(inside)


def _is_report(words: str, *, is_enclosed: bool, is_turn: bool, is_behind_mark: bool) -> bool:
    """Tell whether words behind a dash are the author's."""
    if _OF_HIMSELF.match(words) or not (is_behind_mark or is_enclosed):
        return False
    verb = _VERB.search(words[:_FAR])
    if words[:1].isupper():
        # «Мост откроют. — Министр помолчал. — Весной»: a sentence of the author's, between dashes only.
        return bool(verb) and is_enclosed and is_behind_mark and is_turn
    if verb and not is_behind_mark:
        return verb.start() < 25 and len(words) < 120
    return bool(verb or ((is_enclosed or is_turn) and _PAST.match(words)))
