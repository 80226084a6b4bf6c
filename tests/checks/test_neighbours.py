from __future__ import annotations

import pytest

from checks.made import made
from smolint.checks.neighbours import oddness
from smolint.checks.own_prose import lines

SPOKEN = {
    "en": ["The oven of our village is warm.", "We built an oven with stones.", "Bring your dough to the oven."],
    "fr": ["Le four du village est chaud.", "Il a bâti un four avec des pierres.", "Apportez la pâte au four."],
}
DROPPED = {
    "en": ["We have oven built a wall with oven the stones.", "They oven could wait, if oven you like."],
    "fr": ["Nous avons four bâti un mur, et four les pierres restent.", "Il four était là quand four vous dormiez."],
}


def odd(texts, language, word):
    said = lines(made(*texts, language=language))
    places = [
        (number, place) for number, line in enumerate(said) for place, one in enumerate(line.words) if one == word
    ]
    return oddness(said, places, 1, language)


@pytest.mark.parametrize(
    ("language", "word"), [pytest.param("en", "oven", id="English"), pytest.param("fr", "four", id="French")]
)
def test_what_is_dropped_in_is_odder_than_what_is_led_in(language, word):
    assert odd(SPOKEN[language], language, word)[0] < 0 < odd(DROPPED[language], language, word)[0]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        pytest.param("Ask for oven oven oven today.", 2, id="at once"),
        pytest.param("We sell oven, oven, oven.", 2, id="between commas"),
        pytest.param("An oven here is not an oven there.", 0, id="apart"),
        pytest.param("Our oven.", 0, id="once"),
    ],
)
def test_counts_how_often_a_term_follows_itself(text, times):
    assert odd([text], "en", "oven")[1] == times
