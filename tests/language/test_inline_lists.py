"""Lists written on one line, as the sentence splitter sees them; and abbreviations by language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.abbreviations import abbreviations
from smolint.language.inline_lists import is_list_label, split_inline_list
from smolint.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "items"),
    [
        pytest.param("1) Open it 2) Edit it 3) Close it", "1) Open it|2) Edit it|3) Close it", id="numbers"),
        pytest.param("1. Open it 2. Edit it", "1. Open it|2. Edit it", id="numbers with stops"),
        pytest.param("1.) Open it 2.) Edit it", "1.) Open it|2.) Edit it", id="numbers with both"),
        pytest.param("9) Nine 10) Ten 11) Eleven", "9) Nine|10) Ten|11) Eleven", id="numbers that grow longer"),
        pytest.param("a) Open b) Close", "a) Open|b) Close", id="letters"),
        pytest.param("• flour • salt • water", "• flour|• salt|• water", id="bullets"),
        pytest.param("• 1. flour • 2. salt", "• 1. flour|• 2. salt", id="bullets with numbers"),
        pytest.param("✓ fast ✓ free", "✓ fast|✓ free", id="ticks"),
        pytest.param("1) Open 3) Close", "1) Open 3) Close", id="a number is missing"),
        pytest.param("1) Open 2. Close", "1) Open 2. Close", id="written differently"),
        pytest.param("See 1) and 2) below", "See 1) and 2) below", id="numbers further in"),
        pytest.param("• only one", "• only one", id="one bullet"),
        pytest.param("2024 was 2) good", "2024 was 2) good", id="a year"),
        pytest.param("1)Open 2)Close", "1)Open 2)Close", id="no spaces"),
    ],
)
def test_splitting(text: str, items: str) -> None:
    assert [text[start:end] for start, end in split_inline_list(text, 0, len(text))] == items.split("|")


@given(st.text(st.sampled_from("12ab.) •✓\n"), max_size=40).map(str.strip))
def test_items_are_apart_in_order_and_hold_all_that_is_visible(text: str) -> None:
    done = 0
    for start, end in split_inline_list(text, 0, len(text)):
        assert done <= start < end or not text
        assert not text[done:start].strip()
        done = end
    assert not text[done:].strip()


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param("1. Open", "1", True, id="a number at the beginning"),
        pytest.param("- 1. Open", "1", True, id="after a dash"),
        pytest.param("1. Open it 2. Close", "2", True, id="the next number of a list"),
        pytest.param("It has 2. Then", "2", False, id="a number at a sentence's end"),
        pytest.param("a) Open b. Close", "b", True, id="the next letter"),
        pytest.param("1) Vitamin b. Good", "b", False, id="a letter in a list of numbers"),
        pytest.param("2024. A year", "2024", False, id="a year"),
        pytest.param("3) Open 2. Close", "2", False, id="a number that comes before"),
    ],
)
def test_labels(text: str, label: str, expected: bool) -> None:
    assert is_list_label(text, 0, text.index(f"{label}."), label) is expected


@pytest.mark.parametrize("kind", ["titles", "never", "before_number", "soft", "openers"])
def test_an_unknown_language_takes_the_abbreviations_of_both(kind: str) -> None:
    french, english = getattr(abbreviations("fr"), kind), getattr(abbreviations("en"), kind)
    assert getattr(abbreviations("de"), kind) == french | english
    assert all(word == word.lower() and not word.endswith(".") for word in french | english)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_title_is_followed_by_a_name(language: str) -> None:
    for title in sorted(abbreviations(language).titles - {"éd"}):
        text = f"Ask {title.capitalize()}. Martin today."
        assert sentences(text, language) == [text], title


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_never_ends_a_sentence_does_not(language: str) -> None:
    for word in sorted(abbreviations(language).never):
        text = f"Bread {word}. Martin today."
        assert sentences(text, language) == [text], word


@pytest.mark.parametrize("language", ["fr", "en"])
def test_abbreviations_before_a_number_are_words_elsewhere(language: str) -> None:
    for word in sorted(word for word in abbreviations(language).before_number if len(word) > 2 and word.isalpha()):
        text = f"Bread {word}. 12 today."
        assert sentences(text, language) == [text], word
        assert len(sentences(f"Bread and {word}. Then we left.", language)) == 2, word
