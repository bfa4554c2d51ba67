"""On what a briefing rests, for paper: its texts, their chains, who acts in them, and the notes with the words."""

from __future__ import annotations

from typing import Any

from ...model.article import Article
from ...model.briefing import Briefing
from ...model.chain import UNKNOWN
from ..chains import spoken_chain
from ..foreign import basic_tag
from ..pictures import chain_path, network_path
from ..summaries import source_summary
from .paper import Paper, drawn
from .runs import Runs, has_to_break, joined

Part = dict[str, Any]


def sources(paper: Paper, briefing: Briefing, articles: list[Article]) -> Part:
    """Return the texts of a briefing, their chains as one picture, and in words how many origins stand behind them."""
    unnamed = paper.view.linked.on_unnamed(briefing)
    return {
        "summary": source_summary(paper.view, briefing),
        "unnamed": [_unnamed(paper, keys) for keys in unnamed.values()],
        "figure": drawn(
            paper.figures[network_path(briefing)], f"{paper.t('page.network')} — {paper.t('page.network-in-text')}"
        ),
        "articles": [_article(paper, article) for article in articles],
    }


def _unnamed(paper: Paper, keys: list[str]) -> Runs:
    article, record = paper.view.linked.corpus.evidenced(keys[0])
    last = article.chain_of(record)[-1]
    words = paper.say(last.unnamed) if last.unnamed else [paper.t("chain.unknown")]
    counted = paper.t.count("page.record-count", len(keys))
    notes = joined([[paper.note(key)] for key in keys], " ")
    return [*words, f" — {paper.view.text_of(article)}: {counted} ", *notes]


def _article(paper: Paper, article: Article) -> Part:
    """Return a source with everything that its page says of it, short of its text."""
    t, view = paper.t, paper.view
    receipt = view.documents.proof_of(article)
    proof = t("page.unproven")
    if receipt:
        proof = t("page.proven", capture=receipt.capture[:4], date=view.date(receipt.date))
    visible = article.capture.shown
    shown = f" ({t('page.characters-shown', n=visible)})" if visible else ""
    losses = [t(f"loss.{loss.value.replace(' ', '-')}") for loss in article.capture.losses]
    channel: Runs = [t("page.channel-unknown")] if article.channel == UNKNOWN else paper.name(article.channel)
    kind = [f"; {t(f'date-kind.{article.published.kind}')}"] if article.published.kind else []
    fields: list[tuple[str, Runs]] = [
        ("page.channel", channel),
        ("page.published", [f"{view.date(article.published.date)} (", *paper.say(article.published.basis), *kind, ")"]),
        ("page.retrieved", [view.date(article.retrieved)]),
        ("page.language", [view.language_name(article.language)]),
        ("page.losses", [", ".join(losses) or t("page.no-losses")]),
        ("page.rights", [t(f"rights.{article.rights}")]),
        ("page.capture", [f"{t.count('page.characters', article.capture.characters)}{shown}, {proof}"]),
    ]
    if article.headline:
        fields.insert(0, ("page.headline", [{"lang": basic_tag(article.language), "body": [article.headline]}]))
    if article.author:
        fields.append(("page.author", [article.author]))
    for name, address in (("page.address", article.url), ("page.archived", article.archived)):
        if address:
            fields.append((name, [{"link": address, "body": [address]}]))
    return {
        "title": paper.say(article.title),
        "fields": [{"name": t(name), "value": value} for name, value in fields],
        "sha256": article.capture.sha256,
        "summary": paper.say(article.summary) if article.summary else [],
        "chains": [
            _chain(paper.figures[chain_path(article, name)], spoken_chain(view, article, chain))
            for name, chain in article.chains.items()
        ],
        "own_voice": "" if article.chains or not article.evidenced else t("page.own-voice"),
    }


def _chain(svg: str, sentence: str) -> Part:
    return {**drawn(svg, sentence), "breaks": has_to_break(sentence)}


def actor(paper: Paper, name: str) -> Part:
    """Return who somebody is, in a line."""
    found = paper.view.documents.actors[name]
    description = paper.say(found.description) if found.description else []
    return {"name": paper.say(found.name), "kind": paper.t(f"actor-kind.{found.kind}"), "description": description}


def notes(paper: Paper) -> list[Part]:
    """Return the notes by number. Writing one may ask for no other: what they say of a record names no record."""
    corpus = paper.view.linked.corpus
    found = []
    for key, number in paper.notes.items():
        owner, record = corpus.records[key]
        if key in corpus.evidence:
            article, on_words = corpus.evidenced(key)
            found.append(
                {
                    "number": number,
                    "words": paper.evidence(key),
                    "short": [] if article.language == paper.view.language else paper.said(key),
                    "source": [*paper.say(article.title), f", {paper.view.date(article.published.date)}"],
                    "chain": spoken_chain(paper.view, article, article.chain_of(on_words)),
                    "remark": paper.say(record.note) if record.note else [],
                }
            )
        else:
            words: Runs = [f"{paper.t('page.judgement')}: ", *paper.short(key)]
            source = paper.say(owner.title)
            found.append({"number": number, "words": words, "short": [], "source": source, "chain": "", "remark": []})
    return found
