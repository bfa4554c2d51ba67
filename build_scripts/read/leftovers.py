"""What other programs left in a contributed file, told as what it is before anybody tries to read it as YAML."""

from __future__ import annotations

import re

from ..model.place import Place
from ..model.problem import Problem, error

_MERGE_MARK = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$", re.MULTILINE)
_POINTERS = (
    ("lfs", re.compile(r"version https://git-lfs\.github\.com/spec/")),
    ("annex", re.compile(r"(?:/|\.\./)*(?:\.git/)?annex/objects/")),
)


def leftover(text: str, path: str) -> Problem | None:
    """Return the one problem of a file that holds the marks of a merge or stands for another file."""
    for kind, pointer in _POINTERS:
        if pointer.match(text):
            return error(Place(path, 1, 1), "pointer-file", kind)
    mark = _MERGE_MARK.search(text)
    if mark is None:
        return None
    return error(Place(path, text.count("\n", 0, mark.start()) + 1, 1), "merge-marks", mark=mark.group()[:7])
