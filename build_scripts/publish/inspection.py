"""A walk through the finished site: links, anchors, twins, quotations, strangers, page counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from ..environment import Project
from ..model.bilingual import SITE_LANGUAGES
from ..model.folded import fold
from ..model.linked import Linked
from ..model.marks import in_marks
from ..model.page import Page, address_of
from ..model.spoken import Spoken
from .docs import handwritten
from .fault import Flaw, SiteFault, flaw
from .reading import PageReading, read_page

_EDITION = re.compile(r"/briefings/([a-z0-9-]+/editions/|[a-z0-9-]+/index\.html$)")
"""Pages that repeat what editions said."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a site consists of."""

    pages: int
    links: int
    quotations: int


def inspect_site(site: Path, project: Project, linked: Linked, pages: tuple[Page, ...]) -> Counts:
    """Return what the site holds; raise SiteFault with every fault if anything is missing, broken or unearned."""
    readings = {path.relative_to(site).as_posix(): read_page(path) for path in sorted(site.rglob("*.html"))}
    flaws = [*_missing(readings, project, pages), *_loads(readings, site, project)]
    links = 0
    for path, reading in readings.items():
        links += len(reading.links)
        flaws += _broken_links(path, reading, readings, site, project)
        flaws += [flaw("twice", path=path, id=name) for name in reading.twice]
    # The page of problems speaks for the tool and quotes its sentences; the others are drawn from articles.
    drawn = {f"{page.language}/{page.address}index.html" for page in pages if not page.path.startswith("contribute/")}
    spoken, kept = Spoken(linked.corpus), Spoken(linked.corpus, in_editions=True)
    for path in sorted(drawn & readings.keys()):
        flaws += _unearned(path, readings[path], kept if _EDITION.search(path) else spoken)
    flaws += _lost_quotes(readings, spoken)
    if flaws:
        raise SiteFault(flaws)
    return Counts(len(readings), links, sum(len(reading.quotations) for reading in readings.values()))


def _missing(readings: dict[str, PageReading], project: Project, pages: tuple[Page, ...]) -> Iterator[Flaw]:
    """Yield pages that were expected and are not there, came from nowhere, or lack their twin."""
    expected = {"index.html", "404.html"}
    expected |= {f"{page.language}/{page.address}index.html" for page in pages}
    for language in SITE_LANGUAGES:
        written = (f"{language}/{address_of(path)}index.html" for path in handwritten(project.root, language))
        expected |= {f"{language}/404.html", *written}
    yield from (flaw("not-written", path=path) for path in sorted(expected - readings.keys()))
    yield from (flaw("not-asked", path=path) for path in sorted(readings.keys() - expected))
    for path in sorted(readings):
        folder, _, rest = path.partition("/")
        for other in SITE_LANGUAGES:
            if rest and folder in SITE_LANGUAGES and f"{other}/{rest}" not in readings:
                yield flaw("no-twin", path=path, language=other)


def _loads(readings: dict[str, PageReading], site: Path, project: Project) -> Iterator[Flaw]:
    """Yield everything that a page would load from another host, and everything it would not find."""
    for path, reading in readings.items():
        for address in dict.fromkeys(reading.loads):
            target, _ = _target(path, address, project)
            if target is None:
                yield flaw("other-host", path=path, address=address)
            elif not (site / target).is_file():
                yield flaw("not-there", path=path, address=address)


def _broken_links(
    path: str, reading: PageReading, readings: dict[str, PageReading], site: Path, project: Project
) -> Iterator[Flaw]:
    for address in dict.fromkeys(reading.links):
        target, anchor = _target(path, address, project)
        if target is None:
            continue
        if target not in readings:
            if not (site / target).is_file():
                yield flaw("link-nowhere", path=path, address=address)
        elif anchor and anchor not in readings[target].ids:
            yield flaw("anchor-nowhere", path=path, address=address)


def _target(path: str, address: str, project: Project) -> tuple[str | None, str]:
    """Return the file inside the site that an address means, and its anchor; None for other hosts."""
    if address.startswith(project.site_url):
        address = "/" + address.removeprefix(project.site_url)
        base = urlsplit("")
    else:
        base = urlsplit(project.site_url)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None, ""
    inner = unquote(parts.path)
    if inner.startswith(base.path) and inner.startswith("/"):
        inner = "/" + inner.removeprefix(base.path)
    full = inner.lstrip("/") if inner.startswith("/") else join(dirname(path), inner) if inner else path
    full = normpath(full) if full else "index.html"
    if full == "." or (inner.endswith("/") and full) or full in {".", ""}:
        full = normpath(join(full, "index.html"))
    elif not full.rpartition("/")[2].count("."):
        full = join(full, "index.html")
    return full, unquote(parts.fragment)


def _unearned(path: str, reading: PageReading, spoken: Spoken) -> Iterator[Flaw]:
    """Yield quotations that are not word for word in their source, and quotation marks around anything else."""
    for key, text in reading.quotations:
        if fold(text).strip(' "') not in spoken.by_quote.get(key, []):
            yield flaw("not-in-source", path=path, text=text)
    for marked in in_marks("".join(reading.other_text)):
        if not spoken.earns(marked):
            yield flaw("unearned", path=path, text=" ".join(marked.split()))


def _lost_quotes(readings: dict[str, PageReading], spoken: Spoken) -> Iterator[Flaw]:
    """Yield quotes that are in the corpus and on no page of their article."""
    for key in spoken.by_quote:
        article = key.partition("/")[0]
        for language in SITE_LANGUAGES:
            page = readings.get(f"{language}/articles/{article}/index.html")
            if page is not None and key not in {name for name, _ in page.quotations}:
                yield flaw("not-shown", path=f"{language}/articles/{article}/", record=key)
