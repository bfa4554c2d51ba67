"""The river project, fresh or built, for tests of the finished site."""

from pathlib import Path

import pytest

from ..projects import RIVER, make_project, spravka


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """A fresh project with the river corpus, not built."""
    return make_project(tmp_path / "river", RIVER)


@pytest.fixture(scope="session")
def built_river(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The river project, built once for all tests that only look."""
    project = make_project(tmp_path_factory.mktemp("built") / "river", RIVER)
    run = spravka(project, "build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project
