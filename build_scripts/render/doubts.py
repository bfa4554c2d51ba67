"""What judged records say about the records of an article: at the record itself, and all together on its page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..model.article import Article
from ..model.briefing import Briefing, Change, Conflict, Question, Relation, State
from ..model.corpus import full_key, key_of
from ..model.linked import Doubts
from .escape import escape
from .view import View

Line = tuple[Markup, Markup, Markup]
"""The kind of judgement, what it says, and a link to it."""

Phrase = tuple[Markup, Markup]
"""The attribute that says since when it was known, and the words."""

KINDS = ("changes", "conflicts", "questions", "relations")


def bearing(view: View, key: str) -> list[Phrase]:
    """Return what bears on one record, each as a phrase with a link: doubts by their number, relations in words."""
    doubts = view.linked.doubts.get(key)
    return [] if doubts is None else [*_doubted(view, doubts), *_related(view, doubts, key)]


def doubts_of(view: View, article: Article) -> list[Line]:
    """Return each judged record that names a record of the article, once, in the order of the article."""
    seen: dict[tuple[str, str], Line] = {}
    for record in article.evidenced:
        doubts = view.linked.doubts.get(key_of(article, record))
        if doubts is None:
            continue
        for kind in KINDS:
            for briefing, judged in getattr(doubts, kind):
                seen.setdefault((briefing.id, judged.id), _line(view, kind, briefing, judged))
    return list(seen.values())


def _doubted(view: View, doubts: Doubts) -> Iterator[Phrase]:
    """Yield a phrase for each kind of doubt: how many there are, with a link to the one, or to where all stand."""
    found: dict[str, list[tuple[Briefing, Change | Conflict | Question]]] = {}
    for kind in KINDS[:-1]:
        for briefing, judged in getattr(doubts, kind):
            is_settled = getattr(judged, "status", State.OPEN) is State.SETTLED
            found.setdefault("settled" if is_settled else kind, []).append((briefing, judged))
    for kind, rows in found.items():
        briefing, first = rows[0]
        anchor = kind if len(rows) > 1 and kind != "settled" else key_of(briefing, first)
        words = view.t.count(f"bearing-count.{kind}", len(rows))
        # A phrase is as new as the newest judgement in it.
        yield max(view.known_mark(*row) for row in rows), view.link(words, view.owner_path(briefing), anchor)


def _related(view: View, doubts: Doubts, key: str) -> Iterator[Phrase]:
    for briefing, relation in doubts.relations:
        one, two = (full_key(briefing, each) for each in relation.references)
        words, other = ("kinship", two) if key == one else ("kinship-inverse", one)
        says = Markup(f"{escape(view.t(f'{words}.{relation.kind}'))} {view.record(other)}")
        yield view.known_mark(briefing, relation), says


def _line(view: View, kind: str, briefing: Briefing, judged: Change | Conflict | Question | Relation) -> Line:
    if isinstance(judged, Conflict):
        says = view.say(judged.what)
    elif isinstance(judged, Question):
        says = view.say(judged.text)
    else:
        says = view.say(judged.reason)
    return escape(view.t(f"judged.{kind}")), says, view.briefing(briefing, key_of(briefing, judged))
