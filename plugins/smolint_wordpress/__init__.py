"""WordPress for smolint: the platform, its post formats and exports, and the rules on sharing modules."""

from __future__ import annotations

from pathlib import Path

from smolint.check import LateCheck
from smolint.hookspecs import hookimpl
from smolint.parsers.parser import Parser
from smolint.platform import FactsFile, Platform, Setting
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

    from smolint.draft import Draft
    from smolint.source import Source

_CHECKS = ("sharing-module-missing", "sharing-module-dead", "follow-is-not-share", "sharing-module-duplicate")
_SHARING = Setting(
    "sharing",
    choices=("theme", "content", "none"),
    description={
        "en": "Where share buttons come from: the theme (or a plugin), each post itself, or none are wanted.",
        "fr": "D’où viennent les boutons de partage : du thème (ou d’une extension), de l’article, ou de nulle part.",
    },
)


@hookimpl
def smolint_platforms() -> Sequence[Platform]:
    """WordPress, and with it any blog kept as files."""
    return [
        Platform(
            "wordpress",
            "WordPress",
            kind="blog",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("wp",),
            folders=("posts", "_posts", "_drafts", "blog", "articles"),
            default_endings=(".md", ".markdown", ".mdx", ".html", ".htm", ".xml", ".wxr"),
            settings=(_SHARING,),
        )
    ]


@hookimpl
def smolint_parsers() -> Sequence[Parser]:
    """Posts as WordPress stores them, and its exports."""
    from smolint_wordpress.sniffing import is_export, is_post

    return [
        Parser("wordpress", endings=(".html", ".htm"), parse=_parse_post, sniff=is_post),
        Parser("wordpress-export", endings=(".xml", ".wxr"), stream=_stream_export, sniff=is_export),
    ]


@hookimpl
def smolint_checks() -> Sequence[LateCheck]:
    """The checks on sharing modules."""
    return [LateCheck(name, "smolint_wordpress.checks") for name in _CHECKS]


# Every run loads this module, few need what these functions import.


def _parse_post(source: Source) -> Iterator[Draft]:
    from smolint_wordpress.post_file import parse_post

    return parse_post(source)


def _stream_export(fileobj: IO[bytes], path: str) -> Iterator[Draft]:
    from smolint_wordpress.wxr import stream_export

    return stream_export(fileobj, path)
