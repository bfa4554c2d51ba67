"""Every tree into its type; every fault of shape into a problem at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, Protocol

from pydantic import RootModel, ValidationError

from ..model.article import Article
from ..model.briefing import Briefing
from ..model.corpus import Documents
from ..model.edition import Edition
from ..model.place import LocatedMap
from ..model.problem import Problem, error
from ..model.receipt import Receipt
from ..model.registry import Actor, Actors, Channel, Channels, Glossary, Term, names_of
from ..nearest import nearest
from .faults import blanks, problems_of
from .mending import Mended
from .texts import gaps, missing_languages

RESERVED_IDS = frozenset(
    {"index", "404", "con", "prn", "aux", "nul", "this", "unknown", "editors", "unnamed", "todo", "new", "dossier"}
)
"""Names that mean something to a file system, to the site or to a hop."""

_NAMES_AN_ACTOR = ("speaker", "actor", "actors")


class Tree(Protocol):
    """What `read/` hands over for each file: its kind, its path and, where the form allowed one, its tree."""

    @property
    def kind(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def tree(self) -> LocatedMap | None: ...


class _Collection:
    """The documents found so far, and what is wrong with the others."""

    def __init__(self) -> None:
        self.guessed: list[tuple[dict[str, Any], str, Any]] = []
        """What could be understood of the others: where it belongs, its id and the document."""
        self.lost_words: list[str] = []
        self.articles: dict[str, Article] = {}
        self.briefings: dict[str, Briefing] = {}
        self.actors: dict[str, Actor] = {}
        self.channels: dict[str, Channel] = {}
        self.glossary: dict[str, Term] = {}
        self.editions: dict[str, list[Edition]] = {}
        self.receipts: dict[str, Receipt] = {}
        self.broken: set[str] = set()
        self.broken_kinds: set[str] = set()
        self.problems: list[Problem] = []

    def take(self, file: Tree) -> None:
        if file.tree is None:
            self.broken.add(_stem(file.path))
            self.broken_kinds.add(file.kind)
            return
        before = len(self.broken)
        match file.kind:
            case "article":
                self._document(file.path, file.tree, Article, self.articles)
            case "briefing":
                self._document(file.path, file.tree, Briefing, self.briefings)
            case "actors":
                self._registry(file.tree, Actors, self.actors)
            case "channels":
                self._registry(file.tree, Channels, self.channels)
            case "glossary":
                self._registry(file.tree, Glossary, self.glossary)
            case "edition":
                self._edition(file.path, file.tree)
            case "receipt":
                self._receipt(file.path, file.tree)
        if len(self.broken) > before:
            self.broken_kinds.add(file.kind)

    def _document(self, path: str, tree: LocatedMap, kind: Any, found: dict[str, Any]) -> None:
        stem = _stem(path)
        document = self._validated(kind, tree, stem, found)
        if document is None:
            self.broken.add(stem)
            return
        place = document.place("id")
        if document.id != stem:
            self.problems.append(error(place, "id-not-file-name", id=document.id, name=stem))
        elif stem in self.articles or stem in self.briefings:
            first = (self.articles.get(stem) or self.briefings[stem]).place("id")
            self.problems.append(error(place, "id-taken", id=stem, first=first))
        elif stem in RESERVED_IDS:
            self.problems.append(error(place, "id-reserved", id=stem))
        else:
            found[stem] = document
            return
        self.broken.add(stem)

    def _edition(self, path: str, tree: LocatedMap) -> None:
        """Take a manifest; its folder and its name say again which edition it is."""
        edition: Edition | None = self._validated(Edition, tree)
        name = "/".join(PurePosixPath(path).with_suffix("").parts[-2:])
        if edition is None:
            self.broken.add(name)
        elif f"{edition.briefing}/{edition.number}" != name:
            values = {"id": f"{edition.briefing}/{edition.number}", "name": name}
            self.problems.append(error(edition.place("number"), "manifest-moved", **values))
        else:
            self.editions.setdefault(edition.briefing, []).append(edition)

    def _receipt(self, path: str, tree: LocatedMap) -> None:
        receipt: Receipt | None = self._validated(Receipt, tree)
        if receipt is not None and receipt.article != _stem(path):
            place = receipt.place("article")
            self.problems.append(error(place, "manifest-moved", id=receipt.article, name=_stem(path)))
        elif receipt is not None:
            self.receipts[receipt.article] = receipt

    def _registry(self, tree: LocatedMap, registry: Any, found: dict[str, Any]) -> None:
        """Validate entry by entry, so that one bad entry does not make every name unknown."""
        for key, value in tree.items():
            place = tree.keys_at[key]
            if key in RESERVED_IDS:
                self.problems.append(error(place, "id-reserved", id=key))
                self.broken.add(key)
                continue
            single = LocatedMap(place)
            single[key], single.keys_at[key], single.values_at[key] = value, place, tree.values_at[key]
            if isinstance(value, LocatedMap):
                value.place = single.values_at[key] = place  # an entry begins with its name
            valid = self._validated(registry, single, key, found)
            if valid is None:
                self.broken.add(key)
            else:
                found[key] = valid.root[key]
                self.problems += _reserved(found[key])

    def _validated(self, kind: Any, tree: LocatedMap, name: str = "", found: dict[str, Any] | None = None) -> Any:
        """Return a document; of one that has not its shape, keep what can be understood for `found` under its name."""
        told = [*blanks(tree, kind)]
        try:
            document = kind.model_validate(tree)
        except ValidationError as fault:
            told += problems_of(fault, tree, kind)
            document = None
        self.problems += told
        if document is not None:
            self.problems += (*missing_languages(tree, document), *gaps(tree))
        elif found is not None:
            places = {problem.place for problem in told}
            further = (*self._guess(kind, tree, name, found), *gaps(tree))
            self.problems += (problem for problem in further if problem.place not in places)
        return document

    def _guess(self, kind: Any, tree: LocatedMap, name: str, found: dict[str, Any]) -> Iterator[Problem]:
        """Keep what can be understood of a document, and yield what is wrong with that."""
        mended = Mended(tree, name)
        document = mended.document(kind)
        self.lost_words += mended.lost_words
        entry = document.root.get(name) if isinstance(document, RootModel) else document
        if entry is not None:
            self.guessed.append((found, name, entry))
            yield from missing_languages(mended.tree, document)

    def documents(self, *, guessing: bool = False) -> Documents:
        """Return what is valid, ordered by id; when guessing, together with what could be understood of the rest."""

        def ordered(found: dict[str, Any]) -> dict[str, Any]:
            guessed = {name: document for of, name, document in self.guessed if guessing and of is found}
            return dict(sorted((guessed | found).items()))

        return Documents(
            ordered(self.articles),
            ordered(self.briefings),
            ordered(self.actors),
            ordered(self.channels),
            ordered(self.glossary),
            {name: tuple(sorted(found, key=lambda each: each.number)) for name, found in sorted(self.editions.items())},
            dict(sorted(self.receipts.items())),
            frozenset(self.broken),
            frozenset(self.broken_kinds),
            frozenset(problem.place for problem in self.problems) if guessing else frozenset(),
            tuple(self.lost_words),
        )

    def named(self) -> list[Problem]:
        """Return the problems; where a name stands instead of an id, with the ids of those who bear it."""
        actors = {key: names_of(entry) for key, entry in self.actors.items()}
        channels = {key: names_of(entry) for key, entry in self.channels.items()}
        known = {"channel": channels, "by": {**channels, **actors}} | dict.fromkeys(_NAMES_AN_ACTOR, actors)
        return [
            replace(problem, values={**problem.values, "near": nearest(str(problem.values["found"]), known[field])})
            if problem.code == "wrong-form" and problem.variant == "id" and field in known
            else problem
            for problem in self.problems
            for field in (str(problem.values.get("field")),)
        ]


@dataclass(frozen=True, slots=True)
class Validated:
    """The documents that have their shape, and the problems of all that have not."""

    documents: Documents
    problems: list[Problem]
    guessed: Documents | None
    """The documents together with what could be understood of the others; None where each has its shape."""


def validate(files: Iterable[Tree]) -> Validated:
    """Return the documents that have their shape, and what is wrong with the others."""
    collection = _Collection()
    for file in files:
        collection.take(file)
    guessed = collection.documents(guessing=True) if collection.guessed else None
    return Validated(collection.documents(), collection.named(), guessed)


def _reserved(entry: Any) -> Iterator[Problem]:
    """Yield an error for each former id, of a registry that has them, that would be an address of the site itself."""
    for index, former in enumerate(getattr(entry, "formerly", ())):
        if former in RESERVED_IDS:
            yield error(entry.place("formerly", index), "id-reserved", id=former)


def _stem(path: str) -> str:
    return PurePosixPath(path).stem
