"""The timeline as a picture is the list once more: the same entries, none placed where nobody says it was."""

import datetime
import html
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.link.corpus import link
from build_scripts.model.bilingual import SITE_LANGUAGES
from build_scripts.model.linked import Linked
from build_scripts.model.page import Page
from build_scripts.model.printout import DOSSIER
from build_scripts.pipeline import check
from build_scripts.render.figures.axis import Axis
from build_scripts.render.figures.counts import counts_figure
from build_scripts.render.figures.legend import SIGNS
from build_scripts.render.figures.marks import Mark, Words
from build_scripts.render.figures.placing import place, rows_of
from build_scripts.render.figures.timeline import MOST, timeline_figure
from build_scripts.render.listings import day_of
from build_scripts.render.pages import render
from build_scripts.render.paper.printouts import printouts
from build_scripts.render.pictures import pictures
from build_scripts.render.timelines import by_year, in_order, timeline_picture
from build_scripts.render.view import View
from tests.many_events import make_crowd
from tests.projects import RIVER, SITE, STRAIT
from tests.test_cases import CASES, lay_over

SVG = "{http://www.w3.org/2000/svg}"
WORDS = Words(
    label="a picture",
    legend=dict.fromkeys(SIGNS, "x"),
    kinds={kind: kind for kind in ("happened", "standing", "planned", "text")},
    unplaced="nowhere",
    across="across",
    period=lambda first, last: [str(first)] if first == last else [str(first), str(last)],
    tick=str,
    left_out=lambda before, after: f"{(after - before).days} days",
    column=lambda first, months: (str(first.year), str(first.month)),
)
FIRST = datetime.date(2031, 5, 2)


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Linked]:
    richest = tmp_path_factory.mktemp("richest") / "project"
    lay_over(CASES / "good" / "every-field", richest)
    crowd = make_crowd(tmp_path_factory.mktemp("crowd") / "project")
    projects = {"strait": STRAIT, "river": RIVER, "every-field": richest, "crowd": crowd}
    return {name: link(check(project).corpus) for name, project in projects.items()}


@pytest.fixture(scope="module")
def pages(linked: dict[str, Linked]) -> dict[str, tuple[Page, ...]]:
    return {name: render(each, SITE, pictures(each)) for name, each in linked.items()}


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def mark(number: int, earliest: str | None, latest: str | None, shape: str = "reported", **more: bool) -> Mark:
    kind = shape if shape in ("text", "planned", "standing") else "happened"
    return Mark(number, f"a/e{number}", shape, kind, f"says {number}", day(earliest), day(latest), **more)


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def drawn(svg: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """The marks of a picture by their numbers."""
    found = {}
    for each in svg.iter(f"{SVG}a"):
        number = each.find(f".//{SVG}text")
        assert number is not None
        assert number.text
        found[number.text] = each
    return found


def listed(markdown: str) -> dict[str, str]:
    """The numbers of the list with the anchors of their entries."""
    numbered = r'<span class="number">(\d+)\.</span> [^\n]*\n:   <span id="([^"]+)"'
    return dict(re.findall(numbered, markdown))


@pytest.mark.parametrize("language", SITE_LANGUAGES)
@pytest.mark.parametrize("content", ["strait", "river", "every-field"])
def test_the_picture_and_the_list_of_each_page_are_the_same_one_to_one(
    linked: dict[str, Linked], pages: dict[str, tuple[Page, ...]], content: str, language: str
) -> None:
    seen = 0
    for page in pages[content]:
        if page.language == language and '<figure class="time"' in page.text:
            svg = read(page.text[page.text.index("<svg") : page.text.index("</figure>")])
            marks = {number: each.attrib["href"][1:] for number, each in drawn(svg).items()}
            assert marks == listed(page.text), page.path
            assert list(marks) == list(map(str, range(1, len(marks) + 1))), "in the order of the list"
            seen += 1
    assert seen == 1 + len(linked[content].corpus.documents.briefings)


@pytest.mark.parametrize("content", ["strait", "every-field", "crowd"])
def test_paper_has_the_picture_and_the_numbers_of_the_page(
    linked: dict[str, Linked], pages: dict[str, tuple[Page, ...]], content: str
) -> None:
    texts = {(page.language, page.path): page.text for page in pages[content]}
    found = printouts(linked[content], pictures(linked[content]), "https://example.org/", FIRST)
    for printout in [each for each in found if each.name != DOSSIER]:
        text = texts[printout.language, f"briefings/{printout.name}.md"]
        lanes = printout.data["sheets"][0]["timeline"]
        assert lanes["figure"]["svg"] in text
        assert html.escape(lanes["figure"]["alt"]) in text
        numbers = [str(row["number"]) for lane in ("dated", "undated") for row in lanes[lane]]
        assert numbers == list(listed(text))


@pytest.mark.parametrize("content", ["strait", "every-field"])
def test_each_mark_has_the_shape_and_the_width_that_its_entry_has(linked: dict[str, Linked], content: str) -> None:
    view = View(linked[content], "en", "timeline.md")
    texts = list(view.documents.articles.values())
    rows = in_order(linked[content].timeline, texts)
    marks = drawn(read(timeline_picture(view, linked[content].timeline, texts)))
    assert len(marks) == len(rows)
    for row, each in zip(rows, marks.values(), strict=True):
        date = row.bound if hasattr(row, "bound") else row.published.date
        is_day = date.earliest is not None and date.earliest == date.latest
        is_placed = bool(date.earliest or date.latest)
        assert len(each.findall(f"{SVG}rect")) == (is_placed and not is_day), "a strip for what is not known to the day"
        assert view.date(date) in (each.findtext(f"{SVG}title") or "")
        if hasattr(row, "event"):
            assert view.t(f"status.{row.event.status}") in (each.findtext(f"{SVG}title") or "")
            struck = each.find(f".//{SVG}text[@text-decoration]") is not None
            assert struck == (row.event.withdrawn is not None)


def test_six_sorts_of_marks_are_told_apart_without_colour() -> None:
    found = set()
    for shape in ("text", "confirmed", "reported", "disputed", "standing", "planned"):
        each = drawn(read(timeline_figure([mark(1, "2031-05-02", "2031-05-02", shape)], WORDS)))["1"]
        outline = each.find(f".//{SVG}path")
        assert outline is not None
        found.add((outline.attrib["d"], outline.attrib["fill"] == "currentColor"))
    assert len(found) == 6


@pytest.mark.parametrize(
    ("earliest", "latest", "ends"),
    [
        ("2031-05-01", "2031-05-31", ["v", "v"]),
        (None, "2031-05-31", ["<", "v"]),
        ("2031-05-01", None, ["v", ">"]),
    ],
)
def test_an_open_end_is_an_arrow_and_a_known_one_a_line(
    earliest: str | None, latest: str | None, ends: list[str]
) -> None:
    svg = read(timeline_figure([mark(1, earliest, latest), mark(2, "2031-05-20", "2031-05-20")], WORDS))
    signs = {"M0 -9v18": "v", "M8 -5l-7 5l7 5": "<", "M-8 -5l7 5l-7 5": ">"}
    paths = [path.attrib["d"] for path in drawn(svg)["1"].iter(f"{SVG}path")]
    assert [signs[path] for path in paths if path in signs] == ends


def test_what_is_not_exact_is_dashed_and_what_is_nowhere_stands_under_the_axis() -> None:
    svg = read(timeline_figure([mark(1, "2031-05-02", "2031-05-02", is_soft=True), mark(2, None, None)], WORDS))
    soft, nowhere = drawn(svg).values()
    assert soft.find(f".//{SVG}path[@stroke-dasharray]") is not None
    axis = next(line for line in svg.iter(f"{SVG}line") if line.attrib["x2"] == "100%")
    assert float(nowhere.findall(f"{SVG}svg")[0].attrib["y"]) > float(axis.attrib["y1"])
    assert "nowhere" in [text.text for text in svg.iter(f"{SVG}text")]


def test_a_long_empty_stretch_is_cut_out_and_named_and_the_rest_is_even() -> None:
    october = [datetime.date(2025, 10, 1) + datetime.timedelta(2 * number) for number in range(15)]
    axis = Axis([datetime.date(1994, 3, 1), *october], 0, 100)
    assert len(axis.breaks()) == 1
    steps = {round(axis.x(later) - axis.x(day), 6) for day, later in pairwise(october)}
    assert len(steps) == 1
    assert steps.pop() > 4, "October has nearly all the room"
    marks = [mark(n, str(each), str(each)) for n, each in enumerate([datetime.date(1994, 3, 1), *october], start=1)]
    svg = timeline_figure(marks, WORDS)
    assert f"{(october[0] - datetime.date(1994, 3, 1)).days} days" in svg


def test_evenly_spread_days_are_not_cut() -> None:
    for days in ([], [FIRST], [FIRST, FIRST + datetime.timedelta(69)]):
        assert Axis(days, 0, 100).breaks() == []
    assert Axis([datetime.date(year, 1, 1) for year in range(1990, 2030, 10)], 0, 100).breaks() == []


def test_a_range_is_never_cut_however_long_it_is() -> None:
    march = [datetime.date(2031, 3, day) for day in range(1, 20)]
    year = (datetime.date(2029, 1, 1), datetime.date(2029, 12, 31))
    axis = Axis([*year, *march], 0, 100, [year])
    assert [(before.last, after.first) for before, after in axis.breaks()] == [(year[1], march[0])]


def test_several_cuts_are_named_in_lines_of_their_own() -> None:
    days = [datetime.date(year, 1, day) for year in (1700, 1800, 1900) for day in (1, 2, 3)]
    days += [datetime.date(2031, 1, day) for day in range(1, 20)]
    svg = read(timeline_figure([mark(n, str(each), str(each)) for n, each in enumerate(days, start=1)], WORDS))
    told = [each for each in svg.iter(f"{SVG}text") if (each.text or "").endswith(" days")]
    assert len(told) == 3
    assert len({(each.attrib["x"], each.attrib["y"]) for each in told}) == 3


dates = st.none() | st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
bounds = st.tuples(dates, dates).map(
    lambda pair: (min(pair), max(pair)) if pair[0] and pair[1] else pair  # type: ignore[type-var]
)


@given(st.lists(bounds, max_size=MOST))
def test_no_two_marks_overlap_on_a_phone_whatever_the_dates(found: list[tuple[datetime.date, datetime.date]]) -> None:
    marks = [Mark(n, f"a/e{n}", "reported", "happened", "x", *each) for n, each in enumerate(found, start=1)]
    placed = [each for each in marks if each.is_placed]
    axis = Axis([end for each in placed for end in (each.earliest, each.latest) if end], 15, 85)
    for row in rows_of([place(each, axis) for each in placed]):
        ends = sorted(each.room for each in row)
        assert all(before[1] <= after[0] for before, after in pairwise(ends))
        assert all(left >= -0.01 - 3 and right <= 343.01 for left, right in ends)
    assert len(drawn(read(timeline_figure(marks, WORDS)))) == len(marks)


@given(st.lists(bounds, min_size=1, max_size=80))
def test_counts_add_up_whatever_the_dates(found: list[tuple[datetime.date, datetime.date]]) -> None:
    shapes = ("reported", "standing", "planned", "text")
    kinds = ("happened", "standing", "planned", "text")
    marks = [Mark(n, f"a/e{n}", shapes[n % 4], kinds[n % 4], "x", *each) for n, each in enumerate(found, start=1)]
    assert counted(read(counts_figure(marks, WORDS))) == len(marks)


def test_what_may_lie_in_several_columns_is_in_none_of_them() -> None:
    found = [mark(n, f"2031-0{n}-01", f"2031-0{n}-02") for n in range(1, 4)]
    found += [mark(4, "2031-01-20", "2031-02-03"), mark(5, None, "2031-03-01"), mark(6, None, None)]
    svg = read(counts_figure(found, WORDS))
    bars = [each for each in svg.iter(f"{SVG}a") if each.find(f"{SVG}rect[@fill-opacity='.45']") is not None]
    strips = [each for each in svg.iter(f"{SVG}a") if each.find(f"{SVG}rect[@fill-opacity='.12']") is not None]
    assert [each.attrib["href"] for each in bars] == ["#a/e1", "#a/e2", "#a/e3"]
    assert {each.attrib["href"] for each in strips} == {"#a/e4", "#a/e5"}
    assert "nowhere: 1" in [text.text for text in svg.iter(f"{SVG}text")]


def counted(svg: ElementTree.Element) -> int:
    """The sum of all numbers in a picture of counts."""
    texts = [text.text or "" for each in svg.iter(f"{SVG}a") for text in each.iter(f"{SVG}text")]
    return sum(int(text.rpartition(" ")[2]) for text in texts)


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_three_hundred_events_are_counted_not_crowded(pages: dict[str, tuple[Page, ...]], language: str) -> None:
    for page in pages["crowd"]:
        if page.language == language and page.path in ("timeline.md", "briefings/crowd.md"):
            svg = read(page.text[page.text.index("<svg") : page.text.index("</figure>")])
            entries = listed(page.text)
            assert len(entries) > 300
            assert counted(svg) == len(entries)
            assert {each.attrib["href"][1:] for each in svg.iter(f"{SVG}a")} <= set(entries.values())
            assert int(svg.attrib["height"]) < 700
            years = re.findall(r"^#+ (\d{4}) \{: \.lane #year-(\d{4}) \}$", page.text, re.MULTILINE)
            assert [year for year, _ in years] == sorted({year for year, _ in years})
            assert all(f'<a href="#year-{name}">{year}</a>' in page.text for year, name in years)
            assert len(years) > 5


@pytest.mark.parametrize("content", ["strait", "every-field", "crowd"])
def test_years_part_the_dated_lane_in_its_order_and_lose_nothing(linked: dict[str, Linked], content: str) -> None:
    view = View(linked[content], "en", "timeline.md")
    rows = in_order([each for each in linked[content].timeline if each.is_dated], view.documents.articles.values())
    parts = by_year(rows, is_long=True)
    assert [row for _, found in parts for row in found] == rows
    assert [year for year, _ in parts] == sorted({year for year, _ in parts})
    for year, found in parts:
        for row in found if len(parts) > 1 else ():
            latest = day_of(row).latest
            assert year == (str(latest.year) if latest else "open")
    assert len(parts) == {"strait": 2, "every-field": 2, "crowd": 8}[content]
    assert by_year(rows, is_long=False) == [("", rows)]


@pytest.mark.parametrize("text", ["<b>&\"'", "]]>", "--><script>", "я" * 400, "</title></svg>", "💧"])
def test_strange_words_stay_words(text: str, tmp_path: Path) -> None:
    strange = Mark(1, "a/e1", "reported", "happened", text, FIRST, FIRST)
    for draw in (timeline_figure, counts_figure):
        svg = read(draw([strange], WORDS))
        assert len(list(svg.iter(f"{SVG}a"))) == 1
    assert drawn(read(timeline_figure([strange], WORDS)))["1"].findtext(f"{SVG}title") == text
