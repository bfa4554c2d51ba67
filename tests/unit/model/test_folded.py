"""The foldings: what they forgive, what they do not, and that the stretch found is the one in the source's spelling."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.folded import APOSTROPHES, DASHES, QUOTATION_MARKS, Folded, fold
from build_scripts.model.line_ends import whole


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ещё Ёлка", "еще Елка"),
        ("еще\u0308 е\u0308лка", "еще елка"),
        ("и\u0306", "й"),
        ("a\u0301", "á"),
        ("\u212b", "Å"),
        ("a \u00a0\u2009\n\tb", "a b"),
        ("во\u00adобще", "вообще"),
        ("a \u00ad b", "a b"),
        ("a\u00ad b", "a b"),
        ("a…", "a..."),
        ("a\u00ad", "a"),
        ("вне-\nочередное", "внеочередное"),
        ("вне\u00ad\n  очередное", "внеочередное"),
        ("не-\nдви-\nжи-\nмость", "недвижимость"),
        ("ВНЕ-\nОЧЕРЕДНОЕ", "ВНЕОЧЕРЕДНОЕ"),
        ("> Реше-\n> ние", "> Решение"),
        ("Нью-\nЙорк", "Нью-Йорк"),
        ("14-\nлетний", "14-летний"),
        ("2030-\n2031", "2030-2031"),
        ("Т-\nобразный", "Т-образный"),
        ("МИД-\nовский", "МИД-овский"),
        ("по-\nпрежнему", "по-прежнему"),
        ("что-\nнибудь", "что-нибудь"),
        ("последнему по-\nследнему", "последнему последнему"),
        ("двух- или трёх-\nэтажный", "двух- или трехэтажный"),
        ("двух-\nи трёхэтажный", "двух- и трехэтажный"),
        ("twenty-\nfive", "twenty-five"),
        ("слово -\nслово", "слово - слово"),
        ("слово—\nслово", "слово- слово"),
        ("слово-\n\nслово", "слово- слово"),
        ("", ""),
        (QUOTATION_MARKS, '"' * len(QUOTATION_MARKS)),
        (APOSTROPHES, "'" * len(APOSTROPHES)),
        (DASHES, "-" * len(DASHES)),
    ],
)
def test_the_published_foldings(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(("one", "other"), [("а", "a"), ("А", "а"), ("1", "I"), ("a,b", "a b"), ("-", ""), ("и", "й")])
def test_nothing_else_is_forgiven(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "words", "printed"),
    [
        ("Ещё «два» слова", 'Еще "два"', "Ещё «два»"),
        ("раз во\u00adоб\u00adще два", "вообще", "во\u00adоб\u00adще"),
        ("раз еще\u0308 два", "ещё", "еще\u0308"),
        ("раз\n  два три", "раз два", "раз\n  два"),
        ("раз два… три", "два...", "два…"),
        ("а-б", "а", "а"),
        ("и\u0306 и", "и", "и"),
        ("о вне-\nочередном деле", "внеочередном", "вне-\nочередном"),
        ("о вне-\nочередном деле", "вне-очередном деле", "вне-\nочередном деле"),
        ("о вне-\nочередном деле", "вне-\nочередном", "вне-\nочередном"),
        ("о вне-\nочередном деле", "вне- очередном", "вне-\nочередном"),
        ("о вице-\nпремьере, Нью-\nЙорк", "вицепремьере, НьюЙорк", "вице-\nпремьере, Нью-\nЙорк"),
        ("о внеочередном деле", "вне-\nочередном", "внеочередном"),
        ("о вне-очередном деле", "вне-\nочередном", "вне-очередном"),
    ],
)
def test_the_spelling_of_the_source_is_returned(text, words, printed):
    (start, end), *more = Folded(text).find(words)
    assert (text[start:end], more) == (printed, [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("слово", "сло"),
        ("слово", "ово"),
        ("2029", "202"),
        ("раз…", "раз."),
        ("a\u0323\u0301b", "a"),
        ("слово", ""),
        ("слово", " "),
        ("слово", "\u00ad"),
        ("вне-\nочередное", "вне"),
        ("вне-\nочередное", "очередное"),
        ("вне-очередное", "внеочередное"),
        ("вне- очередное", "вне-очередное"),
    ],
)
def test_a_part_is_not_found(text, words):
    assert Folded(text).find(words) == []


def test_every_place_is_found_even_where_places_overlap():
    assert Folded("и и и").find("и и") == [(0, 3), (2, 5)]


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        ("", "", [4, 12]),
        ("раз", "", [4]),
        ("раз ", "", [4]),
        ("раз,", "", []),
        ("", "три", [4, 12]),
        ("два", "", []),
        ("", "конец", []),
        ("три", "три", [12]),
        ("аз", "", [4]),
    ],
)
def test_neighbours_tell_places_apart(before, after, places):
    text = "раз два три два три"
    assert [start for start, _ in Folded(text).find("два", before, after)] == places


def test_the_word_that_is_cut_is_named():
    folded = Folded("Раз, двадцать «слово» — конец.")
    assert folded.cut_words("двад") == "двадцать"
    assert folded.cut_words("цать") == "двадцать"
    assert folded.cut_words("двадцать «сло") == "слово"
    assert folded.cut_words("двадцать") == ""
    assert folded.cut_words("нет") == ""


LETTERS = "абвёйЁaz09"
words = st.text(LETTERS, min_size=1, max_size=6)
between = st.sampled_from([" ", "  ", "\n", "\u00a0", " — ", ", ", " «", "» ", "… ", "-", ". "])


@st.composite
def texts_with_a_stretch(draw):
    """A text, and a stretch of whole words in it."""
    parts = draw(st.lists(st.tuples(words, between), min_size=1, max_size=12))
    text = "".join(word + gap for word, gap in parts)
    starts = [sum(len(word + gap) for word, gap in parts[:index]) for index in range(len(parts))]
    first = draw(st.integers(0, len(parts) - 1))
    last = draw(st.integers(first, len(parts) - 1))
    return text, starts[first], starts[last] + len(parts[last][0])


NOISE = {
    " ": [" ", "\u00a0", "\n", "  ", " \t"],
    "\n": [" ", "\n\n"],
    "\u00a0": [" "],
    "—": ["-", "–", "—"],
    "-": ["\u2011", "-"],
    "«": ['"', "„", "«"],
    "»": ['"', "“", "»"],
    "…": ["...", "…"],
    "ё": ["е", "е\u0308", "ё"],
    "Ё": ["Е", "Ё"],
    "й": ["й", "и\u0306"],
}


@given(texts_with_a_stretch(), st.data())
def test_words_with_any_folding_of_their_marks_are_found_in_their_place(case, data):
    text, start, end = case
    needle = "".join(
        data.draw(st.sampled_from(NOISE.get(character, [character]))) + data.draw(st.sampled_from(["", "", "\u00ad"]))
        for character in text[start:end]
    )
    # A soft hyphen at the end of a line divides a word; that is a folding of its own.
    assert (start, end) in Folded(text).find(re.sub("\u00ad+(?=[ \t]*\n)", "", needle))


@given(texts_with_a_stretch())
def test_words_are_found_in_a_decomposed_text(case):
    text, start, end = case
    parts = (text[:start], text[start:end], text[end:])
    parts = (text[:start], text[start:end], text[end:])
    before, stretch, after = (unicodedata.normalize("NFD", part) for part in parts)
    found = [slice(*place) for place in Folded(before + stretch + after).find(text[start:end])]
    assert stretch in [(before + stretch + after)[place] for place in found]


@given(st.text(max_size=60), st.text(max_size=12))
def test_what_is_found_folds_to_the_words(text, needle):
    for start, end in Folded(text).find(needle):
        assert 0 <= start < end <= len(text)
        assert fold(text[start:end]).strip() == fold(needle).strip()


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


parts = st.lists(
    st.tuples(words, words), min_size=1, max_size=8, unique_by=(lambda pair: pair[0], lambda pair: pair[1])
)
ends = st.sampled_from(["-\n", "-\n  ", "\u00ad\n", "-\n> ", "‐\n"])


@given(parts, st.data())
def test_words_that_line_ends_divide_are_found_however_each_is_written(case, data):
    text = " ".join(left + data.draw(ends) + right for left, right in case)
    written = " ".join(left + data.draw(st.sampled_from(["", "-", "- ", "-\n"])) + right for left, right in case)
    assert Folded(text).find(written) == [(0, len(text))]


@given(st.text("аб1-\u00ad \n>", max_size=30))
def test_no_line_end_divides_a_word_that_is_read_whole(text):
    assert not re.search(r"\w[-\u00ad][ ]?\n[ ]?\w", whole(whole(text)))
    assert fold(whole(text)) == fold(text)
