"""Whether a block of the page is among the lines that the library took, which may cut, join and normalise them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

RUN = 5
"""Words in a row that two texts do not share by chance."""

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Return the words of a text for comparing: small letters, superscripts as digits, no marks."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


class Taken:
    """The lines that the library took."""

    def __init__(self, lines: Iterable[str]) -> None:
        cut = [words_of(line) for line in lines]
        self._lines = {tuple(words) for words in cut}
        whole = [word for words in cut for word in words]
        self._runs = set(_runs(whole))

    def holds(self, text: str) -> bool:
        """Tell whether at least half of a block stands there; of a short one, whether it is a line there."""
        words = words_of(text)
        if len(words) <= RUN:
            return bool(words) and tuple(words) in self._lines
        runs = _runs(words)
        return 2 * sum(run in self._runs for run in runs) >= len(runs)


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
