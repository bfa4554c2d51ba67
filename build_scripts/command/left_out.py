"""What `import` did not take into a text, told with its first words: nothing of a page is lost in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.capture import Block, BlockKind, Capture
from ..wording import Wording
from .report import one_line

_FIRST = 80
"""Characters of a block that are told."""

_SENTENCE = 40
"""Characters from which on a block that the page sets apart may yet be part of the text."""

_NEAR = 5
"""Blocks before the text that may be its lead."""


def left_out(capture: Capture, wording: Wording) -> list[str]:
    """Return a line for each visible block that is not in the text; links that follow one another share a line."""
    blocks = capture.blocks
    headline = capture.headline.value.split() if capture.headline else None
    left = [number for number, each in enumerate(blocks) if not each.kept and each.text.split() != headline]
    if not left:
        return []
    return [wording.count("import.left-out", len(left)), *_lines(blocks, left, wording)]


def hidden(capture: Capture, wording: Wording) -> list[str]:
    """Return a line for each block that the page holds and does not show."""
    if not capture.hidden:
        return []
    return [wording.count("import.hidden", len(capture.hidden)), *(f"  {_first(text)}" for text in capture.hidden)]


def _lines(blocks: Sequence[Block], left: list[int], wording: Wording) -> Iterator[str]:
    kept = [number for number, each in enumerate(blocks) if each.kept]
    links: list[str] = []
    for number in left:
        block = blocks[number]
        if block.kind is BlockKind.NAVIGATION:
            links.append(_first(block.text))
            continue
        if links:
            yield f"  {wording('import.kind.navigation')}: {' · '.join(links)}"
            links = []
        belongs = f" — {wording('import.belongs')}" if _belongs(blocks, number, kept) else ""
        yield f"  {wording(f'import.kind.{block.kind}')}: {_first(block.text)}{belongs}"
    if links:
        yield f"  {wording('import.kind.navigation')}: {' · '.join(links)}"


def _belongs(blocks: Sequence[Block], number: int, kept: list[int]) -> bool:
    """Tell whether a block stands between kept ones or right before them, and may be of the text by its form."""
    if not kept or number > kept[-1] or number < kept[0] - _NEAR:
        return False
    block = blocks[number]
    if block.kind is BlockKind.ASIDE:
        return number > kept[0] and len(block.text) >= _SENTENCE
    return block.kind is not BlockKind.FURNITURE


def _first(text: str) -> str:
    line = one_line(" ".join(text.split()))
    return line if len(line) <= _FIRST else f"{line[: _FIRST - 1].rstrip()}…"
