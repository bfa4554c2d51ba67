"""What judged records say about the records of an article."""

from __future__ import annotations

from markupsafe import Markup

from ..model.article import Article
from ..model.briefing import Briefing, Change, Conflict, Question, Relation
from ..model.corpus import key_of
from .escape import escape
from .view import View

Line = tuple[Markup, Markup, Markup]
"""The kind of judgement, what it says, and a link to it."""

Judged = Change | Conflict | Question | Relation


def doubts_of(view: View, article: Article) -> list[Line]:
    """Return each judged record that names a record of the article, once, in the order of the article."""
    seen: dict[tuple[str, str], Line] = {}
    for record in article.evidenced:
        doubts = view.linked.doubts.get(key_of(article, record))
        if doubts is None:
            continue
        for kind in ("changes", "conflicts", "questions", "relations"):
            for briefing, judged in getattr(doubts, kind):
                seen.setdefault((briefing.id, judged.id), _line(view, kind, briefing, judged))
    return list(seen.values())


def _line(view: View, kind: str, briefing: Briefing, judged: Judged) -> Line:
    if isinstance(judged, Conflict):
        says = view.say(judged.what)
    elif isinstance(judged, Question):
        says = view.say(judged.text)
    else:
        says = view.say(judged.reason)
    return escape(view.t(f"judged.{kind}")), says, view.briefing(briefing, f"{briefing.id}/{judged.id}")
