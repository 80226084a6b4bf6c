"""The images of one post together: how many, of which proportions, one of them twice."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.checks.image import shown_images
from smolint.checks.image_role import readable_images, role_of
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.image_limits import Bound
from smolint.image_place import locate_images
from smolint.plain_file import open_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from smolint.reading import Reading

_MAX_FACTS = ("images_max", "images_max_api", "files_max")
_MAX_HASHED = 50_000_000
"""Bytes: larger files are not compared."""


def image_too_many(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The first image beyond those that the platform takes in one post; films and repeated targets are not counted.

    Values: `count`, `limit`, `platform`. The variant `tools` is a limit of the tools that publish.
    """
    first = {image.target: image for image in reversed(shown_images(reading.draft))}
    if not first:
        return
    from pathlib import Path

    from smolint.image_file import is_film

    images = sorted(first.values(), key=lambda image: image.span)
    images = [image for image in images if not is_film(Path(image.target))]
    for name in _MAX_FACTS:
        fact = reading.fact(name) if images else None
        if fact and fact.value and len(images) > fact.value:
            limit = Bound(fact.value, fact)
            values = {"count": len(images), "limit": fact.value, "platform": reading.platform.label}
            variant = "tools" if limit.of_tools else ""
            yield Mark(images[fact.value].target_span, values, variant=variant, at_most=limit.at_most)
            return


@dataclass(frozen=True, slots=True)
class MixedAspect:
    """`tolerance`: how far, in percent, a ratio may be from the first image's."""

    tolerance: float = 2


def image_mixed_aspect(reading: Reading, options: MixedAspect) -> Iterator[Mark]:
    """The first image of a post whose proportions are not those of the first. Values: `name`, `first`, `platform`."""
    sized = [
        (image, found.path.name, found.width / found.height)
        for image, found in readable_images(reading)
        if found.width and found.height and role_of(reading, image) == "post"
    ]
    if len(sized) < 2:
        return
    _, first, ratio = sized[0]
    for image, name, other in sized[1:]:
        if abs(other / ratio - 1) > options.tolerance / 100:
            values = {"name": name, "first": first, "platform": reading.platform.label}
            yield Mark(image.target_span, values, at_most=Level.WARNING)
            return


def image_used_twice(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each image that is, byte for byte, an earlier one of the draft or its thread under another name.

    Values: `name`, `other` (file names).
    """
    if not reading.local_images:
        return
    earlier = [path for part in reading.thread[: reading.draft.part] for _, path in locate_images(part, reading.root)]
    own = [path for _, path in reading.local_images]
    contents = _contents(dict.fromkeys([*earlier, *own]))
    paths: dict[bytes, list[Path]] = defaultdict(list)
    for path in dict.fromkeys(earlier):
        if path in contents:
            paths[contents[path]].append(path)
    for image, path in reading.local_images:
        same = paths[contents[path]] if path in contents else [path]
        twin = next((other for other in same if other != path), None)
        if twin:
            yield Mark(image.target_span, {"name": path.name, "other": twin.name}, at_most=Level.SUGGESTION)
        elif path not in same:
            same.append(path)


def _contents(paths: Iterable[Path]) -> dict[Path, bytes]:
    """The digests of those files that may be the same as another, byte for byte: only files of one size are read."""
    by_size: dict[int, list[tuple[Path, int]]] = defaultdict(list)
    for path in paths:
        with suppress(OSError, ValueError):
            status = path.stat()
            by_size[status.st_size].append((path, status.st_mtime_ns))
    contents = {}
    for size, members in by_size.items():
        for path, changed in members if len(members) > 1 and 0 < size <= _MAX_HASHED else ():
            with suppress(OSError):
                contents[path] = _digest(path, changed, size)
    return contents


@lru_cache(maxsize=256)
def _digest(path: Path, _changed: int, _size: int) -> bytes:
    from hashlib import file_digest

    with open_plain(path) as file:
        return file_digest(file, "blake2b").digest()


CHECKS: tuple[Check, ...] = (
    Check("image-too-many", image_too_many),
    Check("image-mixed-aspect", image_mixed_aspect, MixedAspect),
    Check("image-used-twice", image_used_twice),
)
