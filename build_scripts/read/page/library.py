"""Which words of a page belong to the article by trafilatura's judgement: its one door. It only chooses."""

from __future__ import annotations

from typing import Any

import trafilatura
from lxml import etree

_BLOCKS = frozenset({"head", "p", "item", "list", "quote", "cell", "row", "table", "div", "code", "fw", "lb"})


def chosen_by_library(html: str) -> list[str]:
    """Return the lines that the library takes for the article; none where it finds none or gives up."""
    try:
        page = trafilatura.bare_extraction(html, include_comments=False, with_metadata=False)
    except MemoryError:
        raise
    except Exception:  # a page that it cannot get through is then judged by our own rules alone
        return []
    body = None if page is None or isinstance(page, dict) else page.body
    return [] if body is None else _lines(body)


def _lines(body: Any) -> list[str]:
    lines = [""]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            lines.append("")
        if event == "start":
            lines[-1] += element.text or ""
        elif element is not body:
            lines[-1] += element.tail or ""
    return [line for line in lines if line.strip()]
