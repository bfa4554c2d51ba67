"""The sentences of a paragraph.

Comes in: a stretch of a text and the language of the text. Goes out: where its sentences begin and end, without the
white space between them. In doubt two sentences stay one: an excerpt that begins in the middle of a sentence misleads,
one that is a sentence too long does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model.speech.run import Span, trimmed

_LINE = re.compile(r"[ \t]*(?:[•>]|\d{1,3}[.)])[ \t]|[^\n]* \| ")
"""An item of a list, a row of a table, a line that is set off: never parted."""

_ABBREVIATED = re.compile(
    r"(?:^|[\s.(«„“\"—–-])(?:[A-ZА-ЯЁ]|Дж|гг?|вв?|тыс|млн|млрд|трлн|руб|коп|долл|чел|экз|шт|км|кг|см|мм|га|кв|куб|"
    r"ул|пр|просп|пл|пер|д|стр|корп|кв|г-н|г-жа|им|св|проф|акад|доц|д-р|зам|зав|пом|ред|рис|табл|гл|ст|см|ср|напр|"
    r"т\. ?[екнопд]|др|прим|ок|обл|респ|мин|сек|ч|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mrs?|ms|dr|prof|gen|"
    r"col|lt|capt|sgt|sen|rep|gov|st|no|nos|vs|vol|pp?|fig|e\.g|i\.e|cf|approx|dept|est|jr|sr)\.\Z",
    re.IGNORECASE,
)
"""What a full stop may follow without ending a sentence, beyond what the libraries know or dare."""

_GOES_ON = re.compile(r"\s*(?:[—–-]|[^\W\d_])")


def sentences(text: str, start: int, end: int, language: str) -> list[Span]:
    """Return the sentences of a paragraph, in order."""
    return [
        span
        for piece in _pieces(text, start, end)
        for low, high in _parted(text, piece, language)
        if (span := trimmed(text, low, high)) and span[0] < span[1]
    ]


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the items of lists and the rows of tables one by one, other lines together."""
    lines = [start, *(match.end() for match in re.finditer(r"\n", text[:end]) if match.end() > start)]
    borders = [at for at in lines[1:] if _LINE.match(text, at, end)]
    yield from pairwise([start, *borders, end])


def _parted(text: str, piece: Span, language: str) -> Iterator[Span]:
    start, end = piece
    if _LINE.match(text, start, end):
        yield piece
        return
    paragraph = text[start:end].replace("\n", " ")
    ends = [start + at for at in _ends(paragraph, language) if _is_end(paragraph, at)]
    yield from pairwise([start, *(each for each in ends if each < end), end])


def _ends(paragraph: str, language: str) -> list[int]:
    # Both are loaded only when a text is cut; no other command needs them.
    if language.partition("-")[0] == "ru":
        import razdel

        return [sentence.stop for sentence in razdel.sentenize(paragraph)]
    import sentencex

    return [each["end_index"] for each in sentencex.get_sentence_boundaries(language.partition("-")[0], paragraph)]


def _is_end(paragraph: str, at: int) -> bool:
    """Tell whether a sentence ends where a library says so.

    No abbreviation stands before, no small letter or dash behind, and no quotation is open.
    """
    before = paragraph[max(0, at - 40) : at].rstrip()
    behind = _GOES_ON.match(paragraph, at)
    goes_on = behind is not None and (behind.group()[-1] in "—–-" or behind.group()[-1].islower())
    return not (goes_on or _ABBREVIATED.search(before) or _in_marks(paragraph, at))


def _in_marks(paragraph: str, at: int) -> bool:
    """Tell whether a pair of quotation marks is open; marks that do not pair within their paragraph tell nothing."""
    for opening, closing in ("«»", ("„", "“”")) if "„" in paragraph else ("«»", "“”"):
        depths = [
            sum(paragraph.count(each, 0, end) for each in opening)
            - sum(paragraph.count(each, 0, end) for each in closing)
            for end in (at, len(paragraph))
        ]
        if depths[0] > 0 and depths[1] == 0:
            return True
    return paragraph.count('"', 0, at) % 2 == 1 and paragraph.count('"') % 2 == 0
