from __future__ import annotations

import pytest

from checks.social import marked, thread
from smolint.checks.link import Missing, link_missing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We bake bread at dawn.", ["We bake bread at dawn."], id="nothing to follow"),
        pytest.param("Le pain sort du four.\n#pain #boulangerie", ["#pain #boulangerie"], id="hashtags are no link"),
        pytest.param("One and two.\n\n---\n\nThree and four.", ["Three and four."], id="a thread, once"),
        pytest.param("Take 1/2 litre of milk.", ["Take 1/2 litre of milk."], id="half a litre"),
        pytest.param("Our README.txt has 2.0 tips.", ["Our README.txt has 2.0 tips."], id="a file name is no link"),
    ],
)
def test_missing(text, expected):
    assert marked(thread(text), link_missing, Missing()) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We bake at dawn: https://example.com", id="with a scheme"),
        pytest.param("Le pain du matin : exemple.fr/pain", id="bare"),
        pytest.param("We bake at dawn.\n\n---\n\nMore on example.com", id="elsewhere in the thread"),
        pytest.param("---\nlink: https://example.com\n---\nWe bake at dawn.", id="in the front matter"),
        pytest.param("---\nmedia:\n  - file: cat.jpg\n---\nOur night shift at work.", id="an image"),
        pytest.param("Which bread do you miss most?", id="a question"),
        pytest.param("Et vous ? Le pain du matin nous manque.", id="a question first"),
        pytest.param("@ada We open at six.", id="a reply by mention"),
        pytest.param("Thanks to @ada for the flour.", id="an account to visit"),
        pytest.param("---\nreply: https://x.com/a/status/1\n---\nWe open at six.", id="a reply"),
        pytest.param("---\nretweet: https://x.com/a/status/1\n---\nSo very true.", id="a quote"),
        pytest.param("Our best bread of all\n\n( ) Rye\n( ) Spelt", id="a poll"),
        pytest.param("Why your dough does not rise, in five points. 1/6 #baking", id="first post of a thread"),
        pytest.param("1/ Why your dough does not rise, in five points.", id="numbered first post"),
        pytest.param("🧵 Pourquoi votre pain ne lève pas.", id="sign of a thread"),
        pytest.param("Hello, world!", id="too short to point anywhere"),
        pytest.param("", id="empty"),
    ],
)
def test_not_missing(text):
    assert marked(thread(text), link_missing, Missing()) == []
