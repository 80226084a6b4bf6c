"""Comments closed on a post: readers are asked to listen, not to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_standing_page
from smolint.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Field
    from smolint.reading import Reading

_CLOSED = frozenset({"false", "no", "off", "closed", "close", "none", "disabled", "0", "non", "fermé", "fermés"})


@dataclass(frozen=True, slots=True)
class CommentsClosed:
    """`fields`: the front-matter fields by which site generators and exports open or close the comments."""

    fields: tuple[str, ...] = (
        "comments",
        "comment_status",
        "comment-status",
        "comments_open",
        "allow_comments",
        "allowComments",
        "enableComments",
        "showComments",
        "disqus",
    )


def comments_closed(reading: Reading, options: CommentsClosed) -> Iterator[Mark]:
    """The value of the field that closes the comments of a post; a site's pages are none. Values: `field`, `value`."""
    draft = reading.draft
    if is_standing_page(draft):
        return
    found = dict(draft.fields)
    for name in options.fields:
        field = found.get(name)
        if field is not None and _is_closed(field):
            yield Mark(field.span, {"field": name, "value": draft.source[field.span].strip() or str(field.value)})
            return


def _is_closed(field: Field) -> bool:
    return isinstance(field.value, str | int) and str(field.value).strip().lower() in _CLOSED


CHECKS: tuple[Check, ...] = (Check("comments-closed", comments_closed, CommentsClosed),)
