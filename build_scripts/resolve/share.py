"""How much of what a capture shows stands here: in the text, and word for word in other fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..model.article import MOST_OF_CAPTURE, Article, Rights
from ..model.bilingual import SITE_LANGUAGES, Bilingual
from ..model.node import Node
from ..model.problem import Problem, warning
from ..model.walk import leaves
from .bare import bare
from .shown import Shown, Spans

RUN = 5
"""Words in a row that make a text a copy: fewer are anybody's."""

_WORD = re.compile(r"\w+")


def kept_of(shown: Shown, spans: Spans, texts: Iterable[str]) -> tuple[int, int]:
    """Return how many characters of a capture are kept, in passages and in runs of other texts, and how many it shows.

    What the page sets apart, such as menus, counts only where it is kept.
    """
    marked = bytearray(len(shown.text))
    for start, end in (*spans, *_runs(shown.text, texts)):
        marked[start:end] = b"\1" * (end - start)
    visible = 0
    for block, start, end in zip(shown.blocks, shown.starts, shown.ends, strict=True):
        visible += sum(marked[start:end]) if block.is_apart and not block.kept else end - start
    # The space between two blocks that a run takes with it is no character of either.
    return min(sum(marked), visible), visible


def texts_of(article: Article, others: Iterable[Node]) -> Iterator[str]:
    """Yield what the article, and other files, say in the language of the source."""
    spoken = [language for language in SITE_LANGUAGES if language == article.language.partition("-")[0]]
    for node in (article, *others):
        for _, value in leaves(node):
            if isinstance(value, Bilingual):
                yield from (value.words(language) or "" for language in spoken)
    yield article.headline or ""


def _runs(text: str, others: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where runs of words of other texts stand in a text."""
    words = list(_words(text))
    first: dict[tuple[str, ...], int] = {}
    for index in range(len(words) - RUN + 1):
        first.setdefault(tuple(word for word, _, _ in words[index : index + RUN]), index)
    for other in others:
        theirs = [word for word, _, _ in _words(bare(other).text)]
        for index in range(len(theirs) - RUN + 1):
            at = first.get(tuple(theirs[index : index + RUN]))
            if at is not None:
                yield words[at][1], words[at + RUN - 1][2]


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _WORD.finditer(text):
        word = unicodedata.normalize("NFC", match.group()).lower().replace("ё", "е")
        yield word, *match.span()


def too_much(article: Article, kept: int, visible: int, variant: str = "") -> Iterator[Problem]:
    """Yield a warning where an excerpt keeps more than its share."""
    if article.rights is Rights.EXCERPT and kept > MOST_OF_CAPTURE * visible:
        share, most = round(100 * kept / visible), round(100 * MOST_OF_CAPTURE)
        values = {"kept": kept, "whole": visible, "share": share, "most": most}
        yield warning(article.place("text"), "excerpt-too-long", variant, **values)
