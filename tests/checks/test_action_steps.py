"""The steps of the action `edit`, and replacements in the case of what they replace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.checks.action_steps import edited
from smolint.checks.match_case import matched_case
from smolint.checks.number_words import in_digits, in_words


@pytest.mark.parametrize(
    ("params", "text", "expected"),
    [
        (["replace", "a", "o"], "banana", "bonono"),
        (["remove", "an"], "banana", "b"),
        (["regex", r"(\w+) (\w+)", "$2 $1"], "one two", "two one"),
        (["trim", "-"], "--a--", "a"),
        (["trim_left", "-"], "--a--", "a--"),
        (["wrap", "*"], "a", "*a*"),
        (["unwrap", "*"], "*a*", "a"),
        (["prefix", "un", "suffix", "ly"], "kind", "unkindly"),
        (["split", " ", "9"], "one two", "one two"),
        (["squeeze"], "a  b\n c", "a b c"),
        (["capitalize"], "été", "Été"),
        (["uncapitalize"], "Été", "été"),
        (["smart"], '"It\'s" -- so...', "“It’s” – so…"),
        (["dumb"], "“It’s” – so…", '"It\'s" -- so...'),
        (["ascii"], "Œuvre d’été", "OEuvre d'ete"),
        (["words"], "121st", "one hundred twenty-first"),
        (["digits"], "one hundred and twenty-first", "121st"),
        (["title"], "the bread and the oven", "The Bread and the Oven"),
        (["sentence"], "The Bread", "The bread"),
        (["simple"], "getUserName", "get user name"),
        (["kebab"], "getUserName", "get-user-name"),
        (["snake"], "get user-name", "get_user_name"),
        (["camel"], "Get user name", "getUserName"),
        (["pascal"], "get user name", "GetUserName"),
        (["prefix", "$1-"], "b", "a-b"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_steps(params, text, expected):
    assert edited(text, params, ["a"]) == expected


@pytest.mark.parametrize(
    ("replacement", "observed", "expected"),
    [
        pytest.param("A-OK", "a ok", "a-ok", id="lower case"),
        pytest.param("use", "UTILIZE", "USE", id="upper case"),
        pytest.param("use", "Utilize", "Use", id="one capital"),
        pytest.param("poor showing", "Bad rep", "Poor showing", id="a phrase's capital"),
        pytest.param("Cross-Platform", "cross Platform", "cross-Platform", id="word by word"),
        pytest.param("there is an", "THERE AN", "THERE IS AN", id="a word put in"),
        pytest.param("some of the", "Some the", "Some of the", id="a word put in after a capital"),
        pytest.param("phone", "iPhone", "phone", id="mixed case tells nothing"),
        pytest.param("…", "...", "…", id="no letters"),
    ],
)
def test_a_replacement_takes_the_case_of_what_it_replaces(replacement, observed, expected):
    assert matched_case(replacement, observed) == expected


@given(st.integers(-999_999, 10**15 - 1), st.booleans())
def test_numbers_in_words_are_read_back(number, is_ordinal):
    text = f"{number}"
    if is_ordinal and number >= 0:
        text += "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    assert in_digits(in_words(text)) == text


@pytest.mark.parametrize("text", ["bread", "12a", "", "twenty breads", "minus"])
def test_what_is_no_number_stays(text):
    assert in_words(text) == text
    assert in_digits(text) == text
