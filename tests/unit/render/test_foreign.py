"""Words of a source in their own language: their side, their marks, their tag."""

import pytest

from build_scripts.render.foreign import basic_tag, in_language, quotation_marks, runs_from_right


@pytest.mark.parametrize(
    ("words", "from_right"),
    [
        ("لن نحرس ضفة غيرنا في عام 2031", True),
        ("NATO لن نحرس ضفة غيرنا", True),
        ("לא נשמור על גדה זרה", True),
        ("Мы будем, сказал он: «لا»", False),
        ("Çayı özümüz qoruyacağıq", False),
        ("2031", False),
        ("", False),
    ],
)
def test_the_side_from_which_words_run_is_that_of_most_letters(words: str, from_right: bool) -> None:
    assert runs_from_right(words) is from_right


def test_the_side_is_said_only_where_it_is_the_right() -> None:
    assert in_language("ar", "لا") == ' lang="ar" dir="rtl"'
    assert in_language("az-Arab", "یوخ") == ' lang="az-Arab" dir="rtl"'
    assert in_language("az", "Yox") == ' lang="az"'


def test_marks_are_those_of_the_language() -> None:
    for language in ("ru", "az", "az-Latn", "ar", "fa-IR"):
        assert "".join(quotation_marks(language)) == "«»"
    assert "".join(quotation_marks("ka")) == "„“"
    assert "".join(quotation_marks("en")) == "".join(quotation_marks("tr")) == "“”"


def test_a_tag_without_what_the_typesetter_does_not_know() -> None:
    assert (basic_tag("sr-Latn"), basic_tag("ar-EG"), basic_tag("ru")) == ("sr", "ar", "ru")
