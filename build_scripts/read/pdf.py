"""A PDF in, the lines of each of its pages out: pypdfium2's one door. Runs in the process of `child.py`.

Only the text layer is read. Nothing is recognised in pictures.
"""

from __future__ import annotations

import itertools
import re
import statistics
from typing import Any

import pypdfium2

MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000

# PDFium's sign for a hyphen at the end of a line that it takes for a mere break of a word.
_HYPHEN = re.compile("[\x02\ufffe]")


def read(data: bytes) -> dict[str, Any]:
    """Return the pages as lists of paragraphs, each a list of lines; or the key of the reason why there are none."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        return {"refused": "pdf-locked" if "password" in str(fault).lower() else "pdf-broken"}
    if len(document) > MOST_PAGES:
        return {"refused": "pdf-too-long", "most": MOST_PAGES}
    pages: list[list[list[str]]] = []
    pictures, left = 0, MOST_CHARACTERS
    for page in document:
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            return {"refused": "pdf-too-long", "most": MOST_PAGES}
        pages.append(_paragraphs(text))
        pictures += any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))
    if not any(pages):
        return {"refused": "pdf-without-text"}
    title = document.get_metadata_dict(skip_empty=True)
    return {"pages": pages, "pictures": pictures, "title": title.get("Title", ""), "author": title.get("Author", "")}


def _paragraphs(text: Any) -> list[list[str]]:
    """Return the paragraphs of a page: lines part where the space between them is wider, or where one is indented."""
    lines = _lines(text)
    if not lines:
        return []
    steps = [one[2] - other[2] for one, other in itertools.pairwise(lines) if one[2] > other[2]]
    step = statistics.median(steps) if steps else 0.0
    left = statistics.median_low([line[1] for line in lines])
    found: list[list[str]] = [[lines[0][0]]]
    for before, line in itertools.pairwise(lines):
        gap = before[2] - line[2]
        apart = gap > 1.35 * step or gap < -step or not 0.85 < line[3] / before[3] < 1.18
        indented = line[1] - left > 0.7 * step > 0 and before[1] - left < 0.35 * step
        if apart or indented:
            found.append([])
        found[-1].append(line[0])
    return found


def _lines(text: Any) -> list[tuple[str, float, float, float]]:
    """Return each line with its left edge, its baseline and the size of its letters, in points."""
    whole = text.get_text_range()
    found: list[tuple[str, float, float, float]] = []
    at = 0
    for raw in re.split("(\r\n|\n|\r)", whole):
        words = _HYPHEN.sub("-", raw).strip()
        if words and raw.strip("\r\n"):
            first = at + len(raw) - len(raw.lstrip())
            boxes = [text.get_charbox(index) for index in range(first, min(first + len(words), text.count_chars()))]
            sized = [box for box in boxes if box[2] > box[0]]
            if sized:
                bottoms = sorted(box[1] for box in sized)
                size = pypdfium2.raw.FPDFText_GetFontSize(text.raw, first) or 1.0
                found.append((words, min(box[0] for box in sized), bottoms[len(bottoms) // 2], size))
        at += len(raw)
    return found
