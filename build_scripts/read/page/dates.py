"""The dates of a page: the one it names as that of its publication, and all others, which are never taken for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...model.capture import Stated
from ..days import day_in
from .linked_data import LinkedData, text_of
from .parts import Part

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "published_time",
    "article.published", "datepublished", "date.published", "rnews:datepublished", "publish_date", "publish-date",
    "publishdate", "pubdate", "pub_date", "publication_date", "publication-date", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "dc.date.issued", "dcterms.issued", "dcterms.date.issued", "dc.date.published",
    "dc.issued", "dc.date", "dcterms.date",
)  # fmt: skip
"""Names by which a page states when it was published, the clearest first; Dublin Core behind them."""

_TIME = (
    r"(?:в|at|on|,|\s|\xa0|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[а-я]{5,11},"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)*"
)
_LINE = re.compile(
    rf"\W*(?:опубликован[оа]?|дата публикации|размещено|published|publication date|date of publication|date published"
    rf"|posted)(?![\w-])\s*[:—–|-]?{_TIME}(?=[0-9a-zа-я])(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_LINE = 160
_IN_ADDRESS = re.compile(r"/([12][0-9]{3})[-/]?([01][0-9])[-/]?([0-3][0-9])(?=[/_.-]|\Z)")
_ARTICLES = re.compile(r"schema\.org/(?:\w*Article|BlogPosting|Report|WebPage|CreativeWork|LiveBlogPosting)\Z")
_MOST_OTHERS = 8


def is_dateline(text: str) -> bool:
    """Tell whether a line says when the page was published."""
    return _published_line(text) is not None


def dates_of(tree: Any, parts: list[Part], data: LinkedData, url: str | None) -> tuple[Stated | None, list[Stated]]:
    """Return the publication date with the name of the place that states it, and the other dates of the page."""
    named = list(_named(tree, parts, data))
    published = named[0] if named else None
    others: dict[str, Stated] = {}
    for each in (*named, *_others(tree, parts, data, url)):
        if published is None or each.value != published.value:
            others.setdefault(each.value, each)
    return published, list(others.values())[:_MOST_OTHERS]


def _named(tree: Any, parts: list[Part], data: LinkedData) -> Iterator[Stated]:
    metas = [(name, content) for name, content in metas_of(tree)]
    for wanted in _PUBLISHED:
        if wanted.startswith("dc"):
            continue
        yield from _days((name, content) for name, content in metas if name.lower() == wanted)
    yield from _days([("JSON-LD datePublished", text_of(data.article.get("datePublished")))])
    yield from _days((f'itemprop="{name}"', value) for name, value in _properties(tree, parts))
    yield from _days(
        (name, content) for wanted in _PUBLISHED for name, content in metas if wanted[:2] == "dc" == name.lower()[:2]
        and name.lower() == wanted
    )  # fmt: skip
    for part in parts:
        if not part.foreign and not part.shown.hidden:
            yield from _days([(f"“{part.shown.text[:60]}”", _published_line(part.shown.text) or "")])


def _days(pairs: Any) -> Iterator[Stated]:
    for origin, written in pairs:
        day = day_in(written)
        if day:
            yield Stated(day, origin)


def _published_line(text: str) -> str | None:
    match = _LINE.match(text) if len(text) <= _LONGEST_LINE else None
    if match is None:
        return None
    day = day_in(match.group("rest"))
    # The day must be what the line says next, not one that it mentions further on.
    return day if day and day_in(match.group("rest")[:24]) == day else None


def _properties(tree: Any, parts: list[Part]) -> Iterator[tuple[str, str]]:
    """Yield what `itemprop` and its like on elements of the article say, those of comments and teasers left out."""
    foreign = {part.shown.element for part in parts if part.foreign}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        names = (element.get("itemprop") or "").split()
        classes = (element.get("class") or "").split()
        is_time = element.tag in {"time", "abbr"}
        published = "datePublished" in names or (
            is_time and (element.get("pubdate") is not None or "dt-published" in classes)
        )
        if published and not _is_elsewhere(element, foreign):
            value = (
                element.get("content") or element.get("datetime") or element.get("title") or "".join(element.itertext())
            )
            yield "datePublished" if names else "pubdate", value


def _is_elsewhere(element: Any, foreign: set[Any]) -> bool:
    scope: str | None = None
    for each in (element, *element.iterancestors()):
        if each in foreign:
            return True
        if each is not element and scope is None and each.get("itemscope") is not None:
            scope = each.get("itemtype") or ""
    return scope is not None and bool(scope) and not _ARTICLES.search(scope)


def _others(tree: Any, parts: list[Part], data: LinkedData, url: str | None) -> Iterator[Stated]:
    yield from _days(
        (name, content) for name, content in metas_of(tree) if re.search("date|time|modified|updated", name.lower())
    )
    yield from _days((f"JSON-LD {name}", text_of(data.article.get(name))) for name in ("dateModified", "dateCreated"))
    foreign = {part.shown.element for part in parts if part.foreign}
    for element in tree.iter("time"):
        yield from _days([("<time>", element.get("datetime") or "")] if not _is_elsewhere(element, foreign) else [])
    for part in parts:
        if part.data and len(part.shown.text) <= _LONGEST_LINE:
            yield from _days([(f"“{part.shown.text[:60]}”", part.shown.text)])
    for match in [_IN_ADDRESS.search(url or "")]:
        yield from _days([("address", "-".join(match.groups()))] if match else [])


def metas_of(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield the statements in the head of a page, each with its name as the page writes it."""
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or ""
        if name and element.get("content"):
            yield name, element.get("content")
