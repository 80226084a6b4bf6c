"""Many posts in one file: each is read and linted from its own part of the text, however long the whole is."""

from __future__ import annotations

import pytest
from smolint_twitter.tweet_files import parse_tweets

from smolint import platforms
from smolint.checks.addresses import addresses
from smolint.reading import Reading
from smolint.source import Source

from .counted import Counted

POSTS = 500


@pytest.mark.parametrize(
    "post",
    [
        pytest.param("---\n---\n", id="empty"),
        pytest.param("Du pain.\n---\n", id="short"),
        pytest.param("\n\n  Du pain.  \n\n---\n", id="between blank lines"),
        pytest.param("---\nlang: fr\n---\nDu pain.\n---\n", id="with front matter"),
        pytest.param("Du pain : https://example.fr/pain\n---\n", id="with a link"),
    ],
)
def test_a_thread_is_not_copied_for_each_post(post):
    text = Counted(post * POSTS)
    drafts = list(parse_tweets(Source("a.tweet", text)))

    assert len(drafts) >= POSTS // 4
    assert text.seen < 30 * len(text)


def test_addresses_are_looked_for_in_a_post_alone():
    text = Counted("Du pain : https://example.fr/pain\n---\n" * POSTS)
    platform = platforms()["twitter"]
    drafts = list(parse_tweets(Source("a.tweet", text)))
    text.seen = 0
    found = [one.url for draft in drafts for one in addresses(Reading(draft, platform))]

    assert found == ["https://example.fr/pain"] * POSTS
    assert text.seen < 10 * len(text)
