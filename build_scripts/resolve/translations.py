"""Every text that stands in two languages, and whether its translation is current."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model.bilingual import Bilingual, SiteLanguage
from ..model.corpus import Documents, key_of
from ..model.evidence import Evidence
from ..model.node import Node
from ..model.record import Record, Translation
from ..model.translation import Fact, LockLine, Standing, standing
from ..model.walk import leaves

Value = Bilingual | Translation


def facts(documents: Documents, evidence: Mapping[str, tuple[Evidence, ...]]) -> Iterator[tuple[Fact, Value]]:
    """Yield every fact with the value that holds it, in the order of files and ids."""
    for article in documents.articles.values():
        yield from _facts(article, article.id, article.evidenced)
        for record in article.evidenced:
            key = key_of(article, record)
            yield from _facts(record, key, (), " … ".join(each.printed for each in evidence.get(key, ())))
    for briefing in documents.briefings.values():
        yield from _facts(briefing, briefing.id, briefing.judged)
        for judged in briefing.judged:
            yield from _facts(judged, key_of(briefing, judged), ())
    for kind, registry in (
        ("actors", documents.actors),
        ("channels", documents.channels),
        ("glossary", documents.glossary),
    ):
        for name, entry in registry.items():
            yield from _facts(entry, f"{kind}:{name}", ())


def standings(found: Mapping[int, Fact], lines: Mapping[LockLine, Any]) -> dict[int, Standing]:
    """Judge every fact by the lock; the keys are those of `found`."""
    by_name: dict[tuple[str, str], set[LockLine]] = {}
    for line in lines:
        by_name.setdefault((line.name, line.language), set()).add(line)
    return {key: standing(fact, frozenset(by_name.get((fact.name, fact.language), ()))) for key, fact in found.items()}


def _facts(node: Node, name: str, apart: tuple[Record, ...], printed: str = "") -> Iterator[tuple[Fact, Value]]:
    """Yield the facts below a node, leaving out those of records, which go by their own names."""
    inside = {id(value) for record in apart for _, value in leaves(record)}
    for path, value in leaves(node):
        if id(value) in inside:
            continue
        if isinstance(value, Bilingual):
            original = value.written_in
            language: SiteLanguage = "en" if original == "ru" else "ru"
            fact_name = f"{name}.{'.'.join(str(step) for step in path)}"
            yield (
                Fact(fact_name, language, value.words(original) or "", value.words(language), node.place(*path)),
                value,
            )
        elif isinstance(value, Translation):
            fact_name = f"{name}.translations.{value.by}"
            yield Fact(fact_name, value.language, printed, value.text, node.place(*path)), value
