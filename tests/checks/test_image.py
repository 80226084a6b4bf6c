from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Picture

from checks.made import SOCIAL, embed, image, link, made, marked
from smolint import lint_text
from smolint.check import NoOptions
from smolint.checks.image import Missing, Unreadable, image_alt_missing, image_missing, image_unreadable
from smolint.finding import Level
from smolint.reading import Reading
from smolint.source import Span

TEXT = "Our oven is here. Come and see it."


def missing(reading, **options):
    return marked(reading, list(image_missing(reading, Missing(**options))))


def test_marks_the_first_sentence_of_a_post_without_image():
    assert missing(made(TEXT, platform=SOCIAL)) == ["Our oven is here."]


def test_marks_the_title_of_a_blog_post():
    assert missing(made(TEXT, title="Our oven")) == ["Our oven"]


@pytest.mark.parametrize(
    ("part", "settings"),
    [
        pytest.param(image("oven.jpg"), {}, id="image"),
        pytest.param(image("https://example.com/oven.jpg", None, "front-matter", "featured"), {}, id="lead image"),
        pytest.param(embed("video", "video"), {}, id="film"),
        pytest.param(embed("shortcode", "gallery"), {}, id="gallery"),
        pytest.param(embed("poll"), {"platform": SOCIAL}, id="poll"),
        pytest.param(embed("quote-post"), {"platform": SOCIAL}, id="quoted post"),
        pytest.param(link("https://www.youtube.com/watch?v=abc"), {}, id="link to a film"),
        pytest.param("More.", {"part": 1, "platform": SOCIAL}, id="later post of a thread"),
        pytest.param("More.", {"fields": {"image": "/oven.jpg"}}, id="image named in the front matter"),
        pytest.param("More.", {"fields": {"layout": "redirect"}}, id="redirect"),
        pytest.param("More.", {"title": "Announcing Oven 1.4.2"}, id="release notes"),
        pytest.param("Our shop is currently unavailable.", {"platform": SOCIAL}, id="a breakdown"),
    ],
)
def test_nothing_is_missing(part, settings):
    assert missing(made(TEXT, part, **settings)) == []


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"hero": False}, id="said to have none"),
        pytest.param({"media": ["linkedin-bakery"]}, id="accounts to post to"),
    ],
)
def test_fields_that_name_no_image(fields):
    assert missing(made(TEXT, platform=SOCIAL, fields=fields)) != []


def test_an_image_made_by_a_template_is_one():
    texts = {name: f'{{{{ "ada" | {name} }}}}\n\n{"word " * 300}\n' for name in ("team_photo", "upcase")}
    found = {name: [one.rule for one in lint_text(text, platform="wordpress")] for name, text in texts.items()}
    assert {name: "image/missing" in rules for name, rules in found.items()} == {"team_photo": False, "upcase": True}


def test_short_blog_posts_may_do_without():
    assert missing(made(TEXT), min_words=300) == []
    assert missing(made("word " * 300), min_words=300) != []


def test_a_link_card_may_stand_for_an_image():
    text = "We are hiring: https://example.com/jobs"
    marked_texts = {
        platform: [one.rule for one in lint_text(text, platform=platform) if one.rule == "image/missing"]
        for platform in ("linkedin", "facebook")
    }
    assert marked_texts == {"linkedin": [], "facebook": ["image/missing"]}


def test_one_image_is_enough_for_a_thread():
    first, second = made(TEXT, platform=SOCIAL), made(TEXT, image("a.png"), platform=SOCIAL)
    thread = (replace(first.draft, parts=2), replace(second.draft, part=1, parts=2))
    assert missing(Reading(thread[0], SOCIAL, thread=thread)) == []


def test_a_tracking_pixel_is_no_image():
    assert missing(made(TEXT, image("https://feeds.feedburner.com/~r/bread/1.gif"))) != []


def alt(*images):
    return list(image_alt_missing(made(TEXT, *images), NoOptions()))


@pytest.mark.parametrize(
    ("found", "variant"),
    [
        pytest.param(image("pics/oven.jpg", None, "html"), "", id="HTML without alt"),
        pytest.param(image("pics/oven.jpg", "", "markdown"), "empty", id="empty in Markdown"),
        pytest.param(image("pics/oven.jpg", " ", "markdown"), "empty", id="nothing but a space"),
        pytest.param(image("pics/oven.jpg", None, "media", "attached"), "", id="attached to a post"),
        pytest.param(image("pics/oven.jpg", None, "front-matter", "attached"), "", id="listed in a post"),
    ],
)
def test_marks_images_without_alternative(found, variant):
    marks = alt(found)
    assert [(mark.variant, mark.values) for mark in marks] == [
        (variant, {"target": "pics/oven.jpg", "name": "oven.jpg"}),
    ]


@pytest.mark.parametrize("role", ["featured", "body"])
def test_what_a_social_post_names_in_its_front_matter_is_attached(role):
    reading = made(TEXT, image("oven.jpg", None, "front-matter", role), platform=SOCIAL)
    assert len(list(image_alt_missing(reading, NoOptions()))) == 1


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(image("oven.jpg"), id="has one"),
        pytest.param(image("line.png", "", "html"), id="decoration in HTML"),
        pytest.param(image("line.png", "", "template"), id="decoration in a template tag"),
        pytest.param(image("img/divider-2.png", "", "markdown"), id="ornament in Markdown"),
        pytest.param(image("img/separateur.svg", "", "markdown"), id="ornament with a French name"),
        pytest.param(image("oven.jpg", None, "template"), id="template tag that has no place for it"),
        pytest.param(image("oven.jpg", None, "front-matter", "featured"), id="lead image"),
        pytest.param(image("attachment:42", None, "block"), id="item of the media library"),
        pytest.param(image("https://example.com/pixel.gif", None, "html"), id="tracking pixel"),
    ],
)
def test_alternative_not_wanted(found):
    assert alt(found) == []


def test_marks_the_whole_image_in_the_source():
    text = 'Bread.\n\n<img src="a.png" width="10">\n\n<img src="b.png" width="1" height="1">\n'
    found = [one.text for one in lint_text(text, platform="wordpress") if one.rule == "image/alt-missing"]
    assert found == ['<img src="a.png" width="10">']


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Picture.new("RGB", (8, 8)).save(tmp_path / "good.png")
    Picture.new("RGB", (8, 8)).save(tmp_path / "really-a-png.jpg", format="PNG")
    (tmp_path / "page.png").write_text("<!doctype html>")
    (tmp_path / "cut.png").write_bytes((tmp_path / "good.png").read_bytes()[:40])
    (tmp_path / "empty.png").touch()
    (tmp_path / "assets").mkdir()
    return tmp_path


def unreadable(folder, found, **options):
    span = Span(0, 3)
    reading = made(TEXT, replace(found, target_span=span), path=str(folder / "post.md"), root=folder)
    marks = list(image_unreadable(reading, Unreadable(**options)))
    assert all(mark.span == span for mark in marks)
    return [(mark.variant, mark.at_most) for mark in marks]


@pytest.mark.parametrize(
    ("target", "cause"),
    [
        ("gone.png", "missing"),
        ("empty.png", "empty"),
        ("page.png", "not-an-image"),
        ("cut.png", "truncated"),
        ("/assets/gone.png", "missing"),
    ],
)
def test_says_what_is_wrong_with_a_file(folder, target, cause):
    assert unreadable(folder, image(target)) == [(cause, None)]


def test_a_lying_ending_is_only_a_suggestion(folder):
    assert unreadable(folder, image("really-a-png.jpg")) == [("wrong-ending", Level.SUGGESTION)]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(image("good.png"), id="good"),
        pytest.param(image("https://example.com/gone.png"), id="on the web"),
        pytest.param(image("/mapped/gone.png"), id="mapped by the generator"),
        pytest.param(image("mapped/gone.png", None, "template"), id="template tag, from the site's root"),
        pytest.param(image("{{ page.image }}"), id="expression of a template"),
    ],
)
def test_says_nothing_of(folder, found):
    assert unreadable(folder, found) == []


def test_limits_can_be_changed(folder):
    assert unreadable(folder, image("good.png"), max_megapixels=0) == [("bomb", None)]
