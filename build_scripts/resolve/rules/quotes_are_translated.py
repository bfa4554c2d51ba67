"""A quote has a translation into each language of the site that is not its own."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.bilingual import SITE_LANGUAGES
from ...model.corpus import Corpus
from ...model.problem import Problem, error, warning


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a warning for each missing translation, an error for a translation into the quote's own language."""
    for article in corpus.documents.articles.values():
        for quote in article.quotes:
            own = article.language.partition("-")[0]
            present = {translation.language for translation in quote.translations}
            for language in SITE_LANGUAGES:
                if language != own and language not in present:
                    yield warning(quote.place("words"), "quote-untranslated", language, id=quote.id)
            for index, translation in enumerate(quote.translations):
                if translation.language == article.language:
                    place = quote.place("translations", index, "language")
                    yield error(place, "translation-into-itself", language=translation.language)
