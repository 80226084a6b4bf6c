"""What a web page tells social networks (Open Graph): whether a shared link gets its title, image and text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smolint.draft import Field
    from smolint.reading import Reading

_REQUIRED = ("og:title", "og:type", "og:image", "og:url")
_STANDS_IN = {"og:image": ("og:image:url", "og:image:secure_url"), "og:description": ("description",)}
_ADDRESSES = ("og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video", "og:audio")
_TEMPLATE = ("{{", "{%", "<%", "${")


def seo_open_graph(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """What is wrong with the Open Graph tags of a page that has some.

    The first of them where others are missing (`names`; a missing description alone is a suggestion at most); each
    that is empty (variant `empty`, `name`); each address that is not whole (variant `relative`, `name`); an image that
    is shown small by what the page itself says of its size (variant `small`; `width`, `height`, `least`, in pixels).
    """
    if not reading.draft.page:
        return
    tags = {name: field for name, field in reading.draft.fields if name.startswith("og:")}
    if not tags:
        return
    names = [name for name in _REQUIRED if not _given(reading, name)]
    least = None if names else Level.SUGGESTION
    names += ["og:description"] * (not _given(reading, "og:description"))
    if names:
        yield Mark(next(iter(tags.values())).key_span, {"names": ", ".join(names)}, at_most=least)
    for name, field in tags.items():
        yield from _content(name, field)
    yield from _size(reading, tags)


def _given(reading: Reading, name: str) -> bool:
    present = {field for field, _ in reading.draft.fields}
    return not present.isdisjoint((name, *_STANDS_IN.get(name, ())))


def _content(name: str, field: Field) -> Iterator[Mark]:
    value = str(field.value or "").strip()
    if not value:
        if name in {*_REQUIRED, "og:description"}:
            yield Mark(field.key_span, {"name": name}, variant="empty")
    elif name in _ADDRESSES and not value.lower().startswith(("http://", "https://", *_TEMPLATE)):
        yield Mark(field.span, {"name": name}, variant="relative")


def _size(reading: Reading, tags: Mapping[str, Field]) -> Iterator[Mark]:
    width, height = tags.get("og:image:width"), tags.get("og:image:height")
    fact = reading.platform.facts.get("og_image_large_min")
    if not (width and height and fact and str(width.value).isdecimal() and str(height.value).isdecimal()):
        return
    size = int(width.value), int(height.value)
    if size[0] < fact.value[0] or size[1] < fact.value[1]:
        values = {"width": size[0], "height": size[1], "least": f"{fact.value[0]} × {fact.value[1]}"}
        yield Mark(width.span, values, variant="small", at_most=Level.SUGGESTION)


CHECKS: tuple[Check, ...] = (Check("seo-open-graph", seo_open_graph),)
