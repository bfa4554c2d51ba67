"""A note after the Chicago Manual of Style. The English wording holds its words."""

from __future__ import annotations

from .citation import Citation
from .reference import accessed, issued, whole


def chicago(cited: Citation) -> str:
    """Return the record and the source that it is quoted in. Only a real headline stands in quotation marks."""
    title = f"“{cited.title},”" if cited.has_headline else f"{cited.title},"
    archived = cited.t("cite.archived", url=cited.archived) if cited.archived else ""
    behind = [cited.channel or cited.t("chain.publisher-unknown"), issued(cited), cited.url, archived, accessed(cited)]
    author = f"{cited.author}, " if cited.author else ""
    return whole(cited, f"{author}{title} {', '.join(part for part in behind if part)}")
