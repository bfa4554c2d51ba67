"""Which pages there are, and from which template and file each is made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..model.article import Article
from ..model.bilingual import SITE_LANGUAGES
from ..model.linked import Linked
from ..model.page import Figure, Page, Site
from .chains import chain_sentence, spoken_chain
from .citations.forms import forms
from .doubts import bearing, doubts_of
from .editions import (
    edition_stand,
    field_of,
    head_turns_on_page,
    kind_in,
    nameless,
    record_turns_on_page,
    title_of,
    to_record,
    told_in,
    wordless,
)
from .escape import attribute, escape, meta, verbatim
from .filters import filter_choices, filter_mark
from .foreign import in_language
from .listings import Listings, by_date, in_lane
from .marked_text import marked_text
from .pictures import chain_path, network_path, positions_path
from .place_at_source import place_at_source
from .structured.block import structured
from .summaries import alike, covered, source_summary, verdict
from .timelines import by_bound, by_year, is_long, text_anchor, timeline_picture
from .view import View


@dataclass(frozen=True, slots=True)
class Plan:
    """A page to be made: where it goes, its template, the file it comes from, and what the template is given."""

    path: str
    template: str
    source: str
    given: dict[str, Any] = field(default_factory=dict)


def plans(linked: Linked) -> Iterator[Plan]:
    """Yield every generated page of one language; both languages have the same."""
    documents = linked.corpus.documents
    yield Plan("index.md", "home", "briefs")
    yield Plan("briefings/index.md", "briefings", "briefs/briefings")
    for briefing in documents.briefings.values():
        yield Plan(f"briefings/{briefing.id}.md", "briefing", briefing.place().file, {"briefing": briefing})
        for since in linked.since[briefing.id]:
            path = f"briefings/{briefing.id}/editions/{since.edition.number}.md"
            held = {"briefing": briefing, "since": since, "edition": since.edition}
            yield Plan(path, "edition", since.edition.place().file, held)
    for article in documents.articles.values():
        yield Plan(f"articles/{article.id}.md", "article", article.place().file, {"article": article})
        yield Plan(cite_path(article), "cite", article.place().file, {"article": article})
    yield Plan("actors/index.md", "actors", "briefs/actors.yml")
    for name, actor in documents.actors.items():
        given = {"name": name, "actor": actor, "card": linked.cards[name]}
        yield Plan(f"actors/{name}.md", "actor", "briefs/actors.yml", given)
        for former in actor.formerly:
            given = {"name": name, "actor": actor, "former": former}
            yield Plan(f"actors/{former}.md", "moved", "briefs/actors.yml", given)
    yield Plan("timeline.md", "timeline", "briefs/articles")
    yield Plan("quotes.md", "quotes", "briefs/articles")
    yield Plan("questions.md", "questions", "briefs/briefings")
    yield Plan("sources.md", "sources", "briefs/channels.yml")
    yield Plan("contribute/problems.md", "problems", "build_scripts/wording")


_SUBJECTS = ("edition", "briefing", "article", "actor")
"""What a page may be about, the nearest first."""


def cite_path(article: Article) -> str:
    """Return the page on which the records of an article stand ready for citing."""
    return f"articles/{article.id}/cite.md"


def render(linked: Linked, site: Site, figures: Iterable[Figure]) -> tuple[Page, ...]:
    """Return all generated pages in both languages. `figures` are the pictures that they show."""
    environment = _environment()
    sizes = {(figure.language, figure.path): figure.size for figure in figures}
    return tuple(
        _page(environment, View(linked, language, plan.path, sizes), site, plan)
        for language in SITE_LANGUAGES
        for plan in plans(linked)
    )


def _page(environment: Environment, view: View, site: Site, plan: Plan) -> Page:
    template = environment.get_template(f"{plan.template}.md.j2")
    source = plan.source + (f"/{view.language}.yml" if plan.source.endswith("wording") else "")
    subject = next((plan.given[name] for name in _SUBJECTS if name in plan.given), None)
    text = template.render(
        v=view,
        t=view.t,
        linked=view.linked,
        lists=Listings(view.linked),
        documents=view.documents,
        source=source,
        site=site,
        structured=structured(view, site, plan.template, subject),
        **plan.given,
    )
    return Page(view.language, plan.path, _tidy(text), has_moved=plan.template == "moved")


def _tidy(text: str) -> str:
    """Fold the blank lines that template statements leave behind."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip() + "\n"


@cache
def _environment() -> Environment:
    """Return the template engine; what is not Markup is escaped on its way out, whoever forgets to ask."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_safe,
    )
    functions = (
        alike,
        bearing,
        by_bound,
        by_date,
        by_year,
        chain_path,
        chain_sentence,
        cite_path,
        covered,
        doubts_of,
        edition_stand,
        field_of,
        filter_choices,
        filter_mark,
        forms,
        head_turns_on_page,
        in_lane,
        in_language,
        is_long,
        kind_in,
        marked_text,
        nameless,
        network_path,
        place_at_source,
        positions_path,
        record_turns_on_page,
        source_summary,
        spoken_chain,
        text_anchor,
        timeline_picture,
        title_of,
        to_record,
        told_in,
        variants,
        verdict,
        wordless,
    )
    environment.globals.update({function.__name__: function for function in functions})
    environment.filters.update(attribute=attribute, meta=meta, verbatim=verbatim)
    return environment


_VALUE = re.compile(r"\{[a-z_]+\}")


def variants(phrase: str | dict[str, str]) -> str:
    """Return all sentences that a problem may say in one place, an ellipsis for each value that it will name."""
    sentences = [phrase] if isinstance(phrase, str) else dict.fromkeys(phrase.values())
    return " / ".join(_VALUE.sub("…", sentence) for sentence in sentences)


def _safe(value: Any) -> Markup:
    return value if isinstance(value, Markup) else escape(str(value))
