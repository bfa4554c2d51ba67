"""Candidates for direct quotations: what a text prints as somebody's words, and not as a name.

Comes in: a text. Goes out: the exact words with their places. Who speaks, and whether it is speech at all, is for a
person to judge: where the rules are in doubt they offer a candidate too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise

from ..model.record import Printed
from ..model.speech.labels import asks
from ..model.speech.reading import read_speech
from ..model.speech.run import Form, Run, Span, paragraphs
from ..model.speech.verbs import SPEAKING
from .places import Part, Places

MOST = 200
"""Candidates from one text; a text with more is no article."""

MOST_PARTS = 20
"""Excerpts of one record, as `model.record.Excerpts` has it."""

LONGEST = 5_000
"""Characters of one candidate; what is longer was never one speech."""

_SPEAKING = re.compile(SPEAKING, re.IGNORECASE)
# A name follows such a word: газета «…», партия «…».
_CLASS = re.compile(
    r"\b(?:газет|журнал|агентств|телеканал|канал|компани|корпораци|концерн|парти|движени|фонд|организаци|программ|"
    r"проект|план|операци|инициатив|закон|документ|фильм|книг|форум|саммит|преми|издани|портал|групп|служб)\w*\s*$",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(r"\s*,\s*[—–―-]?\s*|\s*[—–―-]\s")
_SENTENCE = re.compile(r"(?<=[.!?…])[»”\"]?\s")
_ENDS = ".!?…"
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_WITHOUT_SPACES = 4
_STATEMENT = re.compile(
    r"(?:(?:совместн\w+ |официальн\w+ |открыт\w+ )?"
    r"(?:заявление|обращение|коммюнике|письмо|послание|декларация|речь|выступление)\b|"
    r"(?:joint |official |open )?(?:statement|communiqu[ée]|letter|declaration|remarks|address|speech|message)\b"
    r"(?= (?:by|of|from|to|on)\b|\W*$)|(?:уважаем\w+|дорог\w+|dear)\b[^.]{0,80}[!,:]?$)",
    re.IGNORECASE,
)
"""The first lines of a letter or a statement."""

_HEAD = 3
"""Paragraphs at the start of a text in which such a line may stand."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be one speech: its words in one piece, or in several where the author speaks in between."""

    parts: tuple[Part, ...]
    label: str = ""
    """Who speaks, where the text prints that beside the words."""
    printed: Printed | None = None
    """How it is printed, where that cannot be read from the words."""


def candidates(text: str, language: str = "ru") -> list[Candidate]:
    """Return the candidates in the order of the text; the words of each can be found in it exactly once."""
    places = Places(text)
    runs = read_speech(text, language).runs
    found: list[Candidate] = []
    for speech in islice(_speeches(text, runs), MOST):
        parts = [places.located(*_trimmed(text, run)) for run in speech]
        whole = tuple(part for part in parts if part)
        # Words that no neighbours tell apart would only be refused by `check`.
        if whole and len(whole) == len(parts) <= MOST_PARTS:
            found.append(Candidate(whole, speech[0].label))
    found += islice(_continued(text, runs, places), MOST - len(found))
    return sorted(found, key=lambda each: each.parts[0].start) or _statement(text, places)


def _continued(text: str, runs: Sequence[Run], places: Places) -> Iterator[Candidate]:
    """Yield the paragraphs between two turns of an interview: more of the answer, or what its author tells in between.

    Only a person can tell which of the two, so the draft says that the form is somebody's judgement.
    """
    for left, right in pairwise(runs):
        if left.form is right.form is Form.LABEL and not asks(left.label):
            for start, end in paragraphs(text, left.closes, right.opens):
                part = places.located(start, end) if _is_sentence(text[start:end]) else None
                if part:
                    yield Candidate((part,), left.label, Printed.LABEL)


def _is_sentence(paragraph: str) -> bool:
    return paragraph[-1] in _ENDS and len(_WORD.findall(paragraph)) > 1 and len(paragraph) <= LONGEST


def _speeches(text: str, runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs of each speech that is none of a reporter's questions and no name."""
    for _, group in groupby(runs, key=lambda run: (run.opens, run.label)):
        speech = list(group)
        if sum(run.end - run.start for run in speech) <= LONGEST and _is_speech(text, speech):
            yield speech


def _is_speech(text: str, speech: list[Run]) -> bool:
    first, last = speech[0], speech[-1]
    if first.form is not Form.MARKS:
        return not asks(first.label)
    inside = text[first.opens + 1 : last.closes - 1].strip()
    words = _WORD.findall(inside)
    if not words:
        return False
    if len(speech) > 1:
        return True
    opens, closes = _paragraph(text, first.opens, last.closes)
    before = _SENTENCE.split(text[max(opens, first.opens - 120) : first.opens])[-1].rstrip()
    after = text[last.closes : min(closes, last.closes + 120)]
    if inside[0].isupper() and _CLASS.search(before):
        return inside[-1] in ",!?…" and _attributed(inside, words, after)
    return _attributed(inside, words, after) or _introduced(inside, words, before) or _long(words)


def _paragraph(text: str, start: int, end: int) -> Span:
    closes = text.find("\n\n", end)
    return text.rfind("\n\n", 0, start) + 1, closes if closes >= 0 else len(text)


def _attributed(inside: str, words: list[str], after: str) -> bool:
    """«…», — заявил; «…!» — воскликнул; “…,” she said; „…“, sagte: without a dash a single word is rather a name."""
    behind = _ATTRIBUTION.match(after)
    if not _SPEAKING.search(after[:60]) or not (behind or inside[-1] == ","):
        return False
    sign = behind.group() if behind else ""
    return inside[-1] in ",!?…." or ("," in sign and (len(words) > 1 or sign.strip() != ","))


def _introduced(inside: str, words: list[str], before: str) -> bool:
    """Сказал: «…»; or two words and more behind a verb of speech, small letters first, as no name is written."""
    ended = inside[-1] in _ENDS
    if len(words) < 2:
        return False
    if before.endswith(":"):
        return ended or bool(_SPEAKING.search(before))
    return ended or (inside[0].islower() and bool(_SPEAKING.search(before)))


def _long(words: list[str]) -> bool:
    """More than three words, unless most of the longer ones are capitalised as in a name.

    A script without capitals shows no names, and one without spaces no words.
    """
    letters = "".join(words)
    if letters.lower() == letters.upper():
        return len(words) > 1 or len(letters) > _SHORTEST_WITHOUT_SPACES
    longer = [word for word in words if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in longer) <= 0.7 * len(longer)


def _trimmed(text: str, run: Run) -> Span:
    """Leave out the comma that stands between the words and the author's."""
    part = text[run.start : run.end]
    return run.start, run.start + len(part.rstrip().removesuffix(",").rstrip())


def _statement(text: str, places: Places) -> list[Candidate]:
    """Return the first words of a text that looks like somebody's letter or statement as a whole."""
    blocks = list(paragraphs(text, 0, len(text)))
    for number, (start, end) in enumerate(blocks[:_HEAD]):
        if end - start < 200 and _STATEMENT.match(text[start:end]) and number + 1 < len(blocks):
            part = places.located(*blocks[number + 1])
            return [Candidate((part,), printed=Printed.STATEMENT)] if part else []
    return []
