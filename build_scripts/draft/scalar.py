"""One string as YAML that reads back as the same string."""

from __future__ import annotations

import re
import unicodedata

# Controls, formatting, line and paragraph separators, surrogates, private and unassigned: safer to see as numbers.
_SHOWN_AS_NUMBER = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"})

_TYPED = frozenset({"true", "false", "null", "-", "--", "---", "..."})


def plain(value: str) -> str:
    """Return an id, a date or a keyword without marks, where YAML reads it as a string so."""
    return (
        value if re.fullmatch("[a-z0-9./-]+", value) and value not in _TYPED and not value.isdigit() else quoted(value)
    )


def quoted(value: str) -> str:
    """Return a string in double quotation marks, invisible characters as escapes."""
    return f'"{"".join(_escaped(each) for each in value)}"'


def block(text: str, indent: int = 2) -> str:
    """Return a text as a literal block below its key, characters untouched.

    Reads back as the text with one line break behind it if the text has paragraphs as `read/paragraphs.py` makes
    them; characters that no contributed file may have stay visible to `check` at their line and column.
    """
    margin = " " * indent
    return "|\n" + "".join(f"{margin}{line}\n" if line else "\n" for line in text.split("\n"))


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if unicodedata.category(character) not in _SHOWN_AS_NUMBER:
        return character
    number = ord(character)
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"
