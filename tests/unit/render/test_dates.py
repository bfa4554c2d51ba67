"""Partial dates in words, in both languages. In the tables `_` stands for a no-break space."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from build_scripts.model.bilingual import SITE_LANGUAGES
from build_scripts.model.date import DateFault, PartialDate
from build_scripts.render.dates import between, iso_or_none, phrase
from build_scripts.wording import wording

PHRASES = [
    ("2031-05-02", "2_мая 2031_г.", "2_May 2031"),
    ("2031-05", "май 2031_г.", "May 2031"),
    ("2031", "2031_г.", "2031"),
    ("0987", "987_г.", "987"),
    ("2031-05-02~", "около 2_мая 2031_г.", "about 2_May 2031"),
    ("2031-05~", "примерно май 2031_г.", "about May 2031"),
    ("2031~", "около 2031_г.", "about 2031"),
    ("2031-05-02?", "2_мая 2031_г. (под вопросом)", "2_May 2031 (uncertain)"),
    ("2031-05?", "май 2031_г. (под вопросом)", "May 2031 (uncertain)"),
    ("2031?", "2031_г. (под вопросом)", "2031 (uncertain)"),
    ("../2026-01-07", "не позднее 7_января 2026_г.", "not later than 7_January 2026"),
    ("../2031-03", "не позднее марта 2031_г.", "not later than March 2031"),
    ("../2031", "не позднее 2031_г.", "not later than 2031"),
    ("../2031-05~", "не позднее мая 2031_г. (примерно)", "not later than May 2031 (approximate)"),
    ("../2031-05-02?", "не позднее 2_мая 2031_г. (под вопросом)", "not later than 2_May 2031 (uncertain)"),
    ("2031-05-02/..", "не ранее 2_мая 2031_г.", "not earlier than 2_May 2031"),
    ("2031-05/..", "не ранее мая 2031_г.", "not earlier than May 2031"),
    ("2031/..", "не ранее 2031_г.", "not earlier than 2031"),
    ("2031~/..", "не ранее 2031_г. (примерно)", "not earlier than 2031 (approximate)"),
    ("2026-01-07/2026-01-21", "7–21_января 2026_г.", "7–21_January 2026"),
    ("2026-01-07/2026-02-02", "7_января_– 2_февраля 2026_г.", "7_January_– 2_February 2026"),
    ("2025-12-30/2026-01-07", "30_декабря 2025_г._– 7_января 2026_г.", "30_December 2025_– 7_January 2026"),
    ("2025-01-07/2026-01-09", "7_января 2025_г._– 9_января 2026_г.", "7_January 2025_– 9_January 2026"),
    ("2031-05/2031-06", "май_– июнь 2031_г.", "May–June 2031"),
    ("2030-12/2031-01", "декабрь 2030_г._– январь 2031_г.", "December 2030_– January 2031"),
    ("2030/2031", "2030–2031_гг.", "2030–2031"),
    ("2031-05-02/2031-06", "2_мая 2031_г._– июнь 2031_г.", "2_May 2031_– June 2031"),
    ("2030/2031-05", "2030_г._– май 2031_г.", "2030_– May 2031"),
    ("2031-05~/2031-06", "май 2031_г. (примерно)_– июнь 2031_г.", "May 2031 (approximate)_– June 2031"),
    ("2030/2031?", "2030_г._– 2031_г. (под вопросом)", "2030_– 2031 (uncertain)"),
    ("2031-05-02/2031-05-02", "2_мая 2031_г.", "2_May 2031"),
    ("2031~/2031~", "около 2031_г.", "about 2031"),
    ("unknown", "дата неизвестна", "date unknown"),
]

SINGLES = st.builds(
    lambda day, width, mark: day.isoformat()[:width] + mark,
    st.dates(datetime.date(2029, 11, 1), datetime.date(2031, 2, 28)),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "", "~", "?"]),
)
TEXTS = st.one_of(
    SINGLES, SINGLES.map("../{}".format), SINGLES.map("{}/..".format), st.builds("{}/{}".format, SINGLES, SINGLES)
)


@pytest.mark.parametrize(("text", "russian", "english"), PHRASES)
def test_a_date_reads_as_an_editor_would_write_it(text: str, russian: str, english: str) -> None:
    date = PartialDate.parse(text)
    assert phrase(date, wording("ru")).replace("\xa0", "_") == russian
    assert phrase(date, wording("en")).replace("\xa0", "_") == english


@pytest.mark.parametrize("language", SITE_LANGUAGES)
@settings(deadline=None)  # Babel loads a language at the first call
@given(one=TEXTS, other=TEXTS)
def test_what_was_written_differently_reads_differently(language: str, one: str, other: str) -> None:
    try:
        dates = [PartialDate.parse(one), PartialDate.parse(other)]
    except DateFault:
        assume(False)
    assume(one != other and not any(date.start and date.start == date.end for date in dates))
    assert phrase(dates[0], wording(language)) != phrase(dates[1], wording(language))


@pytest.mark.parametrize("month", range(1, 13))
def test_a_russian_month_is_nominative_alone_and_genitive_behind_a_bound(month: int) -> None:
    alone = phrase(PartialDate.parse(f"2031-{month:02}"), wording("ru"))
    bound = phrase(PartialDate.parse(f"../2031-{month:02}"), wording("ru"))
    assert alone.split()[0][-1] in "ьйт"
    assert bound.split()[2][-1] in "яа"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2031-05-02", "2031-05-02"),
        ("2031-05", "2031-05"),
        ("0987", "0987"),
        ("2031-05-02~", None),
        ("2031?", None),
        ("2030/2031", None),
        ("../2031", None),
        ("2031/..", None),
        ("unknown", None),
    ],
)
def test_only_a_firm_day_month_or_year_is_told_to_machines(text: str, value: str | None) -> None:
    assert iso_or_none(PartialDate.parse(text)) == value


def test_both_languages_have_the_same_keys() -> None:
    def keys(node: object, path: str = "date") -> set[str]:
        return set().union(*(keys(v, f"{path}.{k}") for k, v in node.items())) if isinstance(node, dict) else {path}

    assert keys(wording("ru").find("date")) == keys(wording("en").find("date"))


BETWEEN = [
    ("2031-03-01/2031-04-01", "между 1_марта и 1_апреля 2031_г.", "between 1_March and 1_April 2031"),
    ("2031-03-01/2031-03-14", "между 1 и 14_марта 2031_г.", "between 1 and 14_March 2031"),
    ("2030-05-30/2031-05-02", "между 30_мая 2030_г. и 2_мая 2031_г.", "between 30_May 2030 and 2_May 2031"),
    (
        "2031-03/2031-04-01",
        "не ранее марта 2031_г., не позднее 1_апреля 2031_г.",
        "not earlier than March 2031, not later than 1_April 2031",
    ),
    (
        "2031-03-01~/2031-04-01",
        "не ранее 1_марта 2031_г. (примерно), не позднее 1_апреля 2031_г.",
        "not earlier than 1_March 2031 (approximate), not later than 1_April 2031",
    ),
    ("2031-03-01/2031-03-01", "1_марта 2031_г.", "1_March 2031"),
    ("2031-03-01/..", "не ранее 1_марта 2031_г.", "not earlier than 1_March 2031"),
]


@pytest.mark.parametrize(("text", "ru", "en"), BETWEEN)
def test_what_lies_between_two_bounds_need_not_fill_the_time(text: str, ru: str, en: str) -> None:
    date = PartialDate.parse(text)
    for language, words in (("ru", ru), ("en", en)):
        assert between(date, wording(language)).replace("\u00a0", "_") == words
