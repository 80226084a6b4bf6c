"""X, formerly Twitter: its facts, its way of counting and the `.tweet` files of twitter-together."""

from __future__ import annotations

from importlib.resources import files

from smolint.hookspecs import hookimpl
from smolint.parsers.parser import Parser
from smolint.platform import Platform, read_facts
from smolint_twitter.text import find_hashtags, find_mentions, weighted_length
from smolint_twitter.tweet_files import parse_tweets
from smolint_twitter.urls import find_urls


@hookimpl
def smolint_platforms() -> list[Platform]:
    """X, which its users still know as Twitter."""
    return [
        Platform(
            "twitter",
            "X (Twitter)",
            kind="social",
            facts=read_facts(files(__name__).joinpath("platform.toml").read_text(encoding="utf-8")),
            aliases=("x",),
            endings=(".tweet",),
            folders=("tweets", "tweet", "twitter", "x"),
            count=weighted_length,
            url_finder=find_urls,
            hashtag_finder=find_hashtags,
            mention_finder=find_mentions,
        )
    ]


@hookimpl
def smolint_parsers() -> list[Parser]:
    """The reader of `.tweet` files."""
    return [Parser("tweet", endings=(".tweet",), parse=parse_tweets)]
