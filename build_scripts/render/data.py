"""The open data: every record of the corpus as rows of tables, each table as JSON, as CSV, and with its schema.

Nothing is left out: a row is the record as it is written, with what was found out about it. Ids and addresses are
the permanent ones of the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..model import row as rows
from ..model.article import Article
from ..model.bilingual import SITE_LANGUAGES
from ..model.briefing import Briefing, Judged
from ..model.corpus import Owner, key_of
from ..model.date import PartialDate
from ..model.line_ends import whole
from ..model.linked import Linked
from ..model.node import Node
from ..model.page import address_of
from ..model.record import Event, Evidenced, Position, Quote, Record
from .tables import csv_text, json_text, schema

Row = dict[str, Any]

TABLES: dict[str, type[Node]] = {
    "articles": rows.ArticleRow,
    "quotes": rows.QuoteRow,
    "events": rows.EventRow,
    "positions": rows.PositionRow,
    "briefings": rows.BriefingRow,
    "changes": rows.ChangeRow,
    "conflicts": rows.ConflictRow,
    "questions": rows.QuestionRow,
    "relations": rows.RelationRow,
    "editions": rows.EditionRow,
    "actors": rows.ActorRow,
    "channels": rows.ChannelRow,
    "glossary": rows.TermRow,
    "translations": rows.TranslationRow,
}
"""The tables and the type of a row in each."""

ELSEWHERE = {
    "articles": ("quotes", "events", "positions"),
    "briefings": ("changes", "conflicts", "questions", "relations"),
}
"""Fields that are tables of their own."""

_SELECTOR = ("exact", "prefix", "suffix")

AROUND = 32
"""Characters before and behind an excerpt that tell its place from another."""


def data_files(linked: Linked, site_url: str) -> dict[str, str]:
    """Return the text of each file below `data/` by its path."""
    found: dict[str, str] = {}
    tables = _Tables(linked, site_url)
    index = []
    for name, kind in TABLES.items():
        content = list(getattr(tables, name)())
        found[f"data/{name}.json"] = json_text(content)
        found[f"data/{name}.csv"] = csv_text(content, kind, ELSEWHERE.get(name, ()))
        found[f"data/schema/{name}.schema.json"] = json_text(schema(kind, ELSEWHERE.get(name, ())))
        index.append({"table": name, "rows": len(content), "json": f"{name}.json", "csv": f"{name}.csv"})
    found["data/annotations.json"] = json_text(_annotations(found["data/quotes.json"], linked))
    found["data/index.json"] = json_text({"site": site_url, "licence": "CC-BY-4.0", "tables": index})
    return found


def _annotations(quotes: str, linked: Linked) -> Row:
    """Return the quotes as W3C Web Annotations: each selects its words in its source, where that has an address."""
    articles = linked.corpus.documents.articles
    items = [
        {
            "id": f"{row['page']['en']}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": [
                {"type": "TextualBody", "value": each["text"], "language": each["language"], "purpose": "describing"}
                for each in row["translations"]
            ],
            "target": [
                {
                    "source": articles[row["article"]].url or row["page"]["en"].partition("#")[0],
                    "selector": {"type": "TextQuoteSelector", **{name: words[name] for name in _SELECTOR}},
                }
                for words in row["evidence"]
            ],
        }
        for row in json.loads(quotes)
    ]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    head = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection", "total": len(items)}
    return {**head, "first": page}


class _Tables:
    """The rows of each table, in the order of files and of records within them."""

    def __init__(self, linked: Linked, site_url: str) -> None:
        self._linked = linked
        self._documents = linked.corpus.documents
        self._site_url = site_url
        self._bounds = {entry.key: entry.bound for entry in linked.timeline}

    def articles(self) -> Iterator[Row]:
        for article in self._documents.articles.values():
            receipt, copies = self._documents.proof_of(article), self._linked.corpus.copies
            yield {
                **_written(article, ELSEWHERE["articles"]),
                "page": self._page(f"articles/{article.id}.md"),
                "kept": round(self._documents.kept_share(article), 2),
                **({"receipt": _written(receipt)} if receipt else {}),
                **({"copy_of": copies[article.id].of} if article.id in copies else {}),
            }

    def quotes(self) -> Iterator[Row]:
        yield from self._evidenced(Quote)

    def events(self) -> Iterator[Row]:
        yield from self._evidenced(Event)

    def positions(self) -> Iterator[Row]:
        yield from self._evidenced(Position)

    def briefings(self) -> Iterator[Row]:
        for briefing in self._documents.briefings.values():
            as_of = self._linked.as_of(briefing)
            yield {
                **_written(briefing, ELSEWHERE["briefings"]),
                "page": self._page(f"briefings/{briefing.id}.md"),
                **({"as_of": as_of.text} if as_of else {}),
                "origins": len(self._linked.origins_of(briefing)),
            }

    def changes(self) -> Iterator[Row]:
        yield from self._judged("changes")

    def conflicts(self) -> Iterator[Row]:
        yield from self._judged("conflicts")

    def questions(self) -> Iterator[Row]:
        yield from self._judged("questions")

    def relations(self) -> Iterator[Row]:
        yield from self._judged("relations")

    def editions(self) -> Iterator[Row]:
        for name, compared in self._linked.since.items():
            for since in compared:
                path = f"briefings/{name}/editions/{since.edition.number}.md"
                found = {"current": since.is_current, "kept_words": since.edition.said is not None}
                yield {**_written(since.edition), "page": self._page(path), **found}

    def actors(self) -> Iterator[Row]:
        for name, actor in self._documents.actors.items():
            yield {"id": name, **_written(actor), "page": self._page(f"actors/{name}.md")}

    def channels(self) -> Iterator[Row]:
        for name, channel in self._documents.channels.items():
            yield {"id": name, **_written(channel), "page": self._page("sources.md", f"channel-{name}")}

    def glossary(self) -> Iterator[Row]:
        for name, term in self._documents.glossary.items():
            yield {"id": name, **_written(term)}

    def translations(self) -> Iterator[Row]:
        for fact, standing in self._linked.corpus.facts:
            row = {"name": fact.name, "language": fact.language, "original": fact.original}
            yield row | ({"translation": fact.translation} if fact.translation else {}) | {"standing": standing.value}

    def _evidenced(self, kind: type[Evidenced]) -> Iterator[Row]:
        for article in self._documents.articles.values():
            for record in article.evidenced:
                if isinstance(record, kind):
                    yield self._on_words(article, record)

    def _on_words(self, article: Article, record: Evidenced) -> Row:
        key = key_of(article, record)
        origin = self._linked.origins[key]
        return {
            **self._named(article, record, record.id),
            "article": article.id,
            **_written(record),
            "evidence": [
                {
                    "exact": each.printed,
                    "prefix": whole((article.text or "")[max(0, each.start - AROUND) : each.start]),
                    "suffix": whole((article.text or "")[each.end : each.end + AROUND]),
                    "start": each.start,
                    "end": each.end,
                    "proof": each.proof.value,
                    **({"form": each.form.value} if each.form else {}),
                    **({"label": each.label} if each.label else {}),
                }
                for each in self._linked.corpus.evidence[key]
            ],
            "hops": [_written(hop) for hop in article.chain_of(record)],
            "origin": {"name": origin.name, "kind": origin.kind.value},
            **_days(self._bounds.get(key) or _date_of(record)),
        }

    def _judged(self, field: str) -> Iterator[Row]:
        for briefing in self._documents.briefings.values():
            judged: tuple[Judged, ...] = getattr(briefing, field)
            for record in judged:
                anchor = key_of(briefing, record)
                yield {**self._named(briefing, record, anchor), "briefing": briefing.id, **_written(record)}

    def _named(self, owner: Owner, record: Record, anchor: str) -> Row:
        folder = "briefings" if isinstance(owner, Briefing) else "articles"
        return {"name": key_of(owner, record), "page": self._page(f"{folder}/{owner.id}.md", anchor)}

    def _page(self, path: str, anchor: str = "") -> dict[str, str]:
        tail = address_of(path) + (f"#{anchor}" if anchor else "")
        return {language: f"{self._site_url}{language}/{tail}" for language in SITE_LANGUAGES}


def _written(node: Node, without: tuple[str, ...] = ()) -> Row:
    """Return a node with the fields that have a value, as its file names them."""
    text = node.model_dump_json(by_alias=True, exclude_none=True, exclude=set(without))
    found: Mapping[str, Any] = json.loads(text)
    return dict(found)


def _date_of(record: Evidenced) -> PartialDate | None:
    """Return the date of a record that is no event."""
    return record.said if isinstance(record, Quote) else record.as_of if isinstance(record, Position) else None


def _days(date: PartialDate | None) -> Row:
    days = {"earliest": date.earliest, "latest": date.latest} if date else {}
    return {name: day.isoformat() for name, day in days.items() if day}
