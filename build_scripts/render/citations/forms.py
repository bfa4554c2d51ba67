"""All forms in which a record is offered for citing, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.article import Article
from ...model.page import Site
from ...model.record import Evidenced
from ..view import View
from .bibtex import bibtex
from .chicago import chicago
from .citation import cite
from .csl import csl
from .gost import gost
from .plain import plain


@dataclass(frozen=True, slots=True)
class Form:
    """A citation in one form: its name in the wording under `cite.form`, the language it is in, the text to copy."""

    name: str
    language: str
    text: str


def forms(view: View, site: Site, article: Article, record: Evidenced) -> Iterator[Form]:
    """Yield the citations of a record; what is made for machines speaks the language of the page."""
    ru, en = (cite(View(view.linked, language, view.path), site, article, record) for language in ("ru", "en"))
    here = ru if view.language == "ru" else en
    yield Form("permalink", view.language, here.permalink)
    yield Form("plain-ru", "ru", plain(ru))
    yield Form("plain-en", "en", plain(en))
    yield Form("gost", "ru", gost(ru))
    yield Form("chicago", "en", chicago(en))
    yield Form("bibtex", view.language, bibtex(here))
    yield Form("csl", view.language, csl(here))
