"""The command line: options in, exit codes out (0 fine, 1 problems in content, 2 wrong use)."""

from __future__ import annotations

import datetime
import errno
import importlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from .. import __version__
from ..environment import Project, WrongUse, find_project, message_language
from ..wording import Wording, wording
from .refusal import refusal

COMMANDS = ("check", "build", "serve", "import", "pdf", "excerpt", "tidy", "verify", "status", "release", "schema")
"""The commands, each in a module of its name; loaded only when called, so that `check` starts fast."""


class Call:
    """What every command is told: the project folder, the language of messages and the day."""

    def __init__(self, folder: Path | None, language: str | None, today: datetime.datetime | None) -> None:
        self._folder = folder
        self._today = today.date() if today else None
        self.wording: Wording = wording(language or message_language())
        self.site_url = ""
        """Where the site is for this call alone, if not where the configuration says."""

    @property
    def project(self) -> Project:
        """The project, as its configuration stands now."""
        project = find_project(self._folder, self._today)
        return replace(project, site_url=self.site_url, is_served=True) if self.site_url else project

    def say(self, key: str, **values: object) -> None:
        """Print a phrase to the error stream, where progress and summaries go."""
        click.echo(self.wording(key, **values), err=True)


class _Group(click.Group):
    """Finds each command in its module, and tells wrong use in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f".{cmd_name}_", __name__)
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WrongUse as fault:
            call: Call = ctx.obj
            near = fault.values.get("near")
            hint = " " + call.wording("use.nearest", near=", ".join(near)) if isinstance(near, list) and near else ""
            click.echo(call.wording(f"use.{fault.key}", **fault.values) + hint, err=True)
            sys.exit(2)
        except OSError as fault:
            if fault.errno == errno.EPIPE:
                raise  # whoever read our output has stopped reading: Click ends quietly
            click.echo(refusal(fault, ctx.obj.wording), err=True)
            sys.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="spravka")
@click.option(
    "--project",
    "folder",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="Folder of the project (default: the nearest one upwards that holds mkdocs.yml).",
)
@click.option("--lang", type=click.Choice(["ru", "en"]), help="Language of messages (default: that of the system).")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="Date of the build (default: SOURCE_DATE_EPOCH, else now)."
)
@click.pass_context
def main(ctx: click.Context, folder: Path | None, lang: str | None, today: datetime.datetime | None) -> None:
    """Compile annotated source articles into a bilingual briefing site."""
    ctx.obj = Call(folder, lang, today)
