"""An actor or channel that an edition names keeps its entry; one that was renamed says what it was called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from ...model.corpus import Corpus, Documents
from ...model.digests import facts_of, first_ids
from ...model.edition import Edition
from ...model.named import names_in
from ...model.place import Place
from ...model.problem import Problem, error
from ...model.registry import Actor, Channel, names_of
from ...nearest import nearest

Registry = Mapping[str, Actor | Channel]

MOST_WORDS = 5
"""Words of a name that may have become part of an id."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield an error for each actor and channel of an edition that is in its registry no more, not even formerly."""
    documents = corpus.documents
    registries: tuple[tuple[str, Registry], ...] = (("actors", documents.actors), ("channels", documents.channels))
    for kind, registry in registries:
        if kind in documents.broken_kinds:
            continue  # nobody can say what that file would have held
        known = {*registry, *(former for entry in registry.values() for former in entry.formerly)}
        for name, edition in sorted(_named(documents, kind, registry).items()):
            if name not in known:
                yield _gone(kind, name, edition, registry)


def _gone(kind: str, name: str, edition: Edition, registry: Registry) -> Problem:
    """Return the error; where somebody is so called, it stands at that entry, which may be the same under a new id."""
    near = nearest(name, {key: names_of(entry) for key, entry in registry.items()})[:1]
    place = registry[near[0]].place() if near else Place(f"briefs/{kind}.yml", 1, 1)
    values = {"id": name, "number": edition.number, "briefing": edition.briefing, "near": near}
    return error(place, "released-name-gone", kind, **values)


def _named(documents: Documents, kind: str, registry: Registry) -> dict[str, Edition]:
    """Return the ids that editions name, each with the last edition that does."""
    found: dict[str, Edition] = {}
    for editions in documents.editions.values():
        wordless = [edition for edition in editions if edition.said is None][-1:]
        for edition in wordless:
            found |= dict.fromkeys(_proven(documents, edition, registry), edition)
        for edition in editions:
            found |= dict.fromkeys(getattr(edition.said, kind) if edition.said else (), edition)
    return found


def _proven(documents: Documents, edition: Edition, registry: Registry) -> Iterator[str]:
    """Yield ids that an edition without a list of them is proven to have named, among those that a name suggests.

    A record whose facts were otherwise then is tried with each suggested id in place of the one it has now; where the
    hash agrees, it was that id. What the hashes cannot tell stays unknown.
    """
    called = first_ids(documents)
    for article in documents.articles.values():
        then = {key: digest.facts for key, digest in edition.records.items() if key.partition("/")[0] == article.id}
        otherwise = {key for key, facts in facts_of(article, called).items() if then.get(key, facts) != facts}
        for name in dict.fromkeys(each for each in names_in(article) if otherwise and each in registry):
            for other in _suggested(registry[name]):
                facts = facts_of(article, {**called, name: other})
                if any(facts[key] == then[key] for key in otherwise):
                    yield other


def _suggested(entry: Actor | Channel) -> list[str]:
    """Return the ids that people make of a name: all its words, one of them, another order, an initial."""
    found: dict[str, None] = {}
    for name in names_of(entry):
        plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
        words = re.findall("[a-z0-9]+", plain.lower())[:MOST_WORDS]
        ways = (words, words[::-1], words[-1:], words[:1], [each[0] for each in words[:-1]] + words[-1:])
        found |= dict.fromkeys("-".join(way) for way in ways if way)
    return list(found)
