"""What somebody meant by a date that is none: its kind, and how it is written here.

Knows the rest of EDTF (seasons, quarters, unspecified digits, hours, years before our era) and how dates are written
elsewhere. Takes nothing for a date that is none: it only names the way to write it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model.date import DateFault, PartialDate

Way = tuple[str, str]
"""Which sentence tells the slip, and the date as it is written here; an empty one where there is no telling."""

_X = "[XxUu?Хх_]"
_SEASON = re.compile(r"([0-9]{4})-(2[1-9]|3[0-9]|4[01])[~?%]?")
_QUARTER = re.compile(r"([0-9]{4})-?[QqКк]([1-4])")
_DECADE = re.compile(r"([0-9]{3}0)-?(?:'?s|е|х)")
_NO_YEAR = re.compile(rf"{_X}{{4}}(?:-.*)?")
_NO_DIGIT = re.compile(rf"([0-9]{{2,3}}){_X}{{1,2}}(?:-{_X}{{2}})*[~?%]?")
_NO_MONTH = re.compile(rf"([0-9]{{4}})-{_X}{{2}}(?:-(?:{_X}{{2}}|[0-9]{{2}}))?[~?%]?")
_NO_DAY = re.compile(rf"([0-9]{{4}}-[0-9]{{2}})-(?:{_X}{{2}}|[0-3]{_X})[~?%]?")
_HOUR = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[TtТ ]+[0-9]{1,2}(?:[:.hZ].*)?")
_BEFORE_OUR_ERA = re.compile(r"-[0-9].*|Y-?[0-9]+|[0-9]{1,4} ?(?:BCE?|B\.C\.(?:E\.)?|до н\. ?э\.)", re.IGNORECASE)
_BOTH_MARKS = re.compile(r"([0-9][0-9-]{3,9})%")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_SHORT = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")

_MONTHS = {
    **{21 + n: first for n, first in enumerate(((3, 5), (6, 8), (9, 11), (12, 2)))},
    **{25 + n: first for n, first in enumerate(((3, 5), (6, 8), (9, 11), (12, 2)))},
    **{29 + n: first for n, first in enumerate(((9, 11), (12, 2), (3, 5), (6, 8)))},
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}
"""First and last month of the seasons, quarters and other parts of a year that EDTF numbers like months."""


def date_slip(text: str) -> Way | None:
    """Return what was meant by a text that is no date; None where nobody can say."""
    head, slash, tail = text.strip().partition("/")
    found = _interval(head, tail) if slash else _single(head)
    if found is None or not found[1]:
        return found
    return found if _is_date(found[1]) else None  # whatever it was meant to be, it has a second slip


def _interval(head: str, tail: str) -> Way | None:
    """Return what was meant by an interval of which an end is no date."""
    if head in ("", "unknown", "open") or tail in ("", "unknown", "open"):
        ends = [".." if end in ("", "unknown", "open") else end for end in (head, tail)]
        return ("open-end", "/".join(ends)) if ends != ["..", ".."] else ("open-end", "unknown")
    ways = [None if end == ".." or _is_date(end) else _single(end) for end in (head, tail)]
    told = next((way for way in ways if way), None)
    if told is None:
        return None
    if not all(way is None or way[1] for way in ways):
        return told[0], ""
    start, end = (way[1] if way else end for way, end in zip(ways, (head, tail), strict=True))
    return told[0], f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"


def _single(text: str) -> Way | None:
    return next((way(match) for pattern, way in _SLIPS if (match := pattern.fullmatch(text))), None)


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except DateFault:
        return False
    return True


def _part_of_year(year: str, first: int, last: int, mark: str) -> str:
    """Return some months of a year as an interval; a winter ends in the next one."""
    until = int(year) + (last < first)
    return f"{year}-{first:02d}{mark}/{until:04d}-{last:02d}{mark}"


def _season(match: re.Match[str]) -> Way:
    number = int(match[2])
    if number < 33:
        return "season", _part_of_year(match[1], *_MONTHS[number], "~")  # nature keeps to no calendar
    return "season", _part_of_year(match[1], *_MONTHS[number], "")


def _digits(match: re.Match[str]) -> Way:
    known = match[1]
    return "decade", f"{known:0<4}/{known:9<4}"


def _padded(match: re.Match[str]) -> Way:
    return "form", "-".join(part.zfill(2) for part in match.groups() if part)


_SLIPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Way]], ...] = (
    (_SEASON, _season),
    (_QUARTER, lambda match: ("season", _part_of_year(match[1], *_MONTHS[32 + int(match[2])], ""))),
    (_DECADE, lambda match: ("decade", f"{match[1]}/{match[1][:3]}9")),
    (_NO_YEAR, lambda _: ("no-year", "")),
    (_NO_DIGIT, _digits),
    (_NO_MONTH, lambda match: ("no-day", match[1])),
    (_NO_DAY, lambda match: ("no-day", match[1])),
    (_HOUR, lambda match: ("hour", match[1])),
    (_BEFORE_OUR_ERA, lambda _: ("before-our-era", "")),
    (_BOTH_MARKS, lambda match: ("two-marks", f"{match[1]}~")),
    (_DOTTED, lambda match: ("form", f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}")),
    (_SHORT, _padded),
)
"""The slips that are known, and what was meant by each."""
