"""What the author says between the parts of a speech: `— сказал министр, —`, `he said,`, `[смех]`.

Comes in: a stretch that a text prints as speech. Goes out: the pieces of it that are the author's. In doubt a piece is
the author's: a reporter's sentence must never be published as somebody's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .commas import between_commas
from .run import DASH, Form, Span, trimmed
from .verbs import DEED, GESTURE, OTHER_VERB, RUSSIAN_VERB

MOST_DASHES = 100
"""Dashes of one speech; what stands behind so many is nobody's speech."""

_FAR = 90
"""Characters of an aside in which its verb of speaking stands, if it has one."""

_CLOSED_UP = r"(?<=[^\W\d])(?:--|[—–])(?=[^\W\d])"
"""A dash as English sets it, without spaces."""
_BREAK = re.compile(rf"(?<=[,.!?…»”“\"])[ \t\n]*{DASH}\s*(?=\S)|\s{DASH}\s+(?=\S)|\s(?:--|[—–])(?=\w)|{_CLOSED_UP}")
"""A dash behind a mark of punctuation, between spaces, or before a word as in Spanish: where the author may begin."""

_ENDS_ASIDE = re.compile(
    rf"(?:[,.:;!?…]\s*{DASH}\s*|\s{DASH}\s+)(?=\S)|{_CLOSED_UP}|(?<=\w)(?:--|[—–])(?:[.,:;]?\s+|(?=[.,:;]))"
)
_ATTRIBUTED = re.compile(rf"[»”“\"]\s*,?\s*{DASH}\s*[^\W\d_A-ZА-ЯЁІЇЄ]|[»”“\"]?,\s*[»”“\"]?\s*[^\W\d_A-ZА-ЯЁІЇЄ]")
"""What says behind the closing mark whose words they were: nobody says that twice, inside the marks and behind them."""

_BEHIND_MARK = re.compile(r"[,.!?…»”“\"]\s*\Z")
_VERB = re.compile(rf"{RUSSIAN_VERB}|{OTHER_VERB}|{GESTURE}", re.IGNORECASE)
_OF_HIMSELF = re.compile(r"(?:я|мы|i|we|ich|wir|je|nous)\b", re.IGNORECASE)
"""Nobody reports himself."""
_JOINS = re.compile(
    r"(?:ну|вот|но|а|и|что|чтобы|если|потому|поэтому|это|или|да|нет|and|but|that|or|this|it)\b", re.IGNORECASE
)
"""A report hardly begins with a conjunction."""
_ANOTHER_CLAUSE = re.compile(r",\s*(?:а|но|зато|however|but)\s", re.IGNORECASE)

_WHOSE = re.compile(
    r"(?:по\s+(?:(?:его|её|ее|их)\s+)?(?:словам|мнению|выражению|оценке)|со\s+слов|согласно|(?:\w+\s+)?словами|"
    r"за\s+словами|на\s+думку|according\s+to|in\s+the\s+words|as\s+[^,]{1,40}\s+puts?\b|so\s+(?:der|die|[A-Z])|laut|"
    r"selon|d[’']après|según|secondo|segundo|zdaniem|według|enligt|ifølge)\b",
    re.IGNORECASE,
)
"""What tells without a verb whose words they are: «— по словам министра, —»."""

_POLISH_DEED = re.compile(r"[a-ząćęłńóśźż]{2,}ł[ao]?\b")
"""Polish sets no comma at the dash: «– odparł minister»."""
_DEED_FIRST = re.compile(rf"(?:не\s+)?{DEED}\s+\w")
_DEED_OF_SOMEBODY = re.compile(rf"(?:[\w.-]+\s+){{1,3}}?(?:не\s+)?{DEED}")
"""«Тестов вздохнул»: between dashes, with a capital, it is who does it."""

_PAST = re.compile(
    r"[а-яё]{2,}(?:л|ла|ли|лся|лась|лись)\s+(?:[а-яё]+\s+){0,2}?(?:он|она|они|[А-ЯЁ][а-яё]+|министр|президент|глав[аы]|представител[ья]|депутат)\b"
)
"""A deed in the past with who did it, verb first, as the words between two parts of a speech are written."""

_STAGE = re.compile(
    r"[(\[](?:(?:[^()\[\]\n]{0,40}\b)?"
    r"(?:сме|смех|пауз|аплодис|молч|вздых|улыба|неразборч|шум|реплик|обраща|показыва|"
    r"laugh|applau|pause|inaudib|crosstalk|sigh|smil|chuckl|silence|unclear|interrupt|through interpreter|off.?mic)"
    rf"[^()\[\]\n]{{0,60}}|(?:he|she|they)\s+{OTHER_VERB}[^()\[\]\n]{{0,60}}|(?:он\s+|она\s+)?{RUSSIAN_VERB}[^()\[\]\n]{{0,60}}|"
    r"[^()\[\]\n]{1,200}[—–-]\s*(?:прим|ред|авт|ed\b|eds\b|(?-i:«?[A-ZА-ЯЁІЇЄ]))[^()\[\]\n—–-]{0,30}|"
    r"(?:прим\.|примечание|editor|ed\. note)[^()\[\]\n]{0,200})[)\]]",
    re.IGNORECASE,
)
"""What the one who wrote it down tells in brackets: [inaudible], (смеётся), (имеется в виду мост. — Ред.). A word
supplied, as in «мы [комиссия] согласны», is printed inside the speech and stays there."""

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
    found = [*between_dashes(inside, is_turn=form is Form.DASH), *(match.span() for match in _STAGE.finditer(inside))]
    if form in _WITH_COMMAS:
        found += _of_commas(inside, form)
    if form is Form.MARKS and _ATTRIBUTED.match(text, end):
        found = [(low, high) for low, high in found if high < len(inside) or _STAGE.match(inside, low)]
    joined: list[Span] = []
    for low, high in sorted(found):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return [(start + low, start + high) for low, high in joined]


def _of_commas(inside: str, form: Form) -> Iterator[Span]:
    for low, high in between_commas(inside):
        if form is Form.DASH:
            # Once the author has begun he goes on to the next dash.
            closing = _ENDS_ASIDE.search(inside, high - 1)
            yield low, closing.end() if closing else len(inside)
        elif inside[high - 1] == "," or high == len(inside):
            yield low, high


def between_dashes(inside: str, *, is_turn: bool) -> Iterator[Span]:
    """Yield what stands between two dashes, or behind the last, and tells who speaks and how."""
    at = 0
    for _ in range(MOST_DASHES):
        opening = _BREAK.search(inside, at)
        if opening is None:
            return
        closing = _ENDS_ASIDE.search(inside, opening.end())
        end = closing.end() if closing else len(inside)
        words = inside[opening.end() : closing.start() if closing else end]
        before = inside[: opening.start()].rstrip()[-1:] if _is_behind_mark(inside, opening) else ""
        if _is_report(words, before, closing.group().strip() if closing else "", is_turn=is_turn):
            yield opening.start(), end
            at = end
        else:
            at = opening.end()
    yield at, len(inside)


def _is_behind_mark(inside: str, opening: re.Match[str]) -> bool:
    return bool(_BEHIND_MARK.search(inside, max(0, opening.start() - 3), opening.start()))


def _is_report(words: str, before: str, behind: str, *, is_turn: bool) -> bool:
    """Tell whether words behind a dash are the author's; `before` and `behind` are the marks of punctuation and dashes
    around them, nothing where none stands there."""
    if _OF_HIMSELF.match(words) or not (before or behind or is_turn):
        return False
    verb = _VERB.search(words[:_FAR])
    ends_sentence = before in tuple("!?….") or behind[:1] in tuple("!?….")
    if _JOINS.match(words):
        # «— и, помолчав, добавил: —»; «— Нет! — и хлопнул дверью.»
        is_told = is_turn and ends_sentence and re.search(rf"\b{DEED}", words) and not _speaks_himself(words)
        return bool(is_told or (verb and behind[:1] == ":"))
    if words[:1].isupper():
        # «Мост откроют. — Министр помолчал. — Весной»: a sentence of the author's.
        is_apart = before and (behind or (is_turn and before in "!?…."))
        return bool(is_apart and not _speaks_himself(words) and (verb or _DEED_OF_SOMEBODY.match(words)))
    if not before:
        return _is_clause(words, verb, is_enclosed=bool(behind))
    if verb or (behind and _WHOSE.match(words)):
        return True
    if behind and ("," not in words or (_DEED_FIRST.match(words) and not _ANOTHER_CLAUSE.search(words))):
        return True
    return is_turn and bool(_PAST.match(words) or (before in "!?…" and _DEED_FIRST.match(words)))


def _is_clause(words: str, verb: re.Match[str] | None, *, is_enclosed: bool) -> bool:
    """Tell whether words between dashes that no mark of punctuation sets off are a short clause about who speaks."""
    if verb is None:
        return bool(_POLISH_DEED.match(words) or (is_enclosed and _WHOSE.match(words)))
    lead = words[: verb.start()]
    return (
        "," not in lead
        and not _speaks_himself(lead)
        and len(lead.split()) <= (3 if is_enclosed else 0)
        and len(words) < 120
    )


def _speaks_himself(words: str) -> bool:
    return bool(re.search(r"\b(?:я|мы|мне|нам|нас|меня|I|we|us|me)\b", words))
