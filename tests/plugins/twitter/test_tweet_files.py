"""`.tweet` files: threads, front matter, media, polls, replies and quotes, with exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smolint_twitter.tweet_files import parse_tweets

from smolint.source import Source


def parse(text):
    return list(parse_tweets(Source("tweets/post.tweet", text)))


def posts(text):
    return [draft.post.text for draft in parse(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hello, world!\n", ["Hello, world!"], id="one post"),
        pytest.param("One\n\n---\n\nTwo\n", ["One", "Two"], id="a thread"),
        pytest.param("One\n--- \nTwo\n", ["One", "Two"], id="spaces after the delimiter"),
        pytest.param("One --- not a delimiter\n", ["One --- not a delimiter"], id="dashes inside a line"),
        pytest.param("One\n---\n---\nreply: x\n---\n\nTwo\n", ["One", "Two"], id="front matter on the second item"),
        pytest.param("---\nreply: x\n---\n\nOne\n\n---\n\nTwo", ["One", "Two"], id="front matter on the first item"),
        pytest.param("---\nthread-delimiter: '***'\n---\nA\n\n***\n\nB", ["A", "B"], id="a delimiter of signs"),
        pytest.param("---\nthreadDelimiter: '***'\n---\nA\n\n***\n\nB", ["A\n\n***\n\nB"], id="the README's spelling"),
        pytest.param("---\nretweet: https://x.com/a/status/1\n---\n", [""], id="a pure retweet"),
        pytest.param("Pet?\n\n( ) Dog\n() Cat", ["Pet?"], id="poll lines are no text"),
        pytest.param("( ) not last\n\nPet?", ["( ) not last\n\nPet?"], id="poll lines before the end are text"),
        pytest.param("---\npoll: [A, B]\n---\nPet?\n\n( ) Dog", ["Pet?\n\n( ) Dog"], id="poll in the front matter"),
        pytest.param("One\r\n\r\n---\r\n\r\nTwo\r\nlines\r\n", ["One", "Two\nlines"], id="Windows line ends"),
        pytest.param("", [""], id="an empty file"),
        pytest.param("---\nnever closed", ["---\nnever closed"], id="dashes that nothing closes"),
    ],
)
def test_posts(text, expected):
    assert posts(text) == expected


def test_items_of_a_thread_know_their_part():
    drafts = parse("One\n\n---\n\nTwo\n\n---\n\nThree")
    assert [(draft.index, draft.part, draft.parts) for draft in drafts] == [(0, 0, 3), (1, 1, 3), (2, 2, 3)]


def test_each_item_has_its_own_fields_at_their_place():
    first, second = parse("---\nreply: https://x.com/a/status/1\n---\nOne\n\n---\n---\nlang: fr\n---\nDeux\n")
    assert first.source[first.field("reply").span] == "https://x.com/a/status/1"
    assert second.field("reply") is None
    assert second.source[second.field("lang").span] == "fr"
    assert second.declared_language == "fr"


def test_media_are_attached_images():
    (draft,) = parse("---\nmedia:\n  - file: cat.jpg\n    alt: A cat\n  - file: dog.jpg\n  - nonsense\n---\nPets\n")
    assert [(image.target, image.alt) for image in draft.content.images] == [("cat.jpg", "A cat"), ("dog.jpg", None)]
    cat = draft.content.images[0]
    assert (cat.kind, cat.role) == ("media", "attached")
    assert draft.source[cat.target_span] == "cat.jpg"
    assert draft.source[cat.alt_span] == "A cat"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Pet?\n\n( ) Dog\n( )  Cat\n", id="lines at the end"),
        pytest.param("---\npoll:\n  - Dog\n  - Cat\n---\nPet?", id="front matter"),
    ],
)
def test_a_poll_is_an_embed_with_its_options(text):
    (draft,) = parse(text)
    (poll,) = draft.content.embeds
    assert poll.kind == "poll"
    assert [option for _, option in poll.attributes] == ["Dog", "Cat"]
    assert draft.post.text == "Pet?"


def test_yes_and_no_stay_words_in_a_poll():
    (draft,) = parse("---\npoll: [Yes, No]\n---\nBread?")
    assert [option for _, option in draft.content.embeds[0].attributes] == ["Yes", "No"]


def test_a_quote_is_an_embed_with_its_address():
    (draft,) = parse("---\nretweet: https://x.com/a/status/1\n---\n\nSmart!\n")
    (quote,) = draft.content.embeds
    assert (quote.kind, quote.url) == ("quote-post", "https://x.com/a/status/1")
    assert draft.post.text == "Smart!"


def test_broken_front_matter_is_a_problem_and_the_post_is_read():
    (draft,) = parse("---\nmedia: [unclosed\n---\n\nHello\n")
    assert [problem.rule for problem in draft.problems] == ["front-matter/invalid"]
    assert draft.post.text == "Hello"


def test_unknown_keys_are_no_problem():
    (draft,) = parse("---\nmood: sunny\n---\nHello")
    assert draft.problems == ()


def test_paragraphs_and_links_stand_where_they_say():
    (draft,) = parse("\n  One line.\nSame paragraph.\n\nSee example.com/a now.\n")
    assert [block.text for block in draft.blocks] == ["One line.\nSame paragraph.", "See example.com/a now."]
    assert [draft.source[block.span()] for block in draft.blocks] == [block.text for block in draft.blocks]
    (link,) = draft.content.links
    assert (link.kind, draft.source[link.url_span]) == ("bare", "example.com/a")


@given(st.text(st.sampled_from("ab é-\n\r():# "), max_size=60))
def test_every_text_can_be_read_and_maps_back(text):
    for draft in parse(text):
        assert draft.source[draft.body_span].replace("\r\n", "\n").replace("\r", "\n") == draft.post.text
        for block in draft.blocks:
            assert draft.source[block.span()].replace("\r\n", "\n").replace("\r", "\n") == block.text
