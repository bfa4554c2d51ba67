"""A text after the published foldings, so that words can be found in it exactly and pointed at in the original.

The foldings are the whole list: NFC; white space of any kind and amount is one space; quotation marks, dashes and
apostrophes are one glyph each; ё is е; a soft hyphen is nothing; an ellipsis is three full stops; a word that a line
end divides is whole, with or without a hyphen. Nothing else is forgiven, and no similarity ever decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from .line_ends import DIVIDED, joint_at, joints, settle, with_joint

QUOTATION_MARKS = '«»„“”‟‹›"〝〞＂'
APOSTROPHES = "'’‘‚‛ʼ＇`´"
DASHES = "-‐‑‒–—―−﹘﹣－"

_SINGLE = {ord(mark): '"' for mark in QUOTATION_MARKS}
_SINGLE |= {ord(mark): "'" for mark in APOSTROPHES}
_SINGLE |= {ord(mark): "-" for mark in DASHES}
_SINGLE |= {ord("ё"): "е", ord("Ё"): "Е"}
_SOFT_HYPHEN = "\u00ad"

_SPECIAL = re.compile(
    rf"(?P<divided>{DIVIDED})|(?s:[^\s{_SOFT_HYPHEN}])[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
    rf"|[\s{_SOFT_HYPHEN}]{{2,}}|[^\S ]|{_SOFT_HYPHEN}|…"
)
"""What does not become one character of its own: letters with combining marks, white space but for a single space."""

MOST_PLACES = 100
"""Places of the same words that a search returns; more make no difference to anybody."""


class Folded:
    """A folded text that remembers from which character of the original each of its characters came."""

    def __init__(self, original: str) -> None:
        self.original = original

    @cached_property
    def _pairs(self) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the offset in the original."""
        folded: list[str] = []
        origin: list[int] = []
        at = 0
        for special in _SPECIAL.finditer(self.original):
            _fold_plain(self.original[at : special.start()], at, folded, origin)
            at = special.end()
            if special["divided"]:
                piece = joint_at(self.original, special.start(), at)
            else:
                piece = _fold_special(special.group())
            folded.append(piece)
            origin.extend([special.start()] * len(piece))
        _fold_plain(self.original[at:], at, folded, origin)
        return "".join(folded), origin

    @property
    def text(self) -> str:
        """The folded text."""
        return self._pairs[0]

    def find(self, words: str, before: str = "", after: str = "", most: int = MOST_PLACES) -> list[tuple[int, int]]:
        """Return the stretches of the original (start, end) where the folded words stand as whole words.

        With `before` and `after`, only those that stand between these; not more than `most`. Where line ends divide
        words, here or there, these may be written either way.
        """
        for reading in self._readings(words, before, after):
            found = self._find(reading, most)
            if found:
                return found
        return []

    def _readings(self, *texts: str) -> Iterator[list[str]]:
        """Yield folded texts as they are, then as this text reads the words it divides, then with either reading."""
        yield [fold(text).strip() for text in texts]
        if self._joints:
            yield [settle(fold(text), self._joints).strip() for text in texts]
        if any(joints(text) for text in texts):
            for joint in ("-", ""):
                yield [fold(with_joint(text, joint)).strip() for text in texts]

    @cached_property
    def _joints(self) -> dict[tuple[str, str], str]:
        """What stands between the two parts of each word that a line end divides, in this text read whole."""
        return {(fold(left), fold(right)): joint for (left, right), joint in joints(self.original).items()}

    def _find(self, reading: list[str], most: int) -> list[tuple[int, int]]:
        needle, before, after = reading
        if not needle:
            return []
        text, origin = self._pairs
        first = text.find(needle)
        if first < 0 or not (before or after or text.find(needle, first + 1) >= 0):
            # Not there, or there once: the quick answer to most questions.
            end = first + len(needle)
            return [(origin[first], self._end(end))] if first >= 0 and self._is_whole(first, end) else []
        pattern = re.compile(_beside(before, "{} ?") + f"({_whole_words(needle)})" + _beside(after, " ?{}"))
        found: list[tuple[int, int]] = []
        match = pattern.search(text)
        while match and len(found) < most:
            start, end = match.span(1)
            if self._is_whole(start, end):
                found.append((origin[start], self._end(end)))
            match = pattern.search(text, match.start() + 1)
        return found

    def cut_words(self, words: str) -> str:
        """Return the longer word that the words cut where they stand in the text only as a part, else nothing."""
        needle = fold(words).strip()
        at = self.text.find(needle) if needle and not self.find(words, most=1) else -1
        if at < 0:
            return ""
        for edge in (at, at + len(needle)):
            low, high = self._word_around(edge)
            if low < edge < high:
                return self.printed(low, high)
        return ""

    def printed(self, start: int, end: int) -> str:
        """Return the original of a stretch of the folded text."""
        return self.original[self._pairs[1][start] : self._end(end)] if start < end else ""

    def _word_around(self, at: int) -> tuple[int, int]:
        """Return the stretch of the word that a position in the folded text lies in or at."""
        low, high = at, at
        while low > 0 and _in_word(self.text[low - 1]):
            low -= 1
        while high < len(self.text) and _in_word(self.text[high]):
            high += 1
        return low, high

    def _is_whole(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the folded text cuts no word, and no character that folds to several."""
        text, origin = self._pairs
        for at in (start, end):
            if 0 < at < len(text) and ((_in_word(text[at - 1]) and _in_word(text[at])) or origin[at - 1] == origin[at]):
                return False
        return True

    def _end(self, folded_end: int) -> int:
        """Return the original offset behind the folded character before `folded_end`, with its combining marks."""
        origin = self._pairs[1]
        last = origin[folded_end - 1]
        end = last + 1
        while end < len(self.original) and unicodedata.combining(self.original[end]):
            end += 1
        return end


def fold(text: str) -> str:
    """Return the text after the published foldings."""
    return Folded(text).text


def _fold_plain(piece: str, at: int, folded: list[str], origin: list[int]) -> None:
    """Fold a stretch in which every character becomes one, or (never in Russian or English) a few of its own."""
    if unicodedata.is_normalized("NFC", piece):
        folded.append(piece.translate(_SINGLE))
        origin.extend(range(at, at + len(piece)))
        return
    for offset, character in enumerate(piece, at):
        composed = unicodedata.normalize("NFC", character).translate(_SINGLE)
        folded.append(composed)
        origin.extend([offset] * len(composed))


def _fold_special(piece: str) -> str:
    """Fold white space with soft hyphens, an ellipsis, or a letter with its combining marks."""
    if piece == "…":
        return "..."
    bare = piece.replace(_SOFT_HYPHEN, "")
    if not bare or bare.isspace():
        return " " if bare else ""
    # A composed letter may only now be ё: е with a diaeresis folds like the ready-made one.
    return unicodedata.normalize("NFC", piece).translate(_SINGLE)


def _beside(words: str, form: str) -> str:
    """Return the pattern of folded neighbours, which white space may part from the words that are looked for."""
    return form.format(re.escape(words)) if words else ""


def _whole_words(needle: str) -> str:
    """Return a pattern for words that lets the search pass over most places where it would cut a word."""
    left = r"(?<![^\W_])" if needle[0].isalnum() else ""
    right = r"(?![^\W_])" if needle[-1].isalnum() else ""
    return left + re.escape(needle) + right


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")
