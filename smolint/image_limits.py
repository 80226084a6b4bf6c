"""What a platform takes of an image, read from its facts under whatever names they have, by the image's role."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from smolint.dataclass import dataclass
from smolint.finding import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from smolint.platform import Fact

    Lookup = Callable[[str], Fact | None]

Role = Literal["post", "story", "card", "thumbnail", "body"]
"""Where an image will stand: in a post or story, on the card of a shared link, before a film, within an article."""

_ROLE_NAMES: dict[Role, dict[str, tuple[str, ...]]] = {
    "post": {
        "formats": ("image_formats", "image_formats_api"),
        "max_bytes": ("image_max_bytes", "image_max_bytes_api"),
        "gif_max_bytes": ("gif_max_bytes",),
        "px_min": ("image_px_min",),
        "px_max": ("image_px_max",),
        "width": ("image_width",),
        "max_pixels": ("image_max_pixels",),
        "gif_px_max": ("gif_max_px",),
        "gif_max_pixels": ("gif_max_pixels",),
        "gif_max_frames": ("gif_max_frames",),
        "wanted": ("image_px_recommended", "image_px_portrait", "square_px", "landscape_px"),
        "ratio": ("aspect_ratio", "aspect_ratio_max"),
    },
    "card": {
        "max_bytes": ("og_image_max_bytes", "card_image_max_bytes"),
        "px_min": ("og_image_min", "card_image_min"),
        "px_max": ("card_image_max",),
        # What is shown large at all goes before what is best: a card of 1000 pixels disturbs nobody.
        "wanted": ("og_image_large_min", "og_image_recommended", "card_image_recommended"),
    },
    "thumbnail": {
        "formats": ("thumbnail_formats",),
        "max_bytes": ("thumbnail_max_bytes", "thumbnail_max_bytes_desktop"),
        "min_width": ("thumbnail_min_width",),
        "wanted": ("thumbnail_px",),
        "ratio": ("thumbnail_ratio",),
    },
    "body": {},
}
_ROLE_NAMES["story"] = {
    name: facts for name, facts in _ROLE_NAMES["post"].items() if name not in ("wanted", "ratio", "width")
} | {"wanted": ("story_px",)}

_FORMATS = {
    "jpg": ("JPEG", "MPO"),
    "jpeg": ("JPEG", "MPO"),
    "bmp": ("BMP", "DIB"),
    "tif": ("TIFF",),
    "heif": ("HEIC", "HEIF"),
    "heic": ("HEIC", "HEIF"),
}
_CAPS = {"high": Level.ERROR, "medium": Level.WARNING, "low": Level.SUGGESTION}


@dataclass(frozen=True, slots=True)
class Bound:
    """A platform's figure with the fact behind it; `at_most` is how serious going beyond it can be.

    A fact about the tools that publish (`…_api`) binds only those who use one: a suggestion at most.
    """

    value: Any
    fact: Fact

    @property
    def of_tools(self) -> bool:
        """Whether the figure holds only for posts that a tool publishes."""
        return self.fact.name.endswith("_api")

    @property
    def at_most(self) -> Level:
        """An error for a fact of high confidence, a warning for one of medium, a suggestion for the rest."""
        return Level.SUGGESTION if self.of_tools else _CAPS[self.fact.confidence]


def bounds(fact: Lookup, role: Role, name: str) -> tuple[Bound, ...]:
    """What the facts that `fact` looks up say for a role, under a uniform name (`max_bytes`, `px_min`, …).

    The values are bytes, pixels, (width, height) in pixels, or as published for ratios and formats.
    """
    found = map(fact, _ROLE_NAMES[role].get(name, ()))
    return tuple(Bound(one.value, one) for one in found if one is not None and one.value is not None)


def bound(fact: Lookup, role: Role, name: str) -> Bound | None:
    """The first of these bounds, None where the platform publishes none."""
    return next(iter(bounds(fact, role, name)), None)


def takes(formats: list[str], image_format: str) -> bool:
    """Whether a list of formats as platforms publish it (`jpg`, `heif`, `image/*`) holds one by Pillow's name."""
    return "image/*" in formats or any(image_format in _FORMATS.get(one.lower(), (one.upper(),)) for one in formats)


@lru_cache(maxsize=256)
def ratio_of(text: str) -> float:
    """Width divided by height of a published ratio: `1.91:1` is 1.91."""
    width, _, height = text.partition(":")
    return float(width) / float(height or 1)


def ratio_range(fact_bound: Bound) -> tuple[float, float, bool]:
    """The lowest and highest ratio of width to height, and whether it is one wished ratio rather than limits."""
    value = fact_bound.value
    if isinstance(value, list):
        ratios = sorted(ratio_of(str(one)) for one in value)
        return ratios[0], ratios[-1], False
    ratio = ratio_of(str(value))
    return (1 / ratio, ratio, False) if fact_bound.fact.name.endswith("_max") else (ratio, ratio, True)
