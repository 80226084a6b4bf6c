from __future__ import annotations

import pytest

from checks.linked import BLOG, WALL, linked, texts
from checks.social import thread
from smolint.checks.fold import Fold, PostTooShort, past_fold, post_too_short
from smolint.finding import Level

LONG = "While the village sleeps we walk down and light the oven."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(LONG, ["and light the oven."], id="a long first sentence"),
        pytest.param(f"{LONG} It is hot.", ["and light the oven."], id="only the hook is marked"),
        pytest.param(f"We bake. {LONG}", [], id="a short first sentence"),
        pytest.param(f"We bake at dawn\n\n{LONG}", [], id="a first line without a full stop"),
        pytest.param("While the village sleeps we walk down", [], id="short enough"),
        pytest.param(f"\n\n{LONG}", ["and light the oven."], id="blank lines before"),
        pytest.param("Boulangerie" * 5, ["erieBoulangerie"], id="one long word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_fold(text, expected):
    assert texts(linked(text, WALL, path="post.txt"), past_fold, Fold()) == expected


def test_fold_values_and_level():
    (mark,) = past_fold(linked(LONG, WALL, path="post.txt"), Fold())
    assert mark.values == {"length": len(LONG), "limit": 40, "platform": "Wall"}
    assert mark.at_most is Level.SUGGESTION
    assert [mark.at_most for mark in past_fold(linked(LONG, WALL, path="post.txt"), Fold(limit=40))] == [None]


@pytest.mark.parametrize(("slack", "found"), [(0, True), (42, True), (43, False)])
def test_slack(slack, found):
    assert bool(texts(linked(LONG, WALL, path="post.txt"), past_fold, Fold(slack=slack))) is found


def test_no_fold_is_known():
    assert texts(linked(LONG * 5, BLOG), past_fold, Fold()) == []


def test_markup_is_not_counted():
    text = "We **bake** at [dawn](https://a.fr) for you.\n\nMore."
    assert texts(linked(text, WALL), past_fold, Fold(limit=50)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Test tweet", True, id="two words"),
        pytest.param("Bonjour ! #pain #four", True, id="a greeting and hashtags"),
        pytest.param("🎉", True, id="an emoji"),
        pytest.param("We bake bread.", False, id="three words"),
        pytest.param("Open today?", False, id="a question"),
        pytest.param("Bread: https://a.fr", False, id="a link"),
        pytest.param("Thanks @ada", False, id="a mention"),
        pytest.param("@ada Thanks", False, id="a reply"),
        pytest.param("---\nmedia:\n  - file: cat.jpg\n---\nNight shift", False, id="an image"),
        pytest.param("---\nretweet: https://x.com/a/status/1\n---\nSo true", False, id="a quote"),
        pytest.param("Best bread\n\n( ) Rye\n( ) Spelt", False, id="a poll"),
        pytest.param("Good morning.\n\n---\n\nWe bake.", False, id="a thread"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_too_short(text, expected):
    found = [mark for reading in thread(text) for mark in post_too_short(reading, PostTooShort())]
    assert bool(found) is expected
