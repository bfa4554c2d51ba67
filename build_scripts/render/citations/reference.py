"""The words of a reference that GOST and Chicago share: the date in its slot, the day of access, the tail."""

from __future__ import annotations

from babel.dates import format_date

from ...model.date import PartialDate
from ..dates import iso_or_none, phrase
from .citation import Citation, is_known


def issued(cited: Citation) -> str:
    """Return the date of the article as a reference has it: a firm one plainly, anything softer in square brackets."""
    if not is_known(cited.published):
        return cited.t("cite.undated")
    firm = _firm(cited, cited.published, "cite.issued-date")
    return firm or f"[{phrase(cited.published, cited.t)}]"


def accessed(cited: Citation) -> str:
    """Return when the text was retrieved from its address; nothing where one of the two is unknown."""
    if not (cited.url and is_known(cited.retrieved)):
        return ""
    date = _firm(cited, cited.retrieved, "cite.accessed-date") or phrase(cited.retrieved, cited.t)
    return cited.t("cite.accessed", date=date)


def whole(cited: Citation, source: str) -> str:
    """Return the reference: the source, and the record by which it is cited."""
    form = "cite.whole-quote" if cited.is_quote else "cite.whole-other"
    given = {"says": cited.says, "site": cited.site, "name": cited.name, "permalink": cited.permalink}
    return cited.t(form, source=source, **given)


def _firm(cited: Citation, date: PartialDate, patterns: str) -> str:
    if iso_or_none(date) is None or date.earliest is None:
        return ""
    return format_date(date.earliest, cited.t(f"{patterns}.{date.precision}"), locale=cited.t.language)
