"""What sort of thing an entry of a timeline is: something that happened, a state, a plan."""

from __future__ import annotations

from ..model.record import Event, Status

KINDS = ("happened", "standing", "planned")


def kind_of(event: Event) -> str:
    """Tell whether an event happened, is a state that holds as of the text, or is planned or expected."""
    return event.status.value if event.status in (Status.STANDING, Status.PLANNED) else "happened"
