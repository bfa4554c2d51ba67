"""The names nearest to a mistyped one. They are only ever offered, never taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

LIKE_ENOUGH = 60.0
"""Score of rapidfuzz (0 to 100) below which a name is no hint: `aliev-ilham` and `ilham-aliyev` score 87."""

NEXT_TO_BEST = 20.0
"""How much less than the best a name may score to be offered beside it."""


def nearest(name: str, known: Iterable[str] | Mapping[str, Iterable[str]], most: int = 3) -> list[str]:
    """Return at most `most` known names that are nearest to `name`, best first.

    A mapping gives for each name its other names (aliases, titles in both scripts); a hit on one of those counts
    for the name.
    """
    others: Mapping[str, Iterable[str]] = known if isinstance(known, Mapping) else dict.fromkeys(known, ())
    wanted = _plain(name)[:200]
    best: dict[str, float] = {}
    for target, aliases in others.items():
        candidates = [_plain(target), *(_plain(alias) for alias in aliases)]
        hit = process.extractOne(wanted, candidates, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE_ENOUGH)
        if hit:
            best[target] = hit[1]
    enough = max(best.values(), default=0.0) - NEXT_TO_BEST
    best = {target: score for target, score in best.items() if score >= enough}
    return sorted(best, key=lambda target: (-best[target], target))[:most]


def _plain(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").replace("/", " ").casefold()
