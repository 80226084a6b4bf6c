"""Cashtags and polls."""

from __future__ import annotations

import pytest
from checks.social import marked, read, thread
from smolint_twitter.checks import poll_options, too_many_cashtags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("$WEAT and $CORN", ["$CORN"], id="two"),
        pytest.param("$WEAT $CORN $SOYB", ["$CORN"], id="three, marked once"),
        pytest.param("$WEAT $weat", [], id="one, twice"),
        pytest.param("$WEAT\n\n---\n\n$CORN", [], id="one in each item of a thread"),
        pytest.param("$12 and $3", [], id="prices"),
        pytest.param("export $HOME/$PATH", [], id="variables"),
        pytest.param("", [], id="empty"),
    ],
)
def test_cashtags(text, expected):
    assert marked(thread(text), too_many_cashtags, None) == expected


def faults(text):
    reading = read(text)
    return [(mark.variant, reading.draft.source[mark.span]) for mark in poll_options(reading, None)]


def poll(*options):
    return "Which?\n\n" + "\n".join(f"( ) {option}" for option in options)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(poll("Rye", "Spelt"), [], id="two options"),
        pytest.param(poll("Rye", "Rye", "Rye", "Rye"), [], id="four alike"),
        pytest.param(poll("a", "b", "c", "d", "e", "f"), [("many", "e")], id="six"),
        pytest.param("---\npoll: [Rye]\n---\nWhich?", [("few", "[Rye]")], id="one, in the front matter"),
        pytest.param(poll("x" * 25, "é" * 25), [], id="as long as is accepted"),
        pytest.param(poll("x" * 26, "b"), [("long", "x" * 26)], id="too long"),
        pytest.param(f'---\npoll: ["{"x" * 26}", b]\n---\nWhich?', [("long", "x" * 26)], id="in quotation marks"),
        pytest.param("---\npoll: none\n---\nWhich?", [], id="no list"),
        pytest.param("Which? (x) or ( )", [], id="no poll"),
        pytest.param("---\nmedia:\n  - file: a.png\n---\nWhich?", [], id="images alone"),
    ],
)
def test_polls(text, expected):
    assert faults(text) == expected


def test_a_poll_with_images():
    text = "---\nmedia:\n  - file: a.png\npoll: [Rye, Spelt]\n---\nWhich?"
    assert [variant for variant, _ in faults(text)] == ["media"]
