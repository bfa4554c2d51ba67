"""What the author says between commas: `, he told reporters,`, `, сказал министр,`, `, a déclaré le ministre,`.

Only a clause with a verb of speaking and who speaks counts. «По словам министра», "according to" between commas may as
well be the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .run import Span
from .verbs import FOREIGN_VERB, OTHER_VERB, RUSSIAN_VERB

_PART_OF_NAME = r"(?:[A-Z][a-z]{0,2}\.(?=\s)|[A-Z][\w’'-]*|of|de|von|van|al)"
_NAMED = rf"(?-i:{_PART_OF_NAME}(?:\s+{_PART_OF_NAME}){{0,4}})"
_SUBJECT = (
    r"(?:he|she|they|it|(?:the|an?|his|her|their|one)\s+(?:(?!(?:i|we|you|who|that|which)\b)[\w’'-]+\s+){0,4}?"
    rf"(?!(?:i|we|you|who)\b)[\w’'-]+|{_NAMED})"
)
_SAYER = (
    rf"(?:(?:he|she|they)\b|{_NAMED}|(?:the|an?|his|her|their|one)\s+(?:[\w’'-]+\s+){{0,3}}?"
    r"\w+(?:er|or|man|men|ist|ent|ant|woman|al|ls|ry|rs)\b)"
)
"""Who may follow a verb: “explained the minister”, and not “denied the charge”."""
_END = r"(?:,(?=\s)|[.!?…]|\s*\Z)"
_ENGLISH = re.compile(
    rf",\s+(?:(?:as\s+)?{_SUBJECT}\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|has\s+|had\s+)?(?:{OTHER_VERB}|puts?\s+it\b)|{OTHER_VERB}\s+{_SAYER})"
    rf"[^,.;:!?”“»\"]{{0,80}}{_END}",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    rf",\s+(?:(?:(?:a|ha|avait|hat)(?:-t-(?:il|elle))?\s+)?{FOREIGN_VERB}(?:-(?:t-)?(?:il|elle|ils))?(?!-on)|(?:s[’']est|a|ont)\s+\w+[éisut]\s+(?:le|la|les|M\.|Mme|(?-i:[A-Z])\w+)\b|so\s+(?:der|die|(?-i:[A-Z])))[^,.;:!?”“»\"]{{0,80}}{_END}",
    re.IGNORECASE,
)
_WHO = (
    r"(?:он|она|они|тот|та|источник|собеседник\w*|(?-i:[А-ЯЁІЇЄ])[\w.-]+|в|"
    r"(?:[\w-]+\s+)?(?:министр|президент|глава|мэр|эксперт|депутат|генерал|посол|спикер|премьер|[\w-]+(?:тель|тор|ник|ница|арь|ист|тель\w*)))\b"
)
_RUSSIAN = re.compile(
    rf",\s+(?:как\s+)?{RUSSIAN_VERB}\s+(?:[\w-]+\s+){{0,2}}?{_WHO}[^,.;:!?»]{{0,60}}{_END}"
    rf"|,\s+как\s+(?!говорится|говорят|известно)(?:[\w-]+\s+){{0,4}}{RUSSIAN_VERB}[^,.;:!?»]{{0,60}},(?=\s)"
    rf"|,\s+(?:он|она|они|министр|президент)\s+{RUSSIAN_VERB}[^,.;:!?»]{{0,60}}{_END}",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s+(?:(?:\w+ing|who|whose|котор\w+|\w+(?:вая|вшись|ясь))\b|(?:the|an?)\s)[^,.;:!?”“»\"]{0,80},(?=\s)"
)
"""What goes on about who speaks: “he said, pointing at the map,”, “said Ivan Testov, the minister,”."""
_ENDS_IN_NAME = re.compile(r"[A-Z][\w’'.-]*,\Z")
_OF_HIMSELF = re.compile(r"(?:я|мы|i|we|но|а|и|что|если|это|или|and|but|that|or)\b", re.IGNORECASE)
"""Nobody reports himself, and no report begins with a conjunction."""


def between_commas(inside: str) -> Iterator[Span]:
    """Yield each clause of the author's, up to the comma, the end of the sentence or of all that ends it.

    The comma in front is the speaker's as much as the author's: it may stay with the words.
    """
    for each in (_ENGLISH, _FOREIGN, _RUSSIAN):
        for match in each.finditer(inside):
            if not _OF_HIMSELF.match(match.group().lstrip(", ")):
                end = _end(inside, match)
                is_last = not inside[end:].strip(" .!?…")
                yield match.start() + 1, len(inside) if is_last else end


def _end(inside: str, match: re.Match[str]) -> int:
    more = _MORE.match(inside, match.end()) if match.group().endswith(",") else None
    is_apposition = more is not None and more.group().split()[0] in ("the", "a", "an")
    if more is None or (is_apposition and not _ENDS_IN_NAME.search(match.group())):
        return match.end()
    return more.end()
