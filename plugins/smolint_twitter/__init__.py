"""X, formerly Twitter: its facts, its way of counting and the `.tweet` files of twitter-together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smolint.hookspecs import hookimpl
from smolint.parsers.parser import Parser
from smolint.platform import FactsFile, Platform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.check import Check, Mark, NoOptions
    from smolint.draft import Draft
    from smolint.platform import Entity
    from smolint.reading import Reading
    from smolint.source import Source


@hookimpl
def smolint_platforms() -> list[Platform]:
    """X, which its users still know as Twitter."""
    return [
        Platform(
            "twitter",
            "X (Twitter)",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("x",),
            endings=(".tweet",),
            folders=("tweets", "tweet", "twitter"),
            count=_length,
            url_finder=_urls,
            hashtag_finder=_hashtags,
            mention_finder=_mentions,
        )
    ]


@hookimpl
def smolint_parsers() -> list[Parser]:
    """The reader of `.tweet` files."""
    return [Parser("tweet", endings=(".tweet",), parse=_tweets)]


@hookimpl
def smolint_checks() -> list[Check]:
    """The checks on cashtags and polls."""
    from smolint.check import Check

    return [Check("too-many-cashtags", _cashtags), Check("poll-options", _polls)]


# Every run loads this module, few need what these functions import: patterns take milliseconds to compile.


def _length(text: str) -> int:
    from smolint_twitter.text import weighted_length

    return weighted_length(text)


def _urls(text: str) -> list[Entity]:
    from smolint_twitter.urls import find_urls

    return find_urls(text)


def _hashtags(text: str) -> list[Entity]:
    from smolint_twitter.text import find_hashtags

    return find_hashtags(text)


def _mentions(text: str) -> list[Entity]:
    from smolint_twitter.text import find_mentions

    return find_mentions(text)


def _tweets(source: Source) -> Iterator[Draft]:
    from smolint_twitter.tweet_files import parse_tweets

    return parse_tweets(source)


def _cashtags(reading: Reading, options: NoOptions) -> Iterator[Mark]:
    from smolint_twitter.checks import too_many_cashtags

    return too_many_cashtags(reading, options)


def _polls(reading: Reading, options: NoOptions) -> Iterator[Mark]:
    from smolint_twitter.checks import poll_options

    return poll_options(reading, options)
