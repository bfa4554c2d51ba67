"""Printouts and social cards: what Typst sets of a site, and where each file goes."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import segno

from ..environment import Project
from ..model.bilingual import SITE_LANGUAGES
from ..model.page import Page, address_of
from ..model.printable import unprintable
from ..model.printout import DOSSIER, Printout
from ..wording import wording
from .docs import handwritten
from .typesetting import Job

_META = re.compile(r"^(\w+): (.*)$")
_HEADING = re.compile(r"^# (.*?)(?: \{:.*\})?$", re.MULTILINE)


def printout_jobs(project: Project, printouts: Iterable[Printout], folder: Path) -> Iterator[Job]:
    """Yield a job for each printout: `<language>/briefings/<id>.pdf`, and `<language>/dossier.pdf` for all of them."""
    for printout in printouts:
        name = f"{printout.name}.pdf" if printout.name == DOSSIER else f"briefings/{printout.name}.pdf"
        sheets = [{**sheet, "qr": qr_code(sheet["colophon"]["check"])} for sheet in printout.data["sheets"]]
        data = {**printout.data, "sheets": sheets, "paper": project.paper, "site": project.names[printout.language]}
        yield Job(f"{printout.language}/{name}", "printout.typ", data, folder / printout.language / name)


def qr_code(address: str) -> str:
    """Return the QR code of an address as SVG, black on nothing."""
    out = io.BytesIO()
    # Error correction M survives a crease; the address stays as it is, so that no service stands in between.
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False)
    return out.getvalue().decode("ascii")


def card_jobs(project: Project, pages: Iterable[Page], folder: Path) -> Iterator[Job]:
    """Yield a job for the social card of each page to read, generated or hand-written: 1200 × 630 pixels."""
    for language in SITE_LANGUAGES:
        texts = {page.path: page.text for page in pages if page.language == language and not page.has_moved}
        for path in handwritten(project.root, language):
            texts[path] = (project.root / "docs" / language / path).read_text("utf-8")
        for path, text in sorted(texts.items()):
            name = card_name(path)
            data = {"language": language, "site": project.names[language], **_card(text, language)}
            yield Job(f"{language}/{name}", "card.typ", data, folder / language / name, "png")


def card_name(path: str) -> str:
    """Return where the card of a page lies, relative to the folder of its language."""
    return f"assets/cards/{address_of(path).rstrip('/') or 'index'}.png"


def _card(text: str, language: str) -> dict[str, Any]:
    """Return what a card says of a page, from the page's own head."""
    meta: dict[str, str] = {}
    for line in text.splitlines():
        match = _META.match(line)
        if not match:
            break
        meta[match[1]] = html.unescape(match[2])
    heading = _HEADING.search(text)
    title = meta.get("title") or (heading[1] if heading else "")
    kinds = wording(language).find("theme.kinds")
    found = {"title": title, "kind": kinds[meta.get("kind", "page")]}
    # A title may quote whatever a page holds; what no font has is left out of its card, which is no evidence.
    return {name: _printable(value) for name, value in found.items()}


def _printable(text: str) -> str:
    for each in unprintable(text):
        text = text.replace(each, each[:-1].strip())
    return text
