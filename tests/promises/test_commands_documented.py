"""Both READMEs name every command with every option, and no others."""

import re
from pathlib import Path

import click
import pytest

from build_scripts.command import COMMANDS, main

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.ru.md")

each_readme = pytest.mark.parametrize("readme", READMES)
each_command = pytest.mark.parametrize("name", COMMANDS)


def text_of(readme: str) -> str:
    return (ROOT / readme).read_text("utf-8")


def rows(readme: str) -> dict[str, str]:
    """What the table of commands says of each."""
    return {name: rest for name, _, rest in _rows(readme)}


def arguments(readme: str) -> dict[str, str]:
    """What the table of commands says must follow each, as the command's own help writes it."""
    return {name: given.strip() for name, given, _ in _rows(readme)}


def _rows(readme: str) -> list[tuple[str, str, str]]:
    return re.findall(r"^\| `spravka ([a-z]+)( [][A-Z. ]+)?` \|(.*)$", text_of(readme), re.MULTILINE)


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def options(of: click.Command) -> set[str]:
    """The long options of a command."""
    given = (option for parameter in of.params for option in (*parameter.opts, *parameter.secondary_opts))
    return {option for option in given if option.startswith("--")}


def named(text: str) -> set[str]:
    """The options that a text names in backticks."""
    return set(re.findall(r"`(--[a-z-]+)[^`]*`", text))


@each_readme
def test_the_table_holds_the_commands_that_exist(readme):
    assert set(rows(readme)) == set(COMMANDS)


@each_readme
@each_command
def test_the_row_of_a_command_names_its_options_and_no_others(readme, name):
    assert named(rows(readme)[name]) == options(command(name))


@each_readme
@each_command
def test_the_row_of_a_command_names_its_arguments(readme, name):
    given = [each for each in command(name).params if isinstance(each, click.Argument)]
    context = click.Context(command(name))
    assert arguments(readme)[name] == " ".join(each.make_metavar(context) for each in given).replace(
        "[article|briefing|actors|channels|glossary|edition|receipt]", "[KIND]"
    )


@each_readme
def test_options_of_all_commands_are_named(readme):
    outside_table = re.sub(r"^\|.*$", "", text_of(readme), flags=re.MULTILINE)
    assert named(outside_table) == options(main) | {"--help"}


@each_readme
def test_exit_codes_and_variables_are_named(readme):
    text = text_of(readme)
    read = re.findall(r'"((?:SPRAVKA|SOURCE)_[A-Z_]+)"', (ROOT / "build_scripts/environment.py").read_text("utf-8"))
    assert len(set(read)) >= 4
    assert {variable for variable in read if f"`{variable}`" not in text} == set()
    assert all(f"**{code}**" in text for code in (0, 1, 2))
