"""An item of CSL-JSON, which Zotero and its like read: names and types of fields are those of the CSL data schema."""

from __future__ import annotations

import json
from typing import Any

from ...model.date import PartialDate, Precision
from ...model.registry import ChannelKind
from ..dates import phrase
from .citation import Citation, is_known

_TYPES = {
    ChannelKind.OUTLET: "article-newspaper",
    ChannelKind.AGENCY: "article-newspaper",
    ChannelKind.ACCOUNT: "post",
    ChannelKind.OFFICIAL: "webpage",
}


def csl(cited: Citation) -> str:
    """Return a list of one item. A date that is not known is left out: styles then write their own sign for that."""
    note = cited.t("cite.note", site=cited.site, name=cited.name, says=cited.says, permalink=cited.permalink)
    fields: dict[str, Any] = {
        "id": cited.name,
        "type": _TYPES[cited.channel_kind] if cited.channel_kind else "document",
        "title": cited.title,
        "author": [{"literal": cited.author}] if cited.author else None,
        "container-title": cited.channel,
        "issued": _date(cited, cited.published),
        "accessed": _date(cited, cited.retrieved) if cited.url else None,
        "URL": cited.url or cited.permalink,
        "archive_location": cited.archived,
        "language": cited.language,
        "source": cited.site,
        "note": note,
    }
    lines = [f" {_json(name)}: {_json(value)}" for name, value in fields.items() if value]
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _date(cited: Citation, date: PartialDate) -> dict[str, Any] | None:
    """Return a date with exactly the parts it has; what parts cannot say, such as a mere bound, in words."""
    if not is_known(date):
        return None
    ends = [date.start, date.end] if date.precision is Precision.INTERVAL else [date]
    if None in ends:
        return {"literal": phrase(date, cited.t)}
    found: dict[str, Any] = {"date-parts": [_parts(end) for end in ends if end]}
    return found | ({"circa": True} if date.is_soft else {})


def _parts(date: PartialDate) -> list[int]:
    return [int(part) for part in date.text.rstrip("~?").split("-")]
