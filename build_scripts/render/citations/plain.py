"""A citation in plain words: what the record says, the source's own words, where they were found, who says so."""

from __future__ import annotations

from ..dates import phrase
from .citation import Citation, full_stop, is_known


def plain(cited: Citation) -> str:
    """Return sentences that need no style guide to be understood; the permalink comes last, with nothing behind it."""
    t = cited.t
    words = [full_stop(t("cite.words", words=cited.words))] if cited.words else []
    translation = [cited.translation] if cited.translation else []
    source = full_stop(t("cite.source", source=", ".join(_source(cited))))
    chain = full_stop(f"{t('page.chain')}: {cited.chain}")
    record = t("cite.record", site=cited.site, name=cited.name, permalink=cited.permalink)
    return " ".join([full_stop(cited.says), *words, *translation, source, chain, record])


def _source(cited: Citation) -> list[str]:
    t = cited.t
    parts = [
        cited.author,
        cited.title if cited.has_headline else f"{cited.title} ({t('page.our-heading')})",
        cited.channel or t("chain.publisher-unknown"),
        t("page.published-on", date=phrase(cited.published, t)) if is_known(cited.published) else t("cite.undated"),
        cited.url,
        t("cite.retrieved", date=phrase(cited.retrieved, t)) if is_known(cited.retrieved) else "",
        t("cite.archived", url=cited.archived) if cited.archived else "",
    ]
    return [part for part in parts if part]
