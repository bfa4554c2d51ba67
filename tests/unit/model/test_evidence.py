"""What is printed between the excerpts of one record."""

import pytest

from build_scripts.model.evidence import Evidence, Proof, chained, joined_words


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("«Мост нужен.\n\nОн общий», — сказал он.", "Мост нужен. Он общий"),
        ("“Мост нужен.\n\n“Он общий,” he said.", "Мост нужен. Он общий"),
        ("«Мост нужен.», — сказал он. — «Он общий».", "Мост нужен. […] Он общий"),
        ("«Мост нужен.\n\n[…]\n\nОн общий».", "Мост нужен. […] Он общий"),
        ("«Он общий. Мост нужен.»", "Мост нужен. […] Он общий"),
    ],
)
def test_only_what_was_left_out_gets_a_sign(text, printed):
    words = ["Мост нужен.", "Он общий"]
    found = [Evidence(each, text.index(each), text.index(each) + len(each), Proof.EXACT) for each in words]
    assert joined_words(chained(found, text), words) == printed
