"""The table of characters that can be printed is what Typst says: each of them is set, and what is not in it is not."""

import html
import unicodedata
from pathlib import Path

import pytest

from build_scripts.environment import find_project
from build_scripts.model.printable import PRINTABLE, drawable, unprintable
from build_scripts.publish.fault import SiteFault
from build_scripts.publish.typesetting import PAPER, Job, typeset
from build_scripts.render.figures.drawing import FONT

from ..projects import ROOT

EVERYBODY = "Əliyev Ильхам Әділет Ғұмар Ұлан Һәм Ґалаґан Їжак Şükrü Iğdır İnci Łódź Ştefan Ελλάδα ზელანდია Հայաստան"


@pytest.fixture
def setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function that sets a list of texts, one a paragraph, as printouts are set."""
    paper = tmp_path / "paper"
    paper.mkdir()
    (paper / "fonts").symlink_to(PAPER / "fonts")
    source = (PAPER / "parts.typ").read_text("utf-8")
    rows = """
#set document(title: "t")
#set text(font: serif, size: 6pt)
#for row in json("data.json").rows {
  if row.starts-with("<svg") { image(bytes(row), format: "svg", alt: "x") } else {
    for way in (row, strong(row), emph(row), text(font: sans, row)) { par(way) }
  }
}
"""
    (paper / "letters.typ").write_text(source + rows, "utf-8")
    monkeypatch.setattr("build_scripts.publish.typesetting.PAPER", paper)

    def run(rows: list[str]) -> None:
        job = Job("letters", "letters.typ", {"rows": rows}, tmp_path / "letters.pdf")
        typeset(find_project(ROOT), [job], tmp_path / "store")

    return run


def test_every_character_of_the_table_is_set(setting) -> None:
    setting(sorted(PRINTABLE - {" "}))


def test_every_letter_with_a_mark_that_can_stand_on_it_is_set(setting) -> None:
    bases = "aAqйЖωאשبلनກ1."
    marks = [each for each in sorted(PRINTABLE) if unicodedata.category(each).startswith("M")]
    pairs = [base + mark for base in bases for mark in marks if not unprintable(base + mark)]
    assert len(pairs) > 1000
    setting([*pairs, *(f"слово {pair} word" for pair in pairs[::7])])


def test_the_text_of_pictures_is_set(setting) -> None:
    texts = [f"Мост r{each}б" for each in sorted(PRINTABLE)] + [f"{a}{b}" for a in "ℵΩქἀỐ→१" for b in "𝔘עẤ⟩Ǻش"]
    rows = [f'<text x="1" y="9" font-size="5">{html.escape(drawable(text))}</text>' for text in texts]
    font = html.escape(FONT)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99" font-family="{font}">{"".join(rows)}</svg>'
    setting([svg])


@pytest.mark.parametrize("text", ["1\u20dd", "р\u0483", "中", "नमस्ते中", "💧", "한"])
def test_what_is_not_in_the_table_is_refused(setting, text: str) -> None:
    assert unprintable(text)
    with pytest.raises(SiteFault, match="could not be displayed"):
        setting([text])


def test_names_of_the_region_can_be_printed() -> None:
    assert unprintable(EVERYBODY) == []
