"""The site of the real corpus, built once and served on this machine."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from ..projects import ROOT, make_project, spravka


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps no log."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of the real corpus."""
    project = make_project(tmp_path_factory.mktemp("corpus") / "project", ROOT)
    run = spravka(project, "build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
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
    yield page
    context.close()
    assert complaints == []
