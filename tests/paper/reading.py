"""A PDF read back: its text without running heads, its pages as pictures."""

import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

MARGIN = 58.0
"""Points at the top and bottom of a page in which running heads and page numbers stand."""


@dataclass(frozen=True)
class Read:
    """What a PDF says."""

    pages: int
    text: str
    """The text of all pages, line ends as spaces, hyphens at line ends taken out."""
    lines: tuple[tuple[str, ...], ...]
    """The lines of each page, from top to bottom."""
    heads: str
    """What stands in the margins."""
    size: tuple[float, float]
    """Width and height of a page in points."""

    @property
    def letters(self) -> str:
        """The text as `letters` has it."""
        return letters(self.text)


def read_pdf(path: Path) -> Read:
    """Return what a PDF says."""
    document = pypdfium2.PdfDocument(path)
    try:
        texts, heads = [], []
        for page in document:
            width, height = page.get_size()
            found = page.get_textpage()
            texts.append(found.get_text_bounded(0, MARGIN, width, height - MARGIN))
            heads.append(found.get_text_bounded(0, 0, width, MARGIN))
            heads.append(found.get_text_bounded(0, height - MARGIN, width, height))
        # The reader writes a hyphen that ends a line as U+FFFE or U+0002.
        joined = re.sub(r"[\ufffe\u0002]\s*", "", "\n".join(texts))
        lines = tuple(tuple(line.strip() for line in text.splitlines() if line.strip()) for text in texts)
        return Read(len(document), " ".join(joined.split()), lines, " ".join(" ".join(heads).split()), (width, height))
    finally:
        document.close()


def letters(text: str) -> str:
    """Return nothing but the letters of a text: no spaces, marks, hyphens, or numbers of notes between words."""
    return re.sub(r"[\W\d_]+", "", text).casefold()
