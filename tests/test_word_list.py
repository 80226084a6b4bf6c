"""Word lists: looked for in parts, they match where all of it together as one pattern would."""

from __future__ import annotations

import pytest
from checks.made import made
from hypothesis import given
from hypothesis import strategies as st

from smolint.patterns import joined_tokens
from smolint.texts import texts
from smolint.word_list import WordList

PARTS = st.sampled_from(
    ["ab", "ba?", "[ab]c", "(?:ca|b)", "c+", "a{2}", r"\bb", ".", "(?=c)", "(?i)A", "é", "İ", "\n", "!", "_", "-"]
)
TOKENS = st.lists(st.lists(PARTS, min_size=1, max_size=4).map("".join), min_size=1, max_size=4)
BLOCKS = st.lists(st.text("abcABCé İ!\n_-", max_size=12), max_size=4)


def matched(listed: WordList, *blocks: str) -> list[str]:
    return [one.text for one in texts(made(*blocks), ("text",)).matches(listed)]


@given(TOKENS, BLOCKS, st.booleans(), st.booleans())
def test_matches_as_one_pattern_would(tokens: list[str], blocks: list[str], ignorecase: bool, nonword: bool) -> None:
    joined = joined_tokens(tokens, ignorecase=ignorecase, nonword=nonword)
    expected = [one.group() for prose in blocks for one in joined.finditer(prose) if one.group()]
    assert matched(WordList(tokens, ignorecase=ignorecase, nonword=nonword), *blocks) == expected


@pytest.mark.parametrize(
    ("tokens", "text", "expected"),
    [
        pytest.param(["ice", "ice cream"], "ice cream", [(0, "ice")], id="the first of the list"),
        pytest.param(["cream tea", "ice cream"], "ice cream tea", [(1, "ice cream")], id="the first in the text"),
        pytest.param(["a b", "b c", "c d"], "a b c d", [(0, "a b"), (2, "c d")], id="none that overlap"),
        pytest.param(["b", "a b", "b a"], "b a b a", [(0, "b"), (1, "a b")], id="one that is met again"),
        pytest.param(["ice"], "Ice, notice", [], id="no word"),
        pytest.param(["my", "no"], "Re\u0301my nota no\u0302", [], id="a word cut by accents on their own"),
    ],
)
def test_tells_what_of_the_list_has_matched(tokens: list[str], text: str, expected: list[tuple[int, str]]) -> None:
    found = texts(made(text), ("text",)).matches(WordList(tokens))
    assert [(one.part, one.text) for one in found] == expected


def test_raw_text_stands_before_any_token() -> None:
    assert matched(WordList(["cat", "dog"], raw="big "), "a big dog, a cat") == ["big dog"]
    assert matched(WordList(["cat", "dog"], raw="s", append=True, nonword=True), "cats and dog") == ["cats"]


def test_a_flag_holds_for_the_rest_of_the_list() -> None:
    assert matched(WordList(["ant", "(?i)bee", "cat"]), "Ant Bee Cat") == ["Bee", "Cat"]


def test_of_a_long_list_only_what_a_text_holds_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    part = WordList._pattern
    monkeypatch.setattr(WordList, "_pattern", lambda self, number: asked.append(number) or part(self, number))
    listed = WordList([f"word{number} of mine" for number in range(20_000)])
    text = "word7 of mine, word9 of yours, word77 of mine"
    assert matched(listed, text, "word9 of mine") == ["word7 of mine", "word77 of mine", "word9 of mine"]
    assert asked == [7, 77, 9]
