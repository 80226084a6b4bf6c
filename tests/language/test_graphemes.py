from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.graphemes import count_graphemes, graphemes

FOLDER = Path(__file__).parents[1] / "conformance"


def from_code_points(written):
    return "".join(chr(int(point, 16)) for point in written.split())


def break_cases():
    cases = json.loads((FOLDER / "unicode" / "grapheme-break-17.0.0.json").read_text(encoding="utf-8"))["cases"]
    return [pytest.param(case["cp"], case["clusters"], id=case["cp"]) for case in cases]


@pytest.mark.parametrize(("code_points", "clusters"), break_cases())
def test_parts_text_where_unicode_17_does(code_points, clusters):
    text = from_code_points(code_points)
    assert graphemes(text) == [from_code_points(cluster) for cluster in clusters]
    assert count_graphemes(text) == len(clusters)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("Bonjour !", 9, id="ASCII"),
        pytest.param("a\r\nb", 3, id="a Windows line end is one"),
        pytest.param("L’été, à « l’œuvre »\u202f!", 22, id="French, composed"),
        pytest.param("e\u0301te\u0301", 3, id="French, accents apart"),
        pytest.param("👩🏽‍🚀🇫🇷1️⃣❤️", 4, id="emoji sequences"),
        pytest.param("नमस्ते", 3, id="an Indic conjunct"),
        pytest.param("a\u094dत", 2, id="a linker with no consonant before it"),
        pytest.param("🇫🇷🇩🇪🇫", 3, id="flags in a row, the last one cut"),
        pytest.param("🇫🇷" * 20_000, 20_000, id="a very long row of flags"),
        pytest.param("각", 1, id="Korean letters that make a syllable"),
    ],
)
def test_counts_what_readers_see(text, count):
    assert count_graphemes(text) == count


@given(st.text(st.characters() | st.sampled_from("é\r\n👩🏽\u200d\ufe0f🇫🇷\u0301\u094dकत")))
def test_graphemes_make_up_the_text_and_are_as_many_as_counted(text):
    parts = graphemes(text)
    assert "".join(parts) == text
    assert count_graphemes(text) == len(parts)


@given(st.text(st.characters(max_codepoint=0x20FF)))
def test_the_short_path_counts_the_same(text):
    # A Thai letter behind a tab, which joins nothing, sends the same text along the general path.
    assert count_graphemes(text + "\tก") == count_graphemes(text) + 2
