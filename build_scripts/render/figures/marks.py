"""What a picture of a timeline is made of: its marks, one an entry, and its words."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry as it is drawn. A missing day means that there is no such bound."""

    number: int
    anchor: str
    shape: str
    """`text`, or the status of the event."""
    kind: str
    says: str
    earliest: datetime.date | None
    latest: datetime.date | None
    is_soft: bool = False
    is_withdrawn: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether there is anything to place it by."""
        return self.earliest is not None or self.latest is not None

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self.earliest is not None and self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a picture in one language."""

    label: str
    """What is in the picture, for those who do not see it."""
    legend: Mapping[str, str]
    kinds: Mapping[str, str]
    unplaced: str
    across: str
    """Says that something may lie in several columns."""
    period: Callable[[datetime.date, datetime.date], list[str]]
    """Names a time by its first and last day: one phrase, or one a day."""
    tick: Callable[[datetime.date], str]
    """Names a day on the axis: the first of a year by its year."""
    left_out: Callable[[datetime.date, datetime.date], str]
    """Says how much time a cut leaves out."""
    column: Callable[[datetime.date, int], tuple[str, str]]
    """Names a column of so many months by its first day, in two lines."""
