"""Comments of a YAML file that say TODO: what `spravka import` leaves to a person where a value cannot say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..model.bilingual import GAP_MARK
from ..model.place import Place
from ..model.problem import Problem, error
from .source import Source

_GAP = re.compile(rf"(?:^|[ \t])(#[ \t]*{GAP_MARK}\b:?(?P<what>[^\n]*))", re.MULTILINE)
_LONGEST = 120
_LOADER = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # a PyYAML built without libyaml is slower and otherwise the same


def gaps_in_comments(source: Source) -> Iterator[Problem]:
    """Yield each gap that a comment marks, at its place; what stands inside a text is no comment."""
    found = list(_GAP.finditer(source.text))
    if not found:
        return
    texts = [
        (token.start_mark.index, token.end_mark.index)
        for token in yaml.scan(source.text, Loader=_LOADER)
        if isinstance(token, yaml.ScalarToken)
    ]
    for match in found:
        at = match.start(1)
        if any(start <= at < end for start, end in texts):
            continue
        before = source.text[:at]
        place = Place(source.path, before.count("\n") + 1, at - before.rfind("\n"))
        yield error(place, "gap-left", "comment", what=" ".join(match.group("what").split())[:_LONGEST])
