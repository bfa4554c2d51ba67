"""Every text that stands in two languages, and whether its translation is current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model.bilingual import Bilingual, SiteLanguage
from ..model.corpus import Documents, key_of
from ..model.evidence import Evidence
from ..model.node import Node
from ..model.record import Record, Translation
from ..model.translation import Fact, LockLine, Standing
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
    registries = (("actors", documents.actors), ("channels", documents.channels), ("glossary", documents.glossary))
    for kind, registry in registries:
        for name, entry in registry.items():
            yield from _facts(entry, f"{kind}:{name}", ())


class Lock:
    """The lines of the lock, found by the fact that they are about; after a merge there may be several of one."""

    def __init__(self, lines: Iterable[LockLine]) -> None:
        self._lines: dict[tuple[str, str], set[LockLine]] = {}
        for line in lines:
            self._lines.setdefault((line.name, line.language), set()).add(line)

    def standing(self, fact: Fact) -> Standing:
        """Judge a translation: stale where the lock knows just these words of it, made from another original."""
        if fact.translation is None:
            return Standing.MISSING
        now, known = fact.made_from, self._lines.get((fact.name, fact.language), set())
        if now in known:
            return Standing.CURRENT
        same_words = any(line.translation == now.translation for line in known)
        return Standing.STALE if same_words else Standing.UNRECORDED


def _facts(node: Node, name: str, apart: tuple[Record, ...], printed: str = "") -> Iterator[tuple[Fact, Value]]:
    """Yield the facts below a node, leaving out those of records, which go by their own names."""
    inside = {id(value) for record in apart for _, value in leaves(record)}
    for path, value in leaves(node):
        if id(value) in inside:
            continue
        if isinstance(value, Bilingual):
            original = value.written_in
            language: SiteLanguage = "en" if original == "ru" else "ru"
            field = f"{name}.{'.'.join(str(step) for step in path)}"
            words = value.words(original) or "", value.words(language)
            yield Fact(field, language, *words, node.place(*path, language)), value
        elif isinstance(value, Translation):
            fact_name = f"{name}.translations.{value.by}"
            yield Fact(fact_name, value.language, printed, value.text, node.place(*path, "text")), value
