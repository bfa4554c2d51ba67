"""Bytes into text: by byte order mark, as UTF-8, or as the file or the caller names it. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.capture import Unreadable

# The labels of the WHATWG Encoding Standard that texts in the languages of Europe and East Asia are met with, each
# with the name that Python has for what browsers then do; and the misspellings of windows-1251 seen on real pages.
_LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "utf-16-le": "utf-16le utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff",
    "utf-16-be": "utf-16be unicodefffe",
    "cp866": "866 cp866 csibm866 ibm866",
    "cp874": "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251 win-1251 win1251 windows1251 cp-1251 windows-cp1251",
    "cp1252": "windows-1252 cp1252 x-cp1252 ansi_x3.4-1968 ascii us-ascii iso-8859-1 iso8859-1 iso88591 iso_8859-1 "
    "iso_8859-1:1987 iso-ir-100 latin1 l1 cp819 csisolatin1 ibm819",
    "cp1253": "windows-1253 cp1253 x-cp1253",
    "cp1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5 iso-ir-148",
    "cp1255": "windows-1255 cp1255 x-cp1255",
    "cp1256": "windows-1256 cp1256 x-cp1256",
    "cp1257": "windows-1257 cp1257 x-cp1257",
    "cp1258": "windows-1258 cp1258 x-cp1258",
    "iso8859-2": "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2 iso-ir-101",
    "iso8859-3": "iso-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3 csisolatin3",
    "iso8859-4": "iso-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4 csisolatin4",
    "iso8859-5": "iso-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic iso-ir-144",
    "iso8859-6": "iso-8859-6 iso8859-6 iso88596 iso_8859-6 arabic csisolatinarabic ecma-114 asmo-708",
    "iso8859-7": "iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8 csisolatingreek ecma-118 elot_928",
    "iso8859-8": "iso-8859-8 iso8859-8 iso88598 iso_8859-8 hebrew visual csisolatinhebrew iso-8859-8-i logical",
    "iso8859-10": "iso-8859-10 iso8859-10 iso885910 latin6 l6 csisolatin6",
    "iso8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso8859-15": "iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 csisolatin9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "koi8-r koi koi8 koi8_r cskoi8r",
    "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman csmacintosh",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gb18030 gbk gb2312 chinese csgb2312 gb_2312 gb_2312-80 x-gbk",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "cp932": "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji csshiftjis",
    "cp949": "euc-kr cseuckr korean ks_c_5601-1987 ksc5601 windows-949",
}
_NAMES = {label: name for name, labels in _LABELS.items() for label in labels.split()}

_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=[\"'\s]*([A-Za-z0-9_:.-]{1,30})", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{1,30})", re.IGNORECASE)
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED_WITHIN = 4096

REPLACEMENT = "\ufffd"
MOST_BAD = 10
LEAST_GOOD = 100
"""Characters for each that could not be read: a file with more bad ones is in another encoding."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how many characters of it became U+FFFD."""

    text: str
    bad: int = 0


def is_known(label: str) -> bool:
    """Tell whether a label names an encoding."""
    return label.strip().lower() in _NAMES


def decode(data: bytes, *, declares: bool, given: str | None = None) -> Decoded | Unreadable:
    """Return the text of a file, a few bad bytes as U+FFFD; `declares`: its own markup may name the encoding."""
    marked = [name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)]
    wanted = [_NAMES[given.strip().lower()]] if given else marked or ["utf-8", *(_declared(data) if declares else [])]
    for encoding in wanted:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return Decoded(text)
        return _mended(text, text.count("\0"))
    encoding = wanted[-1]
    text = data.decode(encoding, "replace")
    return _mended(text, text.count(REPLACEMENT) + text.count("\0"))


def _mended(text: str, bad: int) -> Decoded | Unreadable:
    if bad <= MOST_BAD and bad * LEAST_GOOD <= len(text):
        return Decoded(text.replace("\0", REPLACEMENT), bad)
    return Unreadable("not-a-text" if "\0" in text or text == REPLACEMENT else "not-utf8")


def _declared(data: bytes) -> list[str]:
    head = data[:_DECLARED_WITHIN]
    match = _DECLARED_XML.search(head) or _DECLARED.search(head)
    label = match.group(1).decode("ascii").lower() if match else ""
    # A page that can be read as bytes of ASCII enough to find this in it is not in UTF-16, whatever it says.
    return [_NAMES[label]] if label in _NAMES and not _NAMES[label].startswith("utf") else []
