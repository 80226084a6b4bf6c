"""Images that a platform does not take as they are: format, pixels, bytes, proportions."""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING, Any

from smolint.check import Check, Mark, NoOptions
from smolint.checks.image_role import readable_images, role_of
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.image_limits import Bound, bound, bounds, ratio_of, ratio_range, takes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Image
    from smolint.image_file import ImageFile
    from smolint.image_limits import Role
    from smolint.reading import Reading

MEGABYTE = 1_000_000
_RATIO_ERROR = 0.01
"""Rounding: 1200 × 628 passes for 1.91:1, 1070 × 1350 for 4:5."""

_JPEG = {"MPO": "JPEG", "DIB": "BMP"}


def _sized(reading: Reading) -> Iterator[tuple[Image, ImageFile, int, int, Role]]:
    for image, found in readable_images(reading):
        if found.width and found.height:
            yield image, found, found.width, found.height, role_of(reading, image)


def _pixels(width: int, height: int) -> str:
    return f"{width}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{height}"


def _values(reading: Reading, found: ImageFile, **more: Any) -> dict[str, Any]:
    size = _pixels(found.width, found.height) if found.width and found.height else ""
    return {"name": found.path.name, "platform": reading.platform.label, "size": size, **more}


@dataclass(frozen=True, slots=True)
class Format:
    """`shown`: the formats that readers' programs show, for platforms that publish no list; empty: any."""

    shown: tuple[str, ...] = ()


def image_format(reading: Reading, options: Format) -> Iterator[Mark]:
    """Each image whose content, whatever its name says, is of a format that the platform does not take.

    Values: `name`, `format`, `platform`, `formats`. Variants: `tools` where only tools that publish refuse it,
    `web` where a browser does not show it.
    """
    for image, found in readable_images(reading):
        label = _JPEG.get(found.format, found.format)
        limit = bound(reading.fact, role_of(reading, image), "formats")
        if limit and not takes(limit.value, found.format):
            listed = ", ".join(str(one).upper() for one in limit.value)
            values = _values(reading, found, format=label, formats=listed)
            yield Mark(image.target_span, values, variant="tools" if limit.of_tools else "", at_most=limit.at_most)
        elif not limit and options.shown and label not in options.shown:
            values = _values(reading, found, format=label, formats=", ".join(options.shown))
            yield Mark(image.target_span, values, variant="web", at_most=Level.WARNING)


def image_too_small(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each image below the platform's smallest size, or below the size at which it looks sharp.

    Values: `name`, `platform`, `size` and `limit` (width × height in pixels). Variants: `width` (`limit` is a width),
    `blurry` and `card`, which are suggestions.
    """
    for image, found, width, height, role in _sized(reading):
        least = bound(reading.fact, role, "px_min")
        narrowest = _least_width(reading, role)
        if least and (width < least.value[0] or height < least.value[1]):
            values = _values(reading, found, limit=_pixels(*least.value))
            yield Mark(image.target_span, values, at_most=least.at_most)
        elif narrowest and width < narrowest.value:
            values = _values(reading, found, limit=narrowest.value)
            yield Mark(image.target_span, values, variant="width", at_most=narrowest.at_most)
        elif found.frames == 1:
            wished = _wished(reading, role, width, height)
            if wished:
                variant = "card" if role == "card" else "blurry"
                values = _values(reading, found, limit=_pixels(*wished))
                yield Mark(image.target_span, values, variant=variant, at_most=Level.SUGGESTION)


def _least_width(reading: Reading, role: Role) -> Bound | None:
    found = bound(reading.fact, role, "min_width")
    both = bound(reading.fact, role, "width")
    return found or (Bound(both.value[0], both.fact) if both else None)


def _wished(reading: Reading, role: Role, width: int, height: int) -> tuple[int, int] | None:
    """The recommended size that an image falls short of; None where it is large enough.

    Feeds fit images to their width, so that is what counts; where the platform recommends no size of the same
    orientation, a long side is enough as well.
    """
    sizes = [tuple(one.value) for one in bounds(reading.fact, role, "wanted")]
    if not sizes:
        return None
    if role in ("card", "thumbnail"):
        wanted = sizes[0]
        return wanted if width < wanted[0] or height < wanted[1] else None
    alike = [size for size in sizes if (size[1] > size[0]) == (height > width)]
    nearest = min(alike or sizes, key=lambda size: abs(size[0] / size[1] - width / height))
    # An upright or square image of as many pixels is as sharp: 1080 × 1080 is what most tools export.
    coarse = width < nearest[0] and width * height < nearest[0] * nearest[1]
    short = coarse and (bool(alike) or max(width, height) < max(nearest))
    return nearest if short else None


@dataclass(frozen=True, slots=True)
class TooLarge:
    """`scaled_down`: the platform takes larger images too and makes them smaller, so that is no more than a hint."""

    scaled_down: bool = False


def image_too_large(reading: Reading, options: TooLarge) -> Iterator[Mark]:
    """Each image with more pixels, or an animation with more pictures, than the platform takes.

    Values: `name`, `platform`, `size`, `limit` (width × height, a width, megapixels or pictures), `count`. Variants:
    `scaled`, `width`, `megapixels`, `frames`.
    """
    for image, found, width, height, role in _sized(reading):
        for variant, limit, shown, beyond in _too_large(reading, found, role, width, height):
            if beyond:
                values = _values(reading, found, limit=shown, count=found.frames, megapixels=width * height / 1e6)
                softened = options.scaled_down and variant in ("", "width")
                cap = Level.SUGGESTION if softened else limit.at_most
                yield Mark(image.target_span, values, variant="scaled" if softened else variant, at_most=cap)
                break


def _too_large(
    reading: Reading, found: ImageFile, role: Role, width: int, height: int
) -> Iterator[tuple[str, Bound, Any, bool]]:
    """Each limit on pixels: the message's variant, the limit, as it is shown, and whether the image is beyond."""
    animated = found.frames > 1
    for name in ("gif_px_max", "px_max") if animated else ("px_max",):
        for limit in bounds(reading.fact, role, name):
            yield "", limit, _pixels(*limit.value), width > limit.value[0] or height > limit.value[1]
    for limit in bounds(reading.fact, role, "width"):
        yield "width", limit, _pixels(limit.value[1], round(limit.value[1] * height / width)), width > limit.value[1]
    for name in ("gif_max_pixels", "max_pixels") if animated else ("max_pixels",):
        for limit in bounds(reading.fact, role, name):
            yield "megapixels", limit, limit.value / 1e6, width * height > limit.value
    for limit in bounds(reading.fact, role, "gif_max_frames") if animated else ():
        yield "frames", limit, limit.value, found.frames > limit.value


@dataclass(frozen=True, slots=True)
class TooHeavy:
    """`max_megabytes`: heavier images make a page slow, where the platform sets no limit; 0: no such limit."""

    max_megabytes: float = 0


def image_too_heavy(reading: Reading, options: TooHeavy) -> Iterator[Mark]:
    """Each image of more bytes than the platform takes, or than readers want to wait for.

    Values: `name`, `platform`, `megabytes`, `limit` (megabytes, or bytes in the variant `bytes`). Variants: `bytes`
    where rounded megabytes would look alike, `tools`, `page`.
    """
    for image, found in readable_images(reading):
        beyond = [one for one in _weights(reading, found, role_of(reading, image)) if found.bytes > one.value]
        if beyond:
            limit = max(beyond, key=lambda one: (one.at_most, one.value))
            variant = "tools" if limit.of_tools else ""
            yield _weight_mark(reading, image, found, limit.value, variant, limit.at_most)
        elif reading.platform.kind == "blog" and 0 < options.max_megabytes * MEGABYTE < found.bytes:
            yield _weight_mark(reading, image, found, int(options.max_megabytes * MEGABYTE), "page", Level.SUGGESTION)


def _weights(reading: Reading, found: ImageFile, role: Role) -> tuple[Bound, ...]:
    of_animations = bounds(reading.fact, role, "gif_max_bytes") if found.frames > 1 else ()
    return of_animations or bounds(reading.fact, role, "max_bytes")


def _weight_mark(reading: Reading, image: Image, found: ImageFile, limit: int, variant: str, at_most: Level) -> Mark:
    weight, most = _megabytes(found.bytes), _megabytes(limit)
    values = _values(reading, found, megabytes=weight, limit=most, bytes=found.bytes)
    if weight == most and not variant:
        return Mark(image.target_span, values | {"limit": limit}, variant="bytes", at_most=at_most)
    return Mark(image.target_span, values, variant=variant, at_most=at_most)


def _megabytes(count: int) -> float:
    rounded = round(count / MEGABYTE, 1)
    return int(rounded) if rounded.is_integer() else rounded


@dataclass(frozen=True, slots=True)
class Aspect:
    """`tolerance`: how far, in percent, an image may be from the one ratio that a platform wishes for."""

    tolerance: float = 2


def image_aspect(reading: Reading, options: Aspect) -> Iterator[Mark]:
    """Each image whose width divided by its height is not what the platform shows uncut.

    Values: `name`, `platform`, `size`, `low` and `high`; in the variant `wished`, where the platform has one ratio
    that looks best rather than limits, `wished`.
    """
    for image, found, width, height, role in _sized(reading):
        limit = _story_ratio(reading) if role == "story" else bound(reading.fact, role, "ratio")
        if limit is None:
            continue
        low, high, single = ratio_range(limit)
        slack = options.tolerance / 100 if single else _RATIO_ERROR
        if low * (1 - slack) <= width / height <= high * (1 + slack):
            continue
        if single:
            values, cap = {"wished": limit.value}, min(limit.at_most, Level.WARNING)
        else:
            values, cap = dict(zip(("low", "high"), _ends(limit), strict=True)), limit.at_most
        yield Mark(
            image.target_span, _values(reading, found, **values), variant="wished" if single else "", at_most=cap
        )


def _story_ratio(reading: Reading) -> Bound | None:
    size = bound(reading.fact, "story", "wanted")
    if size is None:
        return None
    divisor = gcd(*size.value)
    return Bound(f"{size.value[0] // divisor}:{size.value[1] // divisor}", size.fact)


def _ends(limit: Bound) -> tuple[str, str]:
    if isinstance(limit.value, list):
        low, high = sorted(map(str, limit.value), key=ratio_of)
        return low, high
    width, _, height = str(limit.value).partition(":")
    return f"{height}:{width}", str(limit.value)


CHECKS: tuple[Check, ...] = (
    Check("image-format", image_format, Format),
    Check("image-too-small", image_too_small),
    Check("image-too-large", image_too_large, TooLarge),
    Check("image-too-heavy", image_too_heavy, TooHeavy),
    Check("image-aspect", image_aspect, Aspect),
)
