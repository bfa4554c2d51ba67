"""What tests of several kinds share: the river project, built once, and the browser.

The browser is the Chromium that is already installed, driven by Playwright. Where there is none, browser tests are
left out and the last lines of the run say so; with SPRAVKA_REQUIRE_BROWSER set they fail instead. Nothing is ever
downloaded.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from .projects import RIVER, make_project, spravka

NAMES = ("chromium", "chromium-browser", "google-chrome")
REMEDY = "apt-get install chromium (Debian, Ubuntu) or brew install --cask chromium (macOS)"
MISSING = f"no Chromium found: {REMEDY}, or name one in SPRAVKA_CHROMIUM"

ARGUMENTS = [
    "--no-sandbox",  # its sandbox does not start as root or in most containers; only our own pages are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Chromium must ask nobody for anything: the tests run without a network.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the installed Chromium."""
    named = os.environ.get("SPRAVKA_CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    if named:
        pytest.fail(f"SPRAVKA_CHROMIUM names no program: {named}", pytrace=False)
    if os.environ.get("SPRAVKA_REQUIRE_BROWSER"):
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One headless Chromium for the whole run; a test opens a context of its own in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, which takes the present output over as the expected one."""
    parser.addoption("--accept", action="store_true", help="write the present output as the expected output of cases")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the browser, so that `-m browser` and `-m "not browser"` never miss one."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly how much was not tried."""
    skipped = sum(MISSING in str(report.longrepr) for report in terminalreporter.stats.get("skipped", ()))
    if skipped:
        terminalreporter.write_sep("!", "BROWSER TESTS LEFT OUT", red=True, bold=True)
        terminalreporter.write_line(f"{skipped} browser tests did not run, for want of a Chromium: {REMEDY}", red=True)
