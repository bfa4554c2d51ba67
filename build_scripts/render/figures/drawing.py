"""The paper to draw on: shapes as SVG elements, with room for text estimated and every text escaped."""

from __future__ import annotations

import html

from ...model.printable import drawable

INK, SOFT, LINE, WASH, PAPER = "#1d1c1a", "#5d5a54", "#b9b4a8", "#f2efe7", "#fbfaf7"
"""The colours of the site. A page in the dark scheme inverts the picture as a whole."""

FONT = "'Spravka Sans', 'PT Sans', 'Noto Sans', sans-serif"
"""Paper has the first one; a browser, which gives a picture no web fonts, takes what the system has."""

WIDE = 0.56
"""Width of an average letter as a share of the font size: PT Sans measures 0.52 in Latin and 0.55 in Cyrillic."""


class Drawing:
    """A picture in the making. Coordinates are pixels at the width of a page's text column."""

    def __init__(self, title: str, description: str, source: str) -> None:
        self._title, self._description, self._source = title, description, source
        self._parts: list[str] = []

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, ink: str = INK, width: float = 1, dash: str = ""
    ) -> None:
        """Draw a straight line."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{ink}" stroke-width="{width:g}"{dashed}/>'
        )

    def path(self, commands: str, *, ink: str = INK, fill: str = "none", width: float = 1, dash: str = "") -> None:
        """Draw a path given in SVG's commands."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(f'<path d="{commands}" stroke="{ink}" stroke-width="{width:g}" fill="{fill}"{dashed}/>')

    def box(
        self, x: float, y: float, width: float, height: float, *, dash: str = "", fill: str = "none", weight: float = 1
    ) -> None:
        """Draw a rectangle with slightly rounded corners."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="3" fill="{fill}" '
            f'stroke="{INK}" stroke-width="{weight:g}"{dashed}/>'
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 12.5,
        ink: str = INK,
        anchor: str = "start",
        on_line: bool = False,
    ) -> None:
        """Write one line; `y` is its base line. Where a line runs behind the words, a strip of paper hides it."""
        if on_line:
            width = room(words, size)
            left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
            box = f'x="{left:g}" y="{y - size * 0.85:g}" width="{width:g}" height="{size * 1.15:g}"'
            self._parts.append(f'<rect {box} fill="{PAPER}"/>')
        self._parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{ink}" text-anchor="{anchor}">'
            f"{html.escape(drawable(words), quote=False)}</text>"
        )

    def arrow(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line with an open head at its end."""
        self.line(x1, y1, x2, y2)
        step = 5 if x2 >= x1 else -5
        self.path(f"M{x2 - step:g} {y2 - 3.5:g} L{x2:g} {y2:g} L{x2 - step:g} {y2 + 3.5:g}")

    def svg(self, width: float, height: float) -> str:
        """Return the finished file; its first line names the source."""
        title, description = (html.escape(text, quote=False) for text in (self._title, self._description))
        return (
            f"<!-- source: {self._source.replace('--', '-')} -->\n"
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'height="{height:g}" role="img" aria-labelledby="title description" font-family="{FONT}">\n'
            f'<title id="title">{title}</title>\n<desc id="description">{description}</desc>\n'
            + "\n".join(self._parts)
            + "\n</svg>\n"
        )


def room(words: str, size: float = 12.5) -> float:
    """Return the width that a line of text is given."""
    return len(words) * size * WIDE


def wrapped(words: str, most: int) -> list[str]:
    """Break a text into lines of at most `most` letters where it has spaces; a longer word is cut."""
    lines: list[str] = []
    for word in words.split():
        while len(word) > most:
            head, word = word[: most - 1] + "-", word[most - 1 :]
            lines.append(head)
        if lines and len(lines[-1]) + 1 + len(word) <= most and not lines[-1].endswith("-"):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


MOST_LINES = 8
"""Lines in a box. What is longer is told whole by the words beside the picture."""


def shortened(lines: list[str], most: int) -> list[str]:
    """Return at most `most` lines; where more were cut off, the last one gives up a word for an ellipsis."""
    if len(lines) <= most:
        return lines
    head, space, _ = lines[most - 1].rpartition(" ")
    return [*lines[: most - 1], f"{(head if space else lines[most - 1]).rstrip(' ,;:—-')}…"]
