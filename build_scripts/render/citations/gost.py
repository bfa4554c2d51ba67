"""A reference after GOST R 7.0.5-2008, as behind a text. The Russian wording holds its words."""

from __future__ import annotations

from .citation import Citation, full_stop
from .reference import accessed, issued, whole


def gost(cited: Citation) -> str:
    """Return the source, then by which record it is cited. Names stay as the text has them: none is turned round."""
    title = f"{cited.title} / {cited.author}" if cited.author else cited.title
    parts = [f"{title} // {cited.channel or '[' + cited.t('chain.publisher-unknown') + ']'}", issued(cited)]
    if cited.url:
        parts.append(" ".join(part for part in (f"URL: {cited.url}", accessed(cited)) if part))
    if cited.archived:
        parts.append(cited.t("cite.archived-copy", url=cited.archived))
    return whole(cited, " ".join(full_stop(part) for part in parts))
