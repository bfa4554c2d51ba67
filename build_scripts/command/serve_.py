"""`spravka serve`: the site on this machine, built again whenever a source changes."""

from __future__ import annotations

import errno

import click

from ..environment import WrongUse
from ..publish.server import serve
from . import Call
from .build_ import run


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this machine.")
@click.pass_obj
def command(call: Call, port: int) -> None:
    """Build, serve at http://127.0.0.1:PORT/ and rebuild on change; the browser reloads by itself."""
    call.site_url = f"http://127.0.0.1:{port}/"
    run(call, is_served=True)
    call.say("serve.at", address=call.site_url)

    def rebuild() -> None:
        run(call, is_served=True)

    try:
        serve(call.project.root, port, rebuild)
    except OSError as fault:
        if fault.errno != errno.EADDRINUSE:
            raise
        raise WrongUse("port-taken", port=port) from fault
