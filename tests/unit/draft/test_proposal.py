"""What can be told of a capture without judging, and nothing more."""

import dataclasses

import pytest

from build_scripts.draft.proposal import UNDETERMINED, Given, propose
from build_scripts.model.capture import Capture, Form, Stated
from build_scripts.model.corpus import Documents
from build_scripts.model.registry import Actor

ENGLISH = "The minister of Utopia came to the talks at the river and said that it was too early for a decision."
GERMAN = "Der Minister von Utopia kam zu den Gesprächen am Fluss und sagte, dass es für alles noch zu früh war."
CAPTURE = Capture(Form.TEXT, "0" * 64, 1000, ENGLISH)


def actor(kind, name):
    return Actor.model_validate({"kind": kind, "name": {"en": name}})


def proposed(capture, actors=None):
    return propose("x", capture, Documents(actors=actors or {}), Given())


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "az", "en"),
        (GERMAN, "de", "de"),
        (GERMAN, "en", UNDETERMINED),  # a template in English around a text that is not
        (GERMAN, None, UNDETERMINED),
    ],
)
def test_the_text_is_believed_before_the_page(text, declared, language):
    assert proposed(dataclasses.replace(CAPTURE, text=text, language=declared)).language == language


def test_only_a_person_is_a_hint_for_the_speaker():
    text = "Ivan Testov left.\n\nUtopia agrees. “We will come to the river,” said the minister."
    actors = {"utopia": actor("state", "Utopia"), "ivan-testov": actor("person", "Ivan Testov")}
    [quote] = proposed(dataclasses.replace(CAPTURE, text=text), actors).quotes
    assert quote.near == "ivan-testov"
    assert proposed(dataclasses.replace(CAPTURE, text=text)).quotes[0].near is None


def test_what_the_capture_lacks_is_lost():
    assert proposed(CAPTURE).losses == ("headline", "author", "address", "publisher")
    assert proposed(
        dataclasses.replace(
            CAPTURE, headline=Stated("River", "og:title"), url=Stated("https://x.example.org", "og:url")
        )
    ).losses == (
        "author",
        "publisher",
    )
