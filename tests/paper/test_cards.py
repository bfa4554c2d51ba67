"""Social cards: one for every page of either language, of the right size, named in the page's own head."""

import re
import struct
from pathlib import Path

import pytest

from build_scripts.environment import find_project
from build_scripts.publish.typesetting import Job, typeset

from ..projects import ROOT


def size(path: Path) -> tuple[int, int]:
    """Width and height of a PNG, from its first chunk."""
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_every_page_has_its_card_and_names_it(built_river: Path) -> None:
    site = built_river / "site"
    pages = [page for language in ("ru", "en") for page in (site / language).rglob("index.html")]
    assert len(pages) > 30
    for page in pages:
        head = page.read_text("utf-8").partition("</head>")[0]
        meta = dict(re.findall(r'<meta (?:property|name)="?((?:og|twitter):[a-z:_]+)"? content="([^"]*)"', head))
        meta |= dict(re.findall(r"<meta (?:property|name)=((?:og|twitter):[a-z:_]+) content=([^\"\s>]+)", head))
        assert {"og:title", "og:description", "og:url", "og:image", "og:image:alt", "twitter:card"} <= meta.keys(), page
        language = page.relative_to(site).parts[0]
        path = meta["og:image"].partition(f"/{language}/")[2]
        assert size(site / language / path) == (1200, 630)
        assert meta["og:title"]
        assert meta["og:title"] in meta["og:image:alt"]


@pytest.mark.parametrize(
    "title", ["A", "Заголовок " * 30, "Ш" * 300, "#panic() *x* $y$ @z", ""], ids=["one", "long", "word", "code", "none"]
)
def test_any_title_fits(tmp_path: Path, title: str) -> None:
    card = {"language": "ru", "site": "Справка", "title": title.strip(), "kind": "Справка"}
    target = tmp_path / "card.png"
    assert typeset(find_project(ROOT), [Job("card", "card.typ", card, target, "png")], tmp_path / "store") == 1
    assert size(target) == (1200, 630)
