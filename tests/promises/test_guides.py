"""What the guides quote of the program is what the program says."""

import shutil
from pathlib import Path

import pytest

from build_scripts.command.report import line
from build_scripts.pipeline import check
from build_scripts.wording import wording
from tests.projects import RIVER, ROOT


@pytest.mark.parametrize(("name", "language"), [("CONTRIBUTING.md", "en"), ("CONTRIBUTING.ru.md", "ru")])
def test_the_message_that_is_explained_is_the_real_one(tmp_path: Path, name: str, language: str) -> None:
    shutil.copytree(RIVER / "briefs", tmp_path / "briefs")
    file = tmp_path / "briefs/articles/2031/2031-05-02-river-talks.yml"
    words = 'words: "Патрулировать чужой берег мы вообще не будем"'
    text = file.read_text("utf-8")
    assert text.count(words) == 1
    file.write_text(text.replace(words, words.replace(" вообще", "")), "utf-8")
    (problem,) = check(tmp_path).problems
    assert f"\n{line(problem, wording(language))}\n" in (ROOT / name).read_text("utf-8")
