"""X, formerly Twitter: its facts, its way of counting and the `.tweet` files of twitter-together."""

from __future__ import annotations

from pathlib import Path

from smolint.check import LateCheck
from smolint.hookspecs import hookimpl
from smolint.parsers.parser import Parser
from smolint.platform import FactsFile, Platform
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.platform import Entity
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
def smolint_checks() -> list[LateCheck]:
    """The checks on cashtags and polls."""
    return [LateCheck(name, "smolint_twitter.checks") for name in ("too-many-cashtags", "poll-options")]


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
