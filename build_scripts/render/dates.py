"""Partial dates in words.

Comes in: a partial date and the wording of a language. Goes out: the words that a reader sees, or the value of
`<time datetime>`. Never says more than was written: what is soft stays soft, and a bound is called a bound.
Words and CLDR date patterns are all in the wording files, under `date`.
"""

from __future__ import annotations

from babel.dates import format_date

from build_scripts.model.date import PartialDate, Precision
from build_scripts.wording import Wording


def phrase(date: PartialDate, wording: Wording) -> str:
    """Return the date in words, fit for a table cell or for the place after a label; different dates read differently.

    The one exception is `a/a`, which reads as `a`.
    """
    if date.precision is Precision.UNKNOWN:
        return wording("date.unknown")
    if date.precision is Precision.INTERVAL:
        return _interval(date, wording)
    if date.approximate:
        return wording(f"date.approximate.{date.precision}", date=_plain(date, wording))
    return _marked(date, _plain(date, wording), wording)


def between(date: PartialDate, wording: Wording) -> str:
    """Return in words the two bounds of something that lies between them and need not fill the time."""
    start, end = date.start, date.end
    if start is None or end is None or start == end:
        return phrase(date, wording)
    if start.is_soft or end.is_soft or not start.precision is end.precision is Precision.DAY:
        bounds = ((start, "not-earlier-than"), (end, "not-later-than"))
        return ", ".join(
            wording(f"date.{key}", date=_marked(one, _bound(one, wording), wording)) for one, key in bounds
        )
    kind = f"date.range.{_kind(start, end)}"
    ends = {"start": _formatted(start, wording(f"{kind}.start"), wording)}
    return wording("date.between", **ends, end=_formatted(end, wording(f"{kind}.end"), wording))


def iso_or_none(date: PartialDate) -> str | None:
    """Return the value for `<time datetime>`: a firm day, month or year.

    None for all others: HTML has no way to say "about", "uncertain" or "not later than" to a machine.
    """
    single = date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR)
    return date.text if single and not date.is_soft else None


def _interval(date: PartialDate, wording: Wording) -> str:
    """Return a bound or a range in words."""
    start, end = date.start, date.end
    if start and end:
        return phrase(start, wording) if start == end else _range(start, end, wording)
    if end:
        return wording("date.not-later-than", date=_marked(end, _bound(end, wording), wording))
    assert start  # an interval has at least one end
    return wording("date.not-earlier-than", date=_marked(start, _bound(start, wording), wording))


def _range(start: PartialDate, end: PartialDate, wording: Wording) -> str:
    """Return a closed interval, as short as the two ends allow; ends that differ in kind are both written out."""
    if start.is_soft or end.is_soft or start.precision is not end.precision:
        ends = (_marked(one, _plain(one, wording), wording) for one in (start, end))
        return wording("date.range.mixed.dash").join(ends)
    kind = f"date.range.{_kind(start, end)}"
    first = _formatted(start, wording(f"{kind}.start"), wording)
    return first + wording(f"{kind}.dash") + _formatted(end, wording(f"{kind}.end"), wording)


def _kind(start: PartialDate, end: PartialDate) -> str:
    """Name the kind of range between two firm dates of one precision, by the parts they share."""
    if start.precision is Precision.YEAR:
        return "years"
    unit = "days" if start.precision is Precision.DAY else "months"
    if start.text[:4] != end.text[:4]:
        return unit
    return "days-of-month" if unit == "days" and start.text[:7] == end.text[:7] else f"{unit}-of-year"


def _marked(date: PartialDate, words: str, wording: Wording) -> str:
    """Add the mark of a date behind its words, where only that date can be meant."""
    if date.approximate:
        return wording("date.approximate.after", date=words)
    return wording("date.uncertain", date=words) if date.uncertain else words


def _plain(date: PartialDate, wording: Wording) -> str:
    """Return a day, month or year without its mark, in the form it has when it stands alone."""
    return _formatted(date, wording(f"date.plain.{date.precision}"), wording)


def _bound(date: PartialDate, wording: Wording) -> str:
    """Return a day, month or year without its mark, in the form it has after "not later than" (Russian: genitive)."""
    return _formatted(date, wording(f"date.bound.{date.precision}"), wording)


def _formatted(date: PartialDate, pattern: str, wording: Wording) -> str:
    """Fill a CLDR pattern; patterns never ask for a part that the date does not have."""
    assert date.earliest  # a day, month or year has bounds
    return format_date(date.earliest, pattern, locale=wording.language)
