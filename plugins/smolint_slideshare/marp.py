"""Decks written in Markdown for Marp: `marp: true` in the front matter, `---` between slides."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from smolint.dataclass import replace
from smolint.draft import Embed
from smolint.late_pattern import compiled
from smolint.parsers.byte_offsets import code_points
from smolint.parsers.markdown import parse_markdown
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.source import Source

_LONE_RETURN = compiled(r"\r(?!\n)")
_SURROGATES = compiled("[\ud800-\udfff]")


def read_marp(source: Source) -> Iterator[Draft]:
    """The one draft of a Marp deck; places are those of the file."""
    for draft in parse_markdown(source):
        slides = _slides(source.text, draft)
        starts = [span.start for span in slides]
        content = draft.content
        blocks = tuple(
            replace(block, level=max(1, bisect_right(starts, block.span().start)), within=("slide", *block.within))
            for block in content.blocks
        )
        embeds = (*(Embed("slide", "slide", span) for span in slides), *content.embeds)
        yield replace(draft, content=replace(content, blocks=blocks, embeds=embeds), format="deck")


def _slides(text: str, draft: Draft) -> list[Span]:
    start, end = draft.body_span
    found = []
    for ruler, begins in _breaks(text[start:end], start, _dividing_levels(draft)):
        slide = _trimmed(text, start, ruler)
        # Marp makes no empty slide before a heading that begins one.
        if begins > ruler or slide.start < slide.end:
            found.append(slide)
        start = begins
    return [*found, _trimmed(text, start, end)]


def _dividing_levels(draft: Draft) -> frozenset[str]:
    """The headings that begin a slide of their own by `headingDivider`: up to a level, or those of a list."""
    divider = draft.field("headingDivider")
    value = divider.value if divider else None
    levels = value if isinstance(value, list) else range(1, value + 1) if isinstance(value, int) and value < 7 else ()
    return frozenset(f"H{level}" for level in levels)


def _breaks(body: str, base: int, dividing: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where slides end and where the next ones begin: at rulers and dividing headings that stand in nothing else."""
    import pyromark

    # For CommonMark a lone carriage return ends a line; a lone surrogate has no UTF-8 form.
    body = _SURROGATES.sub("\ufffd", _LONE_RETURN.sub("\n", body))
    at = code_points(body, base)
    depth = 0
    events: Any = pyromark.events_with_range(body, options=pyromark.Options.ENABLE_TABLES)
    for event, place in events:
        if isinstance(event, dict) and "Start" in event:
            if not depth and _level(event["Start"]) in dividing:
                yield at(place["start"]), at(place["start"])
            depth += 1
        elif isinstance(event, dict) and "End" in event:
            depth -= 1
        elif event == "Rule" and not depth:
            yield at(place["start"]), at(place["end"])


def _level(tag: Any) -> str:
    return str(tag["Heading"]["level"]) if isinstance(tag, dict) and "Heading" in tag else ""


def _trimmed(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, max(start, start + len(inner.strip())))
