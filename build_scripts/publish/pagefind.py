"""The door to Pagefind: a search index over the pages of both languages, and over single records.

What is to be found is laid out in a folder of its own: pages as they are on the site, with the names that find them,
and a small document for each record. Results are narrowed down by Pagefind's filters.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cbor2

from ..environment import Project, child_environment
from ..model.findable import Findable
from .fault import SiteFault, flaw
from .files import write_file

PATIENCE = 600
"""Seconds after which an indexing run is stopped as hung."""

SIGNATURE = b"pagefind_dcd"
"""What the unpacked files of an index begin with; CBOR follows."""

INVISIBLE = "\u2063"
"""Around the names that find a document and are not shown, as in search.js."""

UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind adds for sites without a search window of their own."""


def index_site(project: Project, site: Path, work: Path, findables: Iterable[Findable]) -> None:
    """Write `pagefind/` into the site. `work` is an empty folder for what the indexer reads."""
    for path, text in _documents(site, findables):
        write_file(work / path, text)
    index = site / "pagefind"
    command = [sys.executable, "-m", "pagefind", "--site", str(work), "--output-path", str(index), "--silent"]
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, env=child_environment(project), check=False
        )
    except subprocess.TimeoutExpired as fault:
        raise SiteFault([flaw("too-slow", name="pagefind", seconds=PATIENCE)]) from fault
    if run.returncode != 0:
        raise SiteFault(
            flaw("said", name="pagefind", line=line) for line in (run.stdout + run.stderr).splitlines()[-10:]
        )
    for unused in [path for pattern in UNUSED for path in index.glob(pattern)]:
        unused.unlink()
    _put_in_order(index)


def _documents(site: Path, findables: Iterable[Findable]) -> Iterator[tuple[str, str]]:
    """Yield what the indexer reads: for each document its path and its HTML."""
    for number, found in enumerate(findables):
        # Not shown, and marked so that an excerpt from it can be told from text.
        names = f"<p>{INVISIBLE}{html.escape(', '.join(found.names))}{INVISIBLE}</p>" if found.names else ""
        body = f'data-pagefind-body data-pagefind-weight="{found.weight:g}"'
        if found.is_page:
            path = f"{found.language}/{found.address}index.html"
            page = (site / path).read_text("utf-8").replace("data-pagefind-body", body, 1)
            head, title, rest = page.partition("</h1>")
            yield path, f"{head.replace('</head>', f'{_facets(found)}</head>', 1)}{title}{names}{rest}"
        else:
            shown = {"address": found.address, "about": found.about, "language": found.written_in or found.language}
            metas = "".join(_meta("meta", name, value) for name, value in shown.items())
            yield (
                f"{found.language}/{number}.html",
                f'<!doctype html><html lang="{found.language}"><head>{_facets(found)}{metas}</head><body><main {body}>'
                f"<h1>{html.escape(found.title)}</h1><p>{html.escape(found.words)}</p>{names}</main></body></html>",
            )


def _facets(found: Findable) -> str:
    filters = "".join(_meta("filter", name, label) for name, labels in found.facets.items() for label in labels)
    return filters + _meta("meta", "kind", found.facets["kind"][0])


def _meta(use: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{use}="{name}[content]" content="{html.escape(value)}">'


def _put_in_order(index: Path) -> None:
    """Write anew what Pagefind writes in the random order of its hash tables: filters, and the files that name them."""
    entry = index / "pagefind-entry.json"
    content = json.loads(entry.read_text("utf-8"))
    for language, about in content["languages"].items():
        old = index / f"pagefind.{about['hash']}.pf_meta"
        parts = _unpack(old)
        parts[3] = sorted([name, _sorted_filter(index, language, digest)] for name, digest in parts[3])
        old.unlink()
        about["hash"] = _pack(index, "pagefind.{}.pf_meta", language, parts)
    write_file(entry, json.dumps(content, sort_keys=True, separators=(",", ":")))


def _sorted_filter(index: Path, language: str, digest: str) -> str:
    """Sort the values of one filter and return its new hash."""
    old = index / "filter" / f"{digest}.pf_filter"
    name, values = _unpack(old)
    old.unlink()
    return _pack(index / "filter", "{}.pf_filter", language, [name, sorted(values)])


def _unpack(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(SIGNATURE):
        raise SiteFault([flaw("index-form", path=path.name)])
    return cbor2.loads(data[len(SIGNATURE) :])


def _pack(folder: Path, name: str, language: str, content: Any) -> str:
    """Write content under its hash and return that."""
    data = SIGNATURE + cbor2.dumps(content)
    digest = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    write_file(folder / name.format(digest), gzip.compress(data, mtime=0))
    return digest
