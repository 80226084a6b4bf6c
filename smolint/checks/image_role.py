"""Which of a draft's images can be read, and where each of them will stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.checks.depth import is_post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Image
    from smolint.image_file import ImageFile
    from smolint.image_limits import Role
    from smolint.reading import Reading

_STORY_FIELDS = ("type", "format", "kind", "placement")


def role_of(reading: Reading, image: Image) -> Role:
    """Where an image will stand on the draft's platform."""
    kind = reading.platform.kind
    if kind == "blog":
        return "card" if image.role == "featured" and is_post(reading) else "body"
    if kind == "video":
        return "thumbnail"
    if kind == "deck":
        return "body"
    field = reading.draft.field(*_STORY_FIELDS)
    return "story" if field and str(field.value).lower() in {"story", "stories"} else "post"


def readable_images(reading: Reading) -> Iterator[tuple[Image, ImageFile]]:
    """The local images that can be read, films and documents left out; each is opened once however many ask."""
    if not reading.local_images:
        return
    from smolint.image_file import ImageFile, is_film, open_image

    for image, path in reading.local_images:
        found = None if is_film(path) or path.suffix.lower() == ".pdf" else open_image(path)
        if isinstance(found, ImageFile):
            yield image, found
