from __future__ import annotations

import pytest

from checks.linked import linked, texts
from smolint.check import NoOptions
from smolint.checks.seo_description import DescriptionLength, seo_description_length, seo_description_missing
from smolint.finding import Level


def measured(description: str, key: str = "description"):
    reading = linked(f"---\ntitle: Bread\n{key}: {description}\n---\nWe bake.\n")
    return [
        (mark.variant, reading.draft.source[mark.span], mark.values)
        for mark in seo_description_length(reading, DescriptionLength())
    ]


@pytest.mark.parametrize("length", [121, 140, 156])
def test_a_good_length(length):
    assert measured("é" * length) == []


def test_the_bounds():
    assert measured("x" * 157) == [("", "x", {"length": 157, "limit": 156, "surplus": 1})]
    assert measured("x" * 120) == [("short", "x" * 120, {"length": 120, "limit": 121, "missing": 1})]


def test_the_mark_begins_with_a_character():
    assert measured("x" * 156 + " more")[0][1] == "more"


def test_a_short_one_is_a_suggestion():
    (mark,) = seo_description_length(linked("---\ndescription: Bread.\n---\n"), DescriptionLength())
    assert mark.at_most == Level.SUGGESTION


@pytest.mark.parametrize(
    ("description", "key"),
    [
        pytest.param("Bread.", "excerpt", id="an excerpt is measured by no one"),
        pytest.param("'{{ page.excerpt }}'", "description", id="made by a template"),
        pytest.param("", "description", id="empty"),
        pytest.param("[a, b]", "description", id="no text"),
    ],
)
def test_left_alone(description, key):
    assert measured(description, key) == []


def test_the_marks_in_html_hold_their_references():
    page = '<!doctype html><head><meta name="description" content="Bread &amp; more."></head>'
    assert texts(linked(page, path="a.html"), seo_description_length, DescriptionLength()) == ["Bread &amp; more."]


@pytest.mark.parametrize(
    ("text", "path", "marks"),
    [
        pytest.param("---\ntitle: Bread\n---\nWe bake.\n", "a.md", ["Bread"], id="none"),
        pytest.param("---\ntitle: Bread\ndescription: ''\n---\nWe bake.\n", "a.md", ["Bread"], id="an empty one"),
        pytest.param("---\ntitle: Bread\nexcerpt: Rye.\n---\nWe bake.\n", "a.md", [], id="an excerpt"),
        pytest.param("---\ntitle: Bread\nmeta_description: Rye.\n---\nWe bake.\n", "a.md", [], id="another name"),
        pytest.param("# Bread\n\nWe bake.\n", "a.md", [], id="nowhere to write it"),
        pytest.param("---\ntitle: Bread\nlayout: home\n---\nWe bake.\n", "a.md", [], id="no post"),
    ],
)
def test_missing(text, path, marks):
    assert texts(linked(text, path=path), seo_description_missing, NoOptions()) == marks
