"""Block markup: the comments by which the block editor marks its blocks (`<!-- wp:image {"id":1} -->`)."""

from __future__ import annotations

import json
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from smolint.draft import Comment, Embed, Image
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DELIMITER = compiled(r"<!--\s*+(?P<end>/)?wp:(?P<name>[a-z][a-z0-9_-]*+(?:/[a-z][a-z0-9_-]*+)?)")
_MARKER = compiled(r"\s*(?:/?wp:[a-z]|more(?:\s|$)|nextpage\s*$|noteaser\s*$)")

_TEXT_NAMES = (
    "paragraph heading list list-item quote pullquote table code preformatted verse freeform group columns column "
    "separator spacer more nextpage details footnotes missing post-content classic text-columns subhead row stack"
)
TEXT_BLOCKS = frozenset(f"core/{name}" for name in _TEXT_NAMES.split())
"""Blocks that hold text or lay it out: no embeds."""

IMAGE_BLOCKS = frozenset(("core/image", "core/gallery", "core/cover", "core/media-text", "core/cover-image"))
_FEATURED = frozenset(("core/post-featured-image",))
_ATTACHED_IDS = ("ids", "id", "mediaId")


class PlacedBlock(NamedTuple):
    """A block with its whole range, delimiters included; `opening` is the range of its first delimiter."""

    name: str
    attributes: dict[str, Any]
    span: Span
    opening: Span


def find_blocks(text: str, start: int = 0, end: int | None = None) -> list[PlacedBlock]:
    """The blocks in `text[start:end]`, nested ones included, by the place where they begin.

    A block that is never closed ends with its opening delimiter; attributes that are no JSON count as none.
    """
    stop = len(text) if end is None else end
    if text.find("wp:", start, stop) < 0:
        return []
    found: list[PlacedBlock] = []
    open_blocks: list[int] = []
    for match in _DELIMITER.finditer(text, start, stop):
        end_sign = text.find("-->", match.end(), stop)
        if end_sign < 0:
            break
        name = match["name"] if "/" in match["name"] else f"core/{match['name']}"
        span = Span(match.start(), end_sign + len("-->"))
        if match["end"]:
            _close(found, open_blocks, name, span.end)
            continue
        rest = text[match.end() : end_sign].strip()
        if not rest.endswith("/"):
            open_blocks.append(len(found))
        found.append(PlacedBlock(name, _attributes(rest.removesuffix("/")), span, span))
    return found


def _close(found: list[PlacedBlock], open_blocks: list[int], name: str, end: int) -> None:
    """Close the nearest open block of that name, and with it those inside that were left open."""
    depth = next((depth for depth in reversed(range(len(open_blocks))) if found[open_blocks[depth]].name == name), None)
    if depth is not None:
        block = found[open_blocks[depth]]
        found[open_blocks[depth]] = block._replace(span=Span(block.span.start, end))
        del open_blocks[depth:]


def _attributes(rest: str) -> dict[str, Any]:
    first, last = rest.find("{"), rest.rfind("}")
    if first < 0 or last < first:
        return {}
    try:
        value = json.loads(rest[first : last + 1], strict=False)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def block_embeds(blocks: Iterable[PlacedBlock]) -> Iterator[Embed]:
    """An embed for each block that is no text: its full name, what it points to, its attributes as strings."""
    for block in blocks:
        if block.name not in TEXT_BLOCKS:
            url = next(
                (value for key in ("url", "src", "href") if isinstance(value := block.attributes.get(key), str)), ""
            )
            pairs = tuple((key, _flat(value)) for key, value in block.attributes.items())
            yield Embed("block", block.name, block.span, url, pairs)


def _flat(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def block_images(blocks: Iterable[PlacedBlock], images: Iterable[Image]) -> Iterator[Image]:
    """Images that blocks show without an `<img>` of their own: a featured image, a cover's background, a bare gallery.

    `images` are those that the HTML has. The alternative text of what is named by number lives in the media
    library, so `target` is then `attachment:NUMBER`; a background is decorative.
    """
    starts = sorted(image.span.start for image in images)
    for block in blocks:
        place = block.opening
        if block.name in _FEATURED:
            yield Image("attachment:featured", None, place, place, kind="block", role="featured")
        elif block.name in IMAGE_BLOCKS and not _has_any(starts, block.span):
            url = block.attributes.get("url")
            if block.name == "core/cover" and isinstance(url, str):
                yield Image(url, _flat(block.attributes.get("alt", "")), place, place, kind="block")
            elif block.name != "core/cover":
                for number in _numbers(block.attributes):
                    yield Image(f"attachment:{number}", None, place, place, kind="block")


def _has_any(starts: list[int], span: Span) -> bool:
    index = bisect_left(starts, span.start)
    return index < len(starts) and starts[index] < span.end


def _numbers(attributes: dict[str, Any]) -> list[int]:
    value = next((attributes[key] for key in _ATTACHED_IDS if key in attributes), None)
    values = value if isinstance(value, list) else [value]
    return [number for number in values if isinstance(number, int) and not isinstance(number, bool)]


def is_marker(comment: Comment) -> bool:
    """Whether a comment is WordPress's own: a block's delimiter, `<!--more-->`, `<!--nextpage-->`."""
    return bool(_MARKER.match(comment.text))
