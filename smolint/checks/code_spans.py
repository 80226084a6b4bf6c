"""Where a draft shows code, for checks that look at its source: what stands there is shown and not meant."""

from __future__ import annotations

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.draft import Draft
    from smolint.source import Span


def code_spans(draft: Draft) -> list[Span]:
    """The source spans of a draft's listings and of its inline code."""
    listings = [block.span() for block in draft.blocks if block.kind == "code"]
    return listings + [block.span(start, end) for block in draft.blocks for start, end in block.code]
