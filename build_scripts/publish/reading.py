"""What one finished page holds, read from its HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from ..model.foreign import SHOWN_AS_THEIRS

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
}


class PageReading(HTMLParser):
    """What one page holds: ids, links, things it loads, quotations, and marks that no quotation earned."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.twice: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.quotations: list[tuple[str, str]] = []
        self.other_text: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._quote: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            (self.twice.append if given["id"] in self.ids else self.ids.add)(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "link" and given.get("rel") in {"stylesheet", "icon", "preload", "modulepreload"}:
            self.loads.append(given.get("href", ""))
        if tag in _LOADING and _LOADING[tag] in given:
            self.loads.append(given[_LOADING[tag]])
        if tag not in _VOID:
            self._open.append((tag, self._role(tag, given)))
        if "data-quote" in given:
            self._quote = [given["data-quote"]]

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, role = self._open.pop()
            if role == "quote":
                self.quotations.append((self._quote[0], "".join(self._quote[1:])))
            if name == tag:
                break
        if tag in {"p", "li", "td", "th", "dd", "dt", "div", "h1", "h2", "h3"}:
            self.other_text.append("\n")

    def handle_data(self, data: str) -> None:
        roles = {role for _, role in self._open}
        if "quote" in roles:
            self._quote.append(data)
        if "content" in roles and not roles & {"quote", "source", "code"}:
            self.other_text.append(data)

    def _role(self, tag: str, given: dict[str, str]) -> str:
        classes = given.get("class", "").split()
        if "data-quote" in given:
            return "quote"
        if "data-words" in given or not {"source-text", SHOWN_AS_THEIRS}.isdisjoint(classes):
            return "source"
        if tag in {"code", "script", "style"}:
            return "code"
        return "content" if tag == "article" else ""


def read_page(path: Path) -> PageReading:
    """Return what a page holds."""
    reading = PageReading()
    reading.feed(path.read_text("utf-8"))
    reading.close()
    return reading
