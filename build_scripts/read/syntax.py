"""Why a YAML reader stopped, as a problem with a sentence of its own and the place where the slip was made.

The reader often notices a slip long after it: an open quotation mark at the end of the file, a forgotten space one
line below. Its own words are English and for programmers, and are never shown.
"""

from __future__ import annotations

import re

import yaml

from ..model.place import Place
from ..model.problem import Problem, error
from .characters import name

_NO_SPACE = re.compile(r"[\s{,-]*[\w-]+:(?=[^\s:/])")
_ODD_INDENT = re.compile(r"[ \t-]*[^\S \t]")
_ESCAPE = ("found unknown escape character", "did not find expected hexdecimal number", "found invalid Unicode")


def syntax(path: str, text: str, fault: yaml.MarkedYAMLError) -> Problem:
    """Return the problem behind an exception of the YAML reader."""
    odd = _odd_indent(path, text, fault)
    if odd is not None:
        return odd
    stopped = _position(fault.problem_mark or fault.context_mark)
    began = _position(fault.context_mark or fault.problem_mark)
    lines = text.split("\n")
    variant, (line, column) = _kind(str(fault.problem), stopped, began, lines)
    character = _at(lines, line, column)
    if variant == "comma":
        character = " ".join(lines[line][column:].split()[:1])[:20]
    if variant == "document":
        return error(Place(path, line + 1, column + 1), "yaml-extra", "document")
    if variant == "start" and character in "&*!":
        return error(Place(path, line + 1, column + 1), "yaml-extra", "tag" if character == "!" else "anchor")
    return error(Place(path, line + 1, column + 1), "yaml-syntax", variant, character=character, line=stopped[0] + 1)


def _odd_indent(path: str, text: str, fault: yaml.MarkedYAMLError) -> Problem | None:
    """Return the problem of a line that is indented by spaces that look like spaces and are none to YAML."""
    lines = text.split("\n")
    near = {mark.line for mark in (fault.problem_mark, fault.context_mark) if mark}
    for number in sorted({line + step for line in near for step in (-1, 0)}):
        found = _ODD_INDENT.match(lines[number]) if 0 <= number < len(lines) else None
        if found:
            return error(Place(path, number + 1, found.end()), "odd-indent", character=name(found.group()[-1]))
    return None


def _kind(
    problem: str, stopped: tuple[int, int], began: tuple[int, int], lines: list[str]
) -> tuple[str, tuple[int, int]]:
    """Return which sentence tells the fault, and the line and column, counted from 0, at which the slip was made."""
    line, column = stopped
    row = lines[line] if line < len(lines) else ""
    tab = re.match(r" *(?:- *)?\t", row)
    if "\t" in (_at(lines, line, column), _at(lines, line, max(0, column - 1))) or (tab and column <= tab.end()):
        return "tab", (line, row.index("\t"))
    if problem == "found unexpected end of stream":
        return "open-quote", began
    if problem.startswith(_ESCAPE):
        return "escape", (line, max(0, row.rfind("\\", 0, column + 1)))
    if problem.startswith("did not find expected ','"):
        if _at(lines, line, column) == ":" and line == began[0]:
            return "colon", stopped
        return ("comma", stopped) if line == began[0] else ("open-bracket", began)
    if problem.startswith(("mapping values", "could not find expected ':'", "did not find expected key")):
        return _misplaced(problem, stopped, began, lines)
    if problem.startswith("did not find expected <document start>"):
        if lines[0].startswith("%"):
            return "start", (0, 0)  # a directive without the --- that must follow it
        ended = any(each.startswith("...") for each in lines[: line + 1])
        return ("document", stopped) if ended else _misplaced(problem, stopped, began, lines)
    kinds = {
        "found character that cannot": ("start", began),
        "did not find expected alphabetic": ("start", began),
        "found unknown directive": ("start", began),
        "did not find expected '-'": ("indent", (line, len(row) - len(row.lstrip()))),
        "did not find expected node content": ("start", stopped),
        "mapping keys are not allowed": ("start", stopped),
        "did not find expected comment or": ("block", stopped),
        "block sequence entries": ("dash", stopped),
    }
    return next((kind for head, kind in kinds.items() if problem.startswith(head)), ("", stopped))


def _misplaced(
    problem: str, stopped: tuple[int, int], began: tuple[int, int], lines: list[str]
) -> tuple[str, tuple[int, int]]:
    """Tell apart the slips after which a field is not where one may be."""
    line, column = stopped
    row = lines[line] if line < len(lines) else ""
    if problem.startswith("mapping values") and re.search(r":\s", row[:column]):
        return "colon", stopped
    if problem.startswith("did not find expected") and row[:column].rstrip().endswith(("'", '"')):
        opened = _opened_above(row[:column].rstrip()[-1], stopped, began[0], lines)
        return ("quote-runs-on", opened) if opened else ("after-quote", stopped)
    suspect = began[0] if problem.startswith("could not find") else line - 1
    no_space = _NO_SPACE.match(lines[suspect]) if 0 <= suspect < len(lines) else None
    if no_space:
        return "no-space", (suspect, no_space.end())
    indented = (line, len(row) - len(row.lstrip()))
    return ("no-colon", began) if problem.startswith("could not find") else ("indent", indented)


def _opened_above(mark: str, stopped: tuple[int, int], first: int, lines: list[str]) -> tuple[int, int] | None:
    """Return where a text in quotation marks began that runs into this line, because its closing mark is missing."""
    line, column = stopped
    if lines[line][:column].count(mark) % 2 == 0:
        return None  # opened and closed on this very line
    for number in range(line - 1, first - 1, -1):
        opening = re.search(rf"(?:[:\-\[{{,]\s+|^\s*){mark}(?=[^{mark}]*$)", lines[number])
        if opening:
            return number, opening.end() - 1
    return None


def _position(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def _at(lines: list[str], line: int, column: int) -> str:
    return lines[line][column : column + 1] if line < len(lines) else ""
