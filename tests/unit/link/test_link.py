"""The connections of the river corpus: origins counted once, events in order, cards and doubts both ways."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.link.corpus import link
from build_scripts.model.briefing import Briefing
from build_scripts.model.copies import Copy, Likeness
from build_scripts.model.date import PartialDate
from build_scripts.model.linked import Linked, OriginKind
from build_scripts.pipeline import check
from build_scripts.render.listings import Listings
from build_scripts.render.pages import render
from build_scripts.render.pictures import pictures
from tests.projects import RIVER, SITE
from tests.test_cases import CASES, lay_over

Changed = Callable[..., Linked]

TALKS, TREATY = "2031-05-02-river-talks", "2031-03-28-treaty-first"


@pytest.fixture(scope="module")
def linked() -> Linked:
    return link(check(RIVER).corpus)


def test_each_record_rests_on_the_end_of_its_chain(linked: Linked) -> None:
    kinds = {key: (origin.name, origin.kind) for key, origin in linked.origins.items()}
    assert kinds[f"{TALKS}/q1"] == ("ivan-testov", OriginKind.NAMED)
    assert kinds[f"{TALKS}/p1"] == (f"{TALKS}/unnamed/чиновник в столице", OriginKind.UNNAMED)
    assert kinds[f"{TALKS}/e1"] == (f"{TALKS}/this", OriginKind.OWN_VOICE)
    assert kinds[f"{TREATY}/e1"] == kinds[f"{TREATY}/e2"]


def test_origins_are_counted_and_articles_are_not(linked: Linked) -> None:
    briefing = linked.corpus.documents.briefings["river-mission"]
    assert len(linked.evidenced_in(briefing)) == 6
    assert len(linked.origins_of(briefing)) == 5
    assert list(linked.on_unnamed(briefing).values()) == [[f"{TREATY}/p1"], [f"{TALKS}/p1"]]
    assert linked.presumed_away(briefing) == 0, "the presumed hop leads to a source that no other chain has"


def test_an_event_without_a_date_gets_a_bound_and_never_a_day(linked: Linked) -> None:
    entries = {entry.key: entry for entry in linked.timeline}
    assert [entry.key for entry in linked.timeline] == [f"{TREATY}/e1", f"{TREATY}/e2", f"{TALKS}/e1"]
    assert entries[f"{TALKS}/e1"].bound == PartialDate.parse("../2031-05-02")
    assert entries[f"{TALKS}/e1"].is_computed
    assert not entries[f"{TALKS}/e1"].is_dated
    planned = entries[f"{TREATY}/e2"]
    assert planned.bound == planned.event.date, "what is planned is not bounded by the publication"


def test_an_actor_knows_all_that_names_it(linked: Linked) -> None:
    card = linked.cards["ivan-testov"]
    assert [quote.id for _, quote in card.quotes] == ["q1"]
    assert [(article.id, chain) for article, chain in card.chains] == [(TALKS, "ministry")]
    assert [briefing.id for briefing in card.briefings] == ["river-mission"]
    assert [position.id for _, position in linked.cards["utopia"].positions] == ["p1", "p1"]


def test_a_doubt_is_known_at_each_record_it_names(linked: Linked) -> None:
    doubts = linked.doubts[f"{TALKS}/p1"]
    found = [
        record.id
        for kind in (doubts.changes, doubts.conflicts, doubts.questions, doubts.relations)
        for _, record in kind
    ]
    assert found == ["c1", "x1", "o1", "r1"]
    assert f"{TREATY}/e1" not in linked.doubts


def test_a_period_needs_a_day_on_every_side(linked: Linked) -> None:
    briefing = linked.corpus.documents.briefings["river-mission"]
    lists = Listings(linked)
    rows = lists.positions_on("join-river-mission", linked.articles(briefing))
    assert lists.period(rows) == PartialDate.parse("2031-03-28/2031-05-02")
    assert lists.period(rows[:1]) is None


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Return a function that links the river corpus with pieces of its files replaced."""

    def build(*replacements: tuple[str, str, str]) -> Linked:
        project = tmp_path / "river"
        shutil.copytree(RIVER, project)
        for path, old, new in replacements:
            file = project / "briefs" / path
            text = file.read_text("utf-8")
            assert old in text
            file.write_text(text.replace(old, new, 1), "utf-8")
        checked = check(project)
        assert not checked.has_errors, checked.problems
        return link(checked.corpus)

    return build


def river(linked: Linked) -> Briefing:
    return linked.corpus.documents.briefings["river-mission"]


TREATY_FILE, BRIEFING_FILE = f"articles/2031/{TREATY}.yml", "briefings/river-mission.yml"
CAPITAL = '{ru: "в столице", en: "in the capital"}'


def related(kind: str, one: str, two: str) -> tuple[str, str, str]:
    reason = '{ru: "так в тексте", en: "so the text says"}'
    new = f"  - {{id: r9, from: {one}, kind: {kind}, to: {two}, reason: {reason}}}\n"
    return BRIEFING_FILE, "relations:\n", "relations:\n" + new


def test_what_two_articles_call_alike_may_be_two(changed: Changed) -> None:
    same = '{ru: "чиновник в столице", en: "an official in the capital"}'
    linked = changed((TREATY_FILE, CAPITAL, same))
    assert len(linked.origins_of(river(linked))) == 5


def test_sources_presumed_to_be_one_count_once_and_the_page_may_say_so(changed: Changed) -> None:
    linked = changed((TREATY_FILE, f"{{unnamed: {CAPITAL}}}", f"{{unnamed: {CAPITAL}, same_as: {TALKS}/official}}"))
    assert len(linked.origins_of(river(linked))) == 4
    assert linked.presumed_away(river(linked)) == 1
    assert [len(keys) for keys in linked.on_unnamed(river(linked)).values()] == [2]
    ends = [source for source in linked.networks["river-mission"].sources if source.hop.unnamed]
    assert [source.records for source in ends] == [2]


def test_a_network_has_each_source_once_as_far_out_as_a_chain_puts_it(linked: Linked) -> None:
    network = linked.networks["river-mission"]
    columns = {source.name: source.column for source in network.sources}
    assert columns == {
        f"{TREATY}/this": 0,
        f"{TALKS}/this": 0,
        f"{TREATY}/unnamed/в столице": 1,
        "example-wire": 1,
        "ivan-testov": 2,
        f"{TALKS}/unnamed/чиновник в столице": 2,
    }
    links = {(edge.start, edge.end): (edge.how, edge.is_presumed) for edge in network.edges}
    assert links[f"{TALKS}/this", "example-wire"] == (("retells",), False), "one of the two chains states it"
    assert links["example-wire", "ivan-testov"] == (("cites",), False)
    assert sum(source.records for source in network.sources) == len(linked.origins)


def test_an_event_that_precedes_another_stands_before_it_and_is_bounded_by_it(changed: Changed) -> None:
    linked = changed(related("precedes", f"{TALKS}/e1", f"{TREATY}/e1"))
    entry = next(entry for entry in linked.timeline if entry.key == f"{TALKS}/e1")
    assert entry.bound == PartialDate.parse("../2031-03-14")
    assert entry.bounded_by == f"{TREATY}/e1"
    assert not entry.is_dated, "a bound is no date"


def test_an_event_between_two_has_both_bounds(changed: Changed) -> None:
    one = f"{TREATY}/e1"
    linked = changed(related("precedes", one, f"{TALKS}/e1"))
    entry = next(entry for entry in linked.timeline if entry.key == f"{TALKS}/e1")
    assert (entry.bound, entry.follows, entry.bounded_by) == (PartialDate.parse("2031-03-14/2031-05-02"), one, "")
    assert not entry.is_dated, "two bounds are no date either"


def test_an_order_moves_events_of_one_lane_and_no_others(changed: Changed) -> None:
    twin = """  - id: e9
    what: {ru: "Раньше этого.", en: "Before this."}
    date: unknown
    basis: {ru: "не сказано", en: "not stated"}
    words: "Недавно ведомства двух стран"
    status: reported
positions:
"""
    linked = changed(
        (f"articles/2031/{TALKS}.yml", "positions:\n", twin), related("precedes", f"{TALKS}/e9", f"{TALKS}/e1")
    )
    order = [entry.key for entry in linked.timeline]
    assert order == [f"{TREATY}/e1", f"{TREATY}/e2", f"{TALKS}/e9", f"{TALKS}/e1"]


def test_what_is_possibly_the_same_counts_once(changed: Changed) -> None:
    linked = changed(related("possibly-same", f"{TALKS}/e1", f"{TREATY}/e1"))
    assert len(linked.timeline) == 3
    assert linked.distinct(linked.timeline) == 2


def test_a_record_is_known_since_the_latest_text_it_is_about(linked: Linked) -> None:
    assert str(linked.known(f"{TREATY}/p1")) == "2031-03-28"
    assert str(linked.known("river-mission/c1")) == "2031-05-02"


def test_copies_of_one_text_are_one_origin(tmp_path: Path) -> None:
    lay_over(CASES / "good" / "two-copies-that-are-related", tmp_path / "project")
    linked = link(check(tmp_path / "project").corpus)
    briefing = linked.corpus.documents.briefings["river-bridge"]
    first, copy = linked.articles(briefing)
    assert linked.corpus.copies == {copy.id: Copy(first.id, Likeness.WORDS)}
    assert [origin.name for origin in linked.origins_of(briefing)] == [f"{first.id}/this"]
    assert linked.presumed_away(briefing) == 0
    assert [source.records for source in linked.networks["river-bridge"].sources] == [2]
    assert Listings(linked).copies_of(first) == [copy] and Listings(linked).copies_of(copy) == [first]
    pages = {(page.path, page.language): page.text for page in render(linked, SITE, pictures(linked))}
    assert "1 of the texts is a copy of another and counts as one with it." in pages["briefings/river-bridge.md", "en"]
    assert "1 текст повторяет другой и считается вместе с ним за один." in pages["briefings/river-bridge.md", "ru"]
    assert f"]({copy.id}.md) (one origin)" in pages[f"articles/{first.id}.md", "en"]
