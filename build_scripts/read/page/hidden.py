"""What a browser does not show of a page: by its element, its attributes, or a plain rule of a style sheet in it."""

from __future__ import annotations

import re
from typing import Any

# What has no words of its own, or shows them only when something else fails.
_NEVER_WORDS = (
    "script style template noscript head title meta link base svg canvas iframe object embed audio video "
    "select option datalist textarea input map area rp"
)
_NEVER = frozenset(_NEVER_WORDS.split())
_UNSEEN = re.compile(r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader-(?:text|only)|d-none)(?:\s|$)", re.IGNORECASE)
_POPUP = re.compile(r"popup|popover|pop-up|tooltip|modal|dropdown|hint", re.IGNORECASE)
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DISPLAYED = re.compile(r"display\s*:\s*(?!none)[a-z]", re.IGNORECASE)
_SIMPLE_SELECTOR = re.compile(r"([.#])([A-Za-z][\w-]*)\Z")
_STYLE_COMMENT = re.compile(r"/\*(?:(?!\*/).)*\*/", re.DOTALL)


class Hidden:
    """Tells of each element of one page whether a browser leaves it out with all that is in it."""

    def __init__(self, tree: Any) -> None:
        self._classes, self._ids = _by_style(tree)

    def is_never_shown(self, element: Any) -> bool:
        """Tell whether an element is no part of the words, however the page is opened."""
        return not isinstance(element.tag, str) or element.tag in _NEVER

    def is_hidden(self, element: Any) -> bool:
        """Tell whether an element is there and not shown: a script may open it."""
        get = element.get
        if get("hidden") is not None or _NOT_DISPLAYED.search(get("style") or ""):
            return True
        if element.tag == "dialog" and get("open") is None:
            return True
        names = get("class") or ""
        if _UNSEEN.search(names) or get("id") in self._ids or not self._classes.isdisjoint(names.split()):
            return True
        return get("aria-hidden") == "true" and bool(
            _POPUP.search(f"{names} {get('role') or ''}") or _is_dialog(element)
        )


def _is_dialog(element: Any) -> bool:
    return element.get("role") in {"dialog", "alertdialog", "tooltip", "menu"}


def _by_style(tree: Any) -> tuple[set[str], set[str]]:
    """Return the classes and ids that a plain rule hides and none shows; inside @media nothing counts."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for style in tree.iter("style"):
        for selectors, rules in _rules(style.text or ""):
            found = hidden if _NOT_DISPLAYED.search(rules) else shown if _DISPLAYED.search(rules) else None
            if found is not None:
                found.update(each.strip() for each in selectors.split(","))
    names = [_SIMPLE_SELECTOR.match(each) for each in hidden - shown]
    by_kind: dict[str, set[str]] = {".": set(), "#": set()}
    for match in filter(None, names):
        by_kind[match.group(1)].add(match.group(2))
    return by_kind["."], by_kind["#"]


def _rules(sheet: str) -> list[tuple[str, str]]:
    """Return the rules at the outer level of a style sheet, each as its selectors and what stands in its braces."""
    found: list[tuple[str, str]] = []
    depth, selectors = 0, ""
    for piece in re.split(r"([{}])", _STYLE_COMMENT.sub("", sheet)):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(depth - 1, 0)
        elif depth == 0:
            selectors = piece.rpartition(";")[2]
        elif depth == 1 and "@" not in selectors:
            found.append((selectors, piece))
    return found
