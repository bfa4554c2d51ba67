"""What was meant by dates that are none: the way to write them is always a date, and nothing else is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.date import EXAMPLES, PartialDate
from build_scripts.validate.date_slips import date_slip

WAYS = [
    *(("2031-21", "2031-03~/2031-05~"), ("2031-22", "2031-06~/2031-08~"), ("2031-24?", "2031-12~/2032-02~")),
    *(("2031-29", "2031-09~/2031-11~"), ("2031-34", "2031-04/2031-06"), ("2031-37", "2031-01/2031-04")),
    *(("2031-41", "2031-07/2031-12"), ("2031-Q4", "2031-10/2031-12"), ("2031-21/2031-23", "2031-03~/2031-11~")),
    *(("199X", "1990/1999"), ("19XX", "1900/1999"), ("199x", "1990/1999"), ("1990s", "1990/1999")),
    *(("2031-05-XX", "2031-05"), ("2031-05-xx", "2031-05"), ("2031-XX", "2031"), ("2031-XX-05", "2031")),
    *(("2031-05-02T23:30:00+03:00", "2031-05-02"), ("2031-05-02 23:30", "2031-05-02"), ("2031-5", "2031-05")),
    *(("2031-05-02/", "2031-05-02/.."), ("/2031-05-02", "../2031-05-02"), ("unknown/2031", "../2031")),
    *(("2031-05-02/2031-05-XX", "2031-05-02/2031-05"), ("2031%", "2031~"), ("2.5.2031", "2031-05-02")),
    *(("2031-5-2", "2031-05-02"), ("2031-05-02T23Z", "2031-05-02")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "way"), WAYS)
def test_the_way_to_write_it_is_named(text: str, way: str) -> None:
    found = date_slip(text)
    assert found is not None and found[1] == way


@pytest.mark.parametrize("text", ["-0043", "-44", "44 BC", "44 до н. э.", "Y-17000", "XXXX-05-02"])
def test_some_things_no_date_can_say(text: str) -> None:
    found = date_slip(text)
    assert found is not None and found[1] == ""


@pytest.mark.parametrize("text", ["2031-13", "31", "вчера", "2031-02-30", "2031-21-05", "05/02/2031", "2031-13-XX", ""])
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert date_slip(text) is None


@given(st.one_of(st.text("0123456789-/.XTZ~?% :s", max_size=24), st.sampled_from(EXAMPLES)))
def test_what_is_named_is_a_date(text: str) -> None:
    found = date_slip(text)
    if found is not None and found[1]:
        PartialDate.parse(found[1])
