"""`spravka schema`: the JSON Schema of each kind of file, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from ..validate.schema import KINDS, schema_text


@click.command("schema")
@click.argument("kind", type=click.Choice(list(KINDS)), required=False)
@click.option(
    "--write",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write all schemas into this folder, as <kind>.schema.json.",
)
def command(kind: str | None, write: Path | None) -> None:
    """Print the JSON Schema of a kind of file, or write all of them."""
    if write is not None:
        write.mkdir(parents=True, exist_ok=True)
        for each in KINDS:
            (write / f"{each}.schema.json").write_text(schema_text(each), "utf-8")
        return
    for each in [kind] if kind else list(KINDS):
        click.echo(schema_text(each), nl=False)
