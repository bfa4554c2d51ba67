"""What must stay of a text for its records to mean what they mean.

Comes in: a text in pieces, its records with their evidence, the names of actors. Goes out: the numbers of the pieces
that are needed: the words themselves and the neighbours that tell their place; all that makes them speech, be it
marks, a label, a dash or the line under a post; who reports it; the sentence that names the speaker, and the one that
names the day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence

from ..model.evidence import Evidence
from ..model.folded import fold
from ..model.record import Event, Evidenced, Excerpt, Position, Quote
from ..model.speech.run import Form, Run, Span
from ..model.speech.verbs import SPEAKING
from .mentions import Mention, mentions
from .parted import Parted

_SPEAKING = re.compile(SPEAKING, re.IGNORECASE)
_RUSSIAN = ("янв", "фев", "мар", "апр", "ма[йя]", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Found = Sequence[tuple[Evidenced, Sequence[Evidence]]]


def needed(parted: Parted, found: Found, names: Mapping[str, Iterable[str]]) -> set[int]:
    """Return the numbers of the pieces that the records need."""
    told_by = {id(record): _tellers(parted, record) & names.keys() for record, _ in found}
    everybody = set[str]().union(*told_by.values())
    named = mentions(parted.text, {each: names[each] for each in sorted(everybody)})
    kept: set[int] = set()
    for record, evidence in found:
        runs = _runs_of(parted, evidence)
        own = _whole(parted, parted.all_touched(_with_neighbours(parted, record, evidence)))
        own |= _reporting(parted, runs) | _proving(parted, runs)
        for teller in told_by[id(record)]:
            kept |= _naming(parted, own, runs, [each for each in named if each.id == teller])
        kept |= own | _of_the_day(parted, own, record)
    return _whole(parted, kept)


def _tellers(parted: Parted, record: Evidenced) -> set[str]:
    """Return on whose word a record stands: the speaker of a quote, and everybody whom its chain names."""
    told = {hop.by for hop in parted.article.chain_of(record) if hop.by}
    return told | {record.speaker} if isinstance(record, Quote) else told


def _with_neighbours(parted: Parted, record: Evidenced, evidence: Sequence[Evidence]) -> list[Span]:
    """Return where the words stand, together with the words of `before:` and `after:`."""
    pairs = zip(record.excerpts, evidence, strict=False)
    return [(_reach(parted.text, excerpt, each, -1), _reach(parted.text, excerpt, each, 1)) for excerpt, each in pairs]


def _reach(text: str, excerpt: Excerpt, found: Evidence, step: int) -> int:
    """Return how far from the words their neighbour reaches, to the left or to the right."""
    wanted = len(fold((excerpt.before if step < 0 else excerpt.after) or "").strip())
    edge = at = found.start if step < 0 else found.end
    while 0 < at + (step > 0) <= len(text) and len(fold(text[min(at, edge) : max(at, edge)]).strip()) < wanted:
        at += step
    return at


def _runs_of(parted: Parted, evidence: Iterable[Evidence]) -> list[Run]:
    return [
        run for run in parted.reading.runs if any(run.opens < each.end and each.start < run.closes for each in evidence)
    ]


def _whole(parted: Parted, kept: set[int]) -> set[int]:
    """Return the pieces with all that makes the speech in them speech: no mark alone, no turn without its label."""
    kept = set(kept)
    size = -1
    while size != len(kept):
        size = len(kept)
        for run in parted.reading.runs:
            inside = [number for number in parted.touched(run.opens, run.closes) if number in kept]
            if inside:
                # A turn behind a label may end early; marks, turns of dialogue and posts are kept to their end.
                end = parted.pieces[inside[-1]][1] if run.form is Form.LABEL else run.closes
                kept.update(parted.touched(run.opens, end))
    return kept


def _proving(parted: Parted, runs: Iterable[Run]) -> set[int]:
    """Return the beginnings of the other turns without which no form shows that these are turns."""
    return {parted.touched(*run.beside)[0] for run in runs if run.beside}


def _reporting(parted: Parted, runs: Iterable[Run]) -> set[int]:
    """Return the pieces that say of a speech that it was spoken: beside it, where its own do not."""
    kept: set[int] = set()
    for run in runs:
        inside = parted.touched(run.opens, run.closes)
        if run.form is Form.LABEL or not inside:
            continue
        first, last = inside[0], inside[-1]
        before, after = first - 1, last + 1
        if parted.beside(before, first) and parted.words(before).endswith(":"):
            kept.add(before)
        around = parted.text[parted.pieces[first][0] : run.start] + parted.text[run.end : parted.pieces[last][1]]
        if before in kept or _SPEAKING.search(around):
            continue
        reports = [
            each
            for each, edge in ((after, last), (before, first))
            if parted.beside(each, edge) and _SPEAKING.search(parted.words(each))
        ]
        kept.update(reports[:1])
    return kept


def _naming(parted: Parted, own: set[int], runs: Sequence[Run], named: Sequence[Mention]) -> set[int]:
    """Return the piece that names the speaker: the nearest, or before an interview the one that introduces them."""
    places = [(number, mention) for mention in named for number in parted.touched(mention.start, mention.end)]
    if any(run.form is Form.LABEL for run in runs):
        labelled = [run for run in parted.reading.runs if run.form is Form.LABEL]
        told = [n for n, m in places if not any(run.opens <= m.start < run.closes for run in labelled)]
        if told:
            return {told[0]}
    return _nearest([number for number, _ in places], own)


def _of_the_day(parted: Parted, own: set[int], record: Evidenced) -> set[int]:
    """Return the piece that names the day of a record, where it has one."""
    match record:
        case Quote(said=date) | Event(date=date) | Position(as_of=date):
            day = date.earliest if date.earliest == date.latest else None
        case _:
            day = None
    if day is None:
        return set()
    pattern = _day(day)
    return _nearest([number for number in range(len(parted.pieces)) if pattern.search(parted.words(number))], own)


def _nearest(places: Sequence[int], own: set[int]) -> set[int]:
    """Return nothing where one of the places is kept already, else the last one before, else the first one behind."""
    if not places or not own or own.intersection(places):
        return set()
    before = [each for each in places if each < min(own)]
    return {before[-1] if before else places[0]}


def _day(day: datetime.date) -> re.Pattern[str]:
    """Return a pattern of a day as texts write it: 20 мая, 20 May, May 20th, 20.05.2031, 2031-05-20."""
    month = f"{_RUSSIAN[day.month - 1]}|{_ENGLISH[day.month - 1]}"
    number = rf"0?{day.day}(?:-?го|-?е|st|nd|rd|th)?"
    return re.compile(
        rf"\b{number}(?:\s*[–—-]\s*\d{{1,2}})?(?:\s+of)?\s+(?:{month})|\b(?:{month})\w*\.?\s+{number}\b|"
        rf"\b0?{day.day}[./]0?{day.month}[./]|\b{day.isoformat()}\b",
        re.IGNORECASE,
    )
