"""Where a finding about a whole draft stands: marking all of it would say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.reading import Reading
    from smolint.source import Span


def opening(reading: Reading) -> Span | None:
    """The span of a draft's title, else of its first heading or sentence; None for a draft without text."""
    title = reading.draft.title
    if title and title.text.strip() and title.span().end > title.span().start:
        return title.span()
    for block in reading.draft.prose:
        if block.text.strip():
            first = reading.sentences(block)[:1] if block.kind != "heading" else ()
            return block.span(first[0].start, first[0].end) if first else block.span()
    return None
