"""The paper to draw on where a picture is as wide as what holds it: places across in percent, heights in pixels.

Colours are the two of the page, by `currentColor` and the class `hole`, so that a picture inside a page turns dark
with it. Each element may carry a shift in pixels beside its place in percent.
"""

from __future__ import annotations

import html

from ...model.printable import drawable
from .drawing import FONT, INK, PAPER

BASIS = 340
"""The narrowest width in pixels for which a picture is laid out: a phone's column. Wider ones have more air."""
PRINTED = 680
"""The width in pixels where nothing else decides."""

CIRCLE = "M-9.5 0a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0 -19 0Z"
SHAPES = {
    "text": "M-8 -9.5h16v13l-8 6l-8 -6Z",
    "confirmed": CIRCLE,
    "reported": CIRCLE,
    "disputed": f"{CIRCLE}M6.7 -6.7l4.3 -4.3M-6.7 6.7l-4.3 4.3",
    "standing": "M-8.5 -8.5h17v17h-17Z",
    "planned": "M0 -12.5L12.5 0L0 12.5L-12.5 0Z",
}
"""A flag, a disc, a ring, a ring that is crossed out behind its number, a square, a diamond."""
FILLED = ("confirmed", "text")


class Wide:
    """A picture in the making."""

    def __init__(self, label: str, sort: str) -> None:
        self._label, self._sort = label, sort
        self._parts: list[str] = []

    def line(self, x1: float, y1: float, x2: float, y2: float, *, width: float = 1, dash: str = "") -> None:
        """Draw a straight line between two places."""
        self._parts.append(
            f'<line x1="{x1:.4g}%" y1="{y1:g}" x2="{x2:.4g}%" y2="{y2:g}" stroke="currentColor" '
            f'stroke-width="{width:g}"{_dashed(dash)}/>'
        )

    def path(self, x: float, y: float, commands: str, *, width: float = 1.2, dash: str = "") -> None:
        """Draw a path in pixels around a place, on nothing."""
        self._at(
            x, y, f'<path d="{commands}" fill="none" stroke="currentColor" stroke-width="{width:g}"{_dashed(dash)}/>'
        )

    def strip(self, x1: float, x2: float, y: float, height: float) -> None:
        """Fill a strip with a light tone; what lies behind it shows through."""
        self._parts.append(
            f'<rect x="{x1:.4g}%" y="{y:g}" width="{max(x2 - x1, 0):.4g}%" height="{height:g}" fill="currentColor" '
            'fill-opacity=".12"/>'
        )

    def column(self, x1: float, x2: float, y: float, height: float) -> None:
        """Draw a column of a bar chart, standing on `y`."""
        self._parts.append(
            f'<rect x="{x1:.4g}%" y="{y - height:.4g}" width="{x2 - x1:.4g}%" height="{height:.4g}" '
            'fill="currentColor" fill-opacity=".45"/>'
        )

    def words(
        self, x: float, y: float, words: str, *, size: float = 11, anchor: str = "start", shift: float = 0
    ) -> None:
        """Write one line; `y` is its base line."""
        text = f'<text font-size="{size:g}" fill="currentColor" text-anchor="{anchor}"'
        if shift:
            self._at(x, y, f'{text} x="{shift:g}">{_plain(drawable(words))}</text>')
        else:
            self._parts.append(f'{text} x="{x:.4g}%" y="{y:g}">{_plain(drawable(words))}</text>')

    def badge(
        self,
        x: float,
        y: float,
        shape: str,
        number: str = "",
        *,
        shift: float = 0,
        dash: str = "",
        struck: bool = False,
    ) -> None:
        """Draw a mark with its number inside, `shift` pixels beside its place."""
        fill = 'fill="currentColor"' if shape in FILLED else f'class="hole" fill="{PAPER}"'
        inner = f'<path d="{SHAPES[shape]}" {fill} stroke="currentColor" stroke-width="1.4"{_dashed(dash)}/>'
        if number:
            ink = f'class="hole" fill="{PAPER}"' if shape in FILLED else 'fill="currentColor"'
            line = ' text-decoration="line-through"' if struck else ""
            size = 10.5 if len(number) < 3 else 9
            inner += f'<text y="3.6" font-size="{size:g}" {ink} text-anchor="middle"{line}>{_plain(number)}</text>'
        self._at(x, y, f'<g transform="translate({shift:g})">{inner}</g>' if shift else inner)

    def _at(self, x: float, y: float, inner: str) -> None:
        self._parts.append(f'<svg x="{x:.4g}%" y="{y:g}" overflow="visible">{inner}</svg>')

    def begin_link(self, anchor: str, says: str) -> None:
        """Begin a link to a place on the page, called as it says."""
        self._parts.append(f'<a href="#{html.escape(anchor)}"><title>{_plain(says)}</title>')

    def end_link(self) -> None:
        """End the link."""
        self._parts.append("</a>")

    def svg(self, height: float) -> str:
        """Return the finished picture."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{self._sort}" width="{PRINTED}" height="{height:g}" '
            f'role="group" aria-label="{html.escape(self._label)}" color="{INK}" font-family="{FONT}">\n'
            + "\n".join(self._parts)
            + "\n</svg>\n"
        )


def pixels(share: float) -> float:
    """Return the place of a share where a picture is narrowest."""
    return share * BASIS / 100


def _plain(words: str) -> str:
    return html.escape(words, quote=False)


def _dashed(dash: str) -> str:
    return f' stroke-dasharray="{dash}"' if dash else ""
