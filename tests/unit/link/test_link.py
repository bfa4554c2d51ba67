"""The connections of the river corpus: origins counted once, events in order, cards and doubts both ways."""

from pathlib import Path

import pytest

from build_scripts.link.corpus import link
from build_scripts.model.date import PartialDate
from build_scripts.model.linked import Linked, OriginKind
from build_scripts.pipeline import check
from build_scripts.render.listings import Listings
from tests.projects import RIVER

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
    assert linked.on_unnamed(briefing) == (f"{TREATY}/p1", f"{TALKS}/p1")


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


def test_what_two_articles_call_alike_may_be_two(tmp_path: Path) -> None:
    import shutil

    project = tmp_path / "river"
    shutil.copytree(RIVER, project)
    file = project / f"briefs/articles/2031/{TREATY}.yml"
    text = file.read_text("utf-8")
    same = '{ru: "чиновник в столице", en: "an official in the capital"}'
    file.write_text(text.replace('{ru: "в столице", en: "in the capital"}', same), "utf-8")
    corpus = check(project).corpus
    assert len(link(corpus).origins_of(corpus.documents.briefings["river-mission"])) == 5
