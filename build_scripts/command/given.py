"""What somebody gives a command at the command line, checked before anything is read or written."""

from __future__ import annotations

import re

from ..draft.slug import LONGEST
from ..environment import WrongUse
from ..model.chain import UNKNOWN
from ..model.corpus import Documents
from ..model.date import DateFault, PartialDate
from ..model.node import ID_PATTERN, LANGUAGE_PATTERN, is_web_address
from ..nearest import nearest
from ..read.encoding import is_known
from ..validate.documents import RESERVED_IDS
from .report import one_line


def checked_id(id_: str | None) -> str | None:
    """Return a name that an article may have."""
    if id_ is not None and (not re.fullmatch(ID_PATTERN, id_) or len(id_) > LONGEST or id_ in RESERVED_IDS):
        raise WrongUse("bad-id", id=one_line(id_[:LONGEST]))
    return id_


def checked_url(url: str | None) -> str | None:
    """Return an address of the web."""
    if url is not None and not is_web_address(url):
        raise WrongUse("bad-address", url=one_line(url[:LONGEST]))
    return url


def checked_date(date: str | None) -> PartialDate | None:
    """Return a date in the EDTF that the format has."""
    try:
        return PartialDate.parse(date) if date is not None else None
    except DateFault:
        raise WrongUse("bad-date", date=one_line((date or "")[:LONGEST])) from None


def checked_language(language: str | None) -> str | None:
    """Return a language tag."""
    if language is not None and not re.fullmatch(LANGUAGE_PATTERN, language):
        raise WrongUse("bad-language", language=one_line(language[:LONGEST]))
    return language


def checked_encoding(encoding: str | None) -> str | None:
    """Return a label that names an encoding."""
    if encoding is not None and not is_known(encoding):
        raise WrongUse("bad-encoding", encoding=one_line(encoding[:LONGEST]))
    return encoding


def check_channel(channel: str | None, documents: Documents) -> None:
    """Raise WrongUse for a channel that is not registered."""
    if channel is not None and channel != UNKNOWN and channel not in documents.channels:
        raise WrongUse("no-channel", channel=one_line(channel), near=nearest(channel, list(documents.channels)))
