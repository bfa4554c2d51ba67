"""A day as people and machines write it; only a whole day, and only where it can be read in one way."""

from __future__ import annotations

import datetime
import re

_RUSSIAN = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"]
_ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMES = (
    r"(?:январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR, _MONTH, _DAY = r"(?P<year>[12][0-9]{3})", r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![0-9/-])", re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?P<sep>[-/.])(?P<month>[0-9]{{2}})(?P=sep)(?P<day>[0-9]{{2}})",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"{_DAY}(?:st|nd|rd|th)?[ \xa0-](?P<name>{_NAMES})[ \xa0,-]{{1,2}}{_YEAR}",
        rf"(?P<name>{_NAMES})[ \xa0]{_DAY}(?:st|nd|rd|th)?,?[ \xa0]{_YEAR}",
        rf"{_DAY}\.{_MONTH}\.{_YEAR}",
        rf"(?P<first>[0-9]{{1,2}})/(?P<second>[0-9]{{1,2}})/{_YEAR}",
    )
)
_EPOCH = "1970-01-01"
"""What a clock at zero writes; nobody states it."""


def day_in(text: str) -> str | None:
    """Return the first whole day in a text as `2031-05-02`, as written there, time zones left alone; else None."""
    found = [match for form in _FORMS for match in [form.search(text)] if match]
    for match in sorted(found, key=re.Match.start):
        day = _iso(match)
        if day:
            return day
    return None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        if first != second and max(first, second) <= 12:
            return None  # the second of May or the fifth of February
        day, month = (second, first) if second > 12 else (first, second)
    else:
        day = int(parts["day"])
        month = int(parts["month"]) if parts.get("month") else _month(parts["name"])
    try:
        written = datetime.date(int(parts["year"]), month, day).isoformat()
    except ValueError:
        return None
    return None if written == _EPOCH else written


def _month(name: str) -> int:
    low = name.lower()
    for number, (russian, english) in enumerate(zip(_RUSSIAN, _ENGLISH, strict=True), 1):
        if low.startswith(english) or (low.startswith(russian) and (russian != "ма" or low in {"май", "мая"})):
            return number
    return 0
