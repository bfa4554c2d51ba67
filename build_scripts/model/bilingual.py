"""A text for readers: the same words in both languages of the site, one of them the original."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from .node import Node

SiteLanguage = Literal["ru", "en"]

SITE_LANGUAGES: tuple[SiteLanguage, SiteLanguage] = ("ru", "en")
"""The languages of the site; the first is the original of a text that does not say otherwise."""

MOST_CHARACTERS = 20_000

GAP_MARK = "TODO"
"""How `spravka import` marks what a person must judge; no value may start with it when a briefing is built."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=MOST_CHARACTERS)]


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
        if isinstance(data, str | int) and not isinstance(data, bool):
            return {"ru" if re.search("[а-яёА-ЯЁ]", str(data)) else "en": data}
        return data

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe both ways of writing for editors: fields by language, or one plain text."""
        fields = handler.resolve_ref_schema(handler(schema))
        plain = {"type": "string", "minLength": 1, "maxLength": MOST_CHARACTERS}
        both = {**fields, "anyOf": [{"required": ["ru"]}, {"required": ["en"]}]}
        return {"description": fields["description"], "anyOf": [both, plain]}

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
