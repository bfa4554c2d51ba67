"""Turns behind a label: interviews, transcripts, press briefings, verbatim records.

`Name: words` alone is also how headlines, fact lists and datelines are written. Labels count where a text has several
turns: question and answer, full names, titles, a name that returns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from .run import Span
from .verbs import OTHER_VERB, RUSSIAN_VERB

_WORD = r"[^\W\d_][\w’'-]*\.?"
_LABEL = re.compile(
    rf"(?P<label>(?P<name>{_WORD}(?:[ ,]{{1,2}}(?:{_WORD}|«[^«»\n]{{1,40}}»)){{0,7}}|[A-ZА-ЯЁ]\d?)"
    r"(?:\s*\((?P<aside>[^()\n]{1,60})\)|\s*\[(?P<note>[^\[\]\n]{1,60})\])?)\s*:[ \t]*(?=\S|\n|\Z)"
)
_SHORT = re.compile(
    r"(?P<label>(?P<name>Вопрос|Ответ|Question|Answer|Q|A|В|О)(?P<aside>)(?P<note>))\.[ \t]+(?=[A-ZА-ЯЁ«“\"—–])"
)
_ASKS = (
    r"вопрос|ответ|question|answer|q|a|в|о|корр|корреспондент|журналист\w*|ведущ\w+|модератор|интервьюер|"
    r"reporter|interviewer|moderator|host|presenter|journalist"
)
_TITLES = (
    r"mr|mrs|ms|dr|sir|lord|lady|hon|the|г-н|г-жа|господин|госпожа|президент|премьер\S*|министр|председател\w+|"
    r"представител\w+|спикер|депутат\w*|сенатор|посол|секретарь|голос|реплика|президиум|president|prime|minister|chair\w*|speaker|senator|ambassador|"
    r"secretary|spokes\w+|delegate|voice|participant|witness|judge|counsel|переводчик|interpreter|translator"
)
_SURE = re.compile(rf"(?:{_ASKS}|{_TITLES})\b\.?", re.IGNORECASE)
_ASKING = re.compile(rf"(?:{_ASKS})\b\.?\Z", re.IGNORECASE)
_ANSWERS = re.compile(r"(?:ответ|answer|a|о)\b\.?\Z", re.IGNORECASE)
_INTERPRETED = re.compile(r"interpret|translat|перевод|по видеосвязи|via|video", re.IGNORECASE)
_NOT_SPEAKERS = re.compile(
    r"(?:справка|важно|напомним|итог\w*|источник\w*|фото\w*|видео\w*|читайте|смотрите|подробнее|тема|дата|место|время|"
    r"участник\w*|контакт\w*|адрес|телефон|от редакции|примечани\w*|обновлен\w*|комментари\w*|автор\w*|перевод|текст|"
    r"редактор|досье|цитата|теги|рубрика|метки|подпись|вывод\w*|пример\w*|внимание|цена|срок\w*|цель|задач\w*|решение|"
    r"повестка\w*|присутств\w*|editor\w*|note\w*|source\w*|photo\w*|video|update\w*|background|summary|date|location|"
    r"place|time|contact\w*|address|phone|read|see|related|correction|disclaimer|caption|credit\w*|author\w*|tags?|"
    r"topic\w*|ps|p\.s|nb|warning|example\w*|agenda|present|attendees|subject|from|to|cc|re|copyright|about|media|press)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(rf"{RUSSIAN_VERB}|{OTHER_VERB}", re.IGNORECASE)
_SENTENCE = re.compile(r"[A-ZА-ЯЁІЇЄÀ-Þ\d«„“\"‘(\[…—–-]")


class _Trust(IntEnum):
    NONE = 0
    RETURNS = 1
    """A single word that may be a name: counts where it returns, or answers a question."""
    NAME = 2
    SURE = 3
    ALONE = 4
    """Proves itself: «NAME (through interpreter)»."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: where its label begins, what it says, and the words behind it."""

    opens: int
    label: str
    words: Span
    trust: int
    asks: bool


def labelled(text: str, blocks: Sequence[Span]) -> dict[int, list[Turn]]:
    """Return the turns of a passage by the number of the paragraph they begin in; none where it is no transcript."""
    found = {number: list(_turns(text, block)) for number, block in enumerate(blocks)}
    every = [turn for turns in found.values() for turn in turns]
    taken = [turn for turn in every if _counts(turn, every)]
    if len(taken) < 2 and not any(turn.trust is _Trust.ALONE for turn in taken):
        return {}
    return {number: kept for number, turns in found.items() if (kept := [turn for turn in turns if turn in taken])}


def beside(turn: Turn, every: Sequence[Turn]) -> Span | None:
    """Return the nearest other turn, without which a label may not be told from a heading."""
    others = [other for other in every if other is not turn]
    nearest = min(others, key=lambda other: abs(other.opens - turn.opens), default=None)
    return None if nearest is None or turn.trust is _Trust.ALONE else (nearest.opens, nearest.words[1])


def asks(label: str) -> bool:
    """Tell whether a label is that of somebody who asks: a reporter, a host, «Q»."""
    return bool(_ASKING.match(label)) and not _ANSWERS.match(label)


def _turns(text: str, block: Span) -> Iterator[Turn]:
    """Yield the turns of one paragraph: a line may open one behind the end of a sentence."""
    starts = [
        block[0],
        *(match.end() for match in re.finditer(r"(?<=[.!?…»”\")])[ \t]*\n[ \t]*", text[block[0] : block[1]])),
    ]
    starts = [starts[0], *(block[0] + each for each in starts[1:])]
    opened = [(start, match) for start in starts if (match := _match(text, start, block[1]))]
    for number, (start, match) in enumerate(opened):
        end = opened[number + 1][0] if number + 1 < len(opened) else block[1]
        # What comes between the labelled lines belongs to the turn only up to the next line that opens one.
        words = match.end(), len(text[:end].rstrip()) if end < block[1] else end
        trust = _trust(match)
        if trust and text[words[0] : words[1]].strip() and _SENTENCE.match(text[words[0] : words[1]].lstrip()):
            yield Turn(start, match["label"].strip(), words, trust, asks(match["name"]))


def _match(text: str, start: int, end: int) -> re.Match[str] | None:
    return _SHORT.match(text, start, end) or _LABEL.match(text, start, min(end, start + 200))


def _trust(match: re.Match[str]) -> _Trust:
    name, added = match["name"], match["aside"] or match["note"] or ""
    words = re.findall(r"[\w’'.-]+", name)
    # «Министр сказал: …» is the author's sentence, however often it returns.
    if _NOT_SPEAKERS.match(name) or not name[0].isupper() or _REPORTS.search(name):
        return _Trust.NONE
    if _INTERPRETED.search(added):
        return _Trust.ALONE
    if _SURE.match(name):
        return _Trust.SURE
    capital = [word for word in words if word[0].isupper()]
    if len(capital) >= 2 and words[0] in capital and (len(capital) == len(words) or "," in name):
        return _Trust.NAME
    return _Trust.RETURNS if len(words) == 1 and len(words[0]) > 1 else _Trust.NONE


def _counts(turn: Turn, every: Sequence[Turn]) -> bool:
    if turn.trust is not _Trust.RETURNS:
        return True
    word = turn.label.casefold()
    at = every.index(turn)
    others = [other for other in every if other is not turn]
    returns = any(word in other.label.casefold().split() or word == other.label.casefold() for other in others)
    return returns or (at > 0 and every[at - 1].asks)
