"""Paragraphs behind a dash: turns of a dialogue, told apart from lists, datelines and signatures.

A dash alone proves nothing. What makes a turn of it is a sign of speech: an aside of the author's, a question among
the turns, somebody who says «we», an announcement that ends in a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .asides import asides, between_dashes
from .run import DASH, Form, Span
from .verbs import PERSON, SPEAKING

_TURN = re.compile(r"(?:(?:--|[—–―])\s*|-\s+)(?=[\w«„“\"‘(…¿¡])(?!\d+[.,]?\d*\s*(?:°|%))")
_ITEM_BEHIND = re.compile(rf"(?<=[.!?…:;»”\"])[ \t]*\n[ \t]*(?={DASH}\s)")
_ENDS = tuple('.!?…»”")')
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_HANDLE = re.compile(r"\(@\w")
_DATELINE = re.compile(rf"[A-ZА-ЯЁ][A-ZА-ЯЁ -]{{2,}}(?:[,(. ][^—–\n]{{0,60}})?\s{DASH}\s")
_ANNOUNCES = re.compile(rf"{SPEAKING}[^.!?…]{{0,80}}:\s*\Z", re.IGNORECASE)


def turns(text: str, start: int, end: int) -> list[Span]:
    """Return the paragraphs that a dash opens in a paragraph of the text, each up to the next; none where none does."""
    if not _TURN.match(text, start, end):
        return []
    borders = [start, *(match.end() for match in _ITEM_BEHIND.finditer(text, start, end)), end]
    return list(pairwise(borders))


def words_of(text: str, turn: Span) -> Span:
    """Return a turn without its dash."""
    match = _TURN.match(text, *turn)
    return (match.end() if match else turn[0]), turn[1]


def spoken_turns(text: str, group: Sequence[Span], before: str, language: str) -> Iterator[tuple[Span, Span | None]]:
    """Yield which of some turns in a row are speech, each with another one that proves it where it does not itself."""
    words = [words_of(text, turn) for turn in group]
    told = [_has_aside(text, each) for each in words]
    asked = [text[low:high].rstrip().endswith(("?", "?!", "?..")) for low, high in words]
    # Questions without an answer are a table of contents.
    is_answered = any(ours and not theirs for ours, theirs in pairwise(asked))
    proofs = [turn for turn, *signs in zip(group, told, asked, strict=True) if signs[0] or (signs[1] and is_answered)]
    is_announced = bool(_ANNOUNCES.search(before))
    is_headed = before.rstrip()[-1:].isalnum() and not proofs
    # English sets no dialogue behind dashes.
    is_list = is_headed or language.partition("-")[0] == "en" or _is_list(text, words, before)
    is_asked = bool(proofs) or len(group) == 1
    for turn, each, has_aside in zip(group, words, told, strict=True):
        inside = text[slice(*each)]
        if _HANDLE.search(inside) or _DATELINE.match(inside):
            continue
        if not has_aside and (is_list or not _begins_a_sentence(inside)):
            continue
        if has_aside or is_announced or PERSON.search(inside) or _calls(inside, is_asked=is_asked):
            yield turn, None
        elif proofs and inside.rstrip()[-1:] in _ENDS:
            yield turn, proofs[0]


def _calls(inside: str, *, is_asked: bool) -> bool:
    last = inside.rstrip()[-1:]
    return last == "!" or (last == "?" and is_asked)


def _is_list(text: str, words: Sequence[Span], before: str) -> bool:
    """Tell whether items look like a list: small letters, semicolons, an announcement that tells of no speech."""
    items = [text[low:high].rstrip() for low, high in words]
    looks = any(item[:1].islower() or item.endswith((";", ",")) for item in items)
    return looks or (before.rstrip().endswith(":") and not _ANNOUNCES.search(before))


def _has_aside(text: str, words: Span) -> bool:
    inside = text[slice(*words)]
    if _CYRILLIC.search(inside):
        # «— Мост закрыт, сообщила служба» is an item of news: what a dialogue has between dashes proves it alone.
        return any(inside[low:high].strip() for low, high in between_dashes(inside, is_turn=True))
    return any(text[low:high].lstrip(" ,.!?…")[:1] not in ("[", "(") for low, high in asides(text, *words, Form.DASH))


def _begins_a_sentence(inside: str) -> bool:
    first = re.search(r"\w", inside)
    return first is not None and not first.group().islower()
