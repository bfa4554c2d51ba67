"""The text of an article held against everything its capture shows: every passage there, in order, every gap real."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from ..model.article import Article
from ..model.capture import Capture
from ..model.date import PartialDate
from ..model.line_ends import joints, settle, with_joint
from ..model.node import Node
from ..model.problem import Problem, error, note
from ..model.receipt import ProvenPassage, Receipt, passage_hash
from .bare import bare
from .share import kept_of, texts_of, too_much
from .shown import Met, Shown

_STARTS_WITH_GAP = re.compile(r"\s*\[(?:…|\.\.\.)\]")
_ENDS_WITH_GAP = re.compile(r"\[(?:…|\.\.\.)\]\s*\Z")


class Held:
    """A capture, ready for many texts: with the numbers of its items, and without them."""

    def __init__(self, capture: Capture) -> None:
        self.capture = capture
        self._joints = joints(capture.shown)

    @cached_property
    def shown(self) -> Shown:
        """What is shown."""
        return Shown(self.capture)

    @cached_property
    def _unnumbered(self) -> Shown:
        return Shown(self.capture, numbers=False)

    def find(self, passage: str, after: int) -> tuple[Shown, Met] | None:
        """Return where a passage stands behind a place of the capture, and in which of its two forms."""
        for shown in (self.shown, self._unnumbered):
            at = bisect_left(shown.origin, after)
            for words in dict.fromkeys(self.readings(passage)):
                met = shown.find(words, at) if words else None
                if met is not None:
                    return shown, met
        return None

    def readings(self, passage: str) -> Iterator[str]:
        """Yield the words of a passage as they are, as the capture reads divided words, and with either reading."""
        words = bare(passage).text
        yield words
        yield settle(words, self._joints)
        if joints(passage):
            for joint in ("-", ""):
                yield bare(with_joint(passage, joint)).text


def prove(
    article: Article, capture: Capture | Held, today: PartialDate, others: Iterable[Node] = ()
) -> tuple[Receipt | None, list[Problem]]:
    """Return the receipt of an article whose text is that of the capture with gaps, and what is to be said of it.

    Without a receipt, that is everything that differs. `others` are the files that may repeat words of the capture.
    """
    held = capture if isinstance(capture, Held) else Held(capture)
    written = article.capture
    if held.capture.characters != written.characters:
        place, counted = article.place("capture", "characters"), held.capture.characters
        return None, [error(place, "capture-length", written=written.characters, counted=counted)]
    found, problems = _passages(article, held)
    problems = problems or list(_edges(article, held.shown, found))
    if problems:
        return None, problems
    origins = [_stretch(shown, met) for shown, met in found]
    kept, visible = kept_of(held.shown, _spans(held.shown, found), texts_of(article, others))
    receipt = Receipt(
        article=article.id,
        capture=article.capture.sha256,
        date=today,
        characters=len(held.capture.shown),
        visible=visible,
        kept=kept,
        passages=tuple(
            ProvenPassage(sha256=passage_hash(passage), start=start, end=end)
            for (_, passage), (start, end) in zip(article.passages, origins, strict=True)
        ),
    )
    told = [*_length_shown(article, held.capture), *too_much(article, kept, visible, "proven")]
    return receipt, [*told, *_passed(article, found)]


def holds(article: Article, held: Held) -> bool:
    """Tell whether a file holds every passage of a text, in order."""
    return bool(article.passages) and not _passages(article, held)[1]


def changed(article: Article, strangers: Mapping[str, Held]) -> Iterator[Problem]:
    """Yield an error where a file of unknown hash, known by its name, holds the text of an article."""
    name = next((name for name, held in strangers.items() if holds(article, held)), None)
    if name is not None:
        place, found = article.place("capture", "sha256"), strangers[name].capture.sha256
        yield error(place, "capture-changed", file=name, found=found[:12], written=article.capture.sha256[:12])


def _length_shown(article: Article, capture: Capture) -> Iterator[Problem]:
    """Yield a note where what the file shows has another length by now: the share is counted by the receipt."""
    written = article.capture.shown
    if written is not None and written != capture.visible:
        place = article.place("capture", "shown")
        yield note(place, "capture-length", "shown", written=written, counted=capture.visible)


Found = list[tuple[Shown, Met]]


def _passages(article: Article, held: Held) -> tuple[Found, list[Problem]]:
    """Return where each passage stands, and a problem for each that does not stand behind the one before."""
    found: Found = []
    problems: list[Problem] = []
    after = 0
    for number, (offset, passage) in enumerate(article.passages, start=1):
        hit = held.find(passage, after)
        if hit is None:
            problems.append(_not_found(article, held, number, offset, passage))
            continue
        start, end = _stretch(*hit)
        if found and not _left_out(held.shown, after, start):
            place, words = article.place("text"), _short(" ".join(passage.split()))
            problems.append(error(place, "gap-untrue", "empty", number=number, words=words))
        found.append(hit)
        after = end
    return found, problems


def _not_found(article: Article, held: Held, number: int, offset: int, passage: str) -> Problem:
    """Tell a passage that is not there by its first word that differs, or that it stands elsewhere."""
    place, short = article.place("text"), _short(" ".join(passage.split()))
    if held.find(passage, 0):
        return error(place, "passage-not-in-capture", "order", number=number, words=short)
    words = list(held.readings(passage))[1]
    difference = held.shown.difference(words)
    if difference is None:
        return error(place, "passage-not-in-capture", number=number, words=short)
    before = (article.text or "")[:offset].count(difference.ours) + words[: difference.at].count(difference.ours)
    values = {"before": difference.before, "ours": _short(difference.ours), "theirs": _short(difference.theirs)}
    variant = (
        "differs" if difference.before and difference.theirs else "differs-at-once" if difference.theirs else "ends"
    )
    place = article.place_of(difference.ours, "text", skip=before)
    return error(place, "passage-not-in-capture", variant, number=number, **values)


def _left_out(shown: Shown, start: int, end: int, *, kept: bool = False) -> bool:
    """Tell whether anything is shown between two places of the capture."""
    return shown.left_out(bisect_left(shown.origin, start), bisect_left(shown.origin, end), kept=kept)


def _stretch(shown: Shown, met: Met) -> tuple[int, int]:
    """Return where a passage starts and ends in the capture."""
    return shown.origin[met.spans[0][0]], shown.origin[met.spans[-1][1] - 1] + 1


def _spans(shown: Shown, found: Found) -> tuple[tuple[int, int], ...]:
    """Return where passages stand in one of the forms of a capture."""
    return tuple(
        (bisect_left(shown.origin, form.origin[low]), bisect_left(shown.origin, form.origin[high - 1]) + 1)
        for form, met in found
        for low, high in met.spans
    )


def _edges(article: Article, shown: Shown, found: Found) -> Iterator[Problem]:
    """Tell gaps at the start and at the end that are not marked, or marked where nothing was left out."""
    if not found or article.text is None:
        return
    place, last = article.place("text"), len(shown.origin) and shown.origin[-1] + 1
    sides = (
        ("start", _STARTS_WITH_GAP.match(article.text), 0, _stretch(*found[0])[0]),
        ("end", _ENDS_WITH_GAP.search(article.text), _stretch(*found[-1])[1], last),
    )
    for side, marked, start, end in sides:
        if not marked and _left_out(shown, start, end, kept=True):
            yield error(place, "gap-untrue", f"{side}-missing")
        if marked and not _left_out(shown, start, end):
            yield error(place, "gap-untrue", f"{side}-empty")


def _passed(article: Article, found: Found) -> Iterator[Problem]:
    """Yield a note for each paragraph of the page that stands between two of the text and that nothing marks."""
    for number, (_, met) in enumerate(found, start=1):
        for block in met.passed:
            if not block.is_apart:
                words = _short(" ".join(block.text.split()))
                yield note(article.place("text"), "paragraph-passed-over", number=number, words=words)


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
