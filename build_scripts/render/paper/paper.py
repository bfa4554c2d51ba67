"""What the parts of a printout ask for: words with their marks, notes by number, evidence, what bears on a record."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.article import Article
from ...model.bilingual import Bilingual
from ...model.briefing import State
from ...model.corpus import Owner, full_key, key_of
from ...model.date import PartialDate
from ...model.evidence import Proof
from ...model.linked import Entry
from ...model.page import svg_size
from ...model.record import Position, Quote, Record
from ..foreign import basic_tag, in_marks
from ..view import View
from .runs import Block, Run, Runs, blocks, joined


class Paper:
    """One printout in one language."""

    def __init__(self, view: View, figures: Mapping[str, str]) -> None:
        self.view = view
        self.t = view.t
        self.figures = figures
        """The pictures of the language by their paths, as SVG."""
        self.notes: dict[str, int] = {}
        """The records whose evidence the notes give, with their numbers, in the order of their first mark."""

    def say(self, text: Bilingual) -> Runs:
        """Return a text in the language of the printout; a missing or stale translation is marked as such."""
        words = text.words(self.view.language)
        if words is None:
            other = text.written_in
            body = {"lang": other, "body": [_line(text.words(other) or "")]}
            return [body, {"small": [f" ({self.t('page.untranslated')})"]}]
        stale = self.view.language != text.written_in and self.view.is_stale(text)
        return [_line(words), {"small": [f" ({self.t('page.stale')})"]}] if stale else [_line(words)]

    def prose(self, text: Bilingual, owner: Owner) -> list[Block]:
        """Return prose with its references to records as notes."""
        found = blocks(self.view.plain(text), lambda name: self.note(full_key(owner, name)))
        if text.words(self.view.language) is None:
            return [*found, {"p": [{"small": [f"({self.t('page.untranslated')})"]}]}]
        return found

    def note(self, key: str) -> Run:
        """Return the mark of the note that gives a record's evidence, and remember to write that note."""
        return {"note": self.notes.setdefault(key, len(self.notes) + 1)}

    def evidence(self, key: str) -> Runs:
        """Return the words that a record stands on: a quote between its marks, anything else without."""
        article, record = self.view.linked.corpus.evidenced(key)
        found: Runs = []
        language = basic_tag(article.language)  # the typesetter knows no more of a tag
        for each in self.view.linked.corpus.evidence[key]:
            found += [each.link] if found else []
            if each.proof is Proof.NONE:
                words = {"words": _line(each.printed), "lang": language}
                found += [words, {"small": [f" ({self.t('page.not-verified')})"]}]
            elif isinstance(record, Quote):
                spoken = in_marks(_line(each.printed), article.language)
                found.append({"quote": spoken, "lang": language})
            else:
                found.append({"words": _line(each.printed), "lang": language})
        return found

    def said(self, key: str) -> Runs:
        """Return what a record on words says in short; nothing for a quote, whose words say it."""
        record = self.view.linked.corpus.evidenced(key)[1]
        return [] if isinstance(record, Quote) else list(self.short(key)[0]["body"])  # type: ignore[index]

    def short(self, key: str) -> Runs:
        """Return what a record says in short, with a reference to its place."""
        record = self.view.linked.corpus.records[key][1]
        if isinstance(record, Position):
            return [{"ref": key, "body": [f"{self.t(f'stance.{record.stance}')}: ", *self.say(record.scope)]}]
        for field in ("what", "text", "reason"):
            text = getattr(record, field, None)
            if isinstance(text, Bilingual):
                return [{"ref": key, "body": self.say(text)}]
        return [{"ref": key, "body": self.evidence(key)}]

    def bearing(self, key: str) -> Runs:
        """Return what bears on a record: changes, conflicts and questions by their ids, related records in words."""
        doubts = self.view.linked.doubts.get(key)
        if doubts is None:
            return []
        parts: list[Runs] = []
        for kind in ("changes", "conflicts", "questions"):
            found: dict[str, list[Runs]] = {}
            for briefing, judged in getattr(doubts, kind):
                is_settled = getattr(judged, "status", State.OPEN) is State.SETTLED
                ref: Run = {"ref": key_of(briefing, judged), "body": [judged.id]}
                found.setdefault("settled" if is_settled else kind, []).append([ref])
            parts += [[f"{self.t(f'bearing.{name}')} ", *joined(refs, ", ")] for name, refs in found.items()]
        for briefing, relation in doubts.relations:
            one, two = (full_key(briefing, each) for each in relation.references)
            words, other = ("kinship", two) if key == one else ("kinship-inverse", one)
            parts.append([f"{self.t(f'{words}.{relation.kind}')} ", *self.short(other)])
        return joined(parts, " · ")

    def revisions(self, record: Record) -> Runs:
        """Return what was done to a record after it was published."""
        parts = [
            [{"em": [self.t("page.corrected", date=self.view.date(each.date))]}, " ", *self.say(each.reason)]
            for each in record.corrections
        ]
        if record.withdrawn:
            words = self.t("page.withdrawn", date=self.view.date(record.withdrawn.date))
            parts.append([{"em": [words]}, " ", *self.say(record.withdrawn.reason)])
        return joined(parts, " ")

    def remark(self, record: Record) -> Runs:
        """Return the editors' remark on a record and what was done to it."""
        note = self.say(record.note) if record.note else []
        return joined([part for part in (note, self.revisions(record)) if part], " ")

    def when(self, date: PartialDate, article: Article) -> str:
        """Return a date in words, with the reason of a bound that comes from the text."""
        words = self.view.date(date)
        bound = self.view.is_bound_by_text(date, article)
        return f"{words}, {self.t('page.bound-by-publication')}" if bound else words

    def why(self, entry: Entry) -> list[Runs]:
        """Return on what the date of an event rests: other events, the date of the text, the words of the text."""
        reasons: list[Runs] = []
        if entry.follows:
            reasons.append([f"{self.t('page.bound-by-order-after')} ", *self.short(entry.follows)])
        if entry.bounded_by:
            reasons.append([f"{self.t('page.bound-by-order')} ", *self.short(entry.bounded_by)])
        elif self.view.ends_with_text(entry.bound, entry.article) and entry.is_computed:
            reasons.append([self.t("page.bound-by-publication")])
        if entry.event.basis:
            reasons.append(self.say(entry.event.basis))
        return reasons

    def name(self, source: str) -> Runs:
        """Return the name of an actor or a channel."""
        entry = self.view.documents.actors.get(source) or self.view.documents.channels.get(source)
        return self.say(entry.name) if entry else [self.t("page.speaker-unknown")]

    def names(self, sources: tuple[str, ...]) -> Runs:
        """Return names joined by commas."""
        return joined([self.name(source) for source in sources], ", ")


def drawn(svg: str, alt: str) -> dict[str, str | int]:
    """Return a picture with its size in pixels, from which the template tells how large it may be on paper."""
    width, height = svg_size(svg)
    return {"svg": svg, "alt": alt, "width": width, "height": height}


def _line(text: str) -> str:
    """Return text as one line; a no-break space stays one."""
    return " ".join(part for part in text.replace("\u00a0", "\ue000").split()).replace("\ue000", "\u00a0")
