"""`spravka serve`: a change in a source is on the served page soon after, and a fault leaves the page as it was."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from ..projects import ROOT

BRIEFING = "briefs/briefings/river-mission.yml"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(seen: Callable[[], bool], seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end, "the server did not come to it"
        time.sleep(0.2)


def test_a_change_is_served_and_a_fault_is_not(river: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "build_scripts", "--project", str(river), "serve", "--port", str(port)]
    log = river.parent / "serve.log"
    with log.open("w") as out:
        running = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out, env={**os.environ, "LC_ALL": "C.UTF-8"})

    def served() -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/briefings/river-mission/", timeout=5) as answer:
                return answer.read().decode("utf-8")
        except OSError:
            return ""

    def change(old: str, new: str) -> None:
        file = river / BRIEFING
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

    try:
        wait_for(lambda: "Who will guard" in served())
        assert "livereload" in served()
        change("Who will guard", "Who might guard")
        wait_for(lambda: "Who might guard" in served())
        change("articles:", "artikles:")
        wait_for(lambda: "unknown-field" in log.read_text("utf-8"))
        assert "Who might guard" in served()
        change("artikles:", "articles:")
        wait_for(lambda: log.read_text("utf-8").count("links followed") == 3)
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(20)
    assert "Traceback" not in log.read_text("utf-8")
