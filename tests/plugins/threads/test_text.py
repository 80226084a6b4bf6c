"""How Threads counts: certain over the limit in graphemes, perhaps over it where emoji count by their bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smolint_threads.text import emoji_as_bytes, find_mentions

import smolint
from smolint import lint_text


@pytest.mark.parametrize(
    ("text", "length", "strict"),
    [
        pytest.param("Bread", 5, 5, id="ASCII"),
        pytest.param("L’été…", 6, 6, id="French"),
        pytest.param("🥖", 1, 4, id="an emoji"),
        pytest.param("👩‍🚀", 1, 11, id="an emoji sequence"),
        pytest.param("❤️❤", 2, 7, id="a heart as emoji and as text"),
        pytest.param("🇫🇷1️⃣", 2, 15, id="a flag and a keycap"),
        pytest.param("©™", 2, 2, id="signs that are text"),
    ],
)
def test_lengths(text, length, strict):
    assert smolint.platforms()["threads"].length(text) == length
    assert emoji_as_bytes(text) == strict


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("a" * 500, [], id="as many characters as fit"),
        pytest.param("a" * 501, [("a", "error")], id="too many characters"),
        pytest.param("a" * 496 + "🥖", [], id="an emoji that fits in both ways"),
        pytest.param("a" * 499 + "🥖", [("🥖", "warning")], id="an emoji that fits in one way only"),
        pytest.param("a" * 500 + "🥖", [("🥖", "error")], id="an emoji that fits in neither"),
    ],
)
def test_only_what_is_certain_is_an_error(text, marked):
    found = [each for each in lint_text(text, platform="threads") if each.rule == "length/over-limit"]
    assert [(each.text, each.level) for each in found] == marked


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("Merci @ada.b_c.", ["@ada.b_c"], id="a full stop behind is left out"),
        pytest.param("@ada-b", ["@ada"], id="a hyphen ends a name"),
        pytest.param("ada@exemple.fr @" + "a" * 31, [], id="an e-mail address, a name that is too long"),
        pytest.param("https://www.threads.com/@ada", [], id="inside a link"),
    ],
)
def test_mentions(text, mentions):
    assert [mention.text for mention in find_mentions(text)] == mentions


@given(st.text())
def test_the_strict_count_is_never_below_the_other(text):
    assert emoji_as_bytes(text) >= smolint.platforms()["threads"].length(text)
