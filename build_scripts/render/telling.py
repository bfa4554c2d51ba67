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
        yield from self._core(key, told)
        if told.date is not None and told.kind != "article":
            yield self.inert(f", {self.view.date(told.date)}")
        if told.withdrawn:
            words = self.view.t("page.withdrawn", date=self.view.date(told.withdrawn))
            yield self.inert(f". {words} ")
            yield self.words(told.reason)

    def _core(self, key: str, told: Told) -> Iterator[str]:
        """Yield what a record says: who, how firmly, what, on which condition."""
        if told.kind == "change":
            yield from [self.words(told.degree), self.inert(". ")]
            yield from [self.words(told.who), self.inert(" — ")] if told.who else []
            yield from [self._joined(told.about, self.inert(" → ")), self.inert(". "), self.words(told.what)]
        elif told.kind == "relation":
            yield self._joined(told.about, self.inert(" — ") + self.words(told.degree) + self.inert(" "))
            yield from [self.inert(". "), self.words(told.what)]
        else:
            yield self._short(key, told)

    def _joined(self, about: tuple[str, ...], between: str) -> str:
        """Return the records that a judgement was about, in short."""
        held = self.said.records
        return between.join(self._short(key, held[key], who=False) if key in held else self.inert(key) for key in about)

    def _short(self, key: str, told: Told, *, who: bool = True) -> str:
        """Return what a record says, without its date."""
        if told.words:
            parts = [self.words(told.who), self.inert(": ")] if who and told.who else []
            parts.append(self.quoted(key, told))
            here = told.what.get(self.view.language)
            parts += [self.inert(" — "), self.words({self.view.language: here})] if here else []
        elif told.kind == "position":
            parts = [self.words(told.who), self.inert(" — ")] if who and told.who else []
            parts += [self.words(told.degree), self.inert(": "), self.words(told.what)]
            if told.condition:
                parts += [self.inert(f"; {self.view.t('page.on-condition')} "), self.words(told.condition)]
        else:
            parts = [self.words(told.what)] if told.what else []
            parts += [self.inert(" ("), self.words(told.degree), self.inert(")")] if told.degree else []
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
