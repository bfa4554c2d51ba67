"""What is cited: a record as the site shows it, and the article it was taken from, in the words of one language.

Comes in: a record of an article. Goes out: what every form of a citation is made of. Nothing is added that is not
known: no author, no headline, no date that nobody stated, no day of access but the one on which the text was retrieved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model.article import Article
from ...model.chain import UNKNOWN
from ...model.corpus import key_of
from ...model.date import PartialDate, Precision
from ...model.evidence import joined_words
from ...model.page import Site
from ...model.record import Event, Evidenced, Position, Quote, Translation
from ...model.registry import ChannelKind
from ...wording import Wording
from ..chains import source_name, spoken_chain
from ..dates import phrase
from ..foreign import in_marks
from ..view import View

_SPACE = re.compile(r"[^\S\u00a0]+")

_SENTENCE_END = re.compile(r"(?<=\w{3})\.$")
"""A full stop that ends a sentence, and no abbreviation such as the Russian one of a year."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A record and its article, ready to be set in any form. What is not known is an empty string."""

    t: Wording
    site: str
    name: str
    """The full name of the record."""
    is_quote: bool
    says: str
    """What the record says and with what reserve: direct speech between quotation marks, anything else without."""
    words: str
    """The source's own words where `says` does not hold them."""
    translation: str
    chain: str
    """Who says so, from the text that was read to where it stops, as a sentence."""
    title: str
    """The headline; our heading in square brackets where the headline is lost."""
    has_headline: bool
    author: str
    channel: str
    channel_kind: ChannelKind | None
    language: str
    published: PartialDate
    retrieved: PartialDate
    url: str
    archived: str
    permalink: str


def cite(view: View, site: Site, article: Article, record: Evidenced) -> Citation:
    """Return what there is to say of a record and its article in the language of the view."""
    channel = view.documents.channels.get(article.channel)
    words = _words(view, article, record)
    return Citation(
        t=view.t,
        site=site.names[view.language],
        name=key_of(article, record),
        is_quote=isinstance(record, Quote),
        says=_line(_says(view, article, record, words)),
        words="" if isinstance(record, Quote) else words,
        translation=_line(_translation(view, record)),
        chain=spoken_chain(view, article, article.chain_of(record)),
        title=_line(article.headline or f"[{view.plain(article.title)}]"),
        has_headline=article.headline is not None,
        author=_line(article.author or ""),
        channel="" if article.channel == UNKNOWN else source_name(view, article.channel),
        channel_kind=channel.kind if channel else None,
        language=article.language,
        published=article.published.date,
        retrieved=article.retrieved,
        url=article.url or "",
        archived=article.archived or "",
        permalink=site.permalink(view.language, view.owner_path(article), record.id),
    )


def full_stop(text: str) -> str:
    """Return a text that ends as a sentence does, whatever it ended with."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def is_known(date: PartialDate) -> bool:
    """Tell whether anything is known of a date."""
    return date.precision is not Precision.UNKNOWN


def _line(text: str) -> str:
    """Return text as one line; a no-break space stays, between a day and its month."""
    return _SPACE.sub(" ", text.strip())


def _words(view: View, article: Article, record: Evidenced) -> str:
    """Return the words of a record as the source prints them; only verified direct speech gets quotation marks."""
    key = key_of(article, record)
    found = view.linked.corpus.evidence[key]
    printed = [_line(each.printed) for each in found]
    if isinstance(record, Quote) and view.is_verified(key):
        printed = [in_marks(each, article.language) for each in printed]
    unproven = "" if view.is_verified(key) else f" ({view.t('page.not-verified')})"
    return joined_words(found, printed) + unproven


def _says(view: View, article: Article, record: Evidenced, words: str) -> str:
    """Return what a record says, and in brackets with what reserve: who, how firm, of which day, withdrawn or not."""
    t = view.t
    said, reserve = words, []
    if isinstance(record, Quote):
        printed = [f"{form}: {label}" if label else form for form, label in view.printed_as(article, record)]
        reserve = [_actor(view, record.speaker), *printed, t("cite.said", date=phrase(record.said, t))]
    elif isinstance(record, Event):
        said = _SENTENCE_END.sub("", view.plain(record.what))
        reserve = [t(f"status.{record.status}"), phrase(record.date, t)]
    elif isinstance(record, Position):
        said = f"{_actor(view, record.actor)} — {t(f'stance.{record.stance}')}: {view.plain(record.scope)}"
        said += f"; {t('cite.condition', condition=view.plain(record.condition))}" if record.condition else ""
        reserve = [t("cite.as-of", date=phrase(record.as_of, t))]
    if record.withdrawn:
        date, reason = phrase(record.withdrawn.date, t), view.plain(record.withdrawn.reason)
        reserve.append(t("cite.withdrawn", date=date, reason=reason))
    return f"{said} ({'; '.join(reserve)})"


def _actor(view: View, name: str) -> str:
    return view.t("page.speaker-unknown") if name == UNKNOWN else source_name(view, name)


def _translation(view: View, record: Evidenced) -> str:
    """Return the translation of a quote into the language of the view, with its translator; without quotation marks."""
    made: tuple[Translation, ...] = record.translations if isinstance(record, Quote) else ()
    return " ".join(
        full_stop(f"{_translator(view, each)}: {each.text}") for each in made if each.language == view.language
    )


def _translator(view: View, translation: Translation) -> str:
    by = view.t("page.our-translation")
    if translation.by != "editors":
        by = view.t("cite.translated-by", by=source_name(view, translation.by))
    return f"{by} ({view.t('page.stale')})" if view.is_stale(translation) else by
