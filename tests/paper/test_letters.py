"""The table of characters that can be printed is what Typst says: each of them is set, and what is not in it is not."""

from pathlib import Path

import pytest

from build_scripts.environment import find_project
from build_scripts.model.printable import PRINTABLE, unprintable
from build_scripts.publish.fault import SiteFault
from build_scripts.publish.typesetting import PAPER, Job, typeset

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
#for row in json("data.json").rows { par(row) }
"""
    (paper / "letters.typ").write_text(source + rows, "utf-8")
    monkeypatch.setattr("build_scripts.publish.typesetting.PAPER", paper)

    def run(rows: list[str]) -> None:
        job = Job("letters", "letters.typ", {"rows": rows}, tmp_path / "letters.pdf")
        typeset(find_project(ROOT), [job], tmp_path / "store")

    return run


def test_every_character_of_the_table_is_set(setting) -> None:
    setting(sorted(PRINTABLE - {" "}))


@pytest.mark.parametrize("text", ["中", "नमस्ते中", "💧", "한"])
def test_what_is_not_in_the_table_is_refused(setting, text: str) -> None:
    assert unprintable(text)
    with pytest.raises(SiteFault, match="could not be displayed"):
        setting([text])


def test_names_of_the_region_can_be_printed() -> None:
    assert unprintable(EVERYBODY) == []
