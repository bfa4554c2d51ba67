"""Articles that are copies of one text: one page kept twice, or the same words under another address.

The rule is published in docs/*/method.md. Of several copies the one published first stands for all; a copy is compared
with those that stand for others, so thousands of articles take as long as their words are many.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, unquote, urlsplit

from .article import Article
from .folded import fold

RUN = 5
"""Words in a row that are compared."""

SAME = 0.8
"""Share of the words of each of two texts that stand in the other one in such runs."""

MOST_ALIKE = 20
"""Texts that are no copies of each other and share a run, such as the name of an agency; more tell nothing."""

_WORD = re.compile(r"\w+")

_TRACKING = re.compile(
    r"utm_.*|[a-z_]*clid|yclid|ysclid|mc_[ce]id|igshid|_openstat|_ga|spm|cmpid|ocid|at_.*|from|ref|ref_src"
)


class Likeness(StrEnum):
    """By what two articles are known to be copies."""

    FILE = "file"
    ADDRESS = "address"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Copy:
    """An article whose text is that of another."""

    of: str
    """The article that stands for both."""
    by: Likeness


def copies(articles: Iterable[Article]) -> dict[str, Copy]:
    """Return each article that is a copy of one published before it."""
    found: dict[str, Copy] = {}
    known = _Known()
    for article in sorted(articles, key=lambda each: (each.published.date.sort_key, each.id)):
        copy = known.find(article)
        if copy is None:
            known.add(article)
        else:
            known.note(article, copy.of)
            found[article.id] = copy
    return found


class _Known:
    """The articles seen so far, by what makes a copy known."""

    def __init__(self) -> None:
        self._by: dict[Likeness, dict[str, str]] = {Likeness.FILE: {}, Likeness.ADDRESS: {}}
        self._words: dict[str, list[str]] = {}
        self._runs: dict[tuple[str, ...], list[str]] = defaultdict(list)

    def find(self, article: Article) -> Copy | None:
        """Return of which article it is a copy, if of any."""
        for likeness, keys in _keys(article).items():
            for key in keys:
                if key in self._by[likeness]:
                    return Copy(self._by[likeness][key], likeness)
        words = _words(article)
        runs = set(_runs(words))
        hits = Counter(name for run in runs for name in self._runs.get(run, ()))
        for name in sorted(hits, key=lambda each: (-hits[each], each))[:MOST_ALIKE]:
            theirs = self._words[name]
            if min(_share(words, set(_runs(theirs))), _share(theirs, runs)) >= SAME:
                return Copy(name, Likeness.WORDS)
        return None

    def note(self, article: Article, stands_for: str) -> None:
        """Remember by which file and addresses else a text is known."""
        for likeness, keys in _keys(article).items():
            for key in keys:
                self._by[likeness].setdefault(key, stands_for)

    def add(self, article: Article) -> None:
        """Remember an article that is no copy."""
        self.note(article, article.id)
        self._words[article.id] = _words(article)
        for run in dict.fromkeys(_runs(self._words[article.id])):
            if len(self._runs[run]) < MOST_ALIKE:
                self._runs[run].append(article.id)


def plain_address(address: str) -> str:
    """Return an address without what does not tell one page from another.

    That is the scheme, `www.`, the usual ports, a slash at the end, the fragment, and parameters that tell where a
    reader comes from.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address  # `check` tells what is wrong with it
    host = re.sub(r":(?:80|443)\Z", "", parts.netloc.rpartition("@")[2].lower()).removeprefix("www.")
    asked = sorted(
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0].lower())
    )
    query = "&".join(f"{name}={value}" for name, value in asked)
    return f"{host}{unquote(parts.path).rstrip('/')}{'?' if query else ''}{query}"


def _keys(article: Article) -> Mapping[Likeness, list[str]]:
    addresses = [plain_address(each) for each in (article.url, article.archived) if each]
    return {Likeness.ADDRESS: addresses, Likeness.FILE: [article.capture.sha256]}


def _words(article: Article) -> list[str]:
    return _WORD.findall(fold(" ".join(passage for _, passage in article.passages)).lower())


def _runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _share(words: list[str], runs: set[tuple[str, ...]]) -> float:
    """Return which share of words stands in runs."""
    covered = 0
    last = 0
    for at, run in enumerate(_runs(words)):
        if run in runs:
            covered += at + RUN - max(at, last)
            last = at + RUN
    return covered / len(words) if words else 0.0
