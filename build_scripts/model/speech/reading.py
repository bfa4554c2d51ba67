"""One text read into speech and narration.

Comes in: a text, its language, and the stretches between its gaps. Goes out: the runs that it prints as somebody's
words, in order. Never decides who speaks, and never takes a name or a title for no speech: that is a person's to judge.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .asides import spoken
from .blocks import is_block, owner_of, quotations
from .dialogue import spoken_turns, turns, words_of
from .labels import labelled
from .marks import Marked, marked
from .run import Form, Run, Span, paragraphs
from .single_marks import marked_single, opened_anew

_WORD = re.compile(r"\w")
_TYPED = (
    (re.compile(r"<<(?=\w)"), " «"),
    (re.compile(r"(?<=[^\s>])>>(?!>)"), "» "),
    (re.compile(r"(?<!\S),,(?=\w)"), " „"),
    (re.compile(r"(?:(?<=\s)|\A)(?:``|'')(?=\w)"), " “"),
    (re.compile(r"(?<=[^\W\d])''|(?<=[,.!?…])''"), "” "),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The runs of speech of a text, in order, none inside another."""

    text: str
    runs: tuple[Run, ...]

    def holding(self, start: int, end: int) -> Run | None:
        """Return the run that a stretch lies in; the marks directly around a run may belong to the stretch."""
        touched = self._touched(start, end)
        if not touched or not all(run.opens == touched[0].opens for run in touched):
            return None
        # The paragraphs of one speech may stand together; the parts of one that is broken by an aside may not.
        between = [self.text[left.end : right.start] for left, right in pairwise(touched)]
        low, high = self._with_marks(touched[0])[0], self._with_marks(touched[-1])[1]
        is_one = low <= start and end <= high and not any(_WORD.search(each) for each in between)
        return touched[0] if is_one else None

    def narration(self, start: int, end: int) -> str:
        """Return the first piece of a stretch that is no speech, where another piece of it is; else nothing."""
        touched = self._touched(start, end)
        if not touched:
            return ""
        at = start
        for run in touched:
            low, high = self._with_marks(run)
            piece = self.text[at:low].strip()
            if _WORD.search(piece):
                return piece
            at = max(at, high)
        return self.text[at:end].strip()

    def is_aside(self, start: int, end: int) -> bool:
        """Tell whether a stretch that touches no speech stands between or behind the parts of one."""
        return any(run.opens <= start and end <= run.closes for run in self.runs)

    def _touched(self, start: int, end: int) -> list[Run]:
        first = bisect_right(self.runs, start, key=lambda run: run.end)
        last = bisect_left(self.runs, end, key=lambda run: run.start)
        return list(self.runs[first:last])

    def _with_marks(self, run: Run) -> Span:
        """Return a run with the marks that stand directly around it."""
        if run.form is not Form.MARKS:
            return run.start, run.end
        low = run.opens if not self.text[run.opens + 1 : run.start].strip() else run.start
        high = run.closes if not self.text[run.end : run.closes - 1].strip() else run.end
        return low, high


def read_speech(text: str, language: str, passages: Sequence[Span] | None = None) -> Reading:
    """Return what a text prints as speech; nothing runs across the borders of its passages."""
    runs: list[Run] = []
    typeset = _typeset(text)
    for start, end in passages if passages is not None else [(0, len(text))]:
        runs += _Passage(typeset, language, start, end).runs()
    return Reading(text, tuple(sorted(runs, key=lambda run: run.start)))


def _typeset(text: str) -> str:
    """Return a text of the same length in which marks put together from two keys, as in <<Да>>, are marks."""
    for typed, mark in _TYPED:
        text = typed.sub(mark, text)
    return text


class _Passage:
    """A stretch of a text without gaps, read paragraph by paragraph."""

    def __init__(self, text: str, language: str, start: int, end: int) -> None:
        self._text = text
        self._language = language
        self._blocks = list(paragraphs(text, start, end))
        self._turns = labelled(text, self._blocks)

    def runs(self) -> Iterator[Run]:
        """Yield the runs of the passage; each paragraph is read in the first form that it has."""
        number = 0
        while number < len(self._blocks):
            for form in (self._block, self._post, self._dialogue, self._labelled):
                found, reached = form(number)
                if reached > number:
                    break
            else:
                found, reached = self._marked(number)
            yield from found
            number = reached

    def _block(self, number: int) -> tuple[list[Run], int]:
        reached = number
        while reached < len(self._blocks) and is_block(self._text, self._blocks[reached]):
            reached += 1
        found: list[Run] = []
        for each in quotations(self._text, self._blocks[number:reached]):
            form = Form.POST if each.owner else Form.BLOCK
            for line in each.lines:
                found += self._runs(line, form, each.opens, each.closes, each.owner)
        return found, reached

    def _post(self, number: int) -> tuple[list[Run], int]:
        """Read a paragraph as a post where the next one says whose it is."""
        if number + 1 >= len(self._blocks):
            return [], number
        owner = owner_of(self._text[slice(*self._blocks[number + 1])])
        if not owner:
            return [], number
        opens, closes = self._blocks[number][0], self._blocks[number + 1][1]
        return list(self._runs(self._blocks[number], Form.POST, opens, closes, owner)), number + 2

    def _dialogue(self, number: int) -> tuple[list[Run], int]:
        """Read paragraphs behind dashes, a list or a dialogue together."""
        reached, group = number, list[Span]()
        while reached < len(self._blocks) and (each := turns(self._text, *self._blocks[reached])):
            group += each
            reached += 1
        if reached == number:
            return [], number
        before = self._text[slice(*self._blocks[number - 1])] if number else ""
        proven = dict(spoken_turns(self._text, group, before, self._language))
        found: list[Run] = []
        for turn in group:
            if turn in proven:
                words = words_of(self._text, turn)
                found += self._runs(words, Form.DASH, turn[0], turn[1], beside=proven[turn])
                found += self._quoted_in_asides(words, [run for run in found if run.opens == turn[0]])
            else:
                found += self._in_marks([turn])
        return found, reached

    def _labelled(self, number: int) -> tuple[list[Run], int]:
        if number not in self._turns:
            return [], number
        found: list[Run] = []
        for turn, beside in self._turns[number]:
            found += self._runs(turn.words, Form.LABEL, turn.opens, turn.words[1], turn.label, beside)
        is_label_alone = self._turns[number][-1][0].words[0] > self._blocks[number][1]
        return found, number + 1 + is_label_alone

    def _marked(self, number: int) -> tuple[list[Run], int]:
        """Read what stands in marks, through as many paragraphs as a speech runs."""
        single = opened_anew(self._text, self._blocks, number)
        if single is not None:
            return list(self._of_marks([single])), number + len(single.pieces)
        found: list[Marked] = []
        last, at = number, self._blocks[number][0]
        while at < self._blocks[last][1]:
            before = last
            some, last, at = marked(self._text, self._blocks, last, at)
            found += some
            if last == before and at >= self._blocks[last][1]:
                break
        for each in range(number, last + 1):
            taken = [(mark.opens, mark.closes) for mark in found]
            singles = marked_single(self._text, self._blocks, each, _inside(taken, self._blocks[each]))
            found = [mark for mark in found if not any(one.opens < mark.opens < one.closes for one in singles)]
            found += [one for one in singles if not any(low < one.opens < high for low, high in taken)]
        return list(self._of_marks(sorted(found, key=lambda mark: mark.opens))), last + 1

    def _in_marks(self, blocks: Sequence[Span]) -> list[Run]:
        """Read stretches of narration for what they quote in marks."""
        found: list[Run] = []
        for block in blocks:
            some, _, _ = marked(self._text, [block], 0, block[0])
            found += self._of_marks(some)
        return found

    def _quoted_in_asides(self, words: Span, spoken_runs: Sequence[Run]) -> list[Run]:
        """Read the author's words between and behind the parts of a turn, which may quote once more."""
        borders = [words[0], *(border for run in spoken_runs for border in (run.start, run.end)), words[1]]
        pieces = [(low, high) for low, high in zip(borders[::2], borders[1::2], strict=True) if high > low]
        return self._in_marks([piece for piece in pieces if self._text[slice(*piece)].strip()])

    def _of_marks(self, found: Sequence[Marked]) -> Iterator[Run]:
        for each in found:
            for piece in each.pieces:
                yield from self._runs(piece, Form.MARKS, each.opens, each.closes)

    def _runs(
        self, words: Span, form: Form, opens: int, closes: int, label: str = "", beside: Span | None = None
    ) -> Iterator[Run]:
        for start, end in spoken(self._text, *words, form):
            yield Run(start, end, form, opens, closes, label, beside)


def _inside(taken: Sequence[Span], block: Span) -> list[Span]:
    """Return the part of each stretch that lies in a paragraph."""
    return [(max(low, block[0]), min(high, block[1])) for low, high in taken if low < block[1] and high > block[0]]
