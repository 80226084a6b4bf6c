from __future__ import annotations

import pytest

from checks.social import marked, read, thread
from smolint.checks.mention import (
    Invalid,
    TooMany,
    invalid_mention,
    leading_mention,
    too_many_mentions,
)
from smolint.finding import Level
from smolint.platform import Fact, Platform

X = Invalid(characters="A-Za-z0-9_", max_characters=15)
PHOTOS = Platform("photos", "Photos", "social")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("@ada bakes rye.", ["@ada"], id="at the start"),
        pytest.param("@ada @grace bake rye.", ["@ada"], id="two names, marked once"),
        pytest.param("---\nmedia: []\n---\n\n@ada bakes rye.", ["@ada"], id="after front matter"),
        pytest.param("@ada bakes rye.\n\n---\n\nCome.", ["@ada"], id="a thread's first item"),
        pytest.param(".@ada bakes rye.", [], id="after a full stop"),
        pytest.param("“@ada bakes rye”", [], id="in quotation marks"),
        pytest.param("RT @ada: rye is back", [], id="a retweet by hand"),
        pytest.param("---\nreply: https://x.com/a/status/1\n---\n@ada We open at six.", [], id="a true reply"),
        pytest.param("We bake.\n\n---\n\n@ada showed us how.", [], id="a later item of a thread"),
        pytest.param("@ada", [], id="nothing but a name"),
        pytest.param("@home is where the bread is"[1:], [], id="no name at all"),
        pytest.param("", [], id="empty"),
    ],
)
def test_leading(text, expected):
    assert marked(thread(text), leading_mention, None) == expected


def test_the_fix_puts_a_full_stop_before_the_name():
    reading = read("---\nmedia: []\n---\n\n  @ada bakes rye.")
    (mark,) = leading_mention(reading, None)
    (edit,) = mark.fix.edits
    text = reading.draft.source.text
    assert (text[: edit.span.start] + edit.content + text[edit.span.end :]).endswith("  .@ada bakes rye.")
    assert not mark.fix.safe


@pytest.mark.parametrize(
    ("text", "variant", "values"),
    [
        pytest.param("with @jean-pierre", "cut", {"written": "@jean-pierre", "linked": "@jean"}, id="hyphen"),
        pytest.param("de @Léonie", "", {"written": "@Léonie"}, id="accent"),
        pytest.param(
            "by @a_baker_named_ada, yes",
            "long",
            {"written": "@a_baker_named_ada", "count": 17, "limit": 15},
            id="too long",
        ),
        pytest.param("hi @a_baker_named_ada_lovelace!", "long", {"count": 26, "limit": 15}, id="far too long"),
    ],
)
def test_names_that_x_does_not_link_as_written(text, variant, values):
    (mark,) = invalid_mention(read(text), X)
    assert mark.variant == variant
    assert mark.values.items() >= values.items()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("with @ada_lovelace15", id="fifteen characters"),
        pytest.param("an @ada-approved rye, @GitHub-hosted", id="a suffix"),
        pytest.param("@ada's rye, @ada’s oven", id="possessive"),
        pytest.param("by @ada.Come and taste", id="a space forgotten after a full stop"),
        pytest.param("find us: @bakery@mastodon.social", id="an account of another network"),
        pytest.param("hello@our-bakery.example, ada.l@b-c.example", id="e-mail addresses"),
        pytest.param("https://example.com/@jean-pierre/rye", id="in an address"),
        pytest.param("npm i @angular-devkit/core @types/node", id="packages"),
        pytest.param("use `@jean-pierre` or @is-a(b)", id="code"),
        pytest.param("@ada - @grace", id="a dash between"),
        pytest.param("12 @ 5 €, @", id="no names"),
    ],
)
def test_good_names_on_x(text):
    assert marked([read(text)], invalid_mention, X) == []


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        pytest.param("@le.fournil. Merci", Invalid("A-Za-z0-9_.", 30), [], id="full stops inside a name"),
        pytest.param("@" + "a" * 31, Invalid("A-Za-z0-9_.", 30), ["@" + "a" * 31], id="31 characters"),
        pytest.param("@" + "a" * 30, Invalid("A-Za-z0-9_.", 30), [], id="30 characters"),
        pytest.param("@ada and @ada.bsky.social", Invalid(domain=True), ["@ada"], id="a domain is wanted"),
        pytest.param("@ada@tooting @ada@a.b @ada", Invalid(server=True), ["@ada@tooting"], id="a server is wanted"),
        pytest.param("@ada@tooting", Invalid(), [], id="nothing is wanted"),
        pytest.param("@any-thing-at-all-of-any-length-é", Invalid(), [], id="anything goes"),
    ],
)
def test_names_elsewhere(text, options, expected):
    assert marked([read(text, PHOTOS, path="post.txt")], invalid_mention, options) == expected


def test_too_many_marks_the_first_beyond_the_platform_s_number():
    facts = {"mention_max": Fact("mention_max", 2, "docs", "2026-11", "medium")}
    (mark,) = too_many_mentions(read("@a1 @b2 @c3 @d4", Platform("p", "P", "social", facts=facts)), TooMany())
    assert mark.values == {"count": 4, "limit": 2, "platform": "P"}
    assert mark.at_most is None


def test_hearsay_raises_no_error():
    facts = {"mention_max": Fact("mention_max", 1, "lore", "2026-11", "low")}
    (mark,) = too_many_mentions(read("@a1 @b2", Platform("p", "P", "social", facts=facts)), TooMany())
    assert mark.at_most == Level.WARNING


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        pytest.param("@a1 @b2", 0, [], id="no number is known"),
        pytest.param("@a1 @b2", 2, [], id="as many as are accepted"),
        pytest.param("a@b.example c@d.example", 1, [], id="e-mail addresses"),
        pytest.param("@a1 @b2 @c3", 2, ["@c3"], id="one more"),
    ],
)
def test_too_many(text, limit, expected):
    assert marked([read(text)], too_many_mentions, TooMany(limit=limit)) == expected
