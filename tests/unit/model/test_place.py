"""Where words stand inside a value, however its lines are broken."""

import pytest

from build_scripts.model.place import LocatedMap, Place, place_of
from build_scripts.read.source import Source
from build_scripts.read.tree import grow

FILE = """\
one: "short, short"
two:
  - text: >-
      folded over
      two lines, folded
      over again
  - text: |
      kept as it
      stands
three: "it says \\"so\\" here"
"""


@pytest.fixture(scope="module")
def tree() -> LocatedMap:
    found, problems = grow(Source("a.yml", FILE))
    assert isinstance(found, LocatedMap)
    assert not problems
    return found


@pytest.mark.parametrize(
    ("path", "words", "skip", "place"),
    [
        (("one",), "short", 0, (1, 7)),
        (("one",), "short", 1, (1, 14)),
        (("two", 0, "text"), "over two lines", 0, (4, 14)),
        (("two", 0, "text"), "folded over", 1, (5, 18)),
        (("two", 1, "text"), "stands", 0, (9, 7)),
        (("two", 0, "text"), "stands", 0, (3, 11)),
        (("three",), '"so"', 0, (10, 8)),
        (("two", 7, "text"), "x", 0, (3, 3)),
        (("two",), "folded", 0, (3, 3)),
    ],
)
def test_words_are_found_in_their_value_and_nowhere_else(tree, path, words, skip, place) -> None:
    assert tree.find_words(path, words, skip) == ("a.yml", *place)


def test_no_words_stand_at_the_start() -> None:
    assert place_of(" ", Place("a.yml", 2, 3), ["", "  x"], 2) == Place("a.yml", 2, 3)
