"""A receipt: the proof, for those who have no capture, that an article's text was held against it."""

from __future__ import annotations

import hashlib
from typing import Annotated

from pydantic import Field

from .article import Article
from .date import PartialDate
from .node import Id, Node, Sha256


class ProvenPassage(Node):
    """One passage of the text, found in the capture."""

    sha256: Sha256 = Field(examples=["3f2a" + "0" * 60])
    """Hash of the passage, white space folded."""
    start: Annotated[int, Field(ge=0)] = Field(examples=[0])
    """Where the passage starts in the words of the capture, in characters."""
    end: Annotated[int, Field(ge=1)] = Field(examples=[354])
    """Where it ends."""


class Receipt(Node):
    """What `spravka verify` found; written by the tool, committed, never edited by hand."""

    article: Id = Field(examples=["2031-05-02-river-talks"])
    """The article, which is also the name of the file."""
    capture: Sha256 = Field(examples=["3f2a" + "0" * 60])
    """Hash of the capture that the text was held against."""
    date: PartialDate = Field(examples=["2031-05-04"])
    """The day of the comparison."""
    characters: Annotated[int, Field(ge=1)] = Field(examples=[1981])
    """Length of everything that the capture shows, in characters."""
    visible: Annotated[int, Field(ge=1)] | None = Field(default=None, examples=[1893])
    """Length of what a reader sees, white space folded, without what the page sets apart, such as menus."""
    kept: Annotated[int, Field(ge=0)] | None = Field(default=None, examples=[620])
    """How much of that is kept: in the text, and in runs of five words and more in other fields of its language."""
    passages: tuple[ProvenPassage, ...] = Field(examples=[[]])
    """The passages in the order of the text."""

    @property
    def share(self) -> float | None:
        """Which share of what the capture shows is kept, from 0 to 1; None in a receipt that does not say."""
        return None if self.kept is None or self.visible is None else self.kept / self.visible

    def fits(self, article: Article) -> bool:
        """Tell whether the receipt is about this capture and just these words."""
        hashes = tuple(passage_hash(passage) for _, passage in article.passages)
        return self.capture == article.capture.sha256 and hashes == tuple(each.sha256 for each in self.passages)


def passage_hash(passage: str) -> str:
    """Return the hash of a passage; how its lines are broken does not count."""
    return hashlib.sha256(" ".join(passage.split()).encode("utf-8")).hexdigest()
