from __future__ import annotations

import pytest

from checks.made import made, marked
from smolint.checks.capitals import Capitals, all_caps


def found(reading, **options):
    return marked(reading, list(all_caps(reading, Capitals(**options))))


@pytest.mark.parametrize(
    ("text", "run"),
    [
        pytest.param("PLEASE READ THE WHOLE LETTER first.", "PLEASE READ THE WHOLE LETTER", id="a request"),
        pytest.param("Hi! DON’T MISS OUR GREAT SALE!!!", "DON’T MISS OUR GREAT SALE", id="a contraction"),
        pytest.param("OUVERT DÈS L’AUBE ET JUSQU’À MIDI.", "OUVERT DÈS L’AUBE ET JUSQU’À MIDI", id="French elisions"),
        pytest.param("ÉTÉ COMME HIVER, À VOTRE SERVICE", "ÉTÉ COMME HIVER, À VOTRE SERVICE", id="accents"),
        pytest.param(
            "HUGE SALE THIS WEEK, 50 LOAVES LEFT", "HUGE SALE THIS WEEK, 50 LOAVES LEFT", id="a number within"
        ),
    ],
)
def test_marks_the_words_in_capitals(text, run):
    assert found(made(text)) == [run]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is FOR FREE.", id="two words"),
        pytest.param("CSS, HTML, JSON, HTTP and XML", id="acronyms in a row"),
        pytest.param("NASA ESA JAXA CNES ISRO", id="agencies"),
        pytest.param("The UNESCO and the UNICEF met the OTAN.", id="acronyms that read as words"),
        pytest.param("#COMEANDSEE @THEBAKERY WWW.EXAMPLE.COM/NOW/AND/HERE", id="hashtag, mention, address"),
        pytest.param("He cried: « VENEZ TOUS VOIR LE PAIN »", id="a quotation"),
        pytest.param("Set MAX_LOAVES_PER_DAY and BAKE_AT_DAWN to 1.", id="names with underscores"),
        pytest.param("Read BREAD by J. R. R. T. Baker.", id="initials"),
        pytest.param("CONFIDENTIAL – DO NOT SHARE", id="two marks with a dash between them"),
        pytest.param("BACK TO BASICS RPC", id="a short label and an acronym"),
        pytest.param("ANY WARRANTY AND ALL LIABILITY ARE EXCLUDED", id="a legal clause"),
        pytest.param("ФЫВА ОЛДЖ ЯЧСМ ИТЬБЮ", id="another alphabet"),
    ],
)
def test_leaves_alone(text):
    assert found(made(text)) == []


def test_quotations_tables_and_code_are_left_alone():
    shout = "COME AND TASTE OUR BREAD"
    assert found(made(("quote", shout), ("cell", shout), ("code", shout))) == []
    assert found(made(shout, within=("quote",))) == []


def test_a_heading_counts_as_well():
    assert found(made(("heading", "WHY WE BAKE WITH WOOD"))) == ["WHY WE BAKE WITH WOOD"]


def test_the_number_of_words_can_be_set():
    assert found(made("READ THIS LETTER NOW"), min_words=5) == []
    assert found(made("READ THIS LETTERS"), min_words=3, min_letters=10) == ["READ THIS LETTERS"]
