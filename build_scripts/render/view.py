"""What templates may ask for while one page is made: words, dates, links, notes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from posixpath import dirname, relpath

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from markupsafe import Markup

from ..model.article import Article
from ..model.bilingual import Bilingual, SiteLanguage
from ..model.briefing import Briefing
from ..model.chain import UNKNOWN
from ..model.corpus import Owner, full_key, key_of
from ..model.date import PartialDate
from ..model.evidence import Evidence, Proof
from ..model.foreign import SHOWN_AS_THEIRS
from ..model.linked import Entry, Linked
from ..model.page import address_of
from ..model.prose import references_in
from ..model.record import Position, Quote, Record
from ..model.speech.run import Form
from ..wording import Wording, wording
from .dates import between, iso_or_none, phrase
from .escape import attribute, escape
from .foreign import in_language, in_marks
from .kinds import KINDS, kind_of
from .prose import paragraphs

LONG_TITLE = 120
"""Characters beyond which a heading would fill a screen: four lines in its usual size."""


class View:
    """One page in one language. Everything that returns Markup is safe Markdown; plain strings are escaped later."""

    def __init__(
        self,
        linked: Linked,
        language: SiteLanguage,
        path: str,
        sizes: Mapping[tuple[SiteLanguage, str], tuple[int, int]] | None = None,
    ) -> None:
        self.linked = linked
        self.documents = linked.corpus.documents
        self.language = language
        self.path = path
        self.t: Wording = wording(language)
        self._sizes = sizes or {}
        self.notes: dict[str, None] = {}
        """Keys of the records whose evidence the page's notes must give, in order of their first mark."""

    def say(self, text: Bilingual) -> Markup:
        """Return a text in the page's language; a missing one stands in the other language, marked as such."""
        words = text.words(self.language)
        if words is not None:
            stale = self.language != text.written_in and id(text) in self.linked.corpus.stale
            return Markup(f"{escape(words)} {self.stale_mark()}") if stale else escape(words)
        other = text.written_in
        mark = escape(self.t("page.untranslated"))
        return Markup(f'<span lang="{other}" class="untranslated">{escape(text.words(other) or "")}</span> *({mark})*')

    def stale_mark(self) -> Markup:
        """Return the remark behind a translation whose original was edited since."""
        return Markup(f"*({escape(self.t('page.stale'))})*{{: .stale }}")

    def is_stale(self, value: object) -> bool:
        """Tell whether a translation was made from earlier words."""
        return id(value) in self.linked.corpus.stale

    def plain(self, text: Bilingual) -> str:
        """Return a text for a place that can hold no mark, such as a page title."""
        return text.words(self.language) or text.words(text.written_in) or ""

    def is_long(self, title: Bilingual) -> bool:
        """Tell whether a title is so long that it is set smaller."""
        return len(self.plain(title)) > LONG_TITLE

    def date(self, date: PartialDate) -> str:
        """Return a date in words."""
        return phrase(date, self.t)

    def time(self, date: PartialDate) -> Markup:
        """Return a date in words, with its machine-readable form where it has one; a mere bound is marked as such."""
        iso = iso_or_none(date)
        words = escape(self.date(date))
        if iso:
            return Markup(f'<time datetime="{iso}">{words}</time>')
        return words if date.is_dated else Markup(f"*{words}*{{: .bound }}")

    def happened(self, entry: Entry) -> str:
        """Return in words when an event happened; computed bounds are told as such, not as a time that it took."""
        return between(entry.bound, self.t) if entry.follows else self.date(entry.bound)

    def time_of(self, entry: Entry) -> Markup:
        """Return when an event happened, as `time` does."""
        return Markup(f"*{escape(self.happened(entry))}*{{: .bound }}") if entry.follows else self.time(entry.bound)

    def items(self, items: Iterable[str]) -> Markup:
        """Join phrases by commas and an "and"."""
        escaped = [str(escape(item)) for item in items]
        return Markup(format_list(escaped, locale=self.language)) if escaped else Markup()

    def names(self, names: Iterable[str]) -> Markup:
        """Join names by commas; which of them is last means nothing. Of what language they are, nobody recorded."""
        return Markup(", ").join(Markup(f'<bdi class="{SHOWN_AS_THEIRS}">{escape(name)}</bdi>') for name in names)

    def theirs(self, words: str, language: str) -> Markup:
        """Return words of others as they wrote them, with their own quotation marks: no quotation of ours."""
        return Markup(f'<span class="{SHOWN_AS_THEIRS}"{in_language(language, words)}>{escape(words)}</span>')

    def their_name(self, name: Bilingual) -> Markup:
        """Return the name that a channel bears."""
        return Markup(f'<span class="{SHOWN_AS_THEIRS}">{self.say(name)}</span>')

    def address(self, address: str) -> Markup:
        """Return an address as a link to itself."""
        head = f'<a class="{SHOWN_AS_THEIRS}" href="{attribute(address)}" rel="noopener external">'
        return Markup(f"{head}{escape(address)}</a>")

    def language_name(self, tag: str) -> str:
        """Return the name of a language in the page's language, or its tag where nobody knows a name."""
        try:
            return Locale.parse(tag, sep="-").get_display_name(self.language) or tag
        except (UnknownLocaleError, ValueError):
            return tag

    def to(self, path: str, anchor: str = "") -> str:
        """Return the relative path from this page to another, with an anchor."""
        return relpath(path, dirname(self.path) or ".") + (f"#{anchor}" if anchor else "")

    def link(self, label: Markup | str, path: str, anchor: str = "") -> Markup:
        """Return a Markdown link to another page, or to a place on this one."""
        text = label if isinstance(label, Markup) else escape(label)
        target = f"#{anchor}" if path == self.path and anchor else self.to(path, anchor)
        return Markup(f"[{text}]({target})")

    def beside(self, path: str) -> str:
        """Return the address of a file that is no page, relative to where this page is served from."""
        return relpath(path, address_of(self.path) or ".")

    def size(self, path: str) -> Markup:
        """Return the width and height of a picture as attributes in Markdown."""
        width, height = self._sizes[self.language, path]
        return Markup(f"width={width} height={height}")

    def owner_path(self, owner: Owner) -> str:
        """Return the page of an article or a briefing."""
        return f"articles/{owner.id}.md" if isinstance(owner, Article) else f"briefings/{owner.id}.md"

    def article(self, article: Article, anchor: str = "") -> Markup:
        """Return a link to an article, labelled with our heading."""
        return self.link(self.say(article.title), self.owner_path(article), anchor)

    def briefing(self, briefing: Briefing, anchor: str = "") -> Markup:
        """Return a link to a briefing, labelled with its heading."""
        return self.link(self.say(briefing.title), self.owner_path(briefing), anchor)

    def actor(self, name: str) -> Markup:
        """Return a link to an actor's page, or say that the text does not name anybody."""
        actor = self.documents.actors.get(name)
        if actor is None:
            return escape(self.t("page.speaker-unknown") if name == UNKNOWN else name)
        return self.link(self.say(actor.name), f"actors/{name}.md")

    def source(self, name: str) -> Markup:
        """Return a link to a channel on the sources page or to an actor's page."""
        channel = self.documents.channels.get(name)
        if channel is None:
            return self.actor(name)
        return self.link(self.their_name(channel.name), "sources.md", f"channel-{name}")

    def actors(self, names: Iterable[str]) -> Markup:
        """Return links to actors, joined by commas."""
        return Markup(", ").join(self.actor(name) for name in names)

    def briefings(self, briefings: Iterable[Briefing]) -> Markup:
        """Return links to briefings, joined by commas."""
        return Markup(", ").join(self.briefing(briefing) for briefing in briefings)

    def record(self, key: str) -> Markup:
        """Return a link to a record at its home page, labelled with what it says in short."""
        owner, record = self.linked.corpus.records[key]
        # On its briefing's page a judged record goes by its full name, like the records of articles beside it.
        anchor = record.id if isinstance(owner, Article) else key
        return self.link(self.short(key), self.owner_path(owner), anchor)

    def kind_of(self, key: str) -> str:
        """Return what kind of record it is, in words."""
        return self.t(f"record-kind.{type(self.linked.corpus.records[key][1]).__name__.lower()}")

    def short(self, key: str) -> Markup:
        """Return what a record says in short. A position never goes without its stance, or a refusal reads as a yes."""
        record = self.linked.corpus.records[key][1]
        if isinstance(record, Position):
            return Markup(f"{escape(self.t(f'stance.{record.stance}'))}: {self.say(record.scope)}")
        for field in ("what", "text", "reason"):
            text = getattr(record, field, None)
            if isinstance(text, Bilingual):
                return self.say(text)
        article, _ = self.linked.corpus.evidenced(key)
        found = self.linked.corpus.evidence[key]
        return self.quoted(key, found[0], article.language) if self.is_verified(key) else escape(self.t("page.quote"))

    def unnamed_of(self, key: str) -> Markup:
        """Return how an article calls the unnamed source at the end of a record's chain, with a link to the chain."""
        article, record = self.linked.corpus.evidenced(key)
        last = article.chain_of(record)[-1]
        words = self.say(last.unnamed) if last.unnamed else escape(self.t("chain.unknown"))
        return Markup(
            f"{words} — {self.link(self.text_of(article), self.owner_path(article), f'chain-{record.chain}')}"
        )

    def known_mark(self, owner: Owner, *records: Record) -> Markup:
        """Return the attribute that says since when something was known, for readers who look back to an earlier day.

        For an article, its publication; for a judged record, the latest of the texts it is about, and for several the
        first day on which there was one of them; for a briefing as a whole, the latest of all its texts.
        """
        if records:
            days = [self.linked.known(key_of(owner, record)) for record in records]
            day = min((each for each in days if each), default=None)
        else:
            date = owner.published.date if isinstance(owner, Article) else self.linked.as_of(owner)
            day = date.latest if date else None
        return Markup(f' data-known="{day}"') if day else Markup()

    def days_known(self, briefing: Briefing) -> list[tuple[str, str]]:
        """Return the days on which texts of a briefing were published, each for machines and in words."""
        days = {article.published.date.latest for article in self.linked.articles(briefing)}
        known = sorted(day.isoformat() for day in days if day)
        return [(day, self.date(PartialDate.parse(day))) for day in known]

    def is_bound_by_text(self, date: PartialDate, article: Article) -> bool:
        """Tell whether a date is a mere bound that comes from when the text was published."""
        return date.start is None and self.ends_with_text(date, article)

    def ends_with_text(self, date: PartialDate, article: Article) -> bool:
        """Tell whether the last day of a date is that on which the text was published."""
        return date.end is not None and date.end == article.published.date

    def events_counted(self, entries: Collection[Entry]) -> str:
        """Return how many events there are, and how many different ones at least."""
        kinds = [kind_of(entry.event) for entry in entries]
        parts = [self.t.count(f"page.events-{kind}", kinds.count(kind)) for kind in KINDS if kind in kinds]
        different = self.linked.distinct(entries)
        parts += [self.t("page.events-different", n=different)] if different < len(entries) else []
        return ", ".join(parts)

    def text_of(self, article: Article) -> str:
        """Return a short name of an article: the date of its text."""
        return self.t("chain.text-of", date=self.date(article.published.date))

    def losses(self, article: Article) -> Markup:
        """Return what a capture has lost, as a list in words."""
        return self.items(self.t(f"loss.{loss.value.replace(' ', '-')}") for loss in article.capture.losses)

    def prose(self, text: Bilingual, owner: Owner, *, marks: bool = True, opening: bool = False) -> Markup:
        """Return prose as Markdown; without `marks` its references are left out, as `opening` its first paragraph."""
        words = self.plain(text).split("\n\n")[0] if opening else self.plain(text)
        body = paragraphs(words, lambda name: str(self.foot(full_key(owner, name))) if marks else "")
        if text.words(self.language) is None:
            missing = escape(self.t("page.untranslated"))
            return Markup(
                f'<div lang="{text.written_in}" class="untranslated" markdown="1">\n\n{body}\n\n</div>\n\n*({missing})*'
            )
        return body

    def cited(self, text: Bilingual, owner: Owner) -> list[str]:
        """Return the keys of the records on words that prose refers to, each once."""
        keys = dict.fromkeys(full_key(owner, name) for name in references_in(self.plain(text)))
        return [key for key in keys if key in self.linked.corpus.evidence]

    def full(self, owner: Owner, reference: str) -> str:
        """Return the full name of a record that `owner` refers to."""
        return full_key(owner, reference)

    def foot(self, key: str) -> Markup:
        """Return the mark of the note that gives a record's evidence, and remember to write that note."""
        self.notes.setdefault(key)
        return Markup(f"[^{key}]")

    def is_verified(self, key: str) -> bool:
        """Tell whether all words of a record were found in the text of its article."""
        found = self.linked.corpus.evidence[key]
        return bool(found) and all(each.proof is not Proof.NONE for each in found)

    def printed_as(self, article: Article, quote: Quote) -> list[tuple[str, str]]:
        """Return how the text prints a quote, other than in marks: in words, with the text's own label or nothing."""
        found = self.linked.corpus.evidence[key_of(article, quote)]
        forms = dict.fromkeys((each.form, each.label) for each in found if each.form not in (None, Form.MARKS))
        by_editors = f" ({self.t('printed-as.by-editors')})" if quote.printed else ""
        return [(self.t(f"printed-as.{form}") + by_editors, label) for form, label in forms]

    def words_anchor(self, key: str) -> str:
        """Return where the words of a record stand on its article's page: in the text, or at the record itself."""
        name = key.partition("/")[2]
        return f"words-{name}" if self.is_verified(key) else name

    def quoted(self, key: str, evidence: Evidence, language: str) -> Markup:
        """Return a quote's own words between the quotation marks of their language."""
        words = escape(in_marks(evidence.printed, language))
        return Markup(f'<q data-quote="{attribute(key)}"{in_language(language, evidence.printed)}>{words}</q>')

    def label(self, key: str, article: Article, label: str) -> Markup:
        """Return how a text calls who speaks: words of the source, like an excerpt of it."""
        return Markup(
            f'<span data-words="{attribute(key)}"{in_language(article.language, label)}>{escape(label)}</span>'
        )

    def excerpt(self, key: str, evidence: Evidence, language: str) -> Markup:
        """Return words of a source that are not direct speech: marked by their type, without quotation marks."""
        head = f'<span class="words" data-words="{attribute(key)}"{in_language(language, evidence.printed)}>'
        return Markup(f"{head}{escape(evidence.printed)}</span>")
