"""Headline, author, publisher, address and language as the page states them, each with the name of its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...model.capture import Stated
from .dates import metas_of
from .linked_data import LinkedData, text_of
from .matching import words_of
from .names import is_foreign

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title")
_AUTHORS = (
    "author", "article:author", "byline", "dc.creator", "dcterms.creator", "citation_author", "parsely-author",
    "sailthru.author",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "article:publisher")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_CREDIT = re.compile(r"\W*(?:фото|видео|иллюстрация|источник|photo|image|picture|video|source|credit|©)", re.IGNORECASE)
_BY = re.compile(r"\s*(?:by|автор(?:ы)?|текст|text)\s*[:—–]?\s+", re.IGNORECASE)
_BYLINE = re.compile(r"(?:\w+[-_])*(?:author|authors|byline|by-line)(?:[-_](?:name|link))?", re.IGNORECASE)
_LONGEST = 500


def line(value: str | None) -> str:
    """Return a statement in one line; one that is too long to be a title or a name is none."""
    text = " ".join((value or "").split())
    return text if len(text) <= _LONGEST else ""


def titles_of(tree: Any) -> set[str]:
    """Return everything that may be the headline of a page."""
    found = {line(content) for name, content in metas_of(tree) if name.lower() in _TITLES}
    return (found | {line("".join(each.itertext())) for each in tree.iter("h1")}) - {""}


def urls_of(tree: Any, saved_from: str) -> list[Stated]:
    """Return the addresses that a page gives as its own."""
    found = [(each.get("href"), "canonical") for each in tree.iter("link") if "canonical" in (each.get("rel") or "")]
    found += [(content, name) for name, content in metas_of(tree) if name.lower() == "og:url"]
    found += [(match.group(1), "saved from url") for match in [_SAVED_FROM.search(saved_from)] if match]
    return [Stated(url.strip(), origin) for url, origin in found if url and re.match(r"https?://", url.strip())]


def headline_of(tree: Any, data: LinkedData, publisher: str | None) -> Stated | None:
    """Return the heading as printed where it can be told from a logo, else as the page states it for others."""
    stated = [Stated(line(content), name) for wanted in _TITLES for name, content in _metas(tree, wanted)]
    stated += [Stated(line(text_of(data.article.get("headline"))), "JSON-LD headline")]
    stated = [each for each in stated if each.value]
    printed = [line("".join(each.itertext())) for each in tree.iter("h1")]
    printed = [each for each in dict.fromkeys(printed) if each and each != publisher]
    for heading in printed:
        if any(_same(heading, each.value) for each in stated):
            return Stated(heading, "h1")
    if stated:
        return stated[0]
    if len(printed) == 1:
        return Stated(printed[0], "h1")
    title = next((line("".join(each.itertext())) for each in tree.iter("title")), "")
    return Stated(title, "title", guessed=True) if title else None


def author_of(tree: Any, data: LinkedData) -> Stated | None:
    """Return the author by a name that says so; else by a class that is called so, as a guess."""
    found = [Stated(line(content), name) for wanted in _AUTHORS for name, content in _metas(tree, wanted)]
    found.append(Stated(line(text_of(data.article.get("author"))), "JSON-LD author"))
    found += [Stated(each, 'itemprop="author"') for each in _items(tree, "author")]
    found += [
        Stated(line("".join(each.itertext())), 'rel="author"') for each in tree.iter("a") if each.get("rel") == "author"
    ]
    found += _bylines(tree)
    return next((each for each in found if each.value and not each.value.startswith(("http://", "https://"))), None)


def publisher_of(tree: Any, data: LinkedData) -> Stated | None:
    """Return how the page calls the site it stands on."""
    found = [Stated(line(content), name) for wanted in _PUBLISHERS for name, content in _metas(tree, wanted)]
    found.append(Stated(line(text_of(data.article.get("publisher"))), "JSON-LD publisher"))
    found += [Stated(each, 'itemprop="publisher"') for each in _items(tree, "publisher")]
    return next((each for each in found if each.value and not each.value.startswith(("http://", "https://"))), None)


def language_of(tree: Any, data: LinkedData) -> str:
    """Return the language tag that a page declares, as it writes it."""
    html = next(iter(tree.iter("html")), None)
    declared = (
        (html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or "") if html is not None else ""
    )
    metas = [
        content for wanted in ("og:locale", "content-language", "dc.language") for _, content in _metas(tree, wanted)
    ]
    metas += [
        each.get("content") or ""
        for each in tree.iter("meta")
        if (each.get("http-equiv") or "").lower() == "content-language"
    ]
    return next(filter(None, (declared, text_of(data.article.get("inLanguage")), *metas)), "")


def _metas(tree: Any, wanted: str) -> Iterator[tuple[str, str]]:
    return ((name, content) for name, content in metas_of(tree) if name.lower() == wanted)


def _items(tree: Any, name: str) -> Iterator[str]:
    for element in tree.iter():
        if not isinstance(element.tag, str) or name not in (element.get("itemprop") or "").split():
            continue
        inner = [each for each in element.iterdescendants() if "name" in (each.get("itemprop") or "").split()]
        found = inner[0] if inner else element
        yield line(found.get("content") or "".join(found.itertext()))


def _bylines(tree: Any) -> Iterator[Stated]:
    for element in tree.iter():
        if not isinstance(element.tag, str) or not any(map(_BYLINE.fullmatch, (element.get("class") or "").split())):
            continue
        if any(is_foreign(each.get("class") or "") for each in element.iterancestors()):
            continue
        text = _BY.sub("", line("".join(element.itertext())).split(" · ")[0], count=1)
        if 2 <= len(text) <= 80 and not _CREDIT.match(text):
            yield Stated(text, f'class="{element.get("class")}"', guessed=True)


def _same(printed: str, stated: str) -> bool:
    """Tell whether a printed heading is the stated one, which may have the site's name behind it."""
    one, other = words_of(printed), words_of(stated)
    return bool(one) and other[: len(one)] == one
