"""Turns behind a label: interviews, transcripts, press briefings, verbatim records.

`Name: words` alone is also how headlines, fact lists and datelines are written. Labels count where a text has several
turns: question and answer, full names, titles, a name that returns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from .run import DASH, Span
from .verbs import ENGLISH_PERSON, OTHER_VERB, PERSON, RUSSIAN_VERB

_WORD = r"[^\W\d_][\w’'-]*\.?"
_NAME = rf"(?:{_WORD}|«[^«»\n]{{1,40}}»)"
_COUNTED = r"(?:(?:(?P<time>\[\d{1,2}:\d\d(?::\d\d)?\]|\d{1,2}:\d\d:\d\d)|\d{1,2}:\d\d|\d{1,3}[.)])\s+)?"
"""The time or the number that a transcript sets before a label; hours and minutes alone are those of a news ticker."""
_LABEL = re.compile(
    rf"{_COUNTED}(?P<label>"
    rf"(?P<name>{_NAME}(?:(?:[ ,]{{1,2}}|(?<=\.)){_NAME}){{0,7}}(?: \d{{1,2}})?|[A-ZА-ЯЁ]\d{{0,2}})"
    r"(?P<added>(?:\s*(?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\])){0,2}))\s*:[ \t]*(?=\S|\n|\Z)"
)
_SHORT = re.compile(
    rf"{_COUNTED}(?P<label>(?P<name>Вопрос|Ответ|Question|Answer|Q|A|В|О)(?P<added>))"
    r"(?:\.[ \t]+(?=[A-ZА-ЯЁ«“\"—–])|(?<=Q)[ \t]+(?=[A-Z]))"
)
_ASKS = (
    r"вопрос|ответ|question|answer|q|a|в|о|корр|корреспондент|журналист\w*|ведущ\w+|модератор|интервьюер|"
    r"reporter|interviewer|moderator|host|presenter|journalist"
)
_TITLES = (
    r"mr|mrs|ms|dr|sir|lord|lady|hon|the|г-н|г-жа|господин|госпожа|президент|премьер\S*|министр|председател\w+|"
    r"и\.\s?о\b|из зала|с места|"
    r"представител\w+|спикер|депутат\w*|сенатор|посол|секретарь|голос|реплика|президиум|"
    r"president|prime|minister|chair\w*|speaker|senator|ambassador|"
    r"secretary|spokes\w+|delegate|voice|participant|witness|judge|counsel|переводчик|interpreter|translator"
)
_SURE = re.compile(rf"(?:{_ASKS}|{_TITLES})\d{{0,2}}\b\.?", re.IGNORECASE)
_ASKING = re.compile(rf"(?:{_ASKS})\d{{0,2}}\b\.?\Z", re.IGNORECASE)
_ANSWERS = re.compile(r"(?:ответ|answer|a|о)\d{0,2}\b\.?\Z", re.IGNORECASE)
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
_SENTENCE = re.compile(r"[A-ZА-ЯЁІЇЄÀ-Þ\d«„“\"‘(\[…—–-].*[.!?…—–»”\")\]]\Z", re.DOTALL)
"""What somebody says is a sentence, with a capital and a mark at its end; a heading and a name in a list have none."""
_INITIAL = re.compile(r"(?:\A|[\s.])[A-ZА-ЯЁІЇЄ]\.\s?(?=[A-ZА-ЯЁІЇЄ])|\s[A-ZА-ЯЁІЇЄ]\.")
"""Nobody but a person has an initial."""
_NEXT_LINE = re.compile(r"(?<=[.!?…»”\")])[ \t]*\n[ \t]*")
_ASKED = re.compile(rf"{DASH}\s*[^\n]+\?", re.DOTALL)
_LONGEST_QUESTION = 500
_MOST_BESIDE = 5
"""Turns that are tried as the proof of one; where so few do not show it, all of the transcript does."""


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
    is_timed: bool
    """A transcript says at what time the turn began."""


def labelled(text: str, blocks: Sequence[Span]) -> dict[int, list[tuple[Turn, Span | None]]]:
    """Return the turns of a passage by the number of the paragraph they begin in; none where it is no transcript.

    Beside each stands the stretch of turns around it without which its label could not be told from a heading.
    """
    every = [(number, turn) for number in range(len(blocks)) for turn in _turns(text, blocks, number)]
    counted = _counted(text, [turn for _, turn in every])
    taken = [each for each, counts in zip(every, counted, strict=True) if counts]
    turns = [turn for _, turn in taken]
    if not _is_transcript(text, turns):
        return {}
    found: dict[int, list[tuple[Turn, Span | None]]] = {}
    for at, (number, turn) in enumerate(taken):
        found.setdefault(number, []).append((turn, _beside(text, turns, at)))
    return found


def _beside(text: str, turns: Sequence[Turn], at: int) -> Span | None:
    """Return the fewest turns in a row that show by themselves that one of them is speech; none where it alone does."""
    for size in range(1, _MOST_BESIDE + 1):
        for first in range(max(0, at - size + 1), min(at, len(turns) - size) + 1):
            row = turns[first : first + size]
            if _is_transcript(text, row) and all(_counted(text, row)):
                return None if size == 1 else (row[0].opens, row[-1].words[1])
    return turns[0].opens, turns[-1].words[1]


def asks(label: str) -> bool:
    """Tell whether a label is that of somebody who asks: a reporter, a host, «Q»."""
    return bool(_ASKING.match(label)) and not _ANSWERS.match(label)


def _is_transcript(text: str, turns: Sequence[Turn]) -> bool:
    """Tell whether turns are more than headings with their lines: somebody asks, the chair speaks, names return.

    «Step one: You open the door» has a label and says «you»: neither proves anything.
    """
    fewest = 1 if any(turn.trust is _Trust.ALONE or _answers_a_dash(text, turn.opens) for turn in turns) else 2
    if len(turns) < fewest:
        return False
    if any(_shows_speech(text, turn) for turn in turns):
        return True
    is_answered = any(_asks(text, turn) for turn in turns[:-1])
    is_asked = any(text[max(0, turn.opens - 9) : turn.opens].rstrip().endswith("?") for turn in turns)
    return (is_answered or is_asked) and len({turn.label for turn in turns}) < len(turns)


def _shows_speech(text: str, turn: Turn) -> bool:
    if turn.trust is _Trust.ALONE or turn.asks or turn.is_timed or _answers_a_dash(text, turn.opens):
        return True
    words = text[slice(*turn.words)]
    is_personal = PERSON.search(words) or ENGLISH_PERSON.search(words)
    is_lively = bool(is_personal or "?" in words)
    is_official = turn.trust is _Trust.SURE and (turn.label.isupper() or is_lively)
    return is_official or (is_lively and bool(_INITIAL.search(turn.label)))


def _answers_a_dash(text: str, opens: int) -> bool:
    """Tell whether the paragraph before asks behind a dash."""
    before = text[max(0, opens - _LONGEST_QUESTION) : opens].rstrip().rpartition("\n\n")[2]
    return bool(_ASKED.fullmatch(before.strip()))


def _turns(text: str, blocks: Sequence[Span], number: int) -> Iterator[Turn]:
    """Yield the turns of one paragraph: a line may open one behind the end of a sentence."""
    block = blocks[number]
    starts = [block[0], *(block[0] + match.end() for match in _NEXT_LINE.finditer(text[slice(*block)]))]
    opened = [(start, match) for start in starts if (match := _match(text, start, block[1]))]
    for place, (start, match) in enumerate(opened):
        end = opened[place + 1][0] if place + 1 < len(opened) else block[1]
        # What comes between the labelled lines belongs to the turn only up to the next line that opens one.
        words = match.end(), len(text[:end].rstrip()) if end < block[1] else end
        if words[0] >= words[1] and number + 1 < len(blocks) and not _match(text, *blocks[number + 1]):
            words = blocks[number + 1]  # the label stands on a line of its own
        trust = _trust(match)
        if trust and _SENTENCE.match(text[slice(*words)].strip()):
            yield Turn(start, match["label"].strip(), words, trust, asks(match["name"]), bool(match["time"]))


def _match(text: str, start: int, end: int) -> re.Match[str] | None:
    return _SHORT.match(text, start, end) or _LABEL.match(text, start, min(end, start + 200))


def _trust(match: re.Match[str]) -> _Trust:
    name = match["name"].lstrip("«")
    words = re.findall(r"[\w’'-]+\.?", name)
    # «Министр сказал: …» is the author's sentence, however often it returns.
    if _NOT_SPEAKERS.match(name) or not name[0].isupper() or _REPORTS.search(name):
        return _Trust.NONE
    if _INTERPRETED.search(match["added"]):
        return _Trust.ALONE
    if _SURE.match(name):
        return _Trust.SURE
    if match["time"]:
        return _Trust.NAME
    capital = [word for word in words if word[0].isupper()]
    if len(capital) >= 2 and words[0] in capital and (len(capital) == len(words) or "," in name):
        return _Trust.NAME
    return _Trust.RETURNS if len(words) == 1 and len(words[0]) > 1 else _Trust.NONE


def _counted(text: str, every: Sequence[Turn]) -> Iterator[bool]:
    """Yield of each turn whether its label counts: a single word does where it returns, asks, or answers a question."""
    names = Counter(word for turn in every for word in {turn.label.casefold(), *turn.label.casefold().split()})
    for at, turn in enumerate(every):
        returns = names[turn.label.casefold()] > 1
        answers = at > 0 and (every[at - 1].asks or _asks(text, every[at - 1]))
        yield turn.trust is not _Trust.RETURNS or returns or answers or (_asks(text, turn) and at + 1 < len(every))


def _asks(text: str, turn: Turn) -> bool:
    return text[slice(*turn.words)].rstrip().endswith("?")
