"""Printouts of the strait corpus and of the richest case, typeset once by the command itself."""

from pathlib import Path

import pytest

from build_scripts.link.corpus import link
from build_scripts.model.linked import Linked
from build_scripts.pipeline import check

from ..projects import STRAIT, make_project, spravka
from ..test_cases import CASES, lay_over

PAPERS = ("a4", "us-letter")


class Printed:
    """A project with its printouts."""

    def __init__(self, folder: Path, content: Path, briefing: str) -> None:
        self.project = make_project(folder / "project", content)
        self.briefing = briefing
        for paper in PAPERS:
            run = spravka(self.project, "pdf", "--output", str(self.project / paper), SPRAVKA_PAPER=paper)
            assert run.returncode == 0, run.stdout + run.stderr
        self.linked: Linked = link(check(self.project).corpus)

    def path(self, language: str, name: str, paper: str = "a4") -> Path:
        file = f"{name}.pdf" if name == "dossier" else f"briefings/{name}.pdf"
        return self.project / paper / language / file


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """The strait corpus and the case in which every field is filled."""
    content = tmp_path_factory.mktemp("content") / "every-field"
    lay_over(CASES / "good" / "every-field", content)
    return {
        "strait": Printed(tmp_path_factory.mktemp("strait"), STRAIT, "karvia-strait-watch"),
        "every-field": Printed(tmp_path_factory.mktemp("every-field"), content, "river-bridge"),
    }
