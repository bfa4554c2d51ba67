"""The words that people read: pages, dates and messages, one YAML file a language.

Comes in: `ru.yml` and `en.yml` beside this file. Goes out: phrases with their values filled in.
Never decides anything; a key that is missing is a fault of the tool and raises KeyError.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale


class Wording:
    """All phrases of one language, addressed by dotted keys such as `date.not-later-than`."""

    def __init__(self, language: str, phrases: Mapping[str, Any]) -> None:
        self.language = language
        self._phrases = phrases
        self._plural = Locale.parse(language).plural_form

    def find(self, key: str) -> Any:
        """Return what stands under a dotted key; raise KeyError with the whole key."""
        node: Any = self._phrases
        for part in key.split("."):
            if not isinstance(node, Mapping) or part not in node:
                raise KeyError(f"{self.language}: {key}")
            node = node[part]
        return node

    def __call__(self, key: str, **values: object) -> str:
        """Return a phrase with its `{name}` places filled."""
        phrase = self.find(key)
        if not isinstance(phrase, str):
            raise KeyError(f"{self.language}: {key} is not a phrase")
        return phrase.format(**values) if values else phrase

    def count(self, key: str, n: int, **values: object) -> str:
        """Return the plural form of a phrase for `n`; forms are CLDR categories (one, few, many, other)."""
        forms = self.find(key)
        form = self._plural(n)
        phrase = forms.get(form, forms["other"])
        return str(phrase).format(n=n, **values)


@cache
def wording(language: str) -> Wording:
    """Return the phrases of a site language ("ru" or "en")."""
    path = Path(__file__).with_name(f"{language}.yml")
    return Wording(language, yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
