"""WordPress for smolint: the platform, its post formats and exports, and the rules on sharing modules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smolint.check import Check
from smolint.hookspecs import hookimpl
from smolint.parsers.parser import Parser
from smolint.platform import FactsFile, Platform, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import IO, Any

    from smolint.check import Gathered, Mark, NoOptions, Trace
    from smolint.draft import Draft
    from smolint.reading import Reading
    from smolint.source import Source

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
def smolint_checks() -> Sequence[Check]:
    """The checks on sharing modules."""
    return [
        Check("sharing-module-missing", gather=_gather_missing, conclude=_conclude_missing),
        Check("sharing-module-dead", run=_dead_modules),
        Check("follow-is-not-share", run=_follow_only),
        Check("sharing-module-duplicate", run=_duplicate_modules),
    ]


# Every run loads this module, few need what these functions import.


def _parse_post(source: Source) -> Iterator[Draft]:
    from smolint_wordpress.post_file import parse_post

    return parse_post(source)


def _stream_export(fileobj: IO[bytes], path: str) -> Iterator[Draft]:
    from smolint_wordpress.wxr import stream_export

    return stream_export(fileobj, path)


def _gather_missing(reading: Reading, options: NoOptions) -> Trace | None:
    from smolint_wordpress.checks import gather_missing

    return gather_missing(reading, options)


def _conclude_missing(traces: Sequence[Gathered], options: NoOptions) -> Iterable[tuple[int, Mapping[str, Any]]]:
    from smolint_wordpress.checks import conclude_missing

    return conclude_missing(traces, options)


def _dead_modules(reading: Reading, options: NoOptions) -> Iterable[Mark]:
    from smolint_wordpress.checks import dead_modules

    return dead_modules(reading, options)


def _follow_only(reading: Reading, options: NoOptions) -> Iterable[Mark]:
    from smolint_wordpress.checks import follow_only

    return follow_only(reading, options)


def _duplicate_modules(reading: Reading, options: NoOptions) -> Iterable[Mark]:
    from smolint_wordpress.checks import duplicate_modules

    return duplicate_modules(reading, options)
