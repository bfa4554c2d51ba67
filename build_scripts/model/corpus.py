"""Everything that was read, with every id resolved to its thing and every excerpt to its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .article import Article
from .briefing import Briefing, Tracked
from .copies import Copy
from .edition import Edition
from .evidence import Evidence
from .place import Place
from .receipt import Receipt
from .record import Evidenced, Record
from .registry import Actor, Channel, Term
from .translation import Fact, LockLine, Standing

Owner = Article | Briefing


@dataclass(frozen=True)
class Documents:
    """The valid files of a project, by id, in the order of their ids."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    briefings: Mapping[str, Briefing] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    editions: Mapping[str, tuple[Edition, ...]] = field(default_factory=dict)
    """The editions of each briefing, oldest first."""
    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    """The proof that an article's text was held against its capture, by article."""
    broken: frozenset[str] = frozenset()
    """Ids of files that exist but could not be read: a reference to one of them is not a second fault."""
    broken_kinds: frozenset[str] = frozenset()
    """Kinds of files of which one could not be read whole: nobody can say what it would have named."""
    told: frozenset[Place] = frozenset()
    """Places of faults that are told already, where the files that have them are here as far as they are understood."""
    lost_words: tuple[str, ...] = ()
    """Words of quotes that are not here because of another fault of theirs."""

    def records(self) -> Iterator[tuple[Owner, Record]]:
        """All records of all files with the file they belong to."""
        for article in self.articles.values():
            for evidenced in article.evidenced:
                yield article, evidenced
        for briefing in self.briefings.values():
            for judged in briefing.judged:
                yield briefing, judged

    def proof_of(self, article: Article) -> Receipt | None:
        """The receipt of an article that fits its text as it stands now."""
        receipt = self.receipts.get(article.id)
        return receipt if receipt is not None and receipt.fits(article) else None

    def kept_share(self, article: Article) -> float:
        """How much of what the capture shows stands here, from 0 to 1: as proven, else as far as its length is known.

        More than 1 where the text cannot be the capture's.
        """
        receipt = self.proof_of(article)
        if receipt is not None and receipt.share is not None:
            return receipt.share
        return article.kept_characters / (article.capture.shown or article.capture.characters)

    def knows_shown(self, article: Article) -> bool:
        """Tell whether it is known how much the capture shows; else a share is one of its whole file."""
        receipt = self.proof_of(article)
        return (receipt is not None and receipt.share is not None) or article.capture.shown is not None

    def tracked(self) -> dict[str, tuple[Briefing, Tracked]]:
        """The tracked questions by id, each with its briefing."""
        return {q.id: (briefing, q) for briefing in self.briefings.values() for q in briefing.tracked}


@dataclass(frozen=True)
class Corpus:
    """Documents with their words found. Keys of records are `owner-id/record-id`."""

    documents: Documents
    records: Mapping[str, tuple[Owner, Record]]
    evidence: Mapping[str, tuple[Evidence, ...]]
    facts: tuple[tuple[Fact, Standing], ...] = ()
    """Every text that stands in two languages, and how its translation stands to its original."""
    stale: frozenset[int] = frozenset()
    """Identities (`id()`) of the texts whose translation is stale: a text does not know its own name."""
    lock: Mapping[LockLine, Place] = field(default_factory=dict)
    """The lines of the translation lock."""
    copies: Mapping[str, Copy] = field(default_factory=dict)
    """The articles whose text is that of an earlier one."""

    def stands_for(self, article: Article) -> str:
        """Return the article that stands for all copies of a text: of a text without copies, itself."""
        return self.copies[article.id].of if article.id in self.copies else article.id

    def evidenced(self, key: str) -> tuple[Article, Evidenced]:
        """Return an article's record by its key."""
        owner, record = self.records[key]
        assert isinstance(owner, Article) and isinstance(record, Evidenced)
        return owner, record


def key_of(owner: Owner, record: Record | str) -> str:
    """Return the full name of a record: `owner-id/record-id`."""
    return f"{owner.id}/{record if isinstance(record, str) else record.id}"


def full_key(owner: Owner, reference: str) -> str:
    """Return the full name that a reference written in `owner` means."""
    return reference if "/" in reference else f"{owner.id}/{reference}"
