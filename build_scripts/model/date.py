"""The partial date: a date that is exactly as precise as somebody wrote it.

Comes in: one string of our subset of EDTF (Extended Date/Time Format, ISO 8601-2), namely `2031-05-02`, `2031-05` and
`2031`, each with at most one trailing `~` (approximate) or `?` (uncertain); intervals of these, `a/b`, `../b`, `a/..`;
`unknown`.
Goes out: a value that knows its bounds, its precision and what is soft about it.
Never guesses: no missing part is filled in, and `unknown` is a value like any other.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

SortKey = tuple[bool, datetime.date, bool, datetime.date, int, str]

_SINGLE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]*)")

_DATE = "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[~?]?"
PATTERN = rf"^({_DATE}(/({_DATE}|\.\.))?|\.\./{_DATE}|unknown)$(?!\n)"
"""The legal forms for JSON Schema (ECMA 262). What takes a calendar (30 February, a reversed interval) it lets pass.

The last group keeps Python's `$` from accepting a line break at the end, as ECMA's does not.
"""

EXAMPLES = ("2031-05-02", "2031-05", "2031", "2031-05~", "2031?", "2031-05-02/2031-06", "../2031", "2031/..", "unknown")


class Precision(StrEnum):
    """How exactly a date was written, finest first; this order is part of the sort key."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


class DateReason(StrEnum):
    """Why a text is no partial date. The values are stable: messages are looked up by them."""

    FORM = "form"
    TWO_MARKS = "two-marks"
    YEAR_ZERO = "year-zero"
    NO_SUCH_MONTH = "no-such-month"
    NO_SUCH_DAY = "no-such-day"
    REVERSED = "reversed"


class DateFault(ValueError):
    """A text is no partial date; `reason` says why."""

    def __init__(self, reason: DateReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as written. Made by `parse` only; two are equal when their texts are.

    `earliest` and `latest` are the first and last day that the written precision allows, None where there is no bound.
    `start` and `end` are the dates of an interval, None for `..` and for anything that is no interval.
    An interval is approximate or uncertain when one of its ends is.
    """

    # `~` and `?` do not widen the bounds: EDTF gives them no width, so any number of days would be our invention.
    # The flags say that the bounds are soft, and `precedes` does not rely on a soft bound.

    text: str
    precision: Precision = field(compare=False, repr=False)
    earliest: datetime.date | None = field(default=None, compare=False, repr=False)
    latest: datetime.date | None = field(default=None, compare=False, repr=False)
    approximate: bool = field(default=False, compare=False, repr=False)
    uncertain: bool = field(default=False, compare=False, repr=False)
    start: PartialDate | None = field(default=None, compare=False, repr=False)
    end: PartialDate | None = field(default=None, compare=False, repr=False)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date in one of the legal forms; raise DateFault, and nothing else, for every other string."""
        if text == "unknown":
            return cls(text, Precision.UNKNOWN)
        head, slash, tail = text.partition("/")
        return _interval(head, tail) if slash else _single(text)

    def __str__(self) -> str:
        """Return the date as written."""
        return self.text

    @property
    def is_soft(self) -> bool:
        """Say whether the date, or an end of it, is approximate or uncertain."""
        return self.approximate or self.uncertain

    @property
    def is_dated(self) -> bool:
        """Say whether the date can stand in a dated lane: it has a first day.

        A day, month, year or closed interval has one, and so has `a/..`, which is dated by its start.
        `../b` only bounds and `unknown` says nothing: both are undated.
        """
        return self.earliest is not None

    @property
    def sort_key(self) -> SortKey:
        """Return the one order of dates used everywhere: by latest, earliest, precision (finest first), text.

        No bound counts as later than every bound. So `../b` follows everything else that ends at b, `a/..` follows
        everything that ends, `unknown` is last, and only equal dates have equal keys. Lanes are the caller's business.
        """
        last = datetime.date.max
        rank = list(Precision).index(self.precision)
        return (self.latest is None, self.latest or last, self.earliest is None, self.earliest or last, rank, self.text)

    def precedes(self, other: PartialDate) -> bool | None:
        """Say whether this day lies before the other's day, whichever days the two dates stand for.

        True: every possible day here is before every possible day there (latest here < earliest there).
        False: no possible day here is before any there (earliest here >= latest there), as on one and the same day.
        None: it can't be told, because the dates overlap or a bound needed for the answer is missing or soft.
        """
        if _before(self._firm_latest, other._firm_earliest):
            return True
        if self._firm_earliest and other._firm_latest and self._firm_earliest >= other._firm_latest:
            return False
        return None

    def bounded_by(self, limit: PartialDate) -> PartialDate:
        """Return this date as it stands once we know that it is not later than the limit's latest day.

        `unknown` becomes `../limit`, `a/..` becomes `a/limit`; of a limit that is an interval its end counts.
        A date with a latest day returns itself; so does any date if the limit has none or lies wholly before its start.
        """
        if self.latest or not limit.latest or _before(limit.latest, self.earliest):
            return self
        start = self.start.text if self.start else ".."
        return PartialDate.parse(f"{start}/{(limit.end or limit).text}")

    @property
    def _firm_earliest(self) -> datetime.date | None:
        if self.start:
            return self.start._firm_earliest
        return None if self.is_soft else self.earliest

    @property
    def _firm_latest(self) -> datetime.date | None:
        if self.end:
            return self.end._firm_latest
        return None if self.is_soft else self.latest

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let a pydantic field of this type take a string or a date, and write it back as its text."""
        text = core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema())
        return core_schema.no_info_plain_validator_function(_accept, serialization=text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the legal forms for editors."""
        text = {"type": "string", "pattern": PATTERN, "examples": list(EXAMPLES)}
        if handler.mode == "serialization":
            return text
        return {"anyOf": [text, {"type": "integer", "minimum": 1000, "maximum": 9999}]}  # a bare year is a number


def _single(text: str) -> PartialDate:
    """Read a day, a month or a year with at most one mark."""
    match = _SINGLE.fullmatch(text)
    if not match:
        raise DateFault(DateReason.FORM)
    year, month, day, mark = match.groups()
    if len(mark) > 1:
        raise DateFault(DateReason.TWO_MARKS)
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    earliest, latest = _bounds(int(year), int(month) if month else None, int(day) if day else None)
    return PartialDate(text, precision, earliest, latest, approximate=mark == "~", uncertain=mark == "?")


def _bounds(year: int, month: int | None, day: int | None) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a day, month or year; raise DateFault if the calendar has no such thing."""
    if year == 0:
        raise DateFault(DateReason.YEAR_ZERO)
    if month is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if not 1 <= month <= 12:
        raise DateFault(DateReason.NO_SUCH_MONTH)
    days = calendar.monthrange(year, month)[1]
    if day is None:
        return datetime.date(year, month, 1), datetime.date(year, month, days)
    if not 1 <= day <= days:
        raise DateFault(DateReason.NO_SUCH_DAY)
    return datetime.date(year, month, day), datetime.date(year, month, day)


def _interval(head: str, tail: str) -> PartialDate:
    """Read the two sides of an interval, of which one may be open."""
    if head == tail == "..":
        raise DateFault(DateReason.FORM)
    start = None if head == ".." else _single(head)
    end = None if tail == ".." else _single(tail)
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if _before(latest, earliest):
        raise DateFault(DateReason.REVERSED)
    ends = [one for one in (start, end) if one]
    return PartialDate(
        f"{head}/{tail}",
        Precision.INTERVAL,
        earliest,
        latest,
        approximate=any(one.approximate for one in ends),
        uncertain=any(one.uncertain for one in ends),
        start=start,
        end=end,
    )


def _before(one: datetime.date | None, other: datetime.date | None) -> bool:
    """Say whether both days are known and the first lies before the second."""
    return one is not None and other is not None and one < other


def _accept(value: object) -> PartialDate:
    """Turn what pydantic hands over into a date, and our fault into one of pydantic's."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)  # a bare year is a whole number in YAML
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    try:
        return PartialDate.parse(value)
    except DateFault as fault:
        raise PydanticCustomError("date", "{reason}", {"reason": fault.reason.value}) from None
