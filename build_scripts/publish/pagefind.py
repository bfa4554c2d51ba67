"""The door to Pagefind: a search index over the finished pages of both languages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from ..environment import Project, child_environment
from .fault import SiteFault
from .files import write_file

PATIENCE = 600
"""Seconds after which an indexing run is stopped as hung."""


def index_site(project: Project, site: Path) -> None:
    """Write `pagefind/` into the site. Only what the theme marks with data-pagefind-body is indexed."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--silent"]
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, env=child_environment(project), check=False
        )
    except subprocess.TimeoutExpired as fault:
        raise SiteFault([f"pagefind did not end within {PATIENCE} seconds"]) from fault
    if run.returncode != 0:
        raise SiteFault(["pagefind: " + line for line in (run.stdout + run.stderr).splitlines()[-10:]])
    # Pagefind writes the languages of its entry file in the random order of a hash table. Its filter files have the
    # same fault inside, which cannot be mended from here: pages carry no data-pagefind-filter until they can be.
    entry = site / "pagefind" / "pagefind-entry.json"
    write_file(entry, json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True, separators=(",", ":")))
