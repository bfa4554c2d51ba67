"""What may stand in quotation marks: words that a source prints as speech, and that are recorded as a quote."""

from __future__ import annotations

import re
from functools import cached_property

from .corpus import Corpus
from .evidence import Proof
from .folded import fold
from .walk import leaves

_EDGES = ' .,!?-"'
"""What may be added at the edges of quoted words, or left out, without changing them."""


class Spoken:
    """The words of all quotes that were found in their sources; with those that editions kept, where asked for."""

    def __init__(self, corpus: Corpus, *, in_editions: bool = False) -> None:
        self._corpus = corpus
        editions = corpus.documents.editions.values() if in_editions else ()
        self._kept = [each.said for found in editions for each in found if each.said]

    @cached_property
    def by_quote(self) -> dict[str, list[str]]:
        """The folded words of each quote, by its full name."""
        found: dict[str, list[str]] = {}
        for key, evidence in self._corpus.evidence.items():
            article, record = self._corpus.evidenced(key)
            if record in article.quotes and evidence and all(each.proof is not Proof.NONE for each in evidence):
                found[key] = [fold(each.printed).strip(' "') for each in evidence]
        for said in self._kept:
            for key, told in said.records.items():
                found[key] = [*found.get(key, []), *(fold(words).strip(' "') for words in told.words)]
        return found

    @cached_property
    def _everything(self) -> str:
        # No folded text holds a line break: a stretch in marks cannot run from one quote into the next.
        lost = (fold(words) for words in self._corpus.documents.lost_words)
        # Marks in the words of an edition were earned on the day of its release.
        kept = (fold(str(words)) for said in self._kept for _, words in leaves(said))
        return "\n".join([*(words for each in self.by_quote.values() for words in each), *lost, *kept])

    def earns(self, marked: str) -> bool:
        """Tell whether what stands in marks is, word for word, part of a quote."""
        words = fold(marked).strip(_EDGES)
        return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self._everything) is not None
