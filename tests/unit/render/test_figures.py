"""Pictures are valid SVG whatever they are given, keep to the page, and tell stances apart by shape."""

import datetime
import re
from xml.etree import ElementTree

import pytest

from build_scripts.link.corpus import link
from build_scripts.pipeline import check
from build_scripts.render.figures.chain import Box, chain_figure
from build_scripts.render.figures.drawing import shortened, wrapped
from build_scripts.render.figures.network import Leg, Stop, network_figure
from build_scripts.render.figures.positions import NARROW, WIDE, Arrow, Mark, positions_figure
from build_scripts.render.pictures import pictures
from tests.projects import RIVER

SVG = "{http://www.w3.org/2000/svg}"
DAY = datetime.date(2031, 5, 2)


def read(text: str) -> ElementTree.Element:
    assert re.match(r"<!-- source: [^\n]+ -->\n<svg ", text)
    return ElementTree.fromstring(text)


def words(svg: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in svg.iter(f"{SVG}text")]


def shapes(stance: str, hollow: bool = False) -> str:
    mark = Mark("a/p1", "Utopia", stance, "guard duty", None, DAY, hollow)
    svg = read(positions_figure([mark], [], [(DAY, "2 May 2031")], "t", "d", "briefs/x.yml"))
    return " ".join(each.attrib["d"] + each.attrib["fill"] for each in svg.iter(f"{SVG}path"))


def test_every_picture_of_the_river_says_what_it_is() -> None:
    found = pictures(link(check(RIVER).corpus))
    assert {each.path for each in found} == {
        "figures/chain-2031-03-28-treaty-first.capital.svg",
        "figures/chain-2031-05-02-river-talks.ministry.svg",
        "figures/chain-2031-05-02-river-talks.official.svg",
        "figures/network-river-mission.svg",
        "figures/positions-river-mission.join-river-mission.svg",
        "figures/positions-river-mission.join-river-mission.narrow.svg",
    }
    for figure in found:
        svg = read(figure.text)
        assert svg.attrib["role"] == "img"
        assert svg.findtext(f"{SVG}title")
        assert svg.findtext(f"{SVG}desc")
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|<script|<image|<style", figure.text)


def test_a_chain_shows_hop_by_hop_who_was_read_who_is_unnamed_and_what_is_presumed() -> None:
    found = {(each.language, each.path): each.text for each in pictures(link(check(RIVER).corpus))}
    svg = read(found["en", "figures/chain-2031-05-02-river-talks.official.svg"])
    told = " ".join(words(svg))
    assert told == "this article read here retells Example Wire presumed cites an official in the capital unnamed"
    dashes = [box.attrib.get("stroke-dasharray", "") for box in svg.iter(f"{SVG}rect")]
    assert dashes == ["", "1.5 3", "5 4"]


def test_the_four_stances_have_four_shapes_hollow_or_filled() -> None:
    drawn = {
        shapes(stance, hollow)
        for stance in ("supports", "open", "conditional", "rules-out")
        for hollow in (False, True)
    }
    assert len(drawn) == 8
    outlines = {re.sub("#[0-9a-f]+", "", each) for each in drawn}
    assert len(outlines) == 4


@pytest.mark.parametrize(("earliest", "dash"), [(None, "2 5"), (DAY.replace(day=1), ""), (DAY, None)])
def test_a_bound_is_dotted_and_a_span_is_drawn_through(earliest: datetime.date | None, dash: str | None) -> None:
    mark = Mark("a/p1", "Utopia", "open", "x", earliest, DAY, False)
    svg = read(positions_figure([mark], [], [], "t", "d", "s"))
    bars = [line for line in svg.iter(f"{SVG}line") if line.attrib["stroke-width"] == "3"]
    assert [bar.attrib.get("stroke-dasharray", "") for bar in bars] == ([] if dash is None else [dash])


def test_judged_changes_are_arrows_with_their_verdict() -> None:
    found = {(each.language, each.path): each.text for each in pictures(link(check(RIVER).corpus))}
    told = words(read(found["en", "figures/positions-river-mission.join-river-mission.svg"]))
    assert "Hardened; how far is disputed" in told


def test_a_network_has_each_source_once_and_each_link_with_its_word() -> None:
    found = {(each.language, each.path): each.text for each in pictures(link(check(RIVER).corpus))}
    svg = read(found["en", "figures/network-river-mission.svg"])
    told = words(svg)
    assert told.count("Example Wire") == 1, "two chains lead to the wire, and it is one source"
    assert {"retells", "cites", "Ivan Testov", "in the capital"} <= set(told)
    assert told.count("1 record") == 3
    assert "1 presumed" in " ".join(told)
    boxes = [box for box in svg.iter(f"{SVG}rect") if "stroke" in box.attrib]
    assert len(boxes) == 6
    assert [box.attrib["fill"] for box in boxes].count("#f2efe7") == 2, "both texts were read"


def test_boxes_of_a_network_stand_apart_and_a_long_link_goes_around() -> None:
    stops = [Stop("t", 0, "text"), *(Stop(f"s{n}", 1, f"source {n}") for n in range(6)), Stop("end", 2, "origin")]
    legs = [Leg("t", stop.name, "cites", n == 2) for n, stop in enumerate(stops[1:])]
    legs += [Leg("s1", "end", "retells"), Leg("end", "end", "itself"), Leg("end", "s3", "backwards")]
    svg = read(network_figure(stops, legs, "t", "d", "s"))
    drawn = [box for box in svg.iter(f"{SVG}rect") if "stroke" in box.attrib]
    boxes = [[float(box.attrib[name]) for name in ("x", "y", "width", "height")] for box in drawn]
    for number, (x, y, width, height) in enumerate(boxes):
        for other_x, other_y, *_ in boxes[number + 1 :]:
            assert not (x <= other_x < x + width and y - 1 <= other_y < y + height), "two boxes overlap"
    assert {"cites", "retells", "backwards"} <= set(words(svg))
    assert sum("1.5 3" in path.attrib.get("stroke-dasharray", "") for path in svg.iter(f"{SVG}path")) == 1
    assert max(y + height for _, y, _, height in boxes) < float(svg.attrib["height"])


@pytest.mark.parametrize("text", ["<b>&\"'", "]]>", "--><script>", "я" * 400, "слово " * 60, " ", "ელი"])
def test_strange_words_stay_words(text: str) -> None:
    svg = read(chain_figure([Box(text, text, text), Box(text)], text, text, "briefs/a--b.yml"))
    assert "".join("".join(words(svg)).split()).replace("-", "").startswith("".join(text.split())[:15].replace("-", ""))
    marks = [Mark("a/p1", text, "open", text, None, None, True), Mark("a/p2", text, "supports", text, DAY, None, False)]
    assert read(network_figure([Stop("a", 0, text, text), Stop("b", 1, text)], [Leg("a", "b", text)], text, text, "s"))
    for frame in (WIDE, NARROW):
        picture = read(positions_figure(marks, [Arrow("a/p1", "a/p2", text)], [(DAY, text)], text, text, "s", frame))
        assert int(picture.attrib["width"]) == frame.width


def test_a_picture_leaves_out_what_its_font_cannot_set() -> None:
    svg = read(chain_figure([Box("Перегово\u0301ры 💧 Ấ", "", "")], "t", "d", "s"))
    assert "".join("".join(words(svg)).split()) == "ПереговорыÂ"


def test_the_picture_for_a_phone_has_every_position_within_its_width() -> None:
    found = {(each.language, each.path): each.text for each in pictures(link(check(RIVER).corpus))}
    path = "figures/positions-river-mission.join-river-mission"
    wide, narrow = (read(found["en", f"{path}{kind}.svg"]) for kind in ("", ".narrow"))
    shapes = [
        [each.attrib["fill"] for each in svg.iter(f"{SVG}path") if each.attrib["d"].endswith("Z")]
        for svg in (wide, narrow)
    ]
    assert shapes[0] == shapes[1] != []
    assert float(narrow.attrib["width"]) < 350
    assert "".join(words(narrow)).startswith("".join(words(wide))[:5])


def test_a_name_without_end_is_cut_in_its_box() -> None:
    name = "neighbours of the clerk " * 300
    for text in (
        chain_figure(
            [Box("this text", how="cites", is_read=True), Box(name, is_unnamed=True)], "t", "d", "briefs/x.yml"
        ),
        network_figure(
            [Stop("a", 0, "this text"), Stop("b", 1, name)], [Leg("a", "b", "cites")], "t", "d", "briefs/x.yml"
        ),
    ):
        svg = read(text)
        assert float(svg.attrib["height"]) < 200
        assert words(svg)[-1].endswith("…")


def test_lines_break_at_words_and_end_in_an_ellipsis() -> None:
    assert wrapped("taking part in any mission", 12) == ["taking part", "in any", "mission"]
    assert shortened(["taking part", "in any", "mission"], 2) == ["taking part", "in…"]
    assert wrapped("abcdefghij", 4) == ["abc-", "def-", "ghij"]
