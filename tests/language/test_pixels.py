"""The width of titles in pixels."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.pixels import fitting, pixel_width


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("Arial", 40.01, id="Latin letters"),
        pytest.param("0123456789", 111.23, id="figures are all as wide"),
        pytest.param("Œuvre", 58.91, id="a ligature"),
        pytest.param("été", 27.8, id="accents"),
        pytest.param("e\u0301te\u0301", 27.8, id="accents that combine"),
        pytest.param("a\u00a0b", 27.8, id="a no-break space"),
        pytest.param("Хлеб", 47.59, id="Cyrillic"),
        pytest.param("面包", 40, id="Chinese"),
        pytest.param("🥖", 20, id="an emoji"),
        pytest.param("ა", 11.12, id="a letter that the table does not have"),
        pytest.param("\u200b\u00ad", 0, id="what is not shown"),
    ],
)
def test_width_in_arial_at_20_pixels(text, width):
    assert pixel_width(text) == pytest.approx(width, abs=0.02)


def test_size_scales_the_width():
    assert pixel_width("bread", 10) == pytest.approx(pixel_width("bread") / 2)


def test_fitting_counts_the_characters_that_are_shown():
    assert fitting("MMM", 50) == 3
    assert fitting("MMM", 49) == 2
    assert fitting("", 10) == 0


@given(st.text(alphabet=st.characters(codec="utf-8")), st.floats(0, 2000))
def test_what_fits_is_a_beginning_that_is_no_wider(text, room):
    composed = normalize("NFC", text)
    kept = fitting(composed, room)
    assert pixel_width(composed[:kept]) <= room + 0.001
    assert kept == len(composed) or pixel_width(composed[: kept + 1]) > room - 0.001
