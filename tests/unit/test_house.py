"""The project installs the same everywhere, and says in one sentence why when it does not."""

import ast
import re
import tomllib
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED_FOR = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]

each_dependency = pytest.mark.parametrize("dependency", ASKED_FOR)


def locked() -> dict[str, Version]:
    """Name to version of all that the lock pins."""
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", LOCK, re.MULTILINE)
    return {canonicalize_name(name): Version(version) for name, version in pins}


@pytest.fixture
def installer(monkeypatch):
    """The module `install.py`, in English."""
    monkeypatch.setenv("LC_ALL", "C")
    module = ModuleType("install")
    SourceFileLoader("install", str(ROOT / "install.py")).exec_module(module)
    return module


def test_the_lock_names_no_host_and_no_path_of_a_machine():
    assert "://" not in LOCK
    assert not re.search(r"(?<![\w.])/\w|\b[A-Z]:\\", LOCK)
    assert not re.search(r"\b[\w-]+\.(org|com|net|io|dev|ru)\b", LOCK)
    assert not re.search(r"^\s*(-i|-f|-c|-r|--(?!hash=))", LOCK, re.MULTILINE)


def test_everything_locked_has_a_hash():
    entries = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(locked())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@each_dependency
def test_every_dependency_has_an_upper_bound(dependency):
    operators = {specifier.operator for specifier in Requirement(dependency).specifier}
    assert operators & {"<", "<=", "==", "~="}


@each_dependency
def test_every_dependency_is_locked_within_its_bounds(dependency):
    requirement = Requirement(dependency)
    assert requirement.specifier.contains(locked()[canonicalize_name(requirement.name)])


def test_old_pythons_can_read_the_installer():
    source = (ROOT / "install.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 4))
    assert not re.search(r"\bprint\b|\bnonlocal\b", source)  # what Python 2 reads otherwise


@pytest.mark.parametrize(("locale", "words"), [("ru_RU.UTF-8", "нужен Python 3.11"), ("C", "needs Python 3.11")])
def test_a_python_too_old_gets_one_sentence(installer, monkeypatch, capfd, locale, words):
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setattr(installer, "OLDEST", (3, 11))
    monkeypatch.setattr(installer.sys, "version_info", (3, 10, 1))
    with pytest.raises(installer.CannotInstall, match="old") as refusal:
        installer.install()
    installer.say(str(refusal.value))
    told = capfd.readouterr().err
    assert words in told
    assert told.count("\n") == 1


def test_every_sentence_exists_in_both_languages(installer):
    assert all(set(words) == {"en", "ru"} and all(words.values()) for words in installer.SENTENCES.values())


@pytest.mark.parametrize(
    ("files", "ours"), [(["letters.txt"], False), ([], True), (["install.log"], True), (["pyvenv.cfg", "bin"], True)]
)
def test_only_an_environment_is_ever_replaced(installer, monkeypatch, tmp_path, files, ours):
    for name in files:
        (tmp_path / name).touch()
    monkeypatch.setattr(installer, "VENV", str(tmp_path))
    assert installer.is_ours() is ours


def test_an_environment_without_its_stamp_or_python_counts_as_none(installer, monkeypatch, tmp_path):
    stamp, python = tmp_path / "stamp", tmp_path / "python"
    monkeypatch.setattr(installer, "STAMP", str(stamp))
    monkeypatch.setattr(installer, "PYTHON", str(python))
    python.touch()
    assert installer.present() == []
    stamp.write_text("one\ntwo\n")
    assert installer.present() == ["one", "two"]
    python.unlink()
    assert installer.present() == []
