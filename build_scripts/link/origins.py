"""On which origin each record rests: the end of its attribution chain. Copies of one text are one origin."""

from __future__ import annotations

from ..model.article import Article
from ..model.chain import THIS, UNKNOWN, Chain, Hop
from ..model.corpus import Corpus, key_of
from ..model.folded import fold
from ..model.linked import Origin, OriginKind
from ..model.record import Evidenced


def origins(corpus: Corpus) -> dict[str, Origin]:
    """Return the origin of every record on words, by the record's full name."""
    same = presumed_same(corpus)
    return {
        key_of(article, record): _origin(corpus, article, record, same)
        for article in corpus.documents.articles.values()
        for record in article.evidenced
    }


def presumed_same(corpus: Corpus) -> dict[str, str]:
    """Return, for each unnamed source that is presumed to be another one, the name that stands for all of them."""
    names: dict[str, str] = {}

    def found(name: str) -> str:
        while name in names:
            name = names[name]
        return name

    articles = corpus.documents.articles
    for article in articles.values():
        for chain in article.chains.values():
            owner, _, other = (chain[-1].same_as or "").rpartition("/")
            target = articles.get(owner or article.id)
            if target is None or other not in target.chains:
                continue
            one = found(source_name(corpus, article, chain[-1]))
            two = found(source_name(corpus, target, target.chains[other][-1]))
            if one != two:
                names[max(one, two)] = min(one, two)
    return {name: found(name) for name in names}


def source_name(corpus: Corpus, article: Article, hop: Hop) -> str:
    """Return the name by which a hop is one and the same source wherever it stands.

    What an article calls by the same words is one source to us; what two articles call alike may still be two. Two
    unnamed sources may also be the same person: that is why a count of origins says "at most". Copies of one text are
    one text here.
    """
    if hop.by == THIS:
        return f"{corpus.stands_for(article)}/{THIS}"
    if hop.by and hop.by != UNKNOWN:
        return hop.by
    words = fold(hop.unnamed.words(hop.unnamed.written_in) or "") if hop.unnamed else UNKNOWN
    return f"{corpus.stands_for(article)}/unnamed/{words}"


def _origin(corpus: Corpus, article: Article, record: Evidenced, same: dict[str, str]) -> Origin:
    chain = article.chain_of(record)
    name = source_name(corpus, article, chain[-1])
    return Origin(same.get(name, name), _kind(chain), _stated(corpus.stands_for(article), record, chain, name))


def _kind(chain: Chain) -> OriginKind:
    last = chain[-1]
    if last.by == THIS:
        return OriginKind.OWN_VOICE
    return OriginKind.NAMED if last.by and last.by != UNKNOWN else OriginKind.UNNAMED


def _stated(text: str, record: Evidenced, chain: Chain, name: str) -> str:
    """Return what the origin would be called if nothing were presumed: a presumed chain may end anywhere."""
    return f"{text}/presumed/{record.chain}" if any(hop.presumed for hop in chain) else name
