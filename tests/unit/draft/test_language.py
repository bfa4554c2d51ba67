"""A language is told only where there is no doubt."""

import pytest

from build_scripts.draft.language import language_of

RUSSIAN = "Министр Утопии прибыл на переговоры к реке и заявил, что мы не будем спешить с решением по этому вопросу."
ENGLISH = "The minister of Utopia came to the talks at the river and said that it was too early for a decision."
OTHERS = {
    "uk": "Міністр Утопії прибув на переговори до річки та заявив, що ми не будемо поспішати з рішенням у цьому.",
    "bg": "Министърът на Утопия пристигна на преговори при реката и заяви, че няма да бърза с решението по въпроса.",
    "sr": "Министар Утопије је стигао на преговоре код реке и изјавио да неће да жури са одлуком о овом питању.",
    "be": "Міністр Утопіі прыбыў на перамовы да ракі і заявіў, што мы не будзем спяшацца з рашэннем па пытанні.",
    "kk": "Утопия министрі өзенге келіссөздерге келіп, бұл мәселе бойынша шешім қабылдауға асықпаймыз деп мәлімдеді.",
    "az": "Utopiyanın naziri çay kənarında danışıqlara gəldi və bildirdi ki, bu məsələ ilə bağlı tələsməyəcəyik və.",
    "de": "Der Minister von Utopia kam zu den Gesprächen am Fluss und sagte, dass es für alles zu früh war.",
    "nl": "De minister van Utopia kwam naar de besprekingen in de stad en zei dat het nog te vroeg was.",
    "short": "Министр и река.",
    "empty": "",
    "digits": "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
}


def test_russian_and_english_are_recognised():
    assert language_of(RUSSIAN) == "ru"
    assert language_of(RUSSIAN.upper()) == "ru"
    assert language_of(ENGLISH) == "en"


def test_a_russian_text_with_foreign_names_stays_russian():
    assert language_of(RUSSIAN + " Reuters и Example Wire.") == "ru"


@pytest.mark.parametrize("language", OTHERS)
def test_a_relative_or_a_scrap_is_not_taken_for_one_of_them(language):
    assert language_of(OTHERS[language]) is None
