"""Images that are not there, cannot be read, or say nothing to readers who do not see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from smolint.check import Check, Mark, NoOptions
from smolint.checks.depth import is_post, post_words
from smolint.checks.genre import is_breakdown_notice, is_bulletin
from smolint.checks.opening import opening
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft, Image
    from smolint.reading import Reading

_VISUAL_EMBEDS = frozenset({"video", "frame", "audio", "poll", "quote-post", "share"})
_VISUAL_NAME = late_pattern(r"image|img|gallery|figure|photo|picture|video|youtube|vimeo|cover|media|embed|tweet", re.I)
_FILM_URL = late_pattern(
    r"https?://(?:www\.|m\.)?(?:youtube\.com/watch|youtu\.be/|vimeo\.com/\d|dailymotion\.com/video)", re.I
)
_FILTERED_IMAGE = late_pattern(
    r"\{\{[^{}\n|]{1,300}\| *\w*(?:image|img|photo|picture|gallery|figure|video|embed)\w*", re.I
)
"""An image that a template makes of a name (`{{ "ada" | team_photo }}`)."""
_FIELDS = frozenset({"image", "images", "cover", "thumbnail", "hero", "video", "featured_image", "heroImage", "banner"})
_ONE_PIXEL = late_pattern(r"\b(?:width|height)\s*[=:]\s*[\"']?[01](?:px)?\b", re.I)
_TRACKER = late_pattern(
    r"feedburner|/pixel[./?]|1x1|doubleclick|/piwik|/matomo|stats\.wordpress|gravatar|/b\.gif", re.I
)
_HIDDEN = late_pattern(
    r"aria-hidden\s*=\s*[\"']?true|role\s*=\s*[\"']?(?:presentation|none)\b|aria-label(?:ledby)?\s*=", re.I
)
_ORNAMENT = late_pattern(
    r"(?:^|[/_-])(?:separat(?:or|eur)|divider|spacer|ornament|flourish|fleuron|filet|blank|bullet|puce)s?[\d_-]*\.\w+$",
    re.I,
)
_DECORATION = frozenset({"html", "block", "template", "shortcode"})
"""Kinds in which an author who writes an empty alternative says that the image is decoration."""


def shown_images(draft: Draft) -> tuple[Image, ...]:
    """The images that readers see: all but tracking pixels."""
    return tuple(image for image in draft.content.images if not _is_tracker(draft, image))


def _is_tracker(draft: Draft, image: Image) -> bool:
    markup = draft.source[image.span]
    return bool(_TRACKER.search(image.target)) or (image.kind == "html" and len(_ONE_PIXEL.findall(markup)) >= 2)


@dataclass(frozen=True, slots=True)
class Missing:
    """`min_words`: shorter texts may do without an image. `link_card`: the preview of a link is image enough."""

    min_words: int = 0
    link_card: bool = False


def image_missing(reading: Reading, options: Missing) -> Iterator[Mark]:
    """The opening of a draft that shows nothing: no image, film, poll or shared post. Values: `words`.

    In a thread one image is enough, and the first post is the one that is marked. Release notes and notices of a
    breakdown need none.
    """
    draft = reading.draft
    if draft.part or draft.page or any(_shows_something(part) for part in reading.thread):
        return
    if options.link_card and draft.content.links:
        return
    words = post_words(reading)
    if words < options.min_words or _needs_none(reading):
        return
    place = opening(reading)
    if place:
        yield Mark(place, {"words": words})


def _needs_none(reading: Reading) -> bool:
    if reading.platform.kind == "blog":
        return not is_post(reading) or is_bulletin(reading.draft)
    return is_breakdown_notice(reading.post.text)


def _shows_something(draft: Draft) -> bool:
    return (
        bool(shown_images(draft))
        or _FILTERED_IMAGE.search(draft.source.text, *draft.body_span) is not None
        or any(embed.kind in _VISUAL_EMBEDS or _VISUAL_NAME.search(embed.name) for embed in draft.content.embeds)
        or any(_FILM_URL.match(link.url) for link in draft.content.links)
        or any(
            name in _FIELDS and isinstance(field.value, str | list | dict) and field.value
            for name, field in draft.fields
        )
    )


@dataclass(frozen=True, slots=True)
class Unreadable:
    """`max_megabytes`, `max_megapixels`: larger files are not read."""

    max_megabytes: int = 50
    max_megapixels: int = 100


def image_unreadable(reading: Reading, options: Unreadable) -> Iterator[Mark]:
    """Each local image that is missing or damaged.

    The variant is the fault's cause (`missing`, `truncated`, `not-an-image`, `bomb`, `too-large`, `empty`,
    `permission`, `folder`) or `wrong-ending`, a suggestion at most. Values: `target`, `name`, and where known
    `megabytes`, `megapixels`, `limit`, `format`, `ending`.
    """
    if not reading.local_images:
        return
    from smolint.image_file import MEGABYTE, ImageFault, Limits, open_image

    limits = Limits(max_bytes=options.max_megabytes * MEGABYTE, max_pixels=options.max_megapixels * 1_000_000)
    for image, path in reading.local_images:
        found = open_image(path, limits)
        values: dict[str, Any] = {"target": image.target, "name": path.name}
        values["megabytes"] = round(found.bytes / MEGABYTE, 1)
        if isinstance(found, ImageFault):
            limit = options.max_megapixels if found.cause == "bomb" else options.max_megabytes
            values |= {"megapixels": round(found.pixels / 1e6), "limit": limit}
            yield Mark(image.target_span, values, variant=found.cause)
        elif found.wrong_ending:
            values |= {"format": found.format, "ending": path.suffix}
            yield Mark(image.target_span, values, variant="wrong-ending", at_most=Level.SUGGESTION)


def image_alt_missing(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each image without a text alternative. Values: `target`, `name`; the variant `empty` is an empty one.

    Empty is right in HTML and template tags, where it means that an image is decoration, and for what is named as
    an ornament (`divider.png`). Lead images in an article's front matter are left out, for a theme gives them the
    title; on a social network they are what is attached.
    """
    attaches = reading.platform.kind == "social"
    for image in shown_images(reading.draft):
        if image.alt is None or not image.alt.strip():
            if image.alt is not None and (image.kind in _DECORATION or _ORNAMENT.search(image.target)):
                continue
            lead = image.role == "featured" and not (attaches and image.kind == "front-matter")
            if lead or _has_no_alt_place(reading.draft, image, attaches):
                continue
            values = {"target": image.target, "name": image.target.rsplit("/", 1)[-1]}
            yield Mark(image.span, values, variant="" if image.alt is None else "empty")


def _has_no_alt_place(draft: Draft, image: Image, attaches: bool) -> bool:
    """True where an alternative is given elsewhere (media library, shortcode) or is not wanted (hidden images)."""
    if image.target.startswith("attachment:") or image.target.isdecimal():
        return True
    if image.kind in {"template", "shortcode"}:
        return image.alt is None
    if image.kind == "front-matter":
        return image.role != "attached" and not attaches
    return image.kind == "html" and bool(_HIDDEN.search(draft.source[image.span]))


CHECKS: tuple[Check, ...] = (
    Check("image-missing", image_missing, Missing),
    Check("image-unreadable", image_unreadable, Unreadable),
    Check("image-alt-missing", image_alt_missing),
)
