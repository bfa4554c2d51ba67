"""Chains as sentences: names only where they need no case ending, presumptions and gaps said."""

import pytest

from build_scripts.link.corpus import link
from build_scripts.model.bilingual import SiteLanguage
from build_scripts.model.chain import ARTICLE_VOICE, Hop, Manner
from build_scripts.pipeline import check
from build_scripts.render.chains import chain_sentence, spoken_chain
from build_scripts.render.view import View
from tests.projects import RIVER

TALKS, TREATY = "2031-05-02-river-talks", "2031-03-28-treaty-first"

SAID = {
    ("en", TALKS, "ministry"): "The text we read, publisher not stated, retells Example Wire, which cites Ivan Testov "
    "(date unknown).",
    ("en", TALKS, "official"): "The text we read, publisher not stated, presumably retells Example Wire, which cites "
    "sources it does not name (an official in the capital).",
    ("en", TREATY, "capital"): "The text we read, published by River Daily, cites sources it does not name (in the "
    "capital).",
    ("en", TREATY, ""): "The text we read, published by River Daily, names no source for this.",
    ("ru", TALKS, "ministry"): "Прочитанный нами текст (издатель не указан) пересказывает то, что сообщает "
    "Пример-Телеграф; Пример-Телеграф ссылается на то, что говорит Иван Тестов (дата неизвестна).",
    ("ru", TALKS, "official"): "Прочитанный нами текст (издатель не указан) предположительно пересказывает то, что "
    "сообщает Пример-Телеграф; Пример-Телеграф ссылается на сказанное теми, кого не называет (чиновник в столице).",
    ("ru", TREATY, ""): "Прочитанный нами текст (издатель: Речной день) источника для этого не называет.",
}


@pytest.fixture(scope="module")
def views() -> dict[str, View]:
    linked = link(check(RIVER).corpus)
    languages: tuple[SiteLanguage, ...] = ("ru", "en")
    return {language: View(linked, language, "index.md") for language in languages}


@pytest.mark.parametrize(("language", "name", "chain"), list(SAID))
def test_a_chain_is_a_sentence(views: dict[str, View], language: str, name: str, chain: str) -> None:
    view = views[language]
    article = view.documents.articles[name]
    assert spoken_chain(view, article, article.chains.get(chain, ARTICLE_VOICE)) == SAID[language, name, chain]


def test_on_a_page_each_name_is_a_link(views: dict[str, View]) -> None:
    article = views["en"].documents.articles[TALKS]
    said = chain_sentence(views["en"], article, article.chains["ministry"])
    assert '[<span class="theirs">Example Wire</span>](sources.md#channel-example-wire)' in said
    assert "[Ivan Testov](actors/ivan-testov.md)" in said


def test_hops_that_nobody_states_and_hops_in_the_middle_without_a_name_have_words(views: dict[str, View]) -> None:
    view = views["en"]
    article = view.documents.articles[TALKS]
    unnamed = Hop.model_validate({"unnamed": {"ru": "чиновник", "en": "an official"}, "how": "cites"})
    first = Hop(by="this", how=Manner.RETELLS, read=True)
    chain = (first, unnamed, Hop(by="unknown", how=Manner.EMBEDS), Hop(by="ivan-testov"))
    assert spoken_chain(view, article, chain).endswith(
        "retells sources it does not name (an official), who cites a source that is not stated, which embeds a post by "
        "Ivan Testov."
    )
    other = (Hop(by="example-wire", how=Manner.PUBLISHES), Hop(by="ivan-testov", read=True))
    assert spoken_chain(view, article, other) == "Example Wire publishes words of Ivan Testov (read here)."
