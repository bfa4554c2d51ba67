"""Everything that a capture shows, block by block, and where the words of a text stand in it.

What `import` leaves out of a text (menus, advertisements, related texts) may stand between two of its paragraphs. So
words run on over blocks that are not kept, and stop at one that is kept: leaving that out takes a gap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from ..model.capture import Block, Capture
from .bare import bare

Spans = tuple[tuple[int, int], ...]

PROBE = 24
"""Characters at the start of a passage by which its places are looked for."""

MOST_PLACES = 500
"""Places that are looked at before a beginning counts as standing there too often."""

MOST_STEPS = 100_000
"""Blocks that are read to find one passage: a page of equal lines has ways enough for a lifetime."""

FEW = 2
"""Words of a passage at which it can begin to be compared: one alone stands anywhere."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where words and capture part: the words before, what stands here and what stands there."""

    before: str
    ours: str
    theirs: str
    at: int
    """Where the differing word starts in the words."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Met:
    """How far words were met at one place of the capture, and what came before the last step on that way."""

    length: int
    """Characters of the words that stand there."""
    end: int
    """Where in what is shown the words were not met any further."""
    strange: int = 0
    """Characters that stand in blocks which are not kept."""
    span: tuple[int, int] | None = None
    """Where the last piece of the words stands in what the capture shows."""
    block: Block | None = None
    """A block that was passed over last, being no part of the words."""
    before: Met | None = None

    def reading(self, place: int, length: int, block: Block) -> Met:
        """Return this with some more characters met in a block."""
        strange = self.strange + (0 if block.kept else length)
        return Met(self.length + length, place + length, strange, (place, place + length), None, self)

    def going_on(self) -> Met:
        """Return this with the space behind a block met, too."""
        return Met(self.length + 1, self.end + 1, self.strange, None, None, self)

    def passing(self, block: Block) -> Met:
        """Return this with a block passed over."""
        return Met(self.length, self.end, self.strange, None, block, self)

    def _way(self) -> Iterator[Met]:
        step: Met | None = self
        while step is not None:
            yield step
            step = step.before

    @property
    def spans(self) -> Spans:
        """Where the words stand in what the capture shows, piece by piece."""
        return tuple(step.span for step in self._way() if step.span is not None and step.span[0] < step.span[1])[::-1]

    @property
    def passed(self) -> tuple[Block, ...]:
        """Blocks in between that are no part of the words."""
        return tuple(step.block for step in self._way() if step.block is not None)[::-1]


class Shown:
    """The words of a capture, with single spaces, and which of them `import` keeps."""

    def __init__(self, capture: Capture, *, numbers: bool = True) -> None:
        self.blocks: list[Block] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.origin: list[int] = []
        parts: list[str] = []
        length = offset = 0
        for block in capture.blocks:
            words = bare(block.text, numbers=numbers)
            if words.text:
                if parts:
                    self.origin.append(offset - 1)
                    length += 1
                parts.append(words.text)
                self.blocks.append(block)
                self.starts.append(length)
                length += len(words.text)
                self.ends.append(length)
                self.origin.extend(offset + each for each in words.origin)
            offset += len(block.text) + 2
        self.text = " ".join(parts)
        self._steps = MOST_STEPS

    def find(self, words: str, at: int = 0) -> Met | None:
        """Return where whole words stand from one place on: where most of it is kept, and of such places the first."""
        best: Met | None = None
        self._steps = MOST_STEPS
        for place in chain(self._places(words[:PROBE], at), self._places_at_ends(words, at)):
            met = self._meet(words, place)
            if met.length == len(words) and not _is_inside(self.text, met.end):
                if not met.strange:
                    return met
                best = min(best or met, met, key=lambda each: each.strange)
        return best

    def difference(self, words: str) -> Difference | None:
        """Return the first word by which words differ from the place where most of their beginning stands."""
        self._steps = MOST_STEPS
        parts = words.split(" ", FEW)
        two, one = " ".join(parts[:FEW]), parts[0]
        return (
            self._from(two, words) or self._first_words(words) or (self._from(one, words) if len(one) > FEW else None)
        )

    def left_out(self, start: int, end: int, *, kept: bool) -> bool:
        """Tell whether anything is shown between two places; with `kept`, whether anything that `import` keeps is."""
        return any(
            self.text[max(start, low) : min(end, high)].strip()
            for block, low, high in zip(self.blocks, self.starts, self.ends, strict=True)
            if low < end and high > start and (block.kept or not kept)
        )

    def _places(self, beginning: str, at: int) -> Iterator[int]:
        def every() -> Iterator[int]:
            place = self.text.find(beginning, at)
            while place >= 0:
                if not _is_inside(self.text, place):
                    yield place
                place = self.text.find(beginning, place + 1)

        yield from islice(every() if beginning else (), MOST_PLACES)

    def _places_at_ends(self, words: str, at: int) -> Iterator[int]:
        """Yield where the first few words end a block that others follow which are not kept."""
        for index, end in enumerate(self.ends[:-1]):
            if not self.blocks[index + 1].kept:
                for place in range(max(at, end - PROBE + 1), end):
                    tail = self.text[place:end] + " "
                    if words.startswith(tail) and not _is_inside(self.text, place):
                        yield place

    def _meet(self, words: str, at: int) -> Met:
        """Follow words from one place on; what is not kept is read only where passing it over does not serve."""
        first = bisect_right(self.starts, at) - 1
        farthest = Met(0, at)
        open_ways: list[tuple[int, int, Met]] = [(at, first, farthest)]
        seen: set[tuple[int, int]] = set()
        while open_ways and self._steps:
            place, index, way = open_ways.pop()
            done = way.length
            if index == len(self.blocks) or (done, index) in seen:
                continue
            seen.add((done, index))
            self._steps -= 1
            block, start, end = self.blocks[index], self.starts[index], self.ends[index]
            length = _common(words, done, self.text, place, end)
            read = way.reading(place, length, block)
            farthest = max(read, farthest, key=lambda each: (each.length, -each.strange))
            if done + length == len(words) and block.kept:
                break
            following = self.starts[index + 1] if index + 1 < len(self.blocks) else end
            if place + length == end and words[done + length : done + length + 1] == " ":
                open_ways.append((following, index + 1, read.going_on()))
            if done and not block.kept and place == start:
                open_ways.append((following, index + 1, way.passing(block)))
        return farthest

    def _from(self, beginning: str, words: str) -> Difference | None:
        """Return where words part from the place that has most of them from their beginning on."""
        met = [self._meet(words, at) for at in self._places(beginning, 0)]
        return self._parting(words, max(met, key=lambda each: each.length)) if met else None

    def _parting(self, words: str, met: Met) -> Difference:
        if words[met.length : met.length + 1] == " " and self.text[met.end : met.end + 1] in ("", " "):
            start, low = met.length + 1, met.end + 1
        else:
            start = words.rfind(" ", 0, met.length) + 1
            low = max(0, met.end - (met.length - start))
        before = " ".join(words[:start].split()[-4:])
        return Difference(before, _word_at(words, start), _word_at(self.text, low), start)

    def _first_words(self, words: str) -> Difference | None:
        """Return the difference of words whose beginning stands nowhere, from the first four words that do."""
        parts = words.split(" ")
        start = 0
        for index in range(min(len(parts) - 3, MOST_PLACES)):
            at = next(self._places(" ".join(parts[index : index + 4]), 0), -1)
            if at > 0:
                low = self.text.rfind(" ", 0, max(0, at - 1)) + 1
                last = start - len(parts[index - 1]) - 1
                return Difference(" ".join(parts[:index][-5:-1]), parts[index - 1], self.text[low : at - 1], last)
            start += len(parts[index]) + 1
        return None


def _common(words: str, at: int, text: str, start: int, end: int) -> int:
    """Return how many characters of words from one place and of a text from another, up to an end, are the same."""
    low, high = 0, min(len(words) - at, end - start)
    if words.startswith(text[start : start + high], at):
        return high
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if words.startswith(text[start : start + middle], at) else (low, middle)
    return low


def _is_inside(text: str, at: int) -> bool:
    """Tell whether a place lies inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _word_at(text: str, start: int) -> str:
    end = text.find(" ", start)
    return text[start : end if end >= 0 else len(text)]
