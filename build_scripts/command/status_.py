"""`spravka status`: what the project holds and what is left to do, in numbers."""

from __future__ import annotations

import json
from collections import Counter

import click

from ..model.briefing import State
from ..model.corpus import Corpus
from ..model.evidence import Proof
from ..model.translation import Standing
from ..pipeline import check
from . import Call

RECORD_KINDS = ("quote", "event", "position", "change", "conflict", "question", "relation")


@click.command("status")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="A table or JSON.")
@click.pass_obj
def command(call: Call, form: str) -> None:
    """Count articles, records, verified quotes, translations, open doubts and unverified texts."""
    numbers = count(check(call.project.root).corpus)
    if form == "json":
        click.echo(json.dumps(numbers, indent=2))
        return
    labels = {name: call.wording(f"status-line.{name}") for name in numbers}
    width = max(map(len, labels.values()))
    for name, number in numbers.items():
        click.echo(f"{labels[name]:<{width}}  {number:>5}")


def count(corpus: Corpus) -> dict[str, int]:
    """Return the numbers by their stable names."""
    documents = corpus.documents
    kinds = Counter(type(record).__name__.lower() for _, record in corpus.records.values())
    standings = Counter(standing for _, standing in corpus.facts)
    conflicts = [each for briefing in documents.briefings.values() for each in briefing.conflicts]
    questions = [each for briefing in documents.briefings.values() for each in briefing.questions]
    return {
        "articles": len(documents.articles),
        "briefings": len(documents.briefings),
        "actors": len(documents.actors),
        **{f"{kind}s": kinds[kind] for kind in RECORD_KINDS},
        **_quotes(corpus),
        **{f"translations-{standing}": standings[standing] for standing in Standing},
        "open-conflicts": sum(each.status is State.OPEN for each in conflicts),
        "open-questions": sum(each.status is State.OPEN for each in questions),
        "unverified-texts": sum(documents.proof_of(article) is None for article in documents.articles.values()),
    }


def _quotes(corpus: Corpus) -> dict[str, int]:
    """Count the quotes by their weakest proof."""
    found: Counter[Proof] = Counter()
    for article in corpus.documents.articles.values():
        for quote in article.quotes:
            proofs = {each.proof for each in corpus.evidence[f"{article.id}/{quote.id}"]} or {Proof.NONE}
            found[max(proofs, key=list(Proof).index)] += 1
    return {f"quotes-{proof}": found[proof] for proof in Proof}
