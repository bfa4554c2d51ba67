"""What stands between quotation marks in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKED = re.compile(
    r"«([^«»]*)»|„([^„“”]*)[“”]|“([^“”]*)”|\"([^\"\n]*)\"|‹([^‹›]*)›"
    r"|「([^「」]*)」|『([^『』]*)』|❝([^❝❞]*)❞|〝([^〝〞]*)[〝〞]|＂([^＂]*)＂"
)
"""A stretch in quotation marks of any kind. Apostrophes are no quotation marks: they stand in names."""

_MARK = re.compile(r"[«»„“”‟‹›\"「」『』❝❞〝〞＂]")


def unpaired(text: str) -> int | None:
    """Return where the first quotation mark stands that is left over when everything in marks is taken away.

    Marks inside marks are taken away from the inside out; None means that each has its partner.
    """
    while (inner := _MARKED.sub(lambda match: "-" * len(match.group()), text)) != text:
        text = inner
    left = _MARK.search(text)
    return left.start() if left else None


def holds_marks(text: str) -> bool:
    """Tell whether a text holds a quotation mark."""
    return _MARK.search(text) is not None


def in_marks(text: str) -> Iterator[str]:
    """Yield what stands in quotation marks, in order, without the marks."""
    for match in _MARKED.finditer(text):
        yield next(group for group in match.groups() if group is not None)
