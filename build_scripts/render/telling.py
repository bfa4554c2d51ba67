"""The words of an edition as sentences: for feeds and paper as plain text, for pages as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..model.bilingual import Bilingual
from ..model.edition import Said, Told, Words
from ..model.prose import REFERENCE, parser
from .escape import attribute, escape
from .foreign import in_language, in_marks
from .prose import paragraphs
from .view import View

_PROSE = ("bottom_line", "background")
_JUDGED = ("change", "relation")
_LEADING = ("position", *_JUDGED)
"""Kinds of which the degree leads: without its stance a refusal reads as a yes."""

_WORDS = ("text", "softbreak", "hardbreak")


class Telling:
    """The words of one edition as plain text in one language."""

    nothing = ""

    def __init__(self, view: View, said: Said) -> None:
        self.view = view
        self.said = said

    def words(self, words: Words) -> str:
        """Return words in the language of the page; those without a translation in the other one."""
        return " ".join(self.view.plain(_both(words)).split()) if words else ""

    def prose(self, words: Words) -> str:
        """Return prose without its markup and its references."""
        return plain_text(self.view.plain(_both(words)))

    def quoted(self, key: str, told: Told) -> str:  # noqa: ARG002
        """Return the words of a quote between its marks."""
        return " […] ".join(in_marks(each, told.language or "") for each in told.words)

    @staticmethod
    def inert(text: str) -> str:
        """Return our own words, with the spaces at their ends."""
        return text

    def field(self, name: str) -> str:
        """Return what the edition said in a field of the briefing itself."""
        words: Words = getattr(self.said, name)
        return (self.prose(words) if name in _PROSE else self.words(words)) if words else self.nothing

    def record(self, key: str) -> str:
        """Return the sentence of a record; nothing where the edition did not hold it."""
        told = self.said.records.get(key)
        return self.nothing.join(self._parts(key, told)) if told else self.nothing

    def _parts(self, key: str, told: Told) -> Iterator[str]:
        """Yield what a record says, in brackets whose translation, how firmly, when; then whether it was withdrawn."""
        if told.kind in _JUDGED:
            yield from self._judged(told)
        else:
            yield self._short(key, told)
        loose = [self.words(told.by)] if self.view.language in told.by else []
        loose += [self.words(told.degree)] if told.degree and told.kind not in _LEADING else []
        loose += [self.inert(self.view.date(told.date))] if told.date else []
        if loose:
            yield from [self.inert(" ("), self.inert(", ").join(loose), self.inert(")")]
        if told.withdrawn:
            words = self.view.t("page.withdrawn", date=self.view.date(told.withdrawn))
            yield from [self.inert(f" {words} "), self.words(told.reason)]

    def _judged(self, told: Told) -> Iterator[str]:
        """Yield a judgement on two records: on which, what it is, and why."""
        if told.kind == "change":
            yield from self._sentence(self.words(told.degree))
            yield from [self.words(told.who), self.inert(" — ")] if told.who else []
            between = self.inert(" → ")
        else:
            between = self.inert(" — ") + self.words(told.degree) + self.inert(" ")
        held = self.said.records
        about = [self._short(key, held[key], whose=False) if key in held else self.inert(key) for key in told.about]
        yield from self._sentence(between.join(about))
        yield self.words(told.what)

    def _sentence(self, words: str) -> Iterator[str]:
        """Yield words with a full stop and a space, unless they end a sentence already."""
        yield words
        yield self.inert(" " if words.endswith((".", "!", "?", "…")) else ". ")

    def _short(self, key: str, told: Told, *, whose: bool = True) -> str:
        """Return what a record says in short, and whose word it is."""
        parts: list[str] = []
        if told.words:
            parts += [self.words(told.who), self.inert(": ")] if whose and told.who else []
            parts.append(self.quoted(key, told))
            here = told.what.get(self.view.language)
            parts += [self.inert(" — "), self.words({self.view.language: here})] if here else []
        else:
            parts += [self.words(told.who), self.inert(" — ")] if whose and told.who else []
            parts += [self.words(told.degree), self.inert(": ")] if told.kind in _LEADING else []
            parts.append(self.words(told.what))
            if told.condition:
                parts += [self.inert(f"; {self.view.t('page.on-condition')} "), self.words(told.condition)]
        return self.nothing.join(parts)


class TellingOnPage(Telling):
    """The same as Markdown: what has no translation is marked, what was said stands as a quotation."""

    nothing = Markup()

    def words(self, words: Words) -> str:
        return self.view.say(_both(words)) if words else Markup()

    def prose(self, words: Words) -> str:
        text = _both(words)
        body = paragraphs(self.view.plain(text), lambda _: "")
        if text.words(self.view.language) is not None:
            return body
        missing = escape(self.view.t("page.untranslated"))
        return Markup(f'<div lang="{text.written_in}" markdown="1">\n\n{body}\n\n</div>\n\n*({missing})*')

    def quoted(self, key: str, told: Told) -> str:
        language = told.language or ""
        return Markup(" […] ").join(
            Markup(
                f'<q data-quote="{attribute(key)}"{in_language(language, each)}>{escape(in_marks(each, language))}</q>'
            )
            for each in told.words
        )

    @staticmethod
    def inert(text: str) -> str:
        # `escape` folds the white space at the ends away, which stands between two parts here.
        if not text.strip():
            return Markup(" ")
        ends = [" " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""]
        return Markup(ends[0] + escape(text) + ends[1])


def _both(words: Words) -> Bilingual:
    return Bilingual.model_validate(words)


def plain_text(prose: str) -> str:
    """Return prose without its markup and its references to records."""
    parts: list[str] = []
    for token in parser().parse(REFERENCE.sub("", prose)):
        parts += [each.content if each.type == "text" else " " for each in token.children or () if each.type in _WORDS]
        parts += [" "] if token.type == "inline" else []
    return " ".join("".join(parts).split()).replace(" .", ".").replace(" ,", ",").replace(" ;", ";")
