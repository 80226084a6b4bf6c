"""Block markup: what becomes an embed, an image, nothing at all."""

import time

import pytest
from smolint_wordpress.sniffing import is_post

from wordpress.made import FIXTURES, assert_exact, marked, post


def market():
    return post((FIXTURES / "winter-market.html").read_text(encoding="utf-8"))


def test_the_text_of_blocks_is_prose_and_their_comments_are_not():
    texts = [block.text for block in market().blocks]
    assert texts == [
        "The market opens on Saturday, rain or\xa0shine.",
        "What you will find",
        "Last year’s stalls",
        "Book a stall",
        "Come early.",
    ]


def test_blocks_that_are_no_text_are_embeds_with_their_full_names():
    names = [embed.name for embed in market().content.embeds if embed.kind == "block"]
    assert names == [
        "core/image",
        "core/gallery",
        "core/image",
        "core/image",
        "core/embed",
        "acme/countdown",
        "core/post-featured-image",
        "core/buttons",
        "core/button",
        "core/shortcode",
        "core/social-links",
        "core/social-link",
    ]


def test_a_block_is_marked_from_its_opening_to_its_closing_comment():
    draft = market()
    gallery = next(embed for embed in draft.content.embeds if embed.name == "core/gallery")
    text = draft.source[gallery.span]
    assert text.startswith('<!-- wp:gallery {"linkTo":"none"} -->')
    assert text.endswith("<!-- /wp:gallery -->")
    assert text.count("wp:image") == 4


def test_attributes_are_flat_strings():
    embed = next(embed for embed in market().content.embeds if embed.name == "acme/countdown")
    assert dict(embed.attributes) == {"until": "2024-12-01", "style": '{"color": "red"}'}


def test_an_embedded_address_is_a_bare_link_and_no_prose():
    draft = market()
    embed = next(embed for embed in draft.content.embeds if embed.name == "core/embed")
    link = draft.content.links[0]
    assert embed.url == link.url == "https://www.youtube.com/watch?v=abc&t=10"
    assert (link.kind, draft.source[link.span]) == ("bare", "https://www.youtube.com/watch?v=abc&amp;t=10")


def test_images_in_image_blocks_are_the_blocks_own():
    images = [(image.target, image.alt, image.kind, image.role) for image in market().content.images]
    assert images == [
        ("stalls.jpg", "Stalls under snow", "block", "body"),
        ("bread.jpg", "Bread", "block", "body"),
        ("cheese.jpg", "", "block", "body"),
        ("attachment:featured", None, "block", "featured"),
    ]


def test_only_the_authors_comments_stay_comments():
    assert [comment.text.strip() for comment in market().content.comments] == [
        "smolint: disable-next-line=sentence/too-long"
    ]


def test_any_name_in_a_shortcode_block_is_a_shortcode():
    draft = market()
    assert "[opening_hours]" in marked(draft, [one.span for one in draft.content.embeds if one.kind == "shortcode"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            '<!-- wp:acme/box {"a": -->\n<p>Kept.</p>\n<!-- /wp:acme/box -->', id="attributes that are no JSON"
        ),
        pytest.param("<!-- wp:acme/box [1] -->\n<p>Kept.</p>\n<!-- /wp:acme/box -->", id="attributes that are a list"),
        pytest.param("<!-- wp:acme/box -->\n<p>Kept.</p>", id="never closed"),
        pytest.param("<p>Kept.</p>\n<!-- /wp:acme/box -->\n<!-- wp:acme/box /-->", id="closed before it opens"),
        pytest.param(
            "<!-- wp:acme/box --><!-- wp:group --><p>Kept.</p><!-- /wp:acme/box -->", id="inner one left open"
        ),
    ],
)
def test_damaged_markup_loses_neither_text_nor_block(text):
    draft = post(text)
    assert [block.text for block in draft.blocks] == ["Kept."]
    assert [embed.name for embed in draft.content.embeds] == ["acme/box"]
    assert_exact(draft)


@pytest.mark.parametrize(
    ("text", "images"),
    [
        pytest.param(
            '<!-- wp:cover {"url":"sea.jpg"} -->\n<div class="wp-block-cover"><p>Sea</p></div>\n<!-- /wp:cover -->',
            [("sea.jpg", "")],
            id="a cover's background is decorative",
        ),
        pytest.param(
            '<!-- wp:gallery {"ids":[4,5]} /-->',
            [("attachment:4", None), ("attachment:5", None)],
            id="a gallery by numbers alone",
        ),
        pytest.param('<!-- wp:paragraph {"id":4} --><p>Text</p><!-- /wp:paragraph -->', [], id="a paragraph has none"),
        pytest.param('<!-- wp:image {"id":true} /-->', [], id="a number that is none"),
    ],
)
def test_images_that_blocks_show_without_a_tag(text, images):
    assert [(image.target, image.alt) for image in post(text).content.images] == images


def test_places_in_a_post_are_exact():
    assert_exact(market())


@pytest.mark.parametrize(
    ("head", "post"),
    [
        pytest.param("<!-- wp:spacer /-->\n" * 200, True, id="one block after the other"),
        pytest.param("<!-- wp:group --><!-- wp:group -->\n<p>a</p>" * 100, True, id="blocks in blocks"),
        pytest.param("<!-- made by hand -->\n" * 150 + "<p>[gallery]</p>", True, id="comments before a shortcode"),
        pytest.param("<!-- cached -->\n" * 150 + "<!doctype html><p>[gallery]</p>", False, id="a page after comments"),
    ],
)
def test_many_comments_are_looked_at_once(head, post):
    started = time.process_time()
    assert is_post(head) is post
    assert time.process_time() - started < 1
