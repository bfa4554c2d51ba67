"""Sets documents with Typst, as a process that can be stopped: orders in, line by line; files and reports out.

An order is two lines: `{number, template, form, target}` and the data. For each, `{number, state}` is printed, with the
states begun and then done or failed, the latter with a reason in one line.
"""

from __future__ import annotations

import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from .files import write_file

STANDARDS: Any = ["a-2a", "ua-1"]
"""PDF/A-2a, for archives, and PDF/UA-1, for those who do not see the page. Both in one file."""

_LONG_WORD = re.compile(r"(?<![\w/.:#])(?![0-9a-f]{64}(?!\w))[^\W_]{60,}(?![\w/.:])")
"""Letters and digits only: what stands between them is a place to break already, or belongs to an address.

A SHA-256 fits its line, and is there to be copied.
"""

_out = Lock()


def main(paper: Path, stamp: int) -> None:
    """Take orders from the standard input until it ends."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(paper / "fonts")])
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        # Typst lets go of the interpreter while it works, so threads are enough.
        for line in sys.stdin:
            pool.submit(_one, json.loads(line), sys.stdin.readline(), paper, fonts, stamp)


def _one(order: dict[str, Any], data: str, paper: Path, fonts: typst.Fonts, stamp: int) -> None:
    _say(order, "begun")
    try:
        compiler = typst.Compiler(str(paper / order["template"]), root=str(paper), font_paths=fonts)
        given = {"data": _breakable(data)}
        if order["form"] == "png":
            made = compiler.compile(format="png", ppi=72, sys_inputs=given)
        else:
            made = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=stamp, sys_inputs=given)
        assert isinstance(made, bytes)
        write_file(Path(order["target"]), _clear_ends(made))
    except typst.TypstError as fault:
        _say(order, "failed", " ".join(fault.message.split())[:300])
    except (OSError, AssertionError) as fault:
        _say(order, "failed", f"{type(fault).__name__}: {fault}"[:300])
    else:
        _say(order, "done")


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
    return _LONG_WORD.sub(lambda match: "\u200b".join(match.group()), data)


def _say(order: dict[str, Any], state: str, reason: str = "") -> None:
    with _out:
        print(json.dumps({"number": order["number"], "state": state, "reason": reason}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
