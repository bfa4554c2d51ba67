"""A newer capture put into an article that is there: some fields are written anew, every other line stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .article import captured, published, stated_line
from .proposal import Proposal
from .scalar import block, plain

_FIELD = re.compile(r"^([a-z_]+):", re.MULTILINE)


def renewed(file: str, proposal: Proposal) -> tuple[str, list[str]]:
    """Return the file with the fields that the capture renews, and the names of those whose lines changed.

    What the capture does not say (a date, an author) stays as it was. Comments before a field and behind the last
    line of another one stay; a field that was not there goes where the documentation has it.
    """
    parts = _parts(file)
    names: list[str] = []
    for name, lines in _fields(proposal):
        text = "".join(f"{line}\n" for line in lines)
        if name not in parts:
            parts = _inserted(parts, name, text)
            names.append(name)
        elif not _says_the_same(parts[name], lines):
            parts[name] = text + _comments(parts[name], name, text)
            names.append(name)
    return "".join(parts.values()), names


def _fields(proposal: Proposal) -> Iterator[tuple[str, list[str]]]:
    capture = proposal.capture
    for name, stated in (("headline", capture.headline), ("author", capture.author)):
        if stated and not stated.guessed:
            yield name, [stated_line(name, stated)]
    if proposal.date:
        yield "published", list(published(proposal))
    if proposal.retrieved != "unknown":
        yield "retrieved", [f"retrieved: {plain(proposal.retrieved)}"]
    yield "capture", list(captured(proposal))
    yield "text", [f"text: {block(capture.text)}".rstrip("\n")]


def _says_the_same(old: str, lines: list[str]) -> bool:
    """Tell whether a field of one line has this value already; the comment behind it is then its owner's."""
    return len(lines) == 1 and old.split("\n")[0].partition(" #")[0] == lines[0].partition(" #")[0]


def _comments(old: str, name: str, new: str) -> str:
    """Return the comments of a field that is written anew: those in it that the tool did not write, those behind it."""
    inside = [] if name == "text" else re.findall(r"^[ \t]+#(?! {3})[^\n]*\n", old, re.MULTILINE)
    if name != "text":
        inside += [f"  {comment}\n" for comment in re.findall(r"^[^\n#]*[}\]][ \t]+(#[^\n]*)\n", old, re.MULTILINE)]
    return "".join(line for line in inside if line not in new) + _behind(old)


def _behind(part: str) -> str:
    """Return the comments and empty lines behind a field, which belong to the next one."""
    found = re.search(r"(?:^#[^\n]*(?:\n|\Z)|^[ \t]*\n)*\Z", part, re.MULTILINE)
    return found.group() if found else ""


def _parts(file: str) -> dict[str, str]:
    """Return the head of a file under the empty name, then each top field by its name, with all up to the next one.

    Comments that stand directly above a field belong to it and are kept with the field before it in place.
    """
    found: dict[str, str] = {}
    at, name = 0, ""
    for match in _FIELD.finditer(file):
        found[name] = file[at : match.start()]
        at, name = match.start(), match.group(1)
    found[name] = file[at:]
    return found


_FIELDS = "language title headline author channel url archived published retrieved capture rights text"
_ORDER = _FIELDS.split()


def _inserted(parts: dict[str, str], name: str, text: str) -> dict[str, str]:
    """Put a new field behind the one that precedes it in the documentation."""
    before = [each for each in _ORDER[: _ORDER.index(name)] if each in parts]
    anchor = before[-1] if before else ""
    found: dict[str, str] = {}
    for key, value in parts.items():
        found[key] = value if value.endswith("\n") or not value else value + "\n"
        if key == anchor:
            # Comments behind the one before are about the field that follows it.
            behind = _behind(found[key])
            found[key] = found[key][: len(found[key]) - len(behind)]
            found[name] = text + behind
    return found
