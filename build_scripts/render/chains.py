"""An attribution chain as a sentence: who was read, whom they retell, whom those cite, down to where the text stops."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from markupsafe import Markup

from ..model.article import Article
from ..model.chain import THIS, UNKNOWN, Chain, Hop
from ..model.registry import Actor, ActorKind
from .escape import escape
from .view import View

Say = Callable[[Hop], str]
"""How a hop is called: with a link on a page, in plain words in a picture."""


def chain_sentence(view: View, article: Article, chain: Chain) -> Markup:
    """Return a chain from the nearest hop to the farthest as a sentence of Markdown, each name a link."""
    publisher = "" if article.channel == UNKNOWN else str(view.source(article.channel))
    return Markup(_sentence(view, chain, lambda hop: _linked(view, hop), publisher))


def spoken_chain(view: View, article: Article, chain: Chain) -> str:
    """Return the same sentence as plain text, for those who do not see the picture."""
    publisher = "" if article.channel == UNKNOWN else source_name(view, article.channel)
    return _sentence(view, chain, lambda hop: hop_name(view, hop), publisher)


def hop_name(view: View, hop: Hop) -> str:
    """Return the name of a hop as plain text."""
    if hop.unnamed is not None:
        return view.plain(hop.unnamed)
    if hop.by in (None, THIS, UNKNOWN):
        return view.t("chain.unknown" if hop.by == UNKNOWN else "chain.this")
    return source_name(view, str(hop.by))


def source_name(view: View, name: str) -> str:
    """Return the name of a channel or an actor as plain text."""
    entry = view.documents.channels.get(name) or view.documents.actors.get(name)
    return view.plain(entry.name) if entry else name


def _linked(view: View, hop: Hop) -> str:
    if hop.unnamed is not None:
        return str(view.say(hop.unnamed))
    return str(view.source(str(hop.by)))


def _sentence(view: View, chain: Chain, say: Say, publisher: str) -> str:
    t = view.t
    publisher = t("chain.published-by", channel=publisher) if publisher else t("chain.publisher-unknown")
    first = t("chain.this-text", publisher=publisher) if chain[0].by == THIS else _named(view, chain[0], say)
    parts = [first[0].upper() + first[1:]]
    if len(chain) == 1:
        parts.append(f" {t('chain.own-voice')}" if chain[0].by == THIS else "")
    for index, (hop, after) in enumerate(pairwise(chain)):
        if index:
            parts.append(t(f"chain.joint.{_kind(view, hop)}", name=say(hop) if hop.by != UNKNOWN else t("chain.it")))
        presumably = f"{t('chain.presumably')} " if after.presumed else ""
        how = t(f"chain.verb.{hop.how}") if hop.how else ""
        parts.append(f" {presumably}{how} {_named(view, after, say)}")
    return f"{''.join(parts)}."


def _named(view: View, hop: Hop, say: Say) -> str:
    """Return a hop as the object of a verb, with what is known of it in brackets."""
    kind = _kind(view, hop)
    words = view.t(f"chain.object.{kind}", name="" if kind == "unknown" else say(hop))
    marks = [view.t("chain.read")] if hop.read else []
    if hop.date is not None:
        marks.append(view.date(hop.date))
    if hop.same_as is not None:
        marks.append(view.t("chain.same-as", text=_text_of(view, hop.same_as)))
    return f"{words} ({escape(', '.join(marks))})" if marks else words


def _text_of(view: View, chain: str) -> str:
    """Return how the article is called whose chain a hop refers to; a chain of the same article needs no name."""
    article = view.documents.articles.get(chain.partition("/")[0]) if "/" in chain else None
    return view.text_of(article) if article else view.t("chain.this")


def _kind(view: View, hop: Hop) -> str:
    """Tell what a sentence calls a hop: a person speaks, an outlet reports, others are not named."""
    if hop.unnamed is not None:
        return "unnamed"
    if hop.by in (None, UNKNOWN):
        return "unknown"
    entry = view.documents.channels.get(str(hop.by)) or view.documents.actors.get(str(hop.by))
    return "person" if isinstance(entry, Actor) and entry.kind is ActorKind.PERSON else "other"
