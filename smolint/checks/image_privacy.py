"""Photos that tell where they were taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.checks.image_role import readable_images
from smolint.finding import Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading


def image_location_leak(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each local image whose metadata hold a latitude or longitude; the place itself is never reported.

    Values: `name`. No edit of the text mends it: the fix names the file, of which a copy without the place can be had.
    """
    if not reading.local_images:
        return
    from smolint.image_privacy import has_location

    told: set[str] = set()
    for image, found in readable_images(reading):
        if str(found.path) in told:
            continue
        try:
            if has_location(found.path):
                told.add(str(found.path))
                name = found.path.name
                yield Mark(image.target_span, {"name": name}, Fix(f"GPS → ∅ ({name})", (), image=str(found.path)))
        except OSError:
            continue  # the file has gone since it was read; `image/unreadable` will say so next time


CHECKS: tuple[Check, ...] = (Check("image-location-leak", image_location_leak),)
