"""What the system refuses is told in one sentence, and what was there before is whole."""

import errno
import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.command.refusal import refusal
from build_scripts.wording import wording

from ..projects import RIVER, ROOT, fingerprint, make_project, spravka


def limited(project: Path, most: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command where no file may be larger than `most` bytes, which stops it as a full disk does."""
    command = [sys.executable, "-m", "build_scripts", "--lang", "en", "--project", str(project), *arguments]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=limit)


@pytest.mark.parametrize("most", [200, 20_000])
def test_a_build_that_cannot_write_says_so_and_leaves_the_old_site(tmp_path: Path, most: int) -> None:
    project = make_project(tmp_path / "river", RIVER)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("old", "utf-8")
    run = limited(project, most, "build")
    assert run.returncode == 1
    lines = run.stderr.splitlines()
    assert lines[-1] == "The site was not built; the old one is as it was."
    assert lines[:-1] and all("File too large" in line for line in lines[:-1])
    assert (project / "site" / "index.html").read_text("utf-8") == "old"


def test_a_printout_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path / "river", RIVER)
    assert spravka(project, "pdf").returncode == 0
    before = fingerprint(project / "pdf")
    for most, named in ((1_000, "printouts.desks"), (30_000, "en/dossier.pdf")):
        run = limited(project, most, "pdf", "--output", str(tmp_path / "other"))
        assert run.returncode == 1
        assert named in run.stderr and "File too large" in run.stderr and "Traceback" not in run.stderr
    assert fingerprint(project / "pdf") == before


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path / "river", RIVER)
    (project / "briefs" / "actors.yml").write_text("", "utf-8")  # so that there is nothing to build first
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = held.getsockname()[1]
        run = spravka(project, "--lang", "ru", "serve", "--port", str(port))
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1] == f"Порт {port} занят: выберите другой через --port."


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (OSError(errno.ENOSPC, "x", "a.html"), "На диске нет места для a.html; записанное раньше цело."),
        (OSError(errno.EACCES, "x", "a.html", None, "b.html"), "Нет права писать или читать b.html."),
        (OSError(errno.EIO, os.strerror(errno.EIO), "a.html"), "Система отказывает: a.html: Input/output error."),
        (OSError(errno.ENOSPC, "No space left on device"), "Система отказывает: No space left on device."),
    ],
)
def test_each_refusal_has_its_sentence(fault: OSError, sentence: str) -> None:
    assert refusal(fault, wording("ru")) == sentence


def test_what_a_killed_build_left_half_written_is_swept(tmp_path: Path) -> None:
    project = make_project(tmp_path / "river", RIVER)
    left = [project / "docs/en/.sources.md.4711.part", project / "docs/ru/figures/.x.svg.4712.part"]
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("half", "utf-8")
    kept = project / "docs/en/.mine.part"
    kept.write_text("of somebody else", "utf-8")
    run = spravka(project, "build")
    assert run.returncode == 0, run.stderr
    assert not [path for path in left if path.exists()]
    assert kept.exists()
