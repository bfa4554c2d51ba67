"""A text parted into pieces that an excerpt keeps or leaves out as a whole: sentences, or paragraphs.

Comes in: the text of an article, its language and its passages. Goes out: the pieces in order, which of them a stretch
touches, and what the text prints as speech. Nothing here knows what is wanted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from ..model.article import Article
from ..model.speech.reading import Reading, read_speech
from ..model.speech.run import Span, paragraphs
from .sentences import sentences

Part = Callable[[str, int, int, str], list[Span]]


def whole_paragraphs(_text: str, start: int, end: int, _language: str) -> list[Span]:
    """Return a paragraph as the one piece that it then is."""
    return [(start, end)]


@dataclass(frozen=True)
class Parted:
    """The text of an article in pieces."""

    article: Article
    part: Part = sentences

    @property
    def text(self) -> str:
        """The text as the article has it."""
        return self.article.text or ""

    @cached_property
    def passages(self) -> tuple[Span, ...]:
        """The stretches between the gaps."""
        return tuple((offset, offset + len(passage)) for offset, passage in self.article.passages)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of all passages."""
        return tuple(each for passage in self.passages for each in paragraphs(self.text, *passage))

    @cached_property
    def pieces(self) -> tuple[Span, ...]:
        """All pieces, in order."""
        language = self.article.language
        return tuple(piece for each in self.paragraphs for piece in self.part(self.text, *each, language))

    @cached_property
    def reading(self) -> Reading:
        """What the text prints as speech."""
        return read_speech(self.text, self.article.language, self.passages)

    def touched(self, start: int, end: int) -> range:
        """Return the numbers of the pieces that a stretch touches."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece[1])
        return range(first, max(first, bisect_left(self.pieces, end, key=lambda piece: piece[0])))

    def all_touched(self, spans: Iterable[Span]) -> set[int]:
        """Return the numbers of the pieces that some stretches touch."""
        return {number for span in spans for number in self.touched(*span)}

    def words(self, number: int) -> str:
        """Return the words of a piece, nothing for a number that none has."""
        return self.text[slice(*self.pieces[number])] if 0 <= number < len(self.pieces) else ""

    def beside(self, number: int, other: int) -> bool:
        """Tell whether two pieces stand in one passage."""
        spans = [self.pieces[each] for each in (number, other) if 0 <= each < len(self.pieces)]
        return len(spans) == 2 and any(
            all(low <= start and end <= high for start, end in spans) for low, high in self.passages
        )
