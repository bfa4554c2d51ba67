"""The site of the strait corpus, built once and served on this machine."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from ..projects import STRAIT, make_project, spravka
from ..test_cases import CASES, lay_over

HOSTILE = (
    "a-quotation-in-arabic",
    "a-quotation-in-azerbaijani",
    "a-text-full-of-markup",
    "a-title-of-three-hundred-characters",
    "an-article-with-nothing-but-a-date",
)
"""Good cases whose pages must stay whole. Their files differ, so that one site holds them all."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps no log."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of the strait corpus."""
    project = make_project(tmp_path_factory.mktemp("strait") / "project", STRAIT)
    run = spravka(project, "build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "site"


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of everything that a page could stumble over, with an actor who has no Russian name."""
    folder = tmp_path_factory.mktemp("hostile")
    content = folder / "content"
    lay_over(CASES / "good" / HOSTILE[0], content)
    for name in HOSTILE[1:]:
        shutil.copytree(CASES / "good" / name, content, dirs_exist_ok=True)
    actors = content / "briefs" / "actors.yml"
    text = actors.read_text("utf-8")
    assert '{ru: "Утопия", en: "Utopia"}' in text
    actors.write_text(text.replace('{ru: "Утопия", en: "Utopia"}', '{en: "Utopia"}'), "utf-8")
    project = make_project(folder / "project", content)
    run = spravka(project, "build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    """Where the hostile site is served, with a slash at the end."""
    with serving(hostile_site) as address:
        yield address


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of a fresh browser context; complaints of the console and requests to strangers fail the test."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    complaints = listen(page, address)
    yield page
    context.close()
    assert complaints == []


def listen(page: Page, address: str) -> list[str]:
    """Return a list to which a page adds every complaint of the console and every request to a stranger."""
    complaints: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def request(request: Request) -> None:
        if not request.url.startswith(address):
            complaints.append(f"asks {request.url}")

    page.on("console", console)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on("request", request)
    return complaints
