"""The block of JSON-LD of a page.

Comes in: what the page is about. Goes out: JSON in which no character could end the block or begin another one.
"""

from __future__ import annotations

import json

from markupsafe import Markup

from ...model.article import Article
from ...model.briefing import Briefing
from ...model.edition import Edition
from ...model.page import Site
from ...model.registry import Actor
from ..view import View
from .things import Things

_LISTS = {
    "home": "page.home",
    "briefings": "page.briefings",
    "actors": "page.actors",
    "timeline": "page.timeline",
    "quotes": "page.quotations",
    "questions": "page.questions",
    "sources": "page.sources",
    "problems": "page.problems",
    "cite": "cite.heading",
    "edition": "page.editions",
}
"""The names of pages that are about no single thing, by their template."""

_ESCAPED = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def structured(view: View, site: Site, template: str, subject: object) -> Markup:
    """Return the block of a page: about its briefing, article or actor, or about the page itself where it is a list."""
    made = Things(view, site)
    if isinstance(subject, Briefing) and template == "briefing":
        about = made.briefing(subject)
    elif isinstance(subject, Article) and template == "article":
        about = made.article(subject)
    elif isinstance(subject, Actor) and template == "actor":
        about = made.actor(view.path.removeprefix("actors/").removesuffix(".md"), subject)
    elif isinstance(subject, Actor):
        about = made.moved(subject)
    elif isinstance(subject, Edition) and subject.said:
        about = made.edition(subject)
    else:
        about = made.page(view.t(_LISTS[template]))
    text = json.dumps({"@context": "https://schema.org", **about}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPED))
