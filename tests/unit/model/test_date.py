"""The partial date: which texts are one, what they bound, how they compare."""

from __future__ import annotations

import datetime
import itertools
import re
import time
from random import Random

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from build_scripts.model.date import EXAMPLES, PATTERN, DateFault, DateReason, PartialDate, Precision

MARKS = st.sampled_from(["", "", "~", "?"])
DAYS = st.dates(datetime.date(2029, 11, 1), datetime.date(2031, 2, 28)) | st.dates()
SINGLES = st.builds(lambda day, width, mark: day.isoformat()[:width] + mark, DAYS, st.sampled_from([4, 7, 10]), MARKS)


def _parsed(text: str) -> PartialDate | DateReason:
    try:
        return PartialDate.parse(text)
    except DateFault as fault:
        return fault.reason


def _is_legal(text: str) -> bool:
    return isinstance(_parsed(text), PartialDate)


CLOSED = st.builds("{}/{}".format, SINGLES, SINGLES).filter(_is_legal)
DATES = st.one_of(SINGLES, CLOSED, SINGLES.map("../{}".format), SINGLES.map("{}/..".format), st.just("unknown")).map(
    PartialDate.parse
)
# Texts that are nearly dates, as free text hardly ever is: pieces of the grammar in any order, and spoilt dates.
PIECES = ["2031", "0000", "05", "00", "13", "02", "30", "32", "X", "٣", "-", "/", "..", "~", "?", "unknown", "\n", " "]
JUMBLED = st.lists(st.sampled_from(PIECES), max_size=11).map("".join)
SPOILT = st.builds(
    lambda text, at, cut, piece: text[:at] + piece + text[at + cut :],
    DATES.map(str),
    st.integers(0, 21),
    st.integers(0, 2),
    st.sampled_from(PIECES),
)
NEAR = JUMBLED | SPOILT

REFUSED = [
    (
        "form",
        ["", " ", "2031-5-2", "02.05.2031", "2031-05-02 ", " 2031", "2031\n", "20310502", "31", "-2031", "12031"],
    ),
    (
        "form",
        ["２０３１", "٢٠٣١", "2031–05", "203X", "2031-XX", "2031-21-", "2031%", "~2031", "2031~-05", "Unknown"],
    ),
    (
        "form",
        [
            "../..",
            "/",
            "2031/",
            "/2031",
            "..",
            "2031/2032/2033",
            "unknown/2031",
            "2031/unknown",
            "2031-05-02T10:00",
        ],
    ),
    ("form", [" 2031/2032", "2031/2032\n", "2031 / 2032", "2031//2032", "2031/...", "2031-05-02--2031-05-03"]),
    ("two-marks", ["2031~~", "2031-05?~", "2031-05-02~?", "../2031??"]),
    ("year-zero", ["0000", "0000-13", "0000/2031", "../0000-01-01"]),
    ("no-such-month", ["2031-00", "2031-13", "2031-21", "2031-13-40", "2031-05/2031-13"]),
    ("no-such-day", ["2031-02-30", "2031-02-29", "2031-05-00", "2031-04-31", "2031-05-32", "2031-02-30/.."]),
    ("reversed", ["2031/2030", "2031-05-02/2031-05-01", "2031-05/2031-04-30", "2031~/2030?"]),
]


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2031-05-02", "day", "2031-05-02", "2031-05-02"),
        ("2032-02-29", "day", "2032-02-29", "2032-02-29"),
        ("2031-02", "month", "2031-02-01", "2031-02-28"),
        ("9999-12", "month", "9999-12-01", "9999-12-31"),
        ("0001", "year", "0001-01-01", "0001-12-31"),
        ("2031-05~", "month", "2031-05-01", "2031-05-31"),
        ("2031?", "year", "2031-01-01", "2031-12-31"),
        ("2031-05-02/2031-06", "interval", "2031-05-02", "2031-06-30"),
        ("2031-05/2031", "interval", "2031-05-01", "2031-12-31"),
        ("2031-05-02/2031-05", "interval", "2031-05-02", "2031-05-31"),
        ("../2031-05~", "interval", None, "2031-05-31"),
        ("2031-05/..", "interval", "2031-05-01", None),
        ("unknown", "unknown", None, None),
    ],
)
def test_a_date_has_the_bounds_of_what_was_written(
    text: str, precision: str, earliest: str | None, latest: str | None
) -> None:
    date = PartialDate.parse(text)
    assert (date.text, str(date), date.precision) == (text, text, precision)
    assert date.earliest == (earliest and datetime.date.fromisoformat(earliest))
    assert date.latest == (latest and datetime.date.fromisoformat(latest))


@pytest.mark.parametrize(("reason", "texts"), REFUSED)
def test_everything_else_is_refused_with_its_reason(reason: str, texts: list[str]) -> None:
    for text in texts:
        with pytest.raises(DateFault) as caught:
            PartialDate.parse(text)
        assert (text, caught.value.reason) == (text, DateReason(reason))


@settings(max_examples=300)
@given(st.text() | NEAR)
def test_no_text_raises_anything_but_a_date_fault(text: str) -> None:
    outcome = _parsed(text)
    assert outcome in DateReason if isinstance(outcome, DateReason) else outcome.text == text


@pytest.mark.parametrize("piece", ["2", "/", "~", "2031/", "../", "-05", "\ud800", "2031~?"])
def test_a_huge_text_is_refused_at_once(piece: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(DateFault):
        PartialDate.parse("2031" + piece * 200_000)
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2031", False, False),
        ("2031~", True, False),
        ("2031-05?", False, True),
        ("2031~/2032", True, False),
        ("2031~/2032?", True, True),
    ],
)
def test_a_mark_softens_and_an_interval_is_as_soft_as_its_ends(text: str, approximate: bool, uncertain: bool) -> None:
    date = PartialDate.parse(text)
    assert (date.approximate, date.uncertain, date.is_soft) == (approximate, uncertain, approximate or uncertain)


@given(SINGLES)
def test_a_mark_moves_no_bound(text: str) -> None:
    soft, plain = PartialDate.parse(text), PartialDate.parse(text.rstrip("~?"))
    assert (soft.earliest, soft.latest, soft.precision) == (plain.earliest, plain.latest, plain.precision)


@settings(deadline=None)  # the package builds its grammar at the first call
@given(SINGLES | CLOSED)
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    # Closed forms only: for an open side the package has no day or an invented one.
    date, oracle = PartialDate.parse(text), edtf.parse_edtf(text)
    assert date.earliest == datetime.date(*oracle.lower_strict()[:3])
    assert date.latest == datetime.date(*oracle.upper_strict()[:3])


def test_the_ends_of_an_interval_are_dates() -> None:
    assert PartialDate.parse("2031~/2032").start == PartialDate.parse("2031~")
    assert PartialDate.parse("2031~/2032").end == PartialDate.parse("2032")
    assert PartialDate.parse("../2032").start is None
    assert PartialDate.parse("2031/..").end is None
    assert PartialDate.parse("2031").start is None


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("2031-05-02", True),
        ("2031?", True),
        ("2030/2031", True),
        ("2031/..", True),
        ("../2031", False),
        ("unknown", False),
    ],
)
def test_a_date_without_a_first_day_is_undated(text: str, dated: bool) -> None:
    assert PartialDate.parse(text).is_dated is dated


def test_dates_of_all_precisions_have_one_order() -> None:
    order = """2030 2031-05-02 2031-05-02? 2031-05-02~ ../2031-05-02 2031 2031-12 2031-12-01/2031-12-31 2031-12-31
               ../2031-12 ../2031-12-31 9999 ../9999 2030/.. 2031-05-02/.. unknown"""
    dates = [PartialDate.parse(text) for text in order.split()]
    assert all(one.sort_key < other.sort_key for one, other in itertools.pairwise(dates))


@given(st.lists(DATES, max_size=6), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_arrival(dates: list[PartialDate], random: Random) -> None:
    shuffled = list(dates)
    random.shuffle(shuffled)
    in_order = [sorted(many, key=lambda date: date.sort_key) for many in (shuffled, dates)]
    assert in_order[0] == in_order[1]


@given(DATES, DATES)
def test_only_equal_dates_share_a_place_and_unknown_is_last(one: PartialDate, other: PartialDate) -> None:
    assert (one.sort_key == other.sort_key) is (one == other) is (one.text == other.text)
    assert one.sort_key <= PartialDate.parse("unknown").sort_key
    if one == other:
        assert hash(one) == hash(other)


@given(DATES, SINGLES)
def test_a_mere_bound_follows_everything_else_that_ends_there(one: PartialDate, end: str) -> None:
    bound = PartialDate.parse(f"../{end}")
    if one.is_dated and one.latest == bound.latest:
        assert one.sort_key < bound.sort_key


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2031-05-02", "2031-05-03", True),
        ("2031-05-02", "2031-05-02", False),
        ("2031-05-03", "2031-05-02", False),
        ("2031-05", "2031-06", True),
        ("2031-05", "2031-05", None),
        ("2031-05", "2031-05-01", False),  # at best the same day
        ("2031-05-01", "2031-05", None),
        ("2031", "2031-05", None),
        ("../2031-05-01", "2031-05-02", True),
        ("../2031-05-02", "2031-05-02", None),
        ("2031-05-02/..", "2031-05-02", False),
        ("2031-05-01/..", "2031-05-02", None),
        ("2030~", "2031", None),  # nobody said how far "approximately" reaches
        ("2030", "2031?", None),
        ("2030~/2031-05-01", "2031-05-02", True),  # the end that decides is firm
        ("2030/2031~", "2032", None),
        ("unknown", "2031", None),
        ("2031", "unknown", None),
    ],
)
def test_precedes_answers_only_what_is_sure(one: str, other: str, answer: bool | None) -> None:
    assert PartialDate.parse(one).precedes(PartialDate.parse(other)) is answer


@given(DATES, DATES)
def test_of_two_dates_at_most_one_precedes(one: PartialDate, other: PartialDate) -> None:
    if one.precedes(other):
        assert other.precedes(one) is False
        assert one.sort_key < other.sort_key


@given(DATES, DATES, st.data())
def test_precedes_holds_for_every_day_within_the_bounds(
    one: PartialDate, other: PartialDate, data: st.DataObject
) -> None:
    def some_day(date: PartialDate) -> datetime.date:
        return data.draw(st.dates(date.earliest or datetime.date.min, date.latest or datetime.date.max))

    answer = one.precedes(other)
    if answer is not None:
        assert (some_day(one) < some_day(other)) is answer
    elif not (one.is_soft or other.is_soft) and one.latest and other.earliest:
        assert one.latest >= other.earliest


@pytest.mark.parametrize(
    ("text", "limit", "bounded"),
    [
        ("unknown", "2031-05-02", "../2031-05-02"),
        ("unknown", "2031-05~", "../2031-05~"),
        ("unknown", "2030/2031-05", "../2031-05"),
        ("unknown", "../2031", "../2031"),
        ("unknown", "2031/..", "unknown"),
        ("unknown", "unknown", "unknown"),
        ("2031-04/..", "2031-05-02", "2031-04/2031-05-02"),
        ("2031-04~/..", "../2031-05-02", "2031-04~/2031-05-02"),
        ("2031-06/..", "2031-05-02", "2031-06/.."),
        ("2031-05-02/..", "2031-05-02", "2031-05-02/2031-05-02"),
        ("2031-06", "2031-05-02", "2031-06"),
        ("../2032", "2031-05-02", "../2032"),
    ],
)
def test_a_limit_bounds_what_has_no_last_day(text: str, limit: str, bounded: str) -> None:
    assert PartialDate.parse(text).bounded_by(PartialDate.parse(limit)).text == bounded


@given(DATES, DATES)
def test_bounding_never_fails_and_never_loses_a_bound(date: PartialDate, limit: PartialDate) -> None:
    bounded = date.bounded_by(limit)
    assert bounded.earliest == date.earliest
    assert bounded.latest in ([date.latest] if date.latest else [None, limit.latest])
    assert bounded.bounded_by(limit) == bounded


@settings(max_examples=300)
@given(NEAR | st.text() | DATES.map(str))
def test_the_schema_pattern_knows_the_same_forms_as_the_parser(text: str) -> None:
    matches, outcome = bool(re.search(PATTERN, text)), _parsed(text)
    if outcome not in (DateReason.NO_SUCH_DAY, DateReason.REVERSED):  # these take a calendar
        assert matches is isinstance(outcome, PartialDate)


@pytest.mark.parametrize(("reason", "texts"), REFUSED)
def test_the_schema_pattern_refuses_whatever_takes_no_calendar(reason: str, texts: list[str]) -> None:
    if reason not in ("no-such-day", "reversed"):
        assert [text for text in texts if re.search(PATTERN, text)] == []
    assert not any(re.search(PATTERN, text) for text in ("2031-05-00", "2031-05-32", "2031-05-39"))


class Box(BaseModel):
    date: PartialDate


@pytest.mark.parametrize("text", EXAMPLES)
def test_a_model_field_takes_a_text_or_a_date_and_gives_the_text(text: str) -> None:
    date = PartialDate.parse(text)
    assert Box.model_validate({"date": text}).date == date
    assert Box(date=date).date is date
    assert Box(date=date).model_dump() == {"date": text}
    assert Box.model_validate_json(Box(date=date).model_dump_json()).date == date


def test_a_model_field_names_the_reason() -> None:
    with pytest.raises(ValidationError) as caught:
        Box.model_validate({"date": "2031-02-30"})
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"], error["msg"]) == ("date", ("date",), "no-such-day")
    assert error["ctx"] == {"reason": "no-such-day"}


@pytest.mark.parametrize("value", [True, 2031.0, None, b"2031", datetime.date(2031, 5, 2)])
def test_a_model_field_takes_no_other_type(value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Box.model_validate({"date": value})
    assert caught.value.errors()[0]["type"] == "string_type"


def test_the_schema_shows_pattern_and_examples() -> None:
    text = {"type": "string", "pattern": PATTERN, "examples": list(EXAMPLES)}
    year = {"type": "integer", "minimum": 1000, "maximum": 9999}  # what YAML makes of `date: 2031`
    read = Box.model_json_schema(mode="validation")["properties"]["date"]
    written = Box.model_json_schema(mode="serialization")["properties"]["date"]
    assert {**read, "title": ""} == {"anyOf": [text, year], "title": ""}
    assert {**written, "title": ""} == {**text, "title": ""}


def test_precision_runs_from_fine_to_coarse() -> None:
    assert [*Precision] == ["day", "month", "year", "interval", "unknown"]
