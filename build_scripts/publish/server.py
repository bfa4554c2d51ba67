"""A server for writers: the finished site on this machine, with the browser reloading after each build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

WATCHED = ("briefs", "docs", "mkdocs.yml", "build_scripts")
"""What a build depends on."""


def serve(root: Path, port: int, build: Callable[[], bool]) -> None:
    """Serve `site/` until interrupted; a change in a source starts `build`, a failed one leaves the site as it was."""
    server = LiveReloadServer(build, "127.0.0.1", port, str(root / "site"), "/")
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name), recursive=True)
    try:
        server.serve(open_in_browser=False)
    except KeyboardInterrupt:
        server.shutdown()
