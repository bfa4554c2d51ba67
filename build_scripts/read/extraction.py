"""A saved page in, its text and what its metadata say out: trafilatura's one door.

Runs as a program of its own, started and bounded by `webpage.py`: HTML comes in as UTF-8 on standard input, one JSON
object goes out. It imports nothing of ours, asks no network, and takes no date that does not stand in the page.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import trafilatura
from lxml import etree
from trafilatura.utils import load_html

FAILED = 4
"""Exit code for a page that the library could not get through; any other failure is a fault of the installation."""

MOST_MEMORY = 1 << 30
"""Bytes of address space; ordinary pages need some 100 MiB, the library itself included."""

MOST_SECONDS = 10
"""Seconds of computing, so that a busy machine fails no page; long pages of real sites need one."""

# Only what the page declares counts, never a date guessed from its text. The bound keeps the clock out.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}

_BLOCKS = frozenset({"head", "p", "item", "list", "quote", "cell", "row", "table", "div", "code", "fw"})


def extract(html: str) -> dict[str, Any] | None:
    """Return text, headline, date, author, url, site and language of a page; None where there is no text."""
    tree = load_html(html)
    if tree is None:
        return None
    language = tree.get("lang")
    page = trafilatura.bare_extraction(
        html, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    if page is None or isinstance(page, dict) or page.body is None:
        return None
    return {
        "text": "\n\n".join(_blocks(page.body)),
        "headline": page.title,
        "date": page.date if page.date and _stands_in(html, page.date) else None,
        "author": page.author,
        "url": page.url,
        "site": page.sitename,
        "language": language,
    }


def _blocks(body: Any) -> list[str]:
    """Return the text of each block, line breaks kept; without the marks that a list would be printed with."""
    blocks = [""]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            blocks.append("")
        if event == "start":
            blocks[-1] += ("\n" if element.tag == "lb" else "") + (element.text or "")
        elif element is not body:
            blocks[-1] += element.tail or ""
    return [block.strip() for block in blocks if block.strip()]


def _stands_in(html: str, date: str) -> bool:
    """Tell whether a page writes this very day: of `2031-05` the library makes a day of its own."""
    year, month, day = date.split("-")
    d, m = day.lstrip("0"), month.lstrip("0")
    forms = (rf"{year}[-/.]?0?{m}[-/.]?0?{d}", rf"0?{d}[-/.]0?{m}[-/.]{year}", rf"0?{m}/0?{d}/{year}")
    words = rf"0?{d}(?:st|nd|rd|th)?\s+\w{{3,9}}\.?,?\s+{year}|\w{{3,9}}\.?\s+0?{d}(?:st|nd|rd|th)?,?\s+{year}"
    return bool(re.search(rf"(?<!\d)(?:{'|'.join(forms)}|{words})(?!\d)", html))


def _bound() -> None:
    try:
        import resource
    except ImportError:  # pragma: no cover  Windows has no such bounds; the time limit of webpage.py holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def main() -> int:
    """Read a page from standard input and write what was found as JSON to standard output."""
    _bound()
    try:
        found = extract(sys.stdin.buffer.read().decode("utf-8"))
    except Exception:  # whatever a hostile page makes the library do, it must not become a traceback
        return FAILED
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
