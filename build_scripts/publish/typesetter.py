"""Sets documents with Typst, as a process that can be stopped: orders in, line by line; files and reports out.

An order is two lines: `{template, form, target}` and the data. It is set at the desk, a folder that holds the templates
and takes the data, and answered by one line.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import typst

from .files import write_file

STANDARDS: Any = ["a-2a", "ua-1"]
"""PDF/A-2a, for archives, and PDF/UA-1, for those who do not see the page. Both in one file."""

_LONG = 60
_LONG_WORD = re.compile(rf"(?<![\w/.:#])(?![0-9a-f]{{64}}(?!\w))[^\W_]{{{_LONG},}}(?![\w/.:])")
"""Letters and digits only: what stands between them is a place to break already, or belongs to an address.

A SHA-256 fits its line, and is there to be copied.
"""


def main(desk: Path, fonts: Path, stamp: int) -> None:
    """Take orders from the standard input until it ends; answer each with a line: why it failed, or nothing."""
    typefaces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts)])
    # A compiler reads its templates once. What it made of them holds for the next document, because the data comes
    # as a file: given by `sys.inputs`, it would be part of the language itself, and all would be worked out again.
    compilers: dict[str, typst.Compiler] = {}
    for line in sys.stdin:
        order = json.loads(line)
        data = _breakable(sys.stdin.readline())
        if order["template"] not in compilers:
            compiler = typst.Compiler(str(desk / order["template"]), root=str(desk), font_paths=typefaces)
            compilers[order["template"]] = compiler
        reason = _one(compilers[order["template"]], order, desk / "data.json", data, stamp)
        print(json.dumps(reason), flush=True)  # noqa: T201


def _one(compiler: typst.Compiler, order: dict[str, Any], file: Path, data: str, stamp: int) -> str:
    try:
        file.write_text(data, "utf-8")
        if order["form"] == "png":
            made = compiler.compile(format="png", ppi=72)
        else:
            made = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=stamp)
        assert isinstance(made, bytes)  # and not a list of them, which there is for many pictures
        write_file(Path(order["target"]), _clear_ends(made))
    except typst.TypstError as fault:
        return " ".join(fault.message.split())[:300] or type(fault).__name__
    except OSError as fault:
        return f"{fault.filename}: {fault.strerror}"[:300]
    return ""


def _clear_ends(made: bytes) -> bytes:
    """Let no stream end in CR LF of which only the LF is meant.

    Compressed data may happen to end with CR. With the LF before `endstream` that reads as one end of line of two
    bytes, and the data as one byte shorter than its length says. A CR in place of that LF is an end of line, too.
    """
    return made.replace(b"\r\nendstream", b"\r\rendstream")


def _breakable(data: str) -> str:
    """Let a word that no line can hold break anywhere: a space of no width after each of its letters.

    Works on the data as JSON; pictures, addresses and whatever has an escape in it are left as they are.
    """
    parts = data.split(" ")  # few are long enough to be looked through
    return " ".join(part if len(part) < _LONG else _LONG_WORD.sub(_broken, part) for part in parts)


def _broken(match: re.Match[str]) -> str:
    return "\u200b".join(match.group())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
