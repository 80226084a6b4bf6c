"""Content read from an intermediate text, moved to the source that the text was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.dataclass import replace
from smolint.draft import Content
from smolint.source import compose, map_span

if TYPE_CHECKING:
    from smolint.source import Piece, Span


def remap(content: Content, pieces: tuple[Piece, ...]) -> Content:
    """The content of an intermediate text with every place rewritten to the source; `pieces` lead there."""

    def moved(span: Span) -> Span:
        return map_span(pieces, span.start, span.end)

    return Content(
        blocks=tuple(replace(block, pieces=compose(block.pieces, pieces)) for block in content.blocks),
        links=tuple(replace(link, span=moved(link.span), url_span=moved(link.url_span)) for link in content.links),
        images=tuple(
            replace(
                image,
                span=moved(image.span),
                target_span=moved(image.target_span),
                alt_span=moved(image.alt_span) if image.alt_span else None,
            )
            for image in content.images
        ),
        embeds=tuple(replace(embed, span=moved(embed.span)) for embed in content.embeds),
        comments=tuple(replace(comment, span=moved(comment.span)) for comment in content.comments),
        problems=tuple(replace(problem, span=moved(problem.span)) for problem in content.problems),
    )
