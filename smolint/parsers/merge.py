"""Several readers' contents of one source, put together in source order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.draft import Content

if TYPE_CHECKING:
    from smolint.draft import Block


def merged(*contents: Content) -> Content:
    """One content with everything of the given ones, sorted by place."""
    full = [content for content in contents if content != Content()]
    if len(full) == 1:
        return full[0]
    return Content(
        tuple(sorted((block for content in full for block in content.blocks), key=_block_start)),
        tuple(sorted((link for content in full for link in content.links), key=lambda link: link.span)),
        tuple(sorted((image for content in full for image in content.images), key=lambda image: image.span)),
        tuple(sorted((embed for content in full for embed in content.embeds), key=lambda embed: embed.span)),
        tuple(sorted((comment for content in full for comment in content.comments), key=lambda comment: comment.span)),
        tuple(sorted((problem for content in full for problem in content.problems), key=lambda problem: problem.span)),
    )


def _block_start(block: Block) -> int:
    return block.pieces[0].source_start if block.pieces else 0
