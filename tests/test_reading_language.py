"""The language of a draft's blocks, as rules and figures see it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.draft import Block, Content, Draft
from smolint.platform import Platform
from smolint.reading import Reading
from smolint.source import Piece, Source

_FRENCH = "Nous avons ouvert la boulangerie il y a dix ans, et depuis nous pétrissons le même pain que le premier jour."


def block(text, language=""):
    return Block("paragraph", text, (Piece(0, len(text), 0, len(text)),), language=language)


def reading(blocks, language):
    draft = Draft(Source("post.md", ""), Content(tuple(blocks)), "markdown", language=language)
    return Reading(draft, Platform("", "", kind="blog"))


@pytest.mark.parametrize(
    ("text", "declared", "of_draft", "language"),
    [
        pytest.param(_FRENCH, "", "en", "fr", id="what the text clearly is"),
        pytest.param("Du pain ?", "", "en", "en", id="the draft's when the text is short"),
        pytest.param(_FRENCH, "en", "fr", "en", id="what the markup declares before all"),
        pytest.param("Du pain ?", "", "", "", id="unknown"),
    ],
)
def test_language_of_a_block(text, declared, of_draft, language):
    paragraph = block(text, declared)
    assert reading([paragraph], of_draft).language_of(paragraph) == language


def test_words_are_counted_in_the_blocks_language():
    paragraph = block(f"{_FRENCH} L’an prochain, qu’y aura-t-il ?")
    spans = reading([paragraph], "en").words(paragraph)
    assert [paragraph.text[start:end] for start, end in spans][-7:] == [
        "L’",
        "an",
        "prochain",
        "qu’",
        "y",
        "aura",
        "il",
    ]


@given(st.text(st.sampled_from("ab ’'-.!?…\n«»lA1"), max_size=80), st.sampled_from(["fr", "en"]))
def test_each_sentence_has_the_words_that_begin_in_it(text, language):
    paragraph = block(text, language)
    one = reading([paragraph], language)
    between = [one.words_between(paragraph, start, end) for _, start, end in one.sentences(paragraph)]
    assert one.sentence_lengths(paragraph) == between
    assert sum(between) == one.word_count(paragraph)
