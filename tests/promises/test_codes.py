"""Every code of the source has its sentences in both languages, each sentence has a bad case, and none is idle."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_scripts.model.bilingual import SITE_LANGUAGES
from build_scripts.model.problem import Problem
from build_scripts.wording import wording
from tests.test_cases import BAD, checked  # noqa: F401

ROOT = Path(__file__).parents[2]
PHRASES = wording("en").find("problem")

COMPOSED = {f"unknown-{kind}" for kind in ("actor", "channel", "source", "chain", "article", "question")}
"""Codes that `resolve/references.py` puts together."""

TOLD_ELSEWHERE = {
    "not-readable.found": "read/test_project.py",
    "not-readable.found.denied": "read/test_project.py",
    "not-readable.found.folder": "read/test_project.py",
    "not-readable.do": "read/test_project.py",
    "too-large.found": "read/test_source.py",
    "too-large.do": "read/test_source.py",
    "too-many-values.found": "read/test_tree.py",
    "too-many-values.found.search": "resolve/test_search.py",
    "too-many-values.do.search": "resolve/test_search.py",
    "words-not-found.found.not-compared": "resolve/test_search.py",
    "wrong-type.found.other": "validate/test_faults.py",
    "yaml-syntax.found": "read/test_syntax.py",
    "yaml-syntax.do": "read/test_syntax.py",
    "prose-markup.found": "resolve/test_prose.py",
    "capture-length.found": "resolve/test_proof.py",
    "capture-length.found.shown": "resolve/test_proof.py",
    "capture-length.do": "resolve/test_proof.py",
    "capture-changed.found": "resolve/test_proof.py",
    "capture-changed.do": "resolve/test_proof.py",
    "paragraph-passed-over.found": "resolve/test_proof.py",
    "paragraph-passed-over.do": "resolve/test_proof.py",
    "passage-not-in-capture.found": "resolve/test_proof.py",
    "passage-not-in-capture.found.differs": "resolve/test_proof.py",
    "passage-not-in-capture.found.differs-at-once": "resolve/test_proof.py",
    "passage-not-in-capture.found.ends": "resolve/test_proof.py",
    "passage-not-in-capture.found.order": "resolve/test_proof.py",
    "passage-not-in-capture.do": "resolve/test_proof.py",
    "gap-untrue.found.empty": "resolve/test_proof.py",
    "gap-untrue.found.start-missing": "resolve/test_proof.py",
    "gap-untrue.found.start-empty": "resolve/test_proof.py",
    "gap-untrue.found.end-missing": "resolve/test_proof.py",
    "gap-untrue.found.end-empty": "resolve/test_proof.py",
    "gap-untrue.do": "resolve/test_proof.py",
}
"""Sentences that no folder of sensible size can show, or no folder at all, and the unit test that does."""


def leaves(code: str) -> Iterator[str]:
    """The sentences of a code that may follow its first one: `code.part` or `code.part.variant`."""
    for part, phrase in PHRASES[code].items():
        if part != "must":
            yield from (
                (f"{code}.{part}.{kind}".rstrip(".") for kind in phrase)
                if isinstance(phrase, dict)
                else [f"{code}.{part}"]
            )


def shown_by(problem: Problem) -> Iterator[str]:
    """The sentences that a problem is told in."""
    phrases = PHRASES[problem.code]
    near = "do-near" in phrases and problem.values.get("near")
    for part in ("found", "do-near" if near else "do"):
        named = isinstance(phrases[part], dict) and problem.variant in phrases[part]
        yield f"{problem.code}.{part}.{problem.variant if named else ''}".rstrip(".")


def reported() -> Iterator[tuple[str, str]]:
    """Each code written out in a call of `error`, `warning` or `note`, with its file; and each other string there."""
    for stage in ("read", "validate", "resolve"):
        for path in sorted((ROOT / "build_scripts" / stage).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) > 1:
                    code = node.args[1]
                    if node.func.id in {"error", "warning", "note", "report", "tell"} and isinstance(
                        code, ast.Constant
                    ):
                        yield str(code.value), path.name


def shape(phrase: Any) -> Any:
    """The keys of nested phrases without their words."""
    return {key: shape(each) for key, each in phrase.items()} if isinstance(phrase, dict) else None


def test_both_languages_have_the_same_sentences_in_the_same_order():
    shapes = [shape(wording(language).find("problem")) for language in SITE_LANGUAGES]
    assert shapes[0] == shapes[1]
    assert list(shapes[0]) == list(shapes[1])
    assert all({"must", "found", "do"} <= set(phrases) for phrases in PHRASES.values())


def test_every_code_in_the_source_has_its_sentences():
    assert [(code, file) for code, file in reported() if code not in PHRASES] == []


def test_every_code_is_in_the_source():
    assert set(PHRASES) - {code for code, _ in reported()} - COMPOSED - INDIRECT == set()


INDIRECT = {"actor-unused", "channel-unused"}
"""Codes that the source holds in a variable first."""


def test_every_sentence_has_a_bad_case(checked):  # noqa: F811
    shown = {leaf for name in BAD for problem in checked("bad", name).problems for leaf in shown_by(problem)}
    wanted = {leaf for code in PHRASES for leaf in leaves(code)}
    assert sorted(wanted - shown - set(TOLD_ELSEWHERE)) == []
    assert sorted(set(TOLD_ELSEWHERE) & shown) == [], "a case shows it after all"
    assert sorted(set(TOLD_ELSEWHERE) - wanted) == [], "there is no such sentence any more"


@pytest.mark.parametrize("path", sorted(set(TOLD_ELSEWHERE.values())))
def test_what_no_case_shows_a_unit_test_does(path):
    text = (ROOT / "tests" / "unit" / path).read_text("utf-8")
    for leaf, told in TOLD_ELSEWHERE.items():
        assert told != path or leaf.partition(".")[0] in text, leaf
