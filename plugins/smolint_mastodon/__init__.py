"""Mastodon: graphemes are counted, a link as 23, a content warning too; each server sets its own limit."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform, Setting
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.platform import Entity

_MAX_CHARACTERS = Setting(
    "max-characters",
    least=1,
    fact="max_text",
    description={
        "en": "How many characters your server allows in a post, where it is not 500.",
        "fr": "Le nombre de caractères que votre serveur permet dans un message, s’il n’est pas de 500.",
    },
)


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about Mastodon."""
    return [
        Platform(
            "mastodon",
            "Mastodon",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("toot",),
            folders=("mastodon", "toots"),
            settings=(_MAX_CHARACTERS,),
            count=_length,
            url_finder=_urls,
            hashtag_finder=_hashtags,
            mention_finder=_mentions,
            counted_fields=("spoiler_text", "content_warning", "content-warning", "cw"),
        )
    ]


# Every run loads this module, few need what these functions import: patterns take milliseconds to compile.


def _length(text: str) -> int:
    from smolint_mastodon.text import post_length

    return post_length(text)


def _urls(text: str) -> list[Entity]:
    from smolint_mastodon.text import find_urls

    return find_urls(text)


def _hashtags(text: str) -> list[Entity]:
    from smolint_mastodon.text import find_hashtags

    return find_hashtags(text)


def _mentions(text: str) -> list[Entity]:
    from smolint_mastodon.text import find_mentions

    return find_mentions(text)
