"""What editions said and what they changed, in the words that they kept, never in those of today.

Comes in: the words of an edition, or the difference between two. Goes out: sentences, for pages as Markdown and for
feeds and paper as plain text. What kept no words is told by the names of its records alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..model.briefing import Briefing
from ..model.edition import Edition
from ..model.linked import Difference
from .escape import escape
from .telling import Telling, TellingOnPage
from .view import View

ORDER = ("added", "changed", "withdrawn", "dropped", "reworded")
"""In which order a difference is told, after the briefing itself."""

HEAD = ("bottom_line", "title", "subject", "background")
"""The words of a briefing itself, the bottom line first: it is what readers took away."""

KINDS = ("position", "change", "quote", "event", "conflict", "question", "relation", "article")
"""In which order the records of an edition are told."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing as it was and as it is, each in one language; an empty side was not there or kept no words."""

    name: str
    """What it is: a field of the briefing, or the full name of a record."""
    was: str
    now: str


def head_turns(view: View, difference: Difference) -> list[Turn]:
    """Return which words of the briefing itself changed in this language, the bottom line first; plain."""
    return [turn for turn in _head(difference, Telling, view) if turn.was != turn.now]


def head_turns_on_page(view: View, difference: Difference) -> list[Turn]:
    """Return the same for a page."""
    return [turn for turn in _head(difference, TellingOnPage, view) if turn.was != turn.now]


def record_turns(view: View, difference: Difference) -> list[tuple[str, Turn]]:
    """Return each record that is otherwise, with how: `added`, `changed`, `withdrawn`, `dropped`, `reworded`; plain."""
    return list(_records(difference, Telling, view))


def record_turns_on_page(view: View, difference: Difference) -> list[tuple[str, Turn]]:
    """Return the same for a page."""
    return list(_records(difference, TellingOnPage, view))


def _head(difference: Difference, telling: type[Telling], view: View) -> Iterator[Turn]:
    then, now = difference.edition.said, difference.said
    if then and now:
        for name in HEAD:
            yield Turn(name, telling(view, then).field(name), telling(view, now).field(name))
        for name in dict.fromkeys((*then.tracked, *now.tracked)):
            was, is_now = (telling(view, said).words(said.tracked.get(name, {})) for said in (then, now))
            yield Turn("tracked", was, is_now)


def _records(difference: Difference, telling: type[Telling], view: View) -> Iterator[tuple[str, Turn]]:
    then, now = (telling(view, said) if said else None for said in (difference.edition.said, difference.said))
    for how in ORDER:
        for key in getattr(difference, how):
            if key == difference.edition.briefing:
                yield from _itself(difference, telling, view, how, is_kept=bool(then and now))
                continue
            was = then.record(key) if then and how != "added" else telling.nothing
            yield how, Turn(key, was, now.record(key) if now and how != "dropped" else telling.nothing)


def _itself(
    difference: Difference, telling: type[Telling], view: View, how: str, *, is_kept: bool
) -> Iterator[tuple[str, Turn]]:
    """Yield the briefing itself where it is otherwise and its words in this language do not tell how."""
    if not any(turn.was != turn.now for turn in _head(difference, telling, view)):
        words = telling.inert(view.t("page.briefing-itself")) if is_kept else telling.nothing
        yield how, Turn(difference.edition.briefing, words, words)


def nameless(view: View, difference: Difference) -> list[tuple[str, list[str]]]:
    """Return the full names of records that are otherwise and of which neither side kept words, by how."""
    told: dict[str, list[str]] = {}
    for how, turn in record_turns(view, difference):
        if not turn.was and not turn.now:
            told.setdefault(how, []).append(turn.name)
    return list(told.items())


def wordless(difference: Difference) -> Difference:
    """Return a difference without the words of today: they are no answer to what an edition said that kept none."""
    return replace(difference, said=None)


def told_in(view: View, edition: Edition) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the records of an edition in its words, by kind; nothing where it kept none."""
    if edition.said is None:
        return []
    telling = TellingOnPage(view, edition.said)
    kinds = {told.kind for told in edition.said.records.values()}
    ordered = [*(kind for kind in KINDS if kind in kinds), *sorted(kinds - {*KINDS})]
    held = edition.said.records.items()
    return [(kind, [(key, telling.record(key)) for key, told in held if told.kind == kind]) for kind in ordered]


def field_of(view: View, edition: Edition, name: str) -> str:
    """Return what an edition said in a field of the briefing itself, for a page; empty where it kept no words."""
    return TellingOnPage(view, edition.said).field(name) if edition.said else Markup()


def edition_stand(view: View, briefing: Briefing) -> str:
    """Return which edition a briefing is, or after which one it was changed: its words of today are no edition then."""
    latest = view.linked.since[briefing.id][-1]
    number, date = latest.edition.number, view.date(latest.edition.date)
    return view.t("page.edition" if latest.is_current else "page.after-edition", number=number, date=date)


def title_of(view: View, edition: Edition) -> str:
    """Return the title of an edition, plain; the id of its briefing where it kept no words."""
    return Telling(view, edition.said).field("title") if edition.said else edition.briefing


def to_record(view: View, label: str, key: str) -> Markup:
    """Return a link to the place of a record, labelled; the label alone where the record is gone."""
    corpus = view.linked.corpus
    if key in corpus.records:
        owner = corpus.records[key][0]
        anchor = key if isinstance(owner, Briefing) else key.partition("/")[2]
        return view.link(label, view.owner_path(owner), anchor)
    if key in view.documents.briefings:
        return view.link(label, f"briefings/{key}.md")
    if key in view.documents.articles:
        return view.link(label, f"articles/{key}.md")
    return escape(label)


def kind_in(view: View, difference: Difference, key: str) -> str:
    """Return what kind of record something was, in words; empty where neither side kept words."""
    if key == difference.edition.briefing:
        return kind_label(view, "briefing")
    for said in (difference.said, difference.edition.said):
        if said and key in said.records:
            return kind_label(view, said.records[key].kind)
    return ""


def kind_label(view: View, kind: str) -> str:
    """Return the name of a kind of record; a kind that is no more goes by its own word."""
    known = view.t.find("record-kind")
    return str(known.get(kind, kind))
