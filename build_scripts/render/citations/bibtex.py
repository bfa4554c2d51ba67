"""An entry for BibTeX and its descendants: `@misc`, the one kind that every style has."""

from __future__ import annotations

from ...model.date import PartialDate, Precision
from ..dates import iso_or_none, phrase
from .citation import Citation, is_known

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# A brace must not stand there bare, nor behind a backslash: BibTeX counts braces and knows no escaping.
_LATEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}


def bibtex(cited: Citation) -> str:
    """Return the entry. Titles and names stand in double braces: no style may change their case or turn them round."""
    record = cited.t("cite.note", site=cited.site, name=cited.name, says=cited.says, permalink=cited.permalink)
    archived = f"; {cited.t('cite.archived', url=cited.archived)}" if cited.archived else ""
    fields = {
        "author": f"{{{latex(cited.author)}}}" if cited.author else "",
        "title": f"{{{latex(cited.title)}}}",
        "howpublished": f"{{{latex(cited.channel)}}}" if cited.channel else "",
        **_date(cited),
        "url": cited.url or cited.permalink,
        "urldate": (iso_or_none(cited.retrieved) or "") if cited.url else "",
        "langid": cited.language,
        "note": latex(record + archived),
    }
    # The name of a month is a macro, and stands without braces.
    lines = [f"  {name} = {text if name == 'month' else f'{{{text}}}'}" for name, text in fields.items() if text]
    return f"@misc{{{cited.name.replace('/', ':')},\n" + ",\n".join(lines) + "\n}"


def latex(text: str) -> str:
    """Return text in which nothing is a command of LaTeX, with every brace in a pair."""
    return "".join(_LATEX.get(character, character) for character in text)


def _date(cited: Citation) -> dict[str, str]:
    """Return the date in fields as far as it is firm; otherwise in words, where the year stands."""
    date: PartialDate = cited.published
    if not is_known(date):
        return {"year": latex(cited.t("cite.undated"))}
    if iso_or_none(date) is None or date.earliest is None:
        return {"year": latex(phrase(date, cited.t))}
    found = {"year": date.text[:4]}
    if date.precision in (Precision.MONTH, Precision.DAY):
        found["month"] = _MONTHS[date.earliest.month - 1]
    if date.precision is Precision.DAY:
        found["day"] = str(date.earliest.day)
    return found
