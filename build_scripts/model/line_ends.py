"""A word that the end of a line divides, read whole: `вне-⏎очередное` is `внеочередное`, `Нью-⏎Йорк` is `Нью-Йорк`.

A hyphen, or a soft one, at the end of a line inside a word belongs to the line, unless the word has one of its own.
Form alone does not always tell: so the same words may be written either way wherever they are looked for, and one
reading, by the rule of `_joint`, is what pages show. Where that reading is wrong, `text:` is written without the break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_LETTER = r"[^\W_]"
_ACCENT = "\u0300-\u036f"

DIVIDED = rf"(?:(?<={_LETTER})|(?<=[{_ACCENT}]))[-‐\u00ad][ \t\xa0]{{0,99}}\n[ \t\xa0]{{0,99}}(?:>[ \t]?)?(?={_LETTER})"
"""Pattern of a hyphen at a line end inside a word; the next line may bear the mark of a block quotation."""

_DIVIDED = re.compile(DIVIDED)
_LAST_PART = re.compile(rf"(?:{_LETTER}|[{_ACCENT}])+\Z")
_FIRST_PART = re.compile(rf"(?:{_LETTER}|[{_ACCENT}])+")
_HYPHENED = re.compile(r"(?<![^\W_])([^\W_]+)(- ?)(?=([^\W_]+))")
_WORD = re.compile(r"[^\W_]+")
_MOST = 60
"""Letters of a part of a word that anybody looks at."""

_SUSPENDED = frozenset({"и", "или", "and", "or"})
"""What follows a hyphen that stands for the rest of a word: `двух- и трёхэтажный`."""

_ALWAYS = re.compile(
    r"кое-.+|.+-(?:либо|нибудь)|из-(?:за|под)|во?-(?:первых|вторых|третьих)"
    r"|(?:кто|кого|кому|кем|что|чего|чему|чем|как|как[а-я]{2,3}|где|когда|куда|откуда|почему|зачем|чей|чья|чье)-то"
    r"|по-(?:прежнему|другому|разному|новому|своему|моему|твоему|видимому|настоящему|хорошему|иному|старому)"
    r"|по-(?!литически|этически|пулистски)[а-я]+[сц]ки|[а-я]{3,}[сц]ко-[а-я]+(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)"
    r"|(?:северо|юго)-(?:запад|восто).*|вице-.+|премьер-министр.*"
    r"|пресс-(?:служб|секретар|конференц|релиз|брифинг|центр|атташе).*"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine|first"
    r"|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|self-(?!ish|less).+|vice-(?!s\Z).+|so-called|well-(?!ness|ington).+|year-old"
)
"""Words that are always written with their hyphen, in small letters and with е for ё."""


def divided(text: str) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield each division: where it starts and ends, what stands there in the word read whole, and the two parts."""
    for match in _DIVIDED.finditer(text):
        left, right = _parts(text, match.start(), match.end())
        yield match.start(), match.end(), _joint(left, right, match.group()[0]), left, right


def whole(text: str) -> str:
    """Return a text in which no line end divides a word."""
    found, at = [], 0
    for start, end, joint, _, _ in divided(text):
        found += [text[at:start], joint]
        at = end
    return "".join((*found, text[at:]))


def joints(text: str) -> dict[tuple[str, str], str]:
    """Return what stands between the two parts of each divided word in the word read whole."""
    return {(left, right): joint for _, _, joint, left, right in divided(text)}


def settle(words: str, joints: Mapping[tuple[str, str], str]) -> str:
    """Return words in which those that a text divides are written as they are read there."""
    if not joints:
        return words
    joined = {"".join(pair): joint.join(pair) for pair, joint in joints.items()}
    words = _HYPHENED.sub(lambda match: match[1] + joints.get((match[1], match[3]), match[2]), words)
    return _WORD.sub(lambda match: joined.get(match[0], match[0]), words)


def with_joint(text: str, joint: str) -> str:
    """Return a text in which one and the same thing stands in every word that a line end divides."""
    return _DIVIDED.sub(joint, text)


def joint_at(text: str, start: int, end: int) -> str:
    """Return what stands in a word read whole in the place of one division."""
    return _joint(*_parts(text, start, end), text[start])


def _parts(text: str, start: int, end: int) -> tuple[str, str]:
    left, right = _LAST_PART.search(text[max(0, start - _MOST) : start]), _FIRST_PART.match(text[end : end + _MOST])
    return left.group() if left else "", right.group() if right else ""


def _joint(left: str, right: str, mark: str) -> str:
    """Return nothing, the hyphen that a word has of its own, or the one that stands for the rest of a word.

    A hyphen is the word's own before a capital or a digit, behind one letter, a digit or an abbreviation, and in words
    that are always written with it.
    """
    if mark == "\u00ad":
        return ""
    if right.lower() in _SUSPENDED:
        return "- "
    if len(left) == 1 or left[-1:].isdigit() or right[:1].isdigit():
        return "-"
    if left.isupper() != right[:1].isupper():
        return "-"
    return "-" if _ALWAYS.fullmatch(f"{left}-{right}".lower().replace("ё", "е")) else ""
