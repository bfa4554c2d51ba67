"""`spravka tidy`: the lock of translations brought up to date."""

from __future__ import annotations

from collections.abc import Iterable

import click

from ..environment import WrongUse
from ..model.corpus import Corpus
from ..model.translation import Fact, LockLine, Standing
from ..nearest import nearest
from ..pipeline import check
from ..publish.files import write_if_changed
from ..read.lock import PATH
from . import Call


@click.command("tidy")
@click.option(
    "--confirm", "confirmed", multiple=True, metavar="FACT", help="A stale translation that is right after all."
)
@click.pass_obj
def command(call: Call, confirmed: tuple[str, ...]) -> None:
    """Record from what each translation was made; a stale one stays stale until it is edited or confirmed."""
    project = call.project
    corpus = check(project.root).corpus
    known = {fact.name for fact, _ in corpus.facts}
    for name in confirmed:
        if name not in known:
            raise WrongUse("no-fact", fact=name, near=nearest(name, known))
    lines = locked(corpus, confirmed)
    changed = write_if_changed(project.root / PATH, "".join(f"{line}\n" for line in lines))
    stale = sum(standing is Standing.STALE and fact.name not in confirmed for fact, standing in corpus.facts)
    call.say("tidy.changed" if changed else "tidy.same", facts=len(lines), stale=stale)


def locked(corpus: Corpus, confirmed: Iterable[str] = ()) -> list[LockLine]:
    """Return the lines that the lock should have, sorted, one a fact; lines of vanished facts are left out."""
    old: dict[tuple[str, str], list[LockLine]] = {}
    for line in corpus.lock:
        old.setdefault((line.name, line.language), []).append(line)
    accepted = set(confirmed)
    return sorted(
        _line(fact, standing, accepted, old) for fact, standing in corpus.facts if standing is not Standing.MISSING
    )


def _line(fact: Fact, standing: Standing, accepted: set[str], old: dict[tuple[str, str], list[LockLine]]) -> LockLine:
    now = fact.made_from
    if standing is not Standing.STALE or fact.name in accepted:
        return now
    return next(line for line in old[fact.name, fact.language] if line.translation == now.translation)
