"""What `spravka build` promises of the disk: all or nothing, the same bytes, nothing left over."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ..projects import ROOT, fingerprint, spravka

BRIEFING = "briefs/briefings/river-mission.yml"


def test_same_bytes_elsewhere(built_river: Path, river: Path) -> None:
    """Another folder, time zone, locale and hash seed give the same site."""
    run = spravka(river, "build", TZ="Asia/Baku", LANG="ru_RU.UTF-8", PYTHONHASHSEED="7")
    assert run.returncode == 0, run.stderr
    one, other = fingerprint(built_river / "site"), fingerprint(river / "site")
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_errors_in_content_write_nothing(built_river: Path, river: Path) -> None:
    file = river / BRIEFING
    file.write_text(file.read_text("utf-8").replace("join-river-mission", "join-river-misson", 1), "utf-8")
    before = fingerprint(river)
    run = spravka(river, "build")
    assert run.returncode == 1
    assert "unknown-question" in run.stderr
    assert fingerprint(river) == before


def test_a_broken_link_in_a_handwritten_page_keeps_the_old_site(river: Path) -> None:
    assert spravka(river, "build").returncode == 0
    before = fingerprint(river / "site")
    page = river / "docs" / "en" / "extra.md"
    page.write_text("# Extra {: #title }\n\n[gone](nowhere.md)\n", "utf-8")
    run = spravka(river, "build")
    assert run.returncode == 1
    assert "nowhere.md" in run.stderr
    assert "Traceback" not in run.stderr
    assert fingerprint(river / "site") == before


def test_a_page_in_one_language_only_is_refused(river: Path) -> None:
    (river / "docs" / "en" / "extra.md").write_text("# Extra {: #title }\n", "utf-8")
    run = spravka(river, "build")
    assert run.returncode == 1
    assert "en/extra/index.html: the page has no twin in ru" in run.stderr


def test_a_wrong_anchor_in_a_handwritten_page_is_refused(river: Path) -> None:
    for language in ("ru", "en"):
        text = "# Extra {: #title }\n\n[quote](quotes.md#nobody)\n"
        (river / "docs" / language / "extra.md").write_text(text, "utf-8")
    run = spravka(river, "build")
    assert run.returncode == 1
    assert "leads to an anchor that is not there" in run.stderr


def test_pages_of_deleted_sources_go(river: Path) -> None:
    assert spravka(river, "build").returncode == 0
    (river / BRIEFING).unlink()
    for article in (river / "briefs" / "articles").rglob("*.yml"):
        text = article.read_text("utf-8")
        article.write_text(text[: text.index("positions:")], "utf-8")
    run = spravka(river, "build")
    assert run.returncode == 0, run.stderr
    assert not (river / "docs" / "ru" / "briefings" / "river-mission.md").exists()
    assert not (river / "site" / "en" / "briefings" / "river-mission").exists()


def test_a_killed_build_leaves_the_old_site_whole(river: Path) -> None:
    assert spravka(river, "build").returncode == 0
    before = fingerprint(river / "site")
    file = river / BRIEFING
    file.write_text(file.read_text("utf-8").replace("Who will guard", "Who might guard"), "utf-8")
    command = [sys.executable, "-m", "build_scripts", "--project", str(river), "build"]
    for delay in (0.3, 0.7, 1.1):
        running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        if running.poll() is not None:
            break
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert fingerprint(river / "site") == before
    assert spravka(river, "build").returncode == 0
    assert "Who might guard" in (river / "site/en/briefings/river-mission/index.html").read_text("utf-8")


def test_a_build_killed_while_swapping_is_put_right(river: Path) -> None:
    assert spravka(river, "build").returncode == 0
    before = fingerprint(river / "site")
    (river / "site").rename(river / ".build" / "site.old")  # the moment between the two renames
    (river / BRIEFING).write_text("id: [", "utf-8")
    assert spravka(river, "build").returncode == 1
    assert fingerprint(river / "site") == before


def test_a_link_in_docs_is_not_published(river: Path) -> None:
    secret = river.parent / "secret.md"
    secret.write_text("# Secret {: #title }\n", "utf-8")
    for language in ("ru", "en"):
        (river / "docs" / language / "secret.md").symlink_to(secret)
    run = spravka(river, "build")
    assert run.returncode == 1
    assert "docs/en/secret.md:1:1: not-a-file" in run.stderr


@pytest.mark.slow
def test_two_builds_at_once_wait_for_each_other(river: Path) -> None:
    """As `serve` and a build by hand would: the same folders, another address each."""
    command = [sys.executable, "-m", "build_scripts", "--project", str(river), "build"]
    addresses = ("http://127.0.0.1:8000/", "https://example.org/spravka/", "https://example.net/")
    running = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8", "SPRAVKA_SITE_URL": address},
        )
        for address in addresses
    ]
    told = [each.communicate(timeout=100)[1] for each in running]
    assert [each.returncode for each in running] == [0, 0, 0], told
    sitemap = (river / "site" / "sitemap.xml").read_text("utf-8")
    assert sum(address in sitemap for address in addresses) == 1
