from __future__ import annotations

import json

import pytest
from checks.made import SOCIAL, embed, image, link, made

from smolint.measures import measures

KEYS = (
    "path draft platform language title words sentences long_sentence_share mean_sentence_words paragraphs headings "
    "images images_without_alt internal_links outbound_links hashtags mentions reading_ease "
    "depth depth_parts length length_limit"
)


@pytest.fixture
def post():
    return made(
        "We bake at dawn. " + "It is " + "very " * 18 + "late.",
        ("heading", "What we bake"),
        ("item", "Bread."),
        ("code", "not counted"),
        image("a.png"),
        image("b.png", None),
        link("/about"),
        link("https://bakery.example/oven"),
        link("https://elsewhere.example/"),
        link("mailto:anna@bakery.example"),
        embed("video"),
        title="Bread",
    )


def test_measures_of_a_blog_post(post):
    found = measures(post)
    assert {key: found[key] for key in found if key not in {"reading_ease", "depth", "depth_parts"}} == {
        "path": "post.md",
        "draft": 0,
        "platform": "blog",
        "language": "en",
        "title": "Bread",
        "words": 29,
        "sentences": 3,
        "long_sentence_share": 0.333,
        "mean_sentence_words": 8.7,
        "paragraphs": 1,
        "headings": 1,
        "images": 2,
        "images_without_alt": 1,
        "internal_links": 2,
        "outbound_links": 1,
        "hashtags": 0,
        "mentions": 0,
        "length": None,
        "length_limit": None,
    }
    assert 0 < found["depth"] < 100
    assert sum(part["points"] for part in found["depth_parts"].values()) == found["depth"]


def test_measures_of_a_social_post():
    text = "Fresh #bread by @anna at six."
    found = measures(made(text, platform=SOCIAL))
    assert (found["length"], found["length_limit"], found["hashtags"], found["mentions"]) == (29, 500, 1, 1)
    assert (found["depth"], found["depth_parts"], found["title"]) == (None, None, None)


def test_keys_are_those_of_the_documented_output(post):
    assert sorted(measures(post)) == sorted(KEYS.split())
    json.dumps(measures(post))


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        pytest.param("en", "The cat sat on the mat. The dog ran.", 90, 125, id="easy English"),
        pytest.param("fr", "Le chat dort. Le chien court.", 90, 140, id="easy French"),
    ],
)
def test_reading_ease(language, text, low, high):
    assert low < measures(made(text, language=language))["reading_ease"] < high


def test_addresses_are_not_read_aloud():
    plain, linked = made("The cat sat."), made("The cat sat. https://example.com/inconceivability #felinity")
    assert measures(linked)["reading_ease"] == measures(plain)["reading_ease"]


@pytest.mark.parametrize("reading", [made("Das ist Brot.", language="de"), made()], ids=["other language", "no text"])
def test_no_reading_ease(reading):
    assert measures(reading)["reading_ease"] is None


def test_an_empty_draft_has_measures():
    found = measures(made())
    assert (found["words"], found["sentences"], found["mean_sentence_words"], found["depth"]) == (0, 0, 0.0, 0)
