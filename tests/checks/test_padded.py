from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import embed, made, marked
from smolint.checks.own_prose import lines
from smolint.checks.padded import Padded, depth_padded
from smolint.checks.repetition import repeated_share, repeats

OVEN = "The oven of 1932 burned eighty kilos of beech a day and heated the attic as well."
RYE = "The rye comes from a farm near Carmaux, where three brothers have sown it for ten years."
LEAVEN = "Anna feeds the leaven twice a day and takes it home when the bakery closes for the holidays."
FOUR = "Le four de 1932 brûlait quatre-vingts kilos de hêtre par jour et chauffait aussi le grenier."


def found(reading, **options):
    return list(depth_padded(reading, Padded(**options)))


@pytest.mark.parametrize(
    ("parts", "language", "repeated", "line"),
    [
        pytest.param([OVEN, RYE, OVEN], "en", [OVEN], 1, id="a sentence"),
        pytest.param([FOUR, "Il est froid.", FOUR], "fr", [FOUR], 1, id="a French sentence"),
        pytest.param([LEAVEN, f"{OVEN} {RYE}", f"{OVEN} {RYE}"], "en", [f"{OVEN} {RYE}"], 3, id="a paragraph"),
        pytest.param([OVEN, RYE, LEAVEN, OVEN, RYE], "en", [f"{OVEN}\n\n{RYE}"], 1, id="two paragraphs in a row"),
        pytest.param([OVEN, RYE, OVEN, LEAVEN, RYE], "en", [OVEN, RYE], 1, id="two apart"),
        pytest.param([OVEN, OVEN.upper()], "en", [OVEN.upper()], 1, id="in capitals"),
        pytest.param([("item", OVEN), ("item", OVEN)], "en", [OVEN], 1, id="an item that is a sentence"),
        pytest.param(
            [LEAVEN, "When the bakery closes for the holidays Anna takes the leaven home and feeds it twice a day."],
            "en",
            ["When the bakery closes for the holidays Anna takes the leaven home and feeds it twice a day."],
            1,
            id="the same in other order",
        ),
    ],
)
def test_marks_what_is_said_again(parts, language, repeated, line):
    reading = made(*parts, language=language)
    marks = found(reading)
    assert marked(reading, marks) == repeated
    assert marks[0].values["line"] == line


def test_counts_the_words_of_the_stretch():
    assert found(made(OVEN, RYE, LEAVEN, OVEN, RYE))[0].values["words"] == 34


@pytest.mark.parametrize(
    ("parts", "changes"),
    [
        pytest.param([OVEN, RYE, LEAVEN], {}, id="nothing twice"),
        pytest.param(["And the bread was good.", RYE, "And the bread was good."], {}, id="short sentences"),
        pytest.param([("heading", OVEN), ("heading", OVEN)], {}, id="headings"),
        pytest.param([("quote", OVEN), OVEN], {}, id="a pull quote"),
        pytest.param([OVEN, RYE, f"“{OVEN}”"], {}, id="quoted again"),
        pytest.param([("item", OVEN[:-1]), ("item", OVEN[:-1])], {}, id="items without an end mark"),
        pytest.param([("code", OVEN), ("code", OVEN)], {}, id="code"),
        pytest.param([OVEN, OVEN, embed("video")], {}, id="a film's page"),
        pytest.param([OVEN, OVEN.replace("1932", "1952")], {}, id="other figures"),
        pytest.param([f"— {OVEN}", f"— {OVEN}"], {}, id="two credits"),
        pytest.param(["Subscribe to our newsletter to get one recipe each month of the year."] * 2, {}, id="a call"),
        pytest.param(
            ["So we lit the old oven again that evening in June.", OVEN] * 1
            + ["So we lit the old oven again that evening in June.", RYE]
            + ["So we lit the old oven again that evening in June.", LEAVEN],
            {},
            id="a refrain",
        ),
    ],
)
def test_not_padded(parts, changes):
    assert found(made(*parts, **changes)) == []


def test_the_same_words_around_other_code_say_something_else():
    text = "Run add on the server and wait until the oven has answered you."
    assert found(made(text, text.replace("add", "del"), code=((4, 7),))) == []


@given(st.lists(st.sampled_from([OVEN, RYE, LEAVEN, FOUR, "", "Hm."]), max_size=12))
def test_a_repeat_is_later_than_what_it_repeats(texts):
    said = lines(made(*texts))
    for one in repeats(said):
        assert one.first < one.place
        assert said[one.first].words == said[one.place].words
    assert 0 <= repeated_share(said, repeats(said)) < 1


def test_a_function_word_that_stands_once_sets_no_sentence_apart():
    reading = made("Millers grind golden barley with stones.", "Millers grind barley, millers grind stones.")
    assert repeats(lines(reading)) == [(1, 0)]
