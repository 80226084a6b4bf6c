"""Headings in the case that a house wants, through rule files."""

from __future__ import annotations

import pytest

from checks.packed import findings, marked, mended
from smolint.checks.title_case import Casing, sentence_case, title_case
from smolint.errors import ConfigError


def rule(match: str, *lines: str) -> str:
    return "\n".join(["extends: capitalization", "message: bad", "scope: [heading]", f"match: '{match}'", *lines])


@pytest.mark.parametrize(
    ("lines", "heading", "right"),
    [
        pytest.param(rule("$title"), "The Bread of the Week", True, id="title"),
        pytest.param(rule("$title"), "The bread of the week", False, id="no title"),
        pytest.param(rule("$title", "style: Chicago"), "A Life after Bread", True, id="Chicago's prepositions"),
        pytest.param(rule("$title"), "A Walk to Remember", True, id="to"),
        pytest.param(rule("$title"), "How NASA Bakes", True, id="capitals"),
        pytest.param(rule("$sentence"), "The bread of the week", True, id="sentence"),
        pytest.param(rule("$sentence"), "The Bread of the Week", False, id="no sentence"),
        pytest.param(rule("$sentence"), "the bread of the week", False, id="no capital"),
        pytest.param(rule("$sentence", "exceptions: [Axon Server]"), "Our Axon Server at work", True, id="a name"),
        pytest.param(rule("$sentence", "indicators: [':']"), "Bread: What now", True, id="after a colon"),
        pytest.param(rule("$sentence", "prefix: '^[a-z]\\.\\s'"), "a. Our bread", True, id="a prefix"),
        pytest.param(rule("$sentence", "threshold: 0.5"), "Our Bread is good", True, id="a low threshold"),
        pytest.param(rule("$lower"), "our bread", True, id="lower"),
        pytest.param(rule("$lower"), "Our bread", False, id="not lower"),
        pytest.param(rule("$upper"), "OUR BREAD", True, id="upper"),
        pytest.param(rule("^[A-ZÉ]"), "École ouverte", True, id="a pattern"),
        pytest.param(rule("^[A-ZÉ]"), "école ouverte", False, id="against a pattern"),
        pytest.param(rule("$title"), "🍞", True, id="no words"),
        pytest.param(rule("$sentence"), "Use `fooBar` now", True, id="code"),
    ],
)
def test_reads_the_case(tmp_path, lines, heading, right):
    assert marked(tmp_path, lines, f"# {heading}\n\nText.") == ([] if right else [heading])


def test_mends_a_heading(tmp_path):
    assert mended(tmp_path, rule("$sentence", "action: {name: replace}"), "# Our Bread Today") == ["Our bread today"]


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        pytest.param(rule("$titel"), "did you mean '$title'", id="case"),
        pytest.param(rule("$title", "style: Chicgo"), "did you mean 'Chicago'", id="style"),
    ],
)
def test_names_the_nearest_right_word(tmp_path, lines, hint):
    with pytest.raises(ConfigError) as caught:
        findings(tmp_path, lines, "text")
    assert hint in str(caught.value)


@pytest.mark.parametrize(
    ("text", "casing", "expected"),
    [
        pytest.param("getting started with Vale", Casing(), "Getting started with vale", id="plain"),
        pytest.param("1. An important heading", Casing(begins=lambda word, _: word == "1."), "1. An important heading",
                     id="a number"),
        pytest.param("Six NASA Instruments Fly to Moon", Casing(("NASA", "Moon")), "Six NASA instruments fly to Moon",
                     id="names"),
    ],
)  # fmt: skip
def test_sentence_case(text, casing, expected):
    assert sentence_case(text, casing) == expected


@pytest.mark.parametrize(
    ("text", "casing", "expected"),
    [
        pytest.param("the bread and the oven", Casing(), "The Bread and the Oven", id="small words"),
        pytest.param("bread: an oven of", Casing(), "Bread: An Oven Of", id="after a colon, and the last"),
        pytest.param("understanding json", Casing(("JSON",)), "Understanding JSON", id="names"),
        pytest.param("life without bread", Casing(chicago=True), "Life without Bread", id="Chicago"),
    ],
)
def test_title_case(text, casing, expected):
    assert title_case(text, casing) == expected
