"""The words of a quote are one stretch of printed direct speech: nothing of the author's own stands inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model.evidence import Evidence
from ..model.place import Place
from ..model.problem import Problem, error, note
from ..model.record import Quote
from ..model.speech.asides import asides
from ..model.speech.reading import Reading
from ..model.speech.run import Form
from .difference import shortened


def as_speech(reading: Reading, quote: Quote, found: Evidence, place: Place) -> tuple[Evidence, list[Problem]]:
    """Return the evidence of a quote with the form of its speech, and what speaks against its being speech."""
    run = reading.holding(found.start, found.end)
    if run is not None:
        needless = [note(quote.place("printed"), "printed-needless")] if quote.printed else []
        return replace(found, form=run.form, label=run.label), needless
    words = _short(found.printed)
    theirs = reading.narration(found.start, found.end)
    if quote.printed is None:
        variant = "narration" if theirs else "aside" if reading.is_aside(found.start, found.end) else ""
        return found, [error(place, "not-direct-speech", variant, words=words, theirs=_short(theirs))]
    form = Form(quote.printed)
    between = asides(reading.text, found.start, found.end, form)
    if between:
        theirs = _short(reading.text[slice(*between[0])].strip())
        return found, [error(place, "not-direct-speech", "narration", words=words, theirs=theirs)]
    return replace(found, form=form), []


def of_one_speaker(quote: Quote, found: Sequence[Evidence]) -> list[Problem]:
    """Return a problem where the text gives the parts of one quote to several speakers."""
    labels = list(dict.fromkeys(each.label for each in found if each.label))
    if len(labels) < 2:
        return []
    return [error(quote.place("words"), "two-speakers", first=_short(labels[0]), second=_short(labels[1]))]


def _short(words: str) -> str:
    return shortened(" ".join(words.split()))
