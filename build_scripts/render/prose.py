"""Prose of a briefing into Markdown: the small subset written anew from tokens, record references as footnote marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token
from markupsafe import Markup

from ..model.prose import REFERENCE, parser
from .escape import attribute, escape

Foot = Callable[[str], str]

_INLINE = {"em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**"}


def paragraphs(text: str, foot: Foot) -> Markup:
    """Return prose as Markdown blocks; `foot` turns the name of a record into the mark of its note."""
    blocks: list[str] = []
    marker, depth = "", 0
    for token in parser().parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            marker = f"{token.info}. " if token.info else "- "
        elif token.type == "inline":
            indent = "    " * max(0, depth - 1)
            lead = marker or ("    " if depth else "")
            blocks.append(f"{indent}{lead}{_inline(token.children or [], foot)}")
            marker = ""
    return Markup("\n\n".join(blocks))


def _inline(tokens: Sequence[Token], foot: Foot) -> str:
    parts: list[str] = []
    text = ""
    for token in (*tokens, None):
        if token is not None and token.type in ("text", "softbreak", "hardbreak"):
            text += token.content if token.type == "text" else " "
            continue
        if text:
            parts.append(_text(text, foot))
            text = ""
        if token is None:
            continue
        if token.type == "link_open":
            parts.append(f'<a href="{attribute(str(token.attrs.get("href", "")))}">')
        elif token.type == "link_close":
            parts.append("</a>")
        else:
            parts.append(_INLINE.get(token.type, ""))
    return "".join(parts)


def _text(text: str, foot: Foot) -> str:
    """Escape plain text and set a note mark close to the word before it."""
    parts: list[str] = []
    end = 0
    for match in REFERENCE.finditer(text):
        parts += [_edges(text[end : match.start()].rstrip(), text[end : match.start()]), foot(match.group(1).strip())]
        end = match.end()
    parts.append(_edges(text[end:], text[end:]))
    return "".join(parts)


def _edges(text: str, original: str) -> str:
    """Escape a stretch, keeping the single spaces at its ends that `escape` folds away."""
    if not text.strip():
        return " " if text else ""
    left = " " if original[:1].isspace() else ""
    right = " " if text[-1:].isspace() else ""
    return f"{left}{escape(text)}{right}"
