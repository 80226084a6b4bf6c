"""SlideShare: decks of slides, as PowerPoint, PDF and Marp files."""

from __future__ import annotations

from pathlib import Path

from smolint.check import LateCheck
from smolint.hookspecs import hookimpl
from smolint.parsers.parser import Parser
from smolint.platform import FactsFile, Platform
from smolint.type_checking import TYPE_CHECKING
from smolint_slideshare.sniffing import DECKS, OLD_POWERPOINT, POWERPOINT, is_marp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import PurePath
    from typing import IO

    from smolint.draft import Draft, Field
    from smolint.source import Source

_NAME = "slideshare"
_CHECKS = ("deck-slide-count", "deck-wordy-slide", "deck-no-next-step", "deck-undescribed")


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about SlideShare."""
    return [
        Platform(
            _NAME,
            "SlideShare",
            kind="deck",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            folders=("slideshare", "decks"),
        )
    ]


@hookimpl
def smolint_parsers() -> list[Parser]:
    """The readers of decks. A PDF or a PowerPoint file that does not go to SlideShare is no draft."""
    return [
        Parser("deck-pptx", POWERPOINT, stream=_pptx, platforms=(_NAME,)),
        Parser("deck-pdf", (".pdf",), stream=_pdf, platforms=(_NAME,)),
        Parser("deck-old", OLD_POWERPOINT, stream=_old, platforms=(_NAME,)),
        Parser("marp", (".md", ".markdown"), parse=_marp, sniff=is_marp),
    ]


@hookimpl
def smolint_checks() -> Sequence[LateCheck]:
    """The checks on slides."""
    return [LateCheck(name, "smolint_slideshare.checks") for name in _CHECKS]


@hookimpl
def smolint_detect_platform(path: PurePath, fields: Mapping[str, Field]) -> list[str] | None:
    """SlideShare for a Marp deck, and for a deck whose sidecar names it."""
    marp = fields.get("marp")
    if marp and marp.value is True:
        return [_NAME]
    return [_NAME] if path.name.lower().endswith(DECKS) and _declares(path) else None


def _declares(path: PurePath) -> bool:
    from smolint_slideshare.sidecar import declares

    return declares(Path(path), _NAME)


def _pptx(stream: IO[bytes], path: str) -> Iterator[Draft]:
    from smolint_slideshare.pptx import read_pptx

    return read_pptx(stream, path)


def _pdf(stream: IO[bytes], path: str) -> Iterator[Draft]:
    from smolint_slideshare.pdf import read_pdf

    return read_pdf(stream, path)


def _old(_stream: IO[bytes], path: str) -> Iterator[Draft]:
    from smolint_slideshare.outline import unread_deck

    return iter([unread_deck(path)])


def _marp(source: Source) -> Iterator[Draft]:
    from smolint_slideshare.marp import read_marp

    return read_marp(source)
