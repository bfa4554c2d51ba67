"""Raw lines in, paragraphs out: one blank line between them, no word touched."""

from __future__ import annotations

import re

# What ends a sentence, with the marks that may close behind it.
_SENTENCE_END = re.compile(r"[.!?…:;][»”\"’)\]]*$")
_DIALOGUE = re.compile(r"[—–―]\s")


def paragraphs(text: str) -> str:
    """Return the text with `\\n` line ends, no white space around its lines, and one blank line between paragraphs.

    A blank line ends a paragraph. So does a line that opens with a dash, as dialogue does. In a text without any
    blank line each line is a paragraph if most of its lines end like sentences; else its lines were only wrapped.
    """
    lines = [line.strip(" \t\xa0") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    written = [line for line in lines if line]
    no_blank_line = "" not in "\n".join(lines).strip("\n").split("\n")
    ended = sum(bool(_SENTENCE_END.search(line)) for line in written)
    if no_blank_line and 2 * ended > len(written):
        return "\n\n".join(written)
    return re.sub(r"\n\n+", "\n\n", "\n".join(_apart(lines))).strip("\n")


def _apart(lines: list[str]) -> list[str]:
    """Put a blank line before each line of dialogue."""
    return [f"\n{line}" if _DIALOGUE.match(line) else line for line in lines]
