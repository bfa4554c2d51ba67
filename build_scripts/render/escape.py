"""Text into Markdown that shows exactly that text, whatever it holds."""

from __future__ import annotations

import html
import re

from markupsafe import Markup

# Every ASCII mark that Python-Markdown, its extensions, MkDocs or HTML give a meaning to, wherever it may land.
# What stays readable as it is: letters, digits, spaces and . , ; ? ' ( ) / - and a colon before a space.
_ACTIVE = re.compile(r"""[\\`*_{}\[\]<>&#|~^=$@+!"%]|:(?!\s|$)|--+|\.\.\.+""")
_SPACE = re.compile(r"[^\S\u00a0]+")  # a no-break space says something: day and month, year and its sign stay together
_AT_START = re.compile(r"^(?:[-+:]|(\d+)([.)]))")


def escape(text: str) -> Markup:
    """Return text as one line of inert Markdown: active marks as character references, white space as single spaces."""
    line = _SPACE.sub(" ", text.strip())
    line = _ACTIVE.sub(lambda match: "".join(f"&#{ord(mark)};" for mark in match.group()), line)
    return Markup(_AT_START.sub(_start, line))


def attribute(text: str) -> Markup:
    """Return text for a double-quoted HTML attribute inside Markdown."""
    line = html.escape(" ".join(text.split()), quote=True)
    # Markdown looks into tags too: no character may end the tag or start a construct.
    return Markup(re.sub(r"[\\`*_{}\[\]|~^=$@!]", lambda match: f"&#{ord(match.group())};", line))


def meta(text: str) -> Markup:
    """Return text for a line of page metadata, which the theme prints as it stands."""
    return Markup(html.escape(" ".join(text.split()), quote=True))


def verbatim(text: str) -> Markup:
    """Return text for a <pre> block inside Markdown, line by line; it must hold no empty line."""
    return Markup(html.escape(text, quote=False))


def _start(match: re.Match[str]) -> str:
    if match.group(1):
        return f"{match.group(1)}&#{ord(match.group(2))};"
    return f"&#{ord(match.group())};"
