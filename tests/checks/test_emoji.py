from __future__ import annotations

import pytest

from checks.made import SOCIAL, made, marked
from smolint.checks.emoji import Overuse, emoji_overuse


def marks(*texts, **options):
    reading = made(*texts, platform=SOCIAL)
    found = list(emoji_overuse(reading, Overuse(**options)))
    return list(zip(marked(reading, found), [mark.variant for mark in found], strict=True))


@pytest.mark.parametrize(
    ("text", "mark", "variant"),
    [
        pytest.param("Done 🎉🎉🎉 at last", "🎉🎉🎉", "repeated", id="the same three times"),
        pytest.param("Done 🎉 🎉 🎉 at last", "🎉 🎉 🎉", "repeated", id="the same with spaces"),
        pytest.param("Hot 🥖🔥🎉👏😋!", "🥖🔥🎉👏😋", "row", id="five in a row"),
        pytest.param(
            "👩🏽‍🍳👩🏽‍🍳👩🏽‍🍳 at work", "👩🏽‍🍳👩🏽‍🍳👩🏽‍🍳", "repeated", id="joined sequences are one each"
        ),
        pytest.param("a 🥖 b 🔥 c 🎉 d 👏 e 😋 f 🍞 g", "🍞", "", id="the first one too many"),
        pytest.param("🥖 a\n🔥 b\n🎉 c\n👏 d\n😋 e", "🥖", "bullets", id="bullets"),
    ],
)
def test_marks_the_first_excess(text, mark, variant):
    assert marks(text) == [(mark, variant)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bread 🥖 and butter 🧈, hot 🔥, today 🎉!", id="a few"),
        pytest.param("From 🇫🇷🇧🇪🇨🇭🇨🇦 with 👨‍👩‍👧‍👦", id="flags and a family are one each"),
        pytest.param("™ © ® ✔ ✓ ➡ ★ ♥ ☎ 1 2 3 # *", id="signs shown as text"),
        pytest.param("Two times 🎉🎉 is joy", id="twice"),
        pytest.param("🥖 a\n🔥 b\n🎉 c", id="three lines"),
        pytest.param("word " * 400 + "🥖 a 🔥 b 🎉 c 👏 d 😋 e 🍞 f", id="six in a long text"),
    ],
)
def test_leaves_alone(text):
    assert marks(text) == []


def test_quotations_are_left_alone():
    assert marks(("quote", "🎉🎉🎉🎉🎉🎉")) == []


def test_each_test_can_be_turned_off():
    assert marks("🎉🎉🎉🎉🎉🎉", most=0, repeats=0, row=0, bullets=0) == []
