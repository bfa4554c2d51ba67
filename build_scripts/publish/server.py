"""A server for writers: the finished site on this machine, with the browser reloading after each build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from .docs import is_generated

WATCHED = ("briefs", "docs", "mkdocs.yml")
"""What a build depends on."""


def serve(root: Path, port: int, build: Callable[[], None]) -> None:
    """Serve `site/` until interrupted; a change in a source starts `build`, a failed one leaves the site as it was."""
    seen = _sources(root)

    def rebuild() -> None:
        # A build writes pages into docs/, which is watched: only a change of what people wrote starts another one.
        nonlocal seen
        now = _sources(root)
        if now != seen:
            seen = now
            build()

    server = LiveReloadServer(rebuild, "127.0.0.1", port, str(root / "site"), "/")
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name), recursive=True)
    try:
        server.serve(open_in_browser=False)  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()


def _sources(root: Path) -> dict[Path, tuple[int, int]]:
    """Return size and time of change of every file that people write."""
    found: dict[Path, tuple[int, int]] = {}
    for name in WATCHED:
        for path in (root / name, *(root / name).rglob("*")):
            try:
                if (
                    path.is_file()
                    and not path.is_symlink()
                    and not (path.suffix in (".md", ".svg") and is_generated(path))
                ):
                    state = path.stat()
                    found[path] = (state.st_size, state.st_mtime_ns)
            except FileNotFoundError:
                continue  # an editor's own temporary file, gone since it was listed
    return found
