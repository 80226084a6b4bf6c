"""Signs of Markdown dialects: texts without any are told from the others before they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.parsers.markdown_markers import mask_markers, may_have_markers

_SIGNS = ["!!! note", "???+ a", '===! "T"', "=== b", ":::", "[[toc]]", "[TOC]", "{{ Toc }}", "${toc}", "{: .x}"]
_ELEMENTS = ['<div markdown="1">', "<p MARKDOWN>"]
_AROUND = ["word", "İ", "> ", "- ", "    ", "\t", "\n", "\n\n", "=", "!", "[", "{"]


@given(st.lists(st.sampled_from([*_SIGNS, *_ELEMENTS, *_AROUND]), max_size=12).map("".join))
def test_what_is_blotted_out_of_a_text_is_found_to_be_there(text):
    assert may_have_markers(text) or mask_markers(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Title\n=====\n\nA text of ours.", id="a heading that is underlined"),
        pytest.param("    if (a === b) {\n", id="code that compares"),
        pytest.param("What??? No!!! Yes.", id="loud sentences"),
        pytest.param("See the {toc} and the [toc] below.", id="brackets in a sentence"),
        pytest.param("We write <b>markdown</b> here.", id="Markdown as a word"),
    ],
)
def test_ordinary_texts_have_none(text):
    assert not may_have_markers(text)
