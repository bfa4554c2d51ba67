"""A permanent name for an article: its date and its first words in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 80
"""Characters of an id, as `model.node.Id` has it."""

MOST_WORDS = 5

# BGN/PCGN romanization without its apostrophes, with e for э and ё as in most addresses; then letters of the
# neighbours and those Latin letters that Unicode does not take apart.
_LATIN: dict[str, str] = dict(
    re.findall(
        r"(\w)=(\w*)",
        "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh "
        "щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u ә=a ө=o ү=u ғ=g қ=k ң=n һ=h ı=i ə=e ø=o "
        "æ=ae ß=ss ł=l đ=d",
    )
)


def slug(title: str) -> str:
    """Return at most five words of a title as `[a-z0-9-]`; empty where none of its letters can be written so."""
    latin = "".join(_letter(each) for each in title[:300].lower())
    return "-".join(re.findall("[a-z0-9]+", latin)[:MOST_WORDS])


def free_id(date: str, title: str, sha256: str, taken: Collection[str]) -> str:
    """Return `<date>-<slug>`, with -2 and so on behind it where that is taken; the hash stands in for a title."""
    room = LONGEST - len("-999")
    words = f"{date}-{slug(title) or sha256[:8]}"
    wanted = words if len(words) <= room else words[: room + 1].rpartition("-")[0]
    return next(name for name in _numbered(wanted, len(taken) + 2) if name not in taken)


def _numbered(name: str, most: int) -> list[str]:
    return [name, *(f"{name}-{number}" for number in range(2, most + 1))]


def _letter(letter: str) -> str:
    if letter in _LATIN:
        return _LATIN[letter]
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
