"""An attribution chain as a phrase: each hop named, and how it carries the next."""

from __future__ import annotations

from markupsafe import Markup

from ..model.chain import THIS, UNKNOWN, Chain, Hop
from .escape import escape
from .view import View


def chain_phrase(view: View, chain: Chain) -> Markup:
    """Return a chain from the nearest hop to the farthest; the hop that was read is marked."""
    parts: list[str] = []
    for index, hop in enumerate(chain):
        parts.append(_hop(view, hop))
        if index < len(chain) - 1 and hop.how is not None:
            parts.append(f" → {view.t(f'chain.how.{hop.how}')} ")
    return Markup("".join(parts))


def _hop(view: View, hop: Hop) -> str:
    if hop.unnamed is not None:
        name = f"{escape(view.t('chain.unnamed'))} {view.say(hop.unnamed)}"
    elif hop.by in (None, THIS):
        name = str(escape(view.t("chain.this")))
    elif hop.by == UNKNOWN:
        name = str(escape(view.t("chain.unknown")))
    else:
        name = str(view.source(str(hop.by)))
    marks = [view.t("chain.read")] if hop.read and hop.by != THIS else []
    marks += [view.t("chain.presumed")] if hop.presumed else []
    if hop.date is not None:
        marks.append(view.date(hop.date))
    return f"{name} ({escape(', '.join(marks))})" if marks else name
