"""Files of other kinds, known by their first bytes or their name: each is refused as what it is, with what to do."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

from ..model.capture import Unreadable

_FIRST_BYTES: tuple[tuple[bytes, str, str], ...] = (
    (rb"{\rtf", "RTF", "office"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC", "office"),
    (b"\x89PNG", "PNG", "picture"),
    (b"\xff\xd8\xff", "JPEG", "picture"),
    (b"GIF8", "GIF", "picture"),
    (b"II*\0", "TIFF", "picture"),
    (b"MM\0*", "TIFF", "picture"),
    (b"\x1f\x8b", "gzip", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z", "archive"),
    (b"Rar!", "RAR", "archive"),
    (b"BZh", "bzip2", "archive"),
    (b"\xfd7zXZ", "xz", "archive"),
    (b"bplist00", "webarchive", "web-archive"),
    (b"WARC/", "WARC", "web-archive"),
    (b"ID3", "MP3", "sound"),
    (b"OggS", "Ogg", "sound"),
    (b"\x1aE\xdf\xa3", "WebM", "sound"),
    (b"%!PS", "PostScript", "office"),
    (b"version https://git-lfs", "Git LFS", "pointer"),
)
_ZIPPED = (
    ("word/document.xml", "DOCX", "office"),
    ("xl/workbook.xml", "XLSX", "office"),
    ("ppt/presentation.xml", "PPTX", "office"),
    ("content.xml", "ODT", "office"),
    ("META-INF/container.xml", "EPUB", "office"),
)
_ENDINGS = {
    ".srt": ("SRT", "subtitles"),
    ".vtt": ("WebVTT", "subtitles"),
    ".ass": ("ASS", "subtitles"),
    ".json": ("JSON", "data"),
    ".jsonl": ("JSON", "data"),
    ".rss": ("RSS", "data"),
    ".atom": ("Atom", "data"),
    ".xml": ("XML", "data"),
    ".csv": ("CSV", "data"),
    ".tsv": ("TSV", "data"),
    ".yml": ("YAML", "data"),
    ".yaml": ("YAML", "data"),
    ".rtf": ("RTF", "office"),
    ".doc": ("DOC", "office"),
    ".docx": ("DOCX", "office"),
    ".odt": ("ODT", "office"),
    ".pages": ("Pages", "office"),
    ".fb2": ("FB2", "office"),
    ".epub": ("EPUB", "office"),
    ".djvu": ("DjVu", "picture"),
    ".webp": ("WebP", "picture"),
    ".heic": ("HEIC", "picture"),
    ".zip": ("ZIP", "archive"),
    ".mp4": ("MP4", "sound"),
    ".mp3": ("MP3", "sound"),
    ".m4a": ("M4A", "sound"),
    ".msg": ("MSG", "office"),
    ".css": ("CSS", "data"),
    ".js": ("JavaScript", "data"),
    ".tex": ("TeX", "office"),
}
_CUE = re.compile(r"\s*(?:WEBVTT|[0-9]+\s*\n[0-9:]{7,8}[,.][0-9]{3} --> )")
_XML = re.compile(
    r"\s*(?:<\?xml|<!doctype)?[^<]{0,200}(?:<[!?][^>]{0,500}>\s*)*<(?P<tag>[A-Za-z][\w:.-]*)", re.IGNORECASE
)
_XML_NAMES = {"rss": "RSS", "feed": "Atom", "rdf:rdf": "RSS", "svg": "SVG"}
_PAGE_TAGS = frozenset({"html", "head", "body"})


def other_kind(path: Path, data: bytes) -> Unreadable | None:
    """Return the refusal of a file that is no text, page, mail or PDF; None where it may be one of them."""
    for first, name, sort in _FIRST_BYTES:
        if data.startswith(first):
            return _refused(name, sort)
    if data.startswith(b"PK\x03\x04"):
        return _refused(*_zipped(data))
    if data[:4] == b"RIFF":
        return _refused("WebP", "picture") if data[8:12] == b"WEBP" else _refused("AVI/WAV", "sound")
    if data[4:8] == b"ftyp":
        return _refused("HEIC", "picture") if data[8:11] in {b"hei", b"mif", b"avi"} else _refused("MP4", "sound")
    by_words = _by_words(data)
    if by_words:
        return _refused(*by_words)
    ending = _ENDINGS.get(path.suffix.lower())
    return _refused(*ending) if ending else None


def _refused(name: str, sort: str) -> Unreadable:
    return Unreadable(f"kind-{sort}", {"kind": name})


def _zipped(data: bytes) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist()[:5000])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError):
        names = set()
    return next(((name, sort) for inner, name, sort in _ZIPPED if inner in names), ("ZIP", "archive"))


def _by_words(data: bytes) -> tuple[str, str] | None:
    """Tell a few kinds of text files that are written for programs, by how they begin."""
    start = data[:4000].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    if _CUE.match(start):
        return ("WebVTT", "subtitles") if "WEBVTT" in start[:20] else ("SRT", "subtitles")
    if start.lstrip()[:1] in {"{", "["} and _is_json(data):
        return "JSON", "data"
    if start.lstrip()[:5].lower() == "<?xml" or re.match(r"\s*<(?:rss|feed|svg)\b", start):
        tags = _XML.match(start)
        tag = tags.group("tag").lower() if tags else ""
        return None if tag in _PAGE_TAGS else (_XML_NAMES.get(tag, "XML"), "data")
    return None


def _is_json(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict | list)
    except (ValueError, RecursionError):
        return False
