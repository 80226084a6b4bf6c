"""Posts without the lead image that the other posts of the same folder or export have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark, Trace
from smolint.checks.depth import is_standing_page
from smolint.checks.house_way import by_house, house_of
from smolint.checks.opening import opening
from smolint.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smolint.check import Gathered
    from smolint.reading import Reading

_FIELDS = (
    "image", "images", "hero", "hero_image", "heroImage", "cover", "cover_image", "coverImage", "featured", "banner",
    "featured-image", "featured_image", "featuredImage", "featureImage", "feature_image", "header_image", "headerImage",
    "thumbnail", "preview", "og_image", "ogImage", "og:image", "social_image", "shareImage", "_thumbnail_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FeaturedImage:
    """From `min_posts` posts together on, the image is the house's way where at least `min_share` percent have one."""

    min_posts: int = 10
    min_share: int = 80


def featured_image(reading: Reading, _options: FeaturedImage) -> Trace | None:
    """Whether a post names a lead image, and where its finding would stand. A post that says no to one is left out."""
    draft = reading.draft
    if draft.page or draft.part or not draft.fields or is_standing_page(draft):
        return None
    fields = dict(draft.fields)
    named = [fields[name] for name in _FIELDS if name in fields]
    if any(field.value is False for field in named):
        return None
    has = any(image.role == "featured" for image in draft.content.images) or any(field.value for field in named)
    place = opening(reading)
    return Trace(Mark(place), (house_of(draft), has)) if place else None


def posts_without_image(
    traces: Sequence[Gathered], options: FeaturedImage
) -> Iterator[tuple[int, Mapping[str, object]]]:
    """The posts without a lead image, in folders where most have one. Values: `count` of `posts` have one."""
    for numbers in by_house(trace.kept[0] for trace in traces):
        bare = [number for number in numbers if not traces[number].kept[1]]
        having = len(numbers) - len(bare)
        if len(numbers) >= options.min_posts and having * 100 >= len(numbers) * options.min_share:
            yield from ((number, {"count": having, "posts": len(numbers)}) for number in bare)


CHECKS: tuple[Check, ...] = (
    Check("seo-featured-image", options=FeaturedImage, gather=featured_image, conclude=posts_without_image),
)
