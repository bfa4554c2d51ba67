"""A project in which any string stands in every text field: the good case `every-field`, once for each string.

Which fields are texts is read from the models. What `check` refuses is put back as it was, text by text, until `check`
has nothing more against the project; then nobody else may have anything against it either.
"""

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, StringConstraints

from build_scripts.model.place import Place
from build_scripts.model.problem import Level
from build_scripts.pipeline import check
from build_scripts.read.project import read_file
from build_scripts.validate.schema import KINDS

from .projects import make_project
from .test_cases import CASES, lay_over

CASE = CASES / "good" / "every-field"
ARTICLE, BRIEFING, TRACKED = "2031-06-01-bridge", "river-bridge", "ferry"
ADDRESSES = frozenset({"url", "archived"})
WRITTEN_BY_PEOPLE = KINDS.keys() - {"edition", "receipt"}
WORDS = (
    "Мост не откроют раньше осени",
    "Стройка началась",
    "остановлена",
    "Мостовая контора ждёт",
    "Утопия готова обсуждать",
    "Утопия поддерживает",
    "просим подождать",
)
"""Words that stand in the text and in a record: what is put behind them is put there in both places."""

MOST_ROUNDS = 20
"""Checks until nothing is left to put back; a file that has too many faults tells only the first of them."""

Step = str | int
Group = tuple[str, str]
"""A file, and a text in it or several that must say the same."""


def text_fields() -> frozenset[str]:
    """Return the names of the fields that take a text of any form, read from the models of what people write."""
    models: list[type[BaseModel]] = [KINDS[kind] for kind in sorted(WRITTEN_BY_PEOPLE)]
    found: set[str] = set()
    for model in models:  # grows on the way
        for name, info in model.model_fields.items():
            parts = [info.annotation, *_parts(info.annotation)]
            bounds = [*info.metadata, *(each for part in parts for each in getattr(part, "__metadata__", ()))]
            if str in parts and not any(isinstance(each, StringConstraints) and each.pattern for each in bounds):
                found.add(info.alias or name)
            below = [each for each in parts if isinstance(each, type) and issubclass(each, BaseModel)]
            models += [each for each in below if each not in models]
    return frozenset(found)


def _parts(annotation: Any) -> Iterator[Any]:
    for argument in get_args(annotation):
        yield argument
        yield from _parts(argument)


TEXTS = text_fields()


def leaves(value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the texts of a document with their paths, in the order in which they are written."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in pairs:
        yield from leaves(below, (*path, step))
    if isinstance(value, str) and _field(path) in TEXTS | ADDRESSES:
        yield path, value


def _field(path: tuple[Step, ...]) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))


class Everywhere:
    """A project of many copies of one good case, with a string of its own in every text of each copy."""

    def __init__(self, folder: Path, strings: Sequence[str], turn: int = 0) -> None:
        self.strings = strings
        self.turn = turn
        """Where in a text the string stands: behind it, before it or in its place; each turn does it otherwise."""
        self.put_back: set[Group] = set()
        self.documents = _copies(len(strings))
        self.lines: dict[tuple[str, int], Group] = {}
        lay_over(CASE, folder / "content")
        self.root = make_project(folder / "project", folder / "content")
        shutil.rmtree(folder / "content")
        for path in (f"briefs/articles/2031/{ARTICLE}.yml", f"briefs/briefings/{BRIEFING}.yml"):
            (self.root / path).unlink()

    def settle(self) -> None:
        """Put back what `check` refuses until it refuses nothing."""
        for _ in range(MOST_ROUNDS):
            self._write()
            refused = [problem for problem in check(self.root).problems if problem.level is Level.ERROR]
            if not refused:
                return
            before = len(self.put_back)
            for problem in refused:
                self._put_back(problem.place)
            assert len(self.put_back) > before, [f"{each.place} {each.code} {each.values}" for each in refused[:20]]
        raise AssertionError("there is always more to put back")

    def _put_back(self, place: Place) -> None:
        # A problem of an excerpt with neighbours stands where its mapping begins, a line before its first text.
        group = self.lines.get((place.file, place.line)) or self.lines.get((place.file, place.line + 1))
        if group is not None:
            self.put_back.add(group)
        # Words without a string of their own fail for the sake of the text.
        if group is not None and group[1] in ("text", ""):
            self.put_back |= {(place.file, words) for words in (*WORDS, "text")}

    def _write(self) -> None:
        self.lines = {}
        for path, document in self.documents.items():
            filled = json.loads(json.dumps(document))
            texts = list(leaves(document))
            for at, value in texts:
                _set_at(filled, at, self._filled(path, at, value))
            text = json.dumps(filled, ensure_ascii=False, indent=1) + "\n"  # YAML, too, with each text on a line
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text, "utf-8")
            self._remember_lines(path, filled, text)

    def _remember_lines(self, path: str, filled: Any, text: str) -> None:
        rows = iter(enumerate(text.split("\n"), start=1))
        for at, value in leaves(filled):
            written = json.dumps(value, ensure_ascii=False)
            number = next(number for number, row in rows if row.rstrip(",").endswith(written))
            self.lines[path, number] = (path, _group(at, value))

    def _filled(self, path: str, at: tuple[Step, ...], value: str) -> str:
        number = re.search(r"-(\d+)(?:\.yml)?$", str(at[0]) if path.count("/") == 1 else path)
        if number is None:
            return value  # of the registries of all
        string, group = self.strings[int(number[1])], _group(at, value)
        if _field(at) in {"words", "before", "after"} or at == ("text",):
            for words in WORDS:
                value = value if (path, words) in self.put_back else value.replace(words, f"{words} {string}")
            return value if at != ("text",) or (path, group) in self.put_back else f"{string}\n\n{value}\n{string}\n"
        if (path, group) in self.put_back:
            return value
        if _field(at) in ADDRESSES:
            return value + string
        return (f"{value} {string}", f"{string} {value}", string)[(len(group) + int(number[1]) + self.turn) % 3]


def _group(at: tuple[Step, ...], value: str) -> str:
    if at == ("text",):
        return "text"
    if _field(at) in {"words", "before", "after"}:
        return next((words for words in WORDS if words in value), "")
    return "/".join(map(str, at))


def _set_at(document: Any, path: tuple[Step, ...], value: str) -> None:
    for step in path[:-1]:
        document = document[step]
    document[path[-1]] = value


def _copies(count: int) -> dict[str, dict[str, Any]]:
    """Return the documents of the good case by path, those that have a name of their own once for each copy."""
    paths = sorted(path.relative_to(CASE).as_posix() for path in CASE.rglob("*.yml"))
    originals: dict[str, Any] = {path: read_file(CASE, path)[0] or {} for path in paths}
    registries = {path: dict(document) for path, document in originals.items() if path.count("/") == 1}
    entries = [(name, entry) for document in registries.values() for name, entry in document.items()]
    ids = {each for name, entry in entries for each in (name, *entry.get("formerly", ()))}
    names = "|".join(sorted(ids | {TRACKED}))
    found = {}
    for number in range(count):
        for path, document in originals.items():
            text = json.dumps({path: document}, ensure_ascii=False)
            text = re.sub(rf"({ARTICLE}|{BRIEFING})(?=[/.\"])", rf"\1-{number}", text)
            ((name, renamed),) = json.loads(re.sub(rf'"({names})"', rf'"\1-{number}"', text)).items()
            if path in registries:
                registries[path] |= renamed
            else:
                found[name] = renamed
    return registries | found
