"""A full text cut down to the sentences that its records stand on, every cut marked.

Comes in: a text in pieces and the numbers of those that stay. Goes out: the shorter text. Whether it still carries its
records is for `check` to say.
"""

from __future__ import annotations

from collections.abc import Collection

from ..model.article import GAP
from ..model.speech.run import Span
from .parted import Parted


def excerpted(parted: Parted, kept: Collection[int]) -> str:
    """Return the text with only some of its pieces; paragraphs and gaps that were there stay apart.

    Neighbouring pieces of a paragraph stay together; whatever is left out between, before and behind is one `[…]`.
    """
    blocks: list[str] = []
    at = 0
    for start, end in _stretches(parted, kept):
        blocks += [GAP] if parted.text[at:start].strip() else []
        blocks.append(parted.text[start:end])
        at = end
    blocks += [GAP] if parted.text[at:].strip() else []
    return "\n\n".join(blocks) + "\n"


def _stretches(parted: Parted, kept: Collection[int]) -> list[Span]:
    """Return the kept stretches of each paragraph."""
    found: list[Span] = []
    for paragraph in parted.paragraphs:
        joined = False
        for number in parted.touched(*paragraph):
            low, high = parted.pieces[number]
            if number in kept and joined:
                found[-1] = (found[-1][0], high)
            elif number in kept:
                found.append((low, high))
            joined = number in kept
    return found
