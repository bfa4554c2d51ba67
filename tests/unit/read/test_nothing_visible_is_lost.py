"""Whatever a page is made of: each word that is shown stands in a block, each word that is hidden in none."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from build_scripts.read.page.blocks import blocks_of
from build_scripts.read.page.choice import choose
from build_scripts.read.page.hidden import Hidden
from build_scripts.read.page.matching import Taken
from build_scripts.read.page.parts import parts_of
from build_scripts.read.page.program import read

TAGS = (
    "p div span b a ul ol li table tr td th caption blockquote s ins "
    "q sup sub h1 h2 h3 br pre aside section article main header footer figure figcaption "
    "center font details summary dl dt dd form label button nav x-part em hr "
)
SHOWN = TAGS.split()
HIDDEN = ("<script>{}</script>", "<style>{}</style>", "<template>{}</template>", "<noscript>{}</noscript>")
HIDDEN_BLOCKS = ("<div hidden>{}</div>", "<p style='display: none'>{}</p>", "<span class='sr-only'>{}</span>")


@st.composite
def pages(draw):
    """A page of nested elements, with the words that it shows and those that it hides."""
    shown: list[str] = []
    hidden: list[str] = []

    def word(of: list[str]) -> str:
        of.append(f"слово{len(shown) + len(hidden)}я")
        return of[-1]

    def part(depth: int) -> str:
        kind = draw(st.integers(0, 9))
        if kind == 0:
            return draw(st.sampled_from(HIDDEN + HIDDEN_BLOCKS)).format(word(hidden))
        if kind <= 3 or depth > 4:
            return f" {word(shown)} " + draw(st.sampled_from(("", "<!-- x -->", "\n", "&nbsp;", "<br><br>", ". ")))
        tag = draw(st.sampled_from(SHOWN))
        inner = "".join(part(depth + 1) for _ in range(draw(st.integers(0, 4))))
        names = draw(st.sampled_from(("", "", " class='ad'", " class='lead'", " class='comments'", " href='/x'")))
        return f"<{tag}{names}>{inner}" + draw(st.sampled_from((f"</{tag}>", f"</{tag}>", "")))

    body = "".join(part(0) for _ in range(draw(st.integers(1, 8))))
    return f"<html><body>{body}</body></html>", shown, hidden


@settings(max_examples=300, deadline=None)
@given(pages())
def test_each_shown_word_is_in_one_block(page):
    markup, words, hidden = page
    tree = html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    blocks = blocks_of(tree, Hidden(tree))
    shown = [block.text for block in blocks if not block.hidden]
    assert [word for word in words if sum(word in text for text in shown) != 1] == []
    assert [word for word in hidden if any(word in text for text in shown)] == []
    parts = parts_of((block for block in blocks if not block.hidden), Taken([]))
    choose(parts, {"слово0я"})
    assert [part.shown.text for part in parts] == shown, "to choose is to mark, never to drop"


@settings(max_examples=60, deadline=None)
@given(pages())
def test_any_page_is_read_or_has_no_words(page):
    markup, words, _ = page
    found = read(markup.encode())
    if found is None:
        return
    shown = "\n".join(text for text, _, _ in found["blocks"])
    assert found["notes"] or [word for word in words if word not in shown] == []


MARKUP = "<p </ hidden class= style= <!-- --> &# x <table <td> <q> </q> <s> <sup> <li> <script> <![CDATA["
PIECES = MARKUP.split()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*"<>&\"'/=!- \0", *PIECES]), max_size=60).map("".join))
def test_any_string_of_markup_ends_without_an_exception(markup):
    read(f"<p>Мост нужен обоим берегам, сказал министр.</p>{markup}".encode())
