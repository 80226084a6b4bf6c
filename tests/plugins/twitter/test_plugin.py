"""What the plugins of the social platforms register."""

from __future__ import annotations

import pytest
import smolint_facebook
import smolint_linkedin
import smolint_twitter

PLATFORMS = {
    platform.name: platform
    for plugin in (smolint_twitter, smolint_facebook, smolint_linkedin)
    for platform in plugin.smolint_platforms()
}


@pytest.mark.parametrize("name", ["twitter", "facebook", "linkedin"])
def test_every_fact_says_where_it_comes_from(name):
    facts = PLATFORMS[name].facts
    assert facts["max_text"].value
    assert all(fact.source and fact.as_of and fact.confidence in {"high", "medium", "low"} for fact in facts.values())


@pytest.mark.parametrize(
    ("name", "kind", "limit"),
    [("twitter", "social", 280), ("facebook", "social", 63206), ("linkedin", "social", 3000)],
)
def test_platforms(name, kind, limit):
    platform = PLATFORMS[name]
    assert (platform.kind, platform.fact("max_text")) == (kind, limit)
    assert "posts" not in platform.folders


def test_x_counts_in_its_own_way_and_others_count_characters():
    text = "👩‍🚀 https://example.com/a/very/long/address/of/a/page"
    assert PLATFORMS["twitter"].length(text) == 26
    assert PLATFORMS["linkedin"].length(text) == len(text)


def test_tweet_files_have_a_parser():
    (parser,) = smolint_twitter.smolint_parsers()
    assert (parser.name, parser.endings) == ("tweet", (".tweet",))
