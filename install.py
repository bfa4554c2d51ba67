# -*- coding: utf-8 -*-
"""Make `.venv` beside this file and install Spravka into it, exactly as requirements.lock says.

In: requirements.lock, pyproject.toml and the Python that runs this file. Out: `.venv` with a stamp naming what is in it, or
one sentence saying why not. A `.venv` without a stamp is unfinished and is made anew. Standard library only, and parsed by
any Python since 2.7, so that an old one gets a sentence and no SyntaxError. Never touches a folder that is not a venv.
"""

from __future__ import unicode_literals

import hashlib
import io
import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)
# All relative to the folder of this file, where `__main__` goes first.
VENV = ".venv"
OLD_VENV = os.path.join(".build", "old-venv")  # on its way out: half a venv must not stand at `.venv`
STAMP = os.path.join(VENV, "spravka-stamp")
LOG = os.path.join(VENV, "install.log")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")

SENTENCES = {
    "old": {
        "en": "Spravka needs Python {oldest} or newer, and this is {found}: install a newer one and name it, for example “make PYTHON=python{oldest} site”.",
        "ru": "Справке нужен Python {oldest} или новее, а это {found}: установите более новый и назовите его, например «make PYTHON=python{oldest} site».",
    },
    "no-venv": {
        "en": "This Python cannot make virtual environments: install the package python3-venv (Debian, Ubuntu: sudo apt-get install python3-venv).",
        "ru": "Этот Python не умеет создавать виртуальные окружения: установите пакет python3-venv (Debian, Ubuntu: sudo apt-get install python3-venv).",
    },
    "not-a-venv": {
        "en": "{venv} is in the way and is not a virtual environment: move it elsewhere.",
        "ru": "{venv} мешает и не является виртуальным окружением: переместите его в другое место.",
    },
    "begin": {
        "en": "Installing into .venv; the first time this takes about a minute and needs the network.",
        "ru": "Установка в .venv; в первый раз это занимает около минуты, и нужна сеть.",
    },
    "done": {"en": "Installed.", "ru": "Установлено."},
    "venv-failed": {
        "en": "The virtual environment could not be made in {venv}; the reason is in {log}.",
        "ru": "Не удалось создать виртуальное окружение в {venv}; причина записана в {log}.",
    },
    "download": {
        "en": "The packages could not be downloaded: check the network and run the same command again; details are in {log}.",
        "ru": "Не удалось скачать пакеты: проверьте сеть и повторите ту же команду; подробности в {log}.",
    },
    "hash": {
        "en": "A downloaded package is not the one that requirements.lock names, so nothing was installed; details are in {log}.",
        "ru": "Скачанный пакет — не тот, что назван в requirements.lock, поэтому ничего не установлено; подробности в {log}.",
    },
    "disk": {
        "en": "The installation failed: {reason}.",
        "ru": "Установить не удалось: {reason}.",
    },
    "failed": {
        "en": "The installation failed; the reason is in {log}.",
        "ru": "Установить не удалось; причина записана в {log}.",
    },
}

# What pip prints when the network is to blame; anything else is told as a plain failure.
DOWNLOAD_SIGNS = ("Connection", "No matching distribution found", "ReadTimeout", "timed out", "SSLError", "ProxyError")
HASH_SIGN = "DO NOT MATCH THE HASHES"


class CannotInstall(Exception):
    """The key of the sentence that says why."""


def language():
    """The language of messages, in the order in which POSIX reads the locale."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "ru" if os.environ[name].startswith("ru") else "en"
    return "en"


def say(key, reason=None):
    """Write one sentence as UTF-8, whatever the terminal claims to be."""
    sentence = SENTENCES[key][language()].format(
        oldest=".".join(str(n) for n in OLDEST),
        found=".".join(str(n) for n in sys.version_info[:3]),
        venv=VENV,
        log=LOG,
        reason=reason,
    )
    getattr(sys.stderr, "buffer", sys.stderr).write((sentence + "\n").encode("utf-8"))
    sys.stderr.flush()


def digest(name):
    with io.open(name, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def wanted():
    """Two lines: what asks for a whole new venv when it changes, and what only for installing Spravka again."""
    version = ".".join(str(n) for n in sys.version_info[:2])
    return [" ".join((version, digest("requirements.lock"), os.path.abspath(VENV))), digest("pyproject.toml")]


def present():
    """The stamp's lines, or none when the venv is unfinished or its Python has gone."""
    try:
        with io.open(STAMP, encoding="utf-8") as file:
            return file.read().splitlines() if os.path.exists(PYTHON) else []
    except (IOError, OSError):
        return []


def run(command, otherwise):
    """Run quietly, output to the log; `otherwise` is the sentence for a failure that the log does not explain."""
    environment = dict(os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_USER="0", PYTHONUTF8="1")
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"):  # would lead elsewhere
        environment.pop(name, None)
    with io.open(LOG, "ab") as log:
        start = log.tell()
        code = subprocess.call(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    if code == 0:
        return
    with io.open(LOG, encoding="utf-8", errors="replace") as log:
        log.seek(start)
        output = log.read()
    if HASH_SIGN in output:
        raise CannotInstall("hash")
    raise CannotInstall("download" if any(sign in output for sign in DOWNLOAD_SIGNS) else otherwise)


def is_ours():
    """Whether what stands at `.venv` may be deleted: a venv, or what a run killed before making one left."""
    if os.path.islink(VENV) or not os.path.isdir(VENV):
        return False
    return "pyvenv.cfg" in os.listdir(VENV) or set(os.listdir(VENV)) <= {"install.log"}


def check_ground():
    """Nothing stands in the way of a new venv."""
    try:
        import ensurepip  # noqa: F401  (Debian keeps it in a package of its own)
        import venv  # noqa: F401
    except ImportError:
        raise CannotInstall("no-venv")
    if os.path.lexists(VENV) and not is_ours():
        raise CannotInstall("not-a-venv")


def make_venv():
    """Replace whatever venv there is; its stamp goes first, so that a killed run never looks complete."""
    # Asked for before the old one goes: this Python may be its own.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if os.path.exists(STAMP):
        os.remove(STAMP)
    shutil.rmtree(OLD_VENV, ignore_errors=True)
    if os.path.exists(VENV):
        os.renames(VENV, OLD_VENV)
        shutil.rmtree(OLD_VENV)
    os.makedirs(VENV)
    run([python, "-m", "venv", VENV], otherwise="venv-failed")


def install():
    """Bring `.venv` up to date; says nothing when it is."""
    if sys.version_info < OLDEST:
        raise CannotInstall("old")
    want, have = wanted(), present()
    if have == want:
        return
    check_ground()
    say("begin")
    pip = [PYTHON, "-m", "pip", "install", "--quiet"]
    if have[:1] == want[:1]:
        os.remove(STAMP)
    else:
        make_venv()
        run(pip + ["--require-hashes", "-r", "requirements.lock"], otherwise="failed")
    run(pip + ["--no-build-isolation", "--no-deps", "--editable", "."], otherwise="failed")
    with io.open(STAMP + ".new", "w", encoding="utf-8") as file:
        file.write("\n".join(want) + "\n")
    os.rename(STAMP + ".new", STAMP)
    say("done")


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    try:
        install()
    except CannotInstall as problem:
        say(str(problem))
        sys.exit(1)
    except (IOError, OSError) as problem:
        say("disk", reason=problem)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
