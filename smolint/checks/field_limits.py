"""The fields of a film or a pin: title, description and tags that are longer than its platform takes."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.parsers.front_matter import field_block
from smolint.platform import count_characters
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.platform import Fact
    from smolint.reading import Reading


@dataclass(frozen=True, slots=True)
class OverLimit:
    """`fields`: the front-matter fields that hold the text; with `body` it is the post where none of them is there.

    `fact`: the platform's fact with the limit in characters; `soft_fact`: a lower one that some ways of publishing
    have, which only warns; `bytes_fact`: one in bytes of UTF-8, which only warns as well.
    """

    fields: tuple[str, ...] = ("title",)
    body: bool = False
    fact: str = "title_max"
    soft_fact: str = ""
    bytes_fact: str = ""


def text_of(reading: Reading, fields: tuple[str, ...], *, body: bool) -> Block | None:
    """The text of the first of these fields, else the post if `body`, else None."""
    field = reading.draft.field(*fields)
    block = field_block(reading.draft.source.text, field) if field is not None else None
    return reading.post if body and field is None else block


def field_over_limit(reading: Reading, options: OverLimit) -> Iterator[Mark]:
    """The end of a field that is over its limit, from the first visible character that no longer fits.

    Values: `length`, `limit`, `surplus`, `platform`. Variants: `soft` and `bytes` (all three are then in bytes).
    """
    block = text_of(reading, options.fields, body=options.body)
    if block is None:
        return
    size = len(block.text.encode("utf-8", "surrogatepass"))
    for variant, name, length in (
        ("", options.fact, count_characters(block.text)),
        ("soft", options.soft_fact, count_characters(block.text)),
        ("bytes", options.bytes_fact, size),
    ):
        fact = reading.platform.facts.get(name)
        if fact and fact.value and length > fact.value:
            yield _mark(reading, block, fact, length, variant)
            return


def _mark(reading: Reading, block: Block, fact: Fact, length: int, variant: str) -> Mark:
    kept = _fitting(block.text, fact.value, in_bytes=variant == "bytes")
    kept += len(block.text) - kept - len(block.text[kept:].lstrip())
    values = {
        "length": length,
        "limit": fact.value,
        "surplus": length - fact.value,
        "platform": reading.platform.label,
    }
    uncertain = variant != "" or fact.confidence == "low"
    return Mark(block.span(kept), values, variant=variant, at_most=Level.WARNING if uncertain else None)


def _fitting(text: str, limit: int, *, in_bytes: bool) -> int:
    """How many of the text's characters fit."""
    if in_bytes:
        return len(text.encode("utf-8", "surrogatepass")[:limit].decode("utf-8", "ignore"))
    return bisect_right(range(len(text) + 1), limit, key=lambda kept: count_characters(text[:kept])) - 1


@dataclass(frozen=True, slots=True)
class TagsOverLimit:
    """`fields`: the front-matter fields that hold the tags. `fact`: the platform's limit, in characters."""

    fields: tuple[str, ...] = ("tags", "keywords")
    fact: str = "tags_total_max"


def tags_over_limit(reading: Reading, options: TagsOverLimit) -> Iterator[Mark]:
    """The first tag that no longer fits in the limit for all tags together. Values: `length`, `limit`, `platform`.

    A comma between two tags counts, and so do the quotation marks that a tag with a space is given (YouTube Data
    API, videos resource, snippet.tags[]).
    """
    fact = reading.platform.facts.get(options.fact)
    if not fact or not fact.value:
        return
    length, first = -1, None
    for tag, span in _tags(reading, options.fields):
        length += 1 + count_characters(tag) + 2 * (" " in tag)
        if length > fact.value and first is None:
            first = span
    if first is not None:
        values = {"length": length, "limit": fact.value, "platform": reading.platform.label}
        yield Mark(first, values, at_most=Level.WARNING if fact.confidence == "low" else None)


def _tags(reading: Reading, fields: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """The tags and their places, from a list or from one text with commas."""
    field = reading.draft.field(*fields)
    if field is None:
        return
    block = field_block(reading.draft.source.text, field)
    if block is not None:
        start = 0
        for written in block.text.split(","):
            tag = written.strip()
            begin = start + len(written) - len(written.lstrip())
            if tag:
                yield tag, block.span(begin, begin + len(tag))
            start += len(written) + 1
    for _, item in field.children:
        if isinstance(item.value, str | int | float):
            yield str(item.value), item.span


CHECKS: tuple[Check, ...] = (
    Check("field-over-limit", field_over_limit, OverLimit),
    Check("tags-over-limit", tags_over_limit, TagsOverLimit),
)
