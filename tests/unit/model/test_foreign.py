"""Whose words a text is: one list, on the fields themselves."""

from build_scripts.model.foreign import our_words
from build_scripts.pipeline import check
from tests.test_cases import CASES, lay_over


def test_words_of_others_are_not_ours(tmp_path) -> None:
    lay_over(CASES / "good" / "every-field", tmp_path / "project")
    documents = check(tmp_path / "project").corpus.documents
    article = dict(our_words(documents.articles["2031-06-01-bridge"]))
    assert article["title", "ru"] == "Мост остановили"
    assert article["chains", "somebody", 1, "unnamed", "ru"] == "знакомый прораба"
    theirs = {"headline", "author", "url", "archived", "text", "words", "before", "after"}
    assert not [path for path in article if theirs & {str(step) for step in path} and path[0] != "events"]
    channel = dict(our_words(documents.channels["example-wire"]))
    assert ("description", "ru") in channel and ("name", "ru") not in channel and ("aliases", 0) not in channel
    assert ("name", "ru") in dict(our_words(documents.actors["ivan-testov"]))
