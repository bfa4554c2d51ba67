"""Text for paper: a row of runs, each plain or with one thing said of it. The template decides how each looks.

A run is a string, or a mapping with one of: `em`, `strong`, `small` (runs inside); `link` (address), `lang` or `ref`
(label of a place elsewhere) with `body`; `note` (number); `quote` or `words` (of a source) with `lang`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from markdown_it.token import Token

from ...model.prose import REFERENCE, parser

Run = str | dict[str, Any]
Runs = list[Run]
Block = dict[str, Any]
"""A paragraph `{"p": runs}`, or an item of a list `{"item": runs, "depth": 1, "marker": "1."}`."""

Note = Callable[[str], Run]

MOST_WHOLE = 1500
"""Characters that are kept together on one page, in a column of half its width. What is longer has to break."""

MOST_WHOLE_NARROW = 500
"""The same in the narrow columns of a table."""

_CONTAINERS = {"em_open": "em", "strong_open": "strong", "link_open": "link"}


def blocks(text: str, note: Note) -> list[Block]:
    """Return prose of the Markdown subset as blocks; `note` turns the name of a record into the mark of its note."""
    found: list[Block] = []
    depth, marker = 0, ""
    for token in parser().parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            marker = f"{token.info}." if token.info else "•"
        elif token.type == "inline":
            runs = _inline(token.children or [], note)
            found.append({"item": runs, "depth": depth, "marker": marker} if depth else {"p": runs})
            marker = ""
    return found


def _inline(tokens: Sequence[Token], note: Note) -> Runs:
    """Return the runs of one paragraph; what is emphasised or linked holds its own runs."""
    stack: list[Runs] = [[]]
    opened: list[dict[str, Any]] = []
    text = ""
    for token in (*tokens, None):
        if token is not None and token.type in ("text", "softbreak", "hardbreak"):
            text += token.content if token.type == "text" else " "
            continue
        stack[-1] += _text(text, note)
        text = ""
        if token is None:
            continue
        if token.type in _CONTAINERS:
            kind = _CONTAINERS[token.type]
            opened.append({"link": str(token.attrs.get("href", ""))} if kind == "link" else {kind: None})
            stack.append([])
        elif token.type.endswith("_close") and opened:
            run, body = opened.pop(), stack.pop()
            stack[-1].append({**run, "body": body} if "link" in run else {next(iter(run)): body})
    return stack[0]


def _text(text: str, note: Note) -> Runs:
    """Return plain text with its note marks, each close to the word before it."""
    runs: Runs = []
    end = 0
    for match in REFERENCE.finditer(text):
        runs += [text[end : match.start()].rstrip(), note(match.group(1).strip())]
        end = match.end()
    return [run for run in (*runs, text[end:]) if run]


def joined(parts: Iterable[Runs], between: str) -> Runs:
    """Return rows of runs as one, with a string between each two."""
    found: Runs = []
    for part in parts:
        found += [between, *part] if found else part
    return found


def has_to_break(wide: Any, narrow: Any = "") -> bool:
    """Tell whether what stands side by side is too long to be kept on one page, where its end would be cut off."""
    return _characters(wide) > MOST_WHOLE or _characters(narrow) > MOST_WHOLE_NARROW


def _characters(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_characters(each) for each in value.values())
    return sum(_characters(each) for each in value) if isinstance(value, list) else 0


def without_loose_ends(sheet: dict[str, Any]) -> dict[str, Any]:
    """Return a sheet in which each reference leads to a place of the same sheet; of others only the words are left."""
    labels = set(_labels(sheet))

    def mended(value: Any) -> Any:
        if isinstance(value, dict):
            if "ref" in value and value["ref"] not in labels:
                return {"lang": None, "body": mended(value["body"])}
            return {name: mended(each) for name, each in value.items()}
        if isinstance(value, list):
            rows = [mended(each) for each in value]
            return [run for row in rows for run in (row["body"] if _is_loose(row) else [row])]
        return value

    found: dict[str, Any] = mended(sheet)
    return found


def _is_loose(run: Any) -> bool:
    return isinstance(run, dict) and run.get("lang", "") is None


def _labels(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "label" in value:
            yield value["label"]
        for each in value.values():
            yield from _labels(each)
    elif isinstance(value, list):
        for each in value:
            yield from _labels(each)
