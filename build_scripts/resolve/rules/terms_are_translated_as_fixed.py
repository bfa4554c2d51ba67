"""A term of the glossary is translated as the glossary has it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.bilingual import SITE_LANGUAGES
from ...model.corpus import Corpus
from ...model.problem import Problem, note
from ...model.registry import Term
from ...model.translation import Fact
from ..inflected import Words


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a note for each text that has a term in its original and another word for it in its translation."""
    terms = list(corpus.documents.glossary.values())
    for fact, _ in corpus.facts:
        # The glossary is where terms are fixed, and a name has its own entry in its registry.
        if fact.translation is not None and not fact.name.startswith(("glossary:", "actors:", "channels:")):
            yield from _otherwise(fact, terms)


def _otherwise(fact: Fact, terms: list[Term]) -> Iterator[Problem]:
    if fact.language not in SITE_LANGUAGES:
        return
    original, translation = Words(fact.original), Words(fact.translation or "")
    for term in terms:
        written, fixed = (term.en, term.ru) if fact.language == "ru" else (term.ru, term.en)
        if original.has(written) and not translation.has(fixed):
            yield note(fact.place, "term-otherwise", term=written, fixed=fixed)
