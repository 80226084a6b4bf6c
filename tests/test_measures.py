from __future__ import annotations

import json

import pytest
from checks.made import SOCIAL, embed, image, link, made

from smolint.measures import measures

KEYS = (
    "path draft platform language title words quoted_words sentences long_sentence_share mean_sentence_words "
    "passive_share transition_share same_starts longest_paragraph_words long_paragraphs sections "
    "longest_section_words paragraphs headings images images_without_alt internal_links outbound_links hashtags "
    "mentions reading_ease "
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
        "quoted_words": 0,
        "sentences": 4,
        "long_sentence_share": 0.25,
        "mean_sentence_words": 7.2,
        "passive_share": 0.0,
        "transition_share": 0.0,
        "same_starts": 0,
        "longest_paragraph_words": 25,
        "long_paragraphs": 0,
        "sections": 2,
        "longest_section_words": 25,
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
    assert 0 <= found["depth"] <= 100
    assert all(part["points"] <= part["max_points"] for part in found["depth_parts"].values())


def test_quotations_are_words_and_nothing_else():
    found = measures(made("We bake at dawn.", ("quote", "Give us this day our daily bread, for " + "ever " * 20)))
    assert (found["words"], found["quoted_words"]) == (32, 28)
    assert (found["sentences"], found["longest_paragraph_words"], found["longest_section_words"]) == (1, 4, 4)


@pytest.mark.parametrize("kind", ["heading", "item", "cell", "caption", "term"])
def test_sentences_outside_paragraphs_count(kind):
    found = measures(made("We bake at dawn.", (kind, "Bread for all")))
    assert (found["sentences"], found["words"], found["mean_sentence_words"]) == (2, 7, 3.5)


def test_french_words_are_counted_as_word_processors_do():
    found = measures(made("L’arbre d’ici, donne-le-moi. Aujourd’hui, qu’en dit-on ?", language="fr"))
    assert (found["words"], found["sentences"], found["mean_sentence_words"]) == (6, 2, 3.0)


def test_style_of_a_text():
    text = "We bake bread. We sell bread. We like bread. However, the oven was built by Anna."
    found = measures(made(text))
    assert (found["same_starts"], found["passive_share"], found["transition_share"]) == (1, 0.25, 0.25)


def test_parts_that_are_too_long():
    found = measures(made(("heading", "Bread"), "bread " * 151, "bread " * 160, ("heading", "Wine"), "Red."))
    assert (found["long_paragraphs"], found["longest_paragraph_words"]) == (2, 160)
    assert (found["sections"], found["longest_section_words"]) == (2, 311)


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
