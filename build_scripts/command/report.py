"""Problems told to people and machines: three printers of one list. Finds nothing and decides nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ..model.place import Place
from ..model.problem import Level, Problem
from ..wording import Wording

GITHUB_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def sentence(problem: Problem, wording: Wording) -> str:
    """Return `what must hold; what was found; what to do` in one line that is safe in a public log."""
    phrases = wording.find(f"problem.{problem.code}")
    values = _values(problem, wording)
    do = phrases["do-near"] if problem.values.get("near") and "do-near" in phrases else _variant(phrases["do"], problem)
    parts = (phrases["must"], _variant(phrases["found"], problem), do)
    return one_line("; ".join(str(part).format(**values) for part in parts))


def line(problem: Problem, wording: Wording) -> str:
    """Return `file:line:column: level: code: sentence`; an error needs no level."""
    level = "" if problem.level is Level.ERROR else f"{wording(f'report.level.{problem.level}')}: "
    return f"{problem.place}: {level}{problem.code}: {sentence(problem, wording)}"


def as_text(problems: Iterable[Problem], wording: Wording) -> str:
    """Return one line a problem."""
    return "".join(line(problem, wording) + "\n" for problem in problems)


def as_json(problems: Iterable[Problem], wording: Wording) -> str:
    """Return a JSON array of objects with file, line, column, level, code and message."""
    return json.dumps([_object(problem, wording) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem], wording: Wording) -> str:
    """Return workflow commands that GitHub shows as annotations; their values cannot become commands of their own."""
    lines = []
    for problem in problems:
        file, row, column = (_github(str(part), in_property=True) for part in problem.place)
        head = f"::{GITHUB_LEVEL[problem.level]} file={file},line={row},col={column},title={problem.code}"
        lines.append(f"{head}::{_github(sentence(problem, wording))}\n")
    return "".join(lines)


PRINTERS = {"text": as_text, "json": as_json, "github": as_github}


def summary(problems: Sequence[Problem], files: int, wording: Wording) -> str:
    """Return how many problems of which level were found."""
    if not problems:
        return wording("report.clean", files=wording.count("report.files", files))
    counted = []
    for level, key in ((Level.ERROR, "errors"), (Level.WARNING, "warnings"), (Level.NOTE, "notes")):
        n = sum(problem.level is level for problem in problems)
        if n:
            counted.append(wording.count(f"report.{key}", n))
    return ", ".join(counted) + "."


def _object(problem: Problem, wording: Wording) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "level": problem.level.value,
        "code": problem.code,
        "message": sentence(problem, wording),
    }


def _values(problem: Problem, wording: Wording) -> dict[str, str]:
    return {name: _value(name, value, problem, wording) for name, value in problem.values.items()}


def _value(name: str, value: object, problem: Problem, wording: Wording) -> str:
    if name == "is_now":
        return wording(f"report.kind.{value}", found=problem.values["found"])
    if isinstance(value, list | tuple) and not isinstance(value, Place):
        return (wording("report.or") if name == "near" else ", ").join(str(item) for item in value)
    return str(value)


def _variant(phrase: Any, problem: Problem) -> str:
    """Return the sentence of the problem's variant; one without a sentence of its own takes the plain one."""
    if isinstance(phrase, str):
        return phrase
    return str(phrase[problem.variant] if problem.variant in phrase else phrase[""])


def one_line(text: str) -> str:
    joined = " ".join(text.replace("\u00ad", "").split())
    return "".join(each if each.isprintable() else f"U+{ord(each):04X}" for each in joined)


def _github(text: str, *, in_property: bool = False) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if in_property else escaped
