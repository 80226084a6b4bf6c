"""How often a text uses its keyphrase, in its introduction, and spread over the whole."""

import pytest

from checks.phrased import found, phrased
from smolint.checks.keyphrase_text import (
    Density,
    Distribution,
    Introduction,
    keyphrase_density,
    keyphrase_distribution,
    keyphrase_in_introduction,
)
from smolint.finding import Level

FILLER = "We light the oven and wait for the day to begin at last. "
USE = "Sourdough bread takes a whole night to rise in our kitchen. "


def text(uses, words):
    """A paragraph of about so many words with so many uses, all of them at its beginning."""
    return USE * uses + FILLER * ((words - 10 * uses) // 12)


def marks(reading, options=None):
    return found(reading, keyphrase_density, options or Density())


@pytest.mark.parametrize(
    ("uses", "words", "expected"),
    [
        pytest.param(1, 90, [], id="once in a short text"),
        pytest.param(4, 60, [], id="often in a short text"),
        pytest.param(1, 250, [], id="once in 250 words"),
        pytest.param(1, 400, [("", "sourdough bread")], id="once in 400 words"),
        pytest.param(4, 1000, [], id="four times in 1,000 words"),
        pytest.param(3, 1000, [("", "sourdough bread")], id="three times in 1,000 words"),
        pytest.param(7, 300, [], id="seven times in 300 words"),
        pytest.param(9, 300, [("often", "Sourdough bread")], id="nine times in 300 words"),
        pytest.param(0, 300, [("absent", "sourdough bread")], id="never"),
    ],
)
def test_density(uses, words, expected):
    assert marks(phrased(text(uses, words))) == expected


@pytest.mark.parametrize(
    ("count", "words", "least"),
    [(1, 3000, 15), (2, 3000, 11), (3, 3000, 9), (4, 3000, 8), (1, 1000, 5), (2, 1000, 4), (3, 1000, 3), (4, 1000, 3)],
)
def test_the_least_number_of_uses_is_that_of_yoast(count, words, least):
    """As yoastseo 3.6 prints for a keyphrase of so many words and a text of so many."""
    phrase = " ".join(["sourdough", "bread", "takes", "night"][:count])
    (mark,) = keyphrase_density(phrased(USE + "Wait. " * (words - len(USE.split())), phrase), Density())
    assert mark.values["words"] == words
    assert mark.values["least"] == least


@pytest.mark.parametrize(
    ("uses", "level"), [(9, Level.SUGGESTION), (20, None)], ids=["somewhat too often", "far too often"]
)
def test_the_level_of_too_many_uses(uses, level):
    (mark,) = keyphrase_density(phrased(text(uses, 300)), Density())
    assert mark.at_most == level
    assert mark.values["count"] == uses


def test_too_many_uses_are_shown_where_most_are():
    reading = phrased(f"{USE}\n\n{FILLER * 8}\n\nSee: {USE * 6}")
    (mark,) = keyphrase_density(reading, Density())
    assert mark.span.start == reading.draft.source.text.index("See:") + len("See: ")


@pytest.mark.parametrize(
    ("body", "fields", "expected"),
    [
        pytest.param(
            text(1, 400) + "Miches for all. ", {"keyphrase_synonyms": "miche"}, [], id="a synonym makes up for it"
        ),
        pytest.param("Loaves for all. ", {"keyphrase_synonyms": "loaf"}, [], id="only a synonym"),
        pytest.param(FILLER * 3 + "\n\n" + text(1, 330), {}, [], id="the introduction is to mend first"),
        pytest.param("Bread.", {"phrase": "best easy crusty bread recipe"}, [], id="too long to be used"),
        pytest.param("How to do it.", {"phrase": "how to do it"}, [], id="function words"),
        pytest.param("", {}, [], id="no text"),
        pytest.param("![Cake](cake.jpg)", {}, [], id="an image only"),
        pytest.param(
            USE, {"phrase": "'sourdough bread, rye, oven'"}, [("related", "rye"), ("related", "oven")], id="related"
        ),
        pytest.param(USE, {"phrase": "'sourdough bread, kitchen'"}, [], id="related and used"),
        pytest.param("Cake.", {"phrase": "'rye, oven'"}, [("absent", "rye")], id="related, and nothing used"),
    ],
)
def test_one_fault_at_a_time(body, fields, expected):
    assert marks(phrased(body, **fields)) == expected


@pytest.mark.parametrize(
    ("body", "fields", "expected"),
    [
        pytest.param(f"{USE}\n\n{FILLER}", {}, [], id="there"),
        pytest.param(f"Hello!\n\n{USE}", {}, [], id="after a greeting"),
        pytest.param(f"## Today\n\n> A proverb.\n\n{USE}", {}, [], id="after a heading and a motto"),
        pytest.param(
            f"Loaves take a whole night to rise.\n\n{USE}", {"keyphrase_synonyms": "loaf"}, [], id="a synonym"
        ),
        pytest.param(f"{FILLER}{FILLER}\n\nCake.", {}, [], id="never used at all"),
        pytest.param(
            f"{FILLER}{FILLER}\n\n{USE}",
            {},
            [("", "We light the oven and wait for the day to begin at last.")],
            id="later",
        ),
        pytest.param(
            f"The bread is new today. The *sourdough* is very old indeed. {FILLER}\n\n{USE}",
            {},
            [("apart", "The bread is new today.")],
            id="in two sentences",
        ),
    ],
)
def test_introduction(body, fields, expected):
    assert found(phrased(body, **fields), keyphrase_in_introduction, Introduction()) == expected


SHORT = "We wait. "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(USE * 2 + SHORT * 12, [], id="too few sentences"),
        pytest.param(USE + SHORT * 9 + USE + SHORT * 9, [], id="a stretch under a half"),
        pytest.param(USE + SHORT * 6 + "The bread waits. " + SHORT * 6 + USE, [], id="half of the words between"),
        pytest.param(USE * 2 + SHORT * 14, [("", "We wait.")], id="only at the beginning"),
        pytest.param("We sit. " + SHORT * 14 + USE * 2, [("", "We sit.")], id="only at the end"),
        pytest.param(USE + FILLER * 40, [], id="too seldom anyway"),
        pytest.param(SHORT * 20, [], id="never"),
    ],
)
def test_distribution(body, expected):
    assert found(phrased(body), keyphrase_distribution, Distribution()) == expected


def test_distribution_counts_the_stretch():
    (mark,) = keyphrase_distribution(phrased(USE * 2 + SHORT * 14), Distribution())
    assert mark.values == {"phrase": "sourdough bread", "share": 88, "limit": 50, "count": 14, "sentences": 16}
