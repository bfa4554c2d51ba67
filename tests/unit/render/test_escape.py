"""Strangers' text comes out as the very text it was, whatever Markdown and HTML could make of it."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from brs_kb import get_all_payloads
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from build_scripts.render.escape import attribute, escape, meta, verbatim

ROOT = Path(__file__).parents[3]
EXTENSIONS = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]

LITERAL = (
    "<script>alert(1)</script>",
    "*a*{: onmouseover=alert(1) }",
    "[a](javascript:alert(1))",
    "![a](x)",
    "[TOC]",
    "--8<-- 'file'",
    "::: module",
    "!ENV [SECRET, x]",
    "{{ config }} {% include 'x' %}",
    "[^note]: text",
    "# heading",
    "1. item",
    "- item",
    "> quote",
    "a | b\n|---|---|",
    "term\n: definition",
    "<a@b.c> https://example.org/?a=1&b=2",
    "&lt;b&gt; &#60;",
    "`code` ``` ~~~",
    "\\* \\` \\\\",
    "///footnotes///",
    "*[abbr]: x",
    "===",
    "    indented",
    "a  \nb",
    "Ünïcödé «ёлочки» — 5 %",
)


class Tags(HTMLParser):
    """The tags, attributes and text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", (data,)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def markdown() -> Markdown:
    """The converter exactly as the site configures it."""
    configured = {name: options or {} for name, options in EXTENSIONS.items()}
    return Markdown(extensions=list(configured), extension_configs=configured)


def shown(markdown: Markdown, source: str) -> Tags:
    """Return what a browser would see of some Markdown."""
    tags = Tags()
    markdown.reset()
    tags.feed(markdown.convert(source))
    tags.close()
    return tags


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", LITERAL)
def test_markup_in_text_is_shown_and_does_nothing(markdown: Markdown, text: str) -> None:
    for source in (str(escape(text)), f"- {escape(text)}", f"**{escape(text)}**", f"x[^1]\n\n[^1]: {escape(text)}"):
        page = shown(markdown, source)
        assert folded(text) in folded(page.text)
        active = {tag for tag, _ in page.tags} - {"p", "ul", "li", "strong", "sup", "a", "div", "hr", "ol"}
        assert not active
        assert not [names for tag, names in page.tags if tag == "p" and names]


def test_attack_strings_stay_text(markdown: Markdown) -> None:
    attacks = [str(payload["payload"]) for payload in get_all_payloads().values()]
    assert len(attacks) > 3000
    # One conversion for all: a paragraph each, so that one that breaks out takes its neighbours with it and is seen.
    page = shown(markdown, "\n\n".join(f"<span>{escape(each)}</span>" for each in attacks))
    assert {tag for tag, _ in page.tags} <= {"p", "span"}
    assert not [names for _, names in page.tags if names]


def test_a_block_shows_its_text_line_by_line(markdown: Markdown) -> None:
    attacks = [" ".join(str(payload["payload"]).split()) for payload in get_all_payloads().values()]
    attacks = [each for each in attacks if each.isprintable()]  # controls are refused on reading
    for text in (*LITERAL, "\n".join(LITERAL), "\n".join(attacks)):
        page = shown(markdown, f"before\n\n<pre><code>{verbatim(text)}</code></pre>\n\nafter")
        assert page.text.strip().startswith("before")
        assert text in page.text
        assert [tag for tag, _ in page.tags] == ["p", "pre", "code", "p"]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60))
def test_any_text_survives(text: str) -> None:
    configured = {name: options or {} for name, options in EXTENSIONS.items()}
    page = shown(Markdown(extensions=list(configured), extension_configs=configured), f"a {escape(text)} b")
    assert folded(page.text) == folded(f"a {text} b")


@given(st.text(max_size=60))
def test_attributes_and_metadata_end_nowhere_early(text: str) -> None:
    for quoted in (attribute(text), meta(text)):
        assert not set('<>"\n') & set(quoted)
