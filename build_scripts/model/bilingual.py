"""A text for readers: the same words in both languages of the site, one of them the original."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from .node import Node

SiteLanguage = Literal["ru", "en"]

SITE_LANGUAGES: tuple[SiteLanguage, SiteLanguage] = ("ru", "en")
"""The languages of the site; the first is the original of a text that does not say otherwise."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class Bilingual(Node):
    """Words in Russian and English. At least one is there; a missing one is reported and shown as missing."""

    ru: Text | None = Field(default=None, examples=["Переговоры о реке"])
    """The text in Russian."""
    en: Text | None = Field(default=None, examples=["River talks"])
    """The text in English."""
    original: SiteLanguage | None = Field(default=None, examples=["ru"])
    """Which of the two was written first; Russian where both stand and nothing is said."""

    @model_validator(mode="before")
    @classmethod
    def _one_string(cls, data: Any) -> Any:
        """Read a plain string as one language without its translation, told by its script."""
        if isinstance(data, str):
            return {"ru" if re.search("[а-яёА-ЯЁ]", data) else "en": data}
        return data

    @model_validator(mode="after")
    def _something_there(self) -> Self:
        if self.ru is None and self.en is None:
            raise PydanticCustomError("text-empty", "neither language")
        return self

    def words(self, language: SiteLanguage) -> str | None:
        """Return the text in a language, or None where it is missing."""
        return self.ru if language == "ru" else self.en

    @property
    def written_in(self) -> SiteLanguage:
        """The language of the original."""
        if self.original and self.words(self.original) is not None:
            return self.original
        return "ru" if self.ru is not None else "en"

    @property
    def missing(self) -> tuple[SiteLanguage, ...]:
        """The site languages that have no words yet."""
        return tuple(language for language in SITE_LANGUAGES if self.words(language) is None)
