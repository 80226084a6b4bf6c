"""Films: linked where a platform wants them uploaded, and files that it does not take."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from smolint.check import Check, Mark, NoOptions
from smolint.dataclass import dataclass
from smolint.image_limits import Bound, takes
from smolint.late_pattern import compiled
from smolint.plain_file import open_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smolint.media_boxes import Film
    from smolint.reading import Reading
    from smolint.source import Span

MEGABYTE = 1_000_000
_SOUNDS = frozenset({".mp3", ".ogg", ".wav"})
_EQUAL = {"M4V": "MP4", "QT": "MOV"}


@dataclass(frozen=True, slots=True)
class NotNative:
    """`films`: patterns of the addresses of films, without `https://` and `www.`.

    `alone`: a post with another link besides points to that, and the film is by the way.
    """

    films: tuple[str, ...] = ()
    alone: bool = False


@cache
def _of_films(films: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(rf"https?://(?:(?:www|m)\.)?(?:{'|'.join(films)})", re.I)


def video_not_native(reading: Reading, options: NotNative) -> Iterator[Mark]:
    """The first link of a post to a film elsewhere, unless a film is attached as well. Values: `host`, `platform`."""
    if not options.films or _attaches_film(reading):
        return
    pattern = _of_films(options.films)
    places = [(link.url_span, link.url) for link in reading.draft.content.links]
    places += [(embed.span, embed.url) for embed in reading.draft.content.embeds if embed.url]
    if options.alone and not all(pattern.match(url) for _, url in places):
        return
    for span, url in sorted(places):
        if pattern.match(url):
            host = url.split("/")[2].removeprefix("www.").removeprefix("m.")
            yield Mark(span, {"host": host, "platform": reading.platform.label})
            return


def _attaches_film(reading: Reading) -> bool:
    images = reading.draft.content.images
    if not images:
        return False
    from pathlib import Path

    from smolint.image_file import is_film

    return any(is_film(Path(image.target)) for image in images)


def video_limits(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each attached film that the platform does not take: its format, bytes or length, or a damaged file.

    Values: `name`, `platform`, `limit`; by variant also `format` and `formats`, `megabytes`, `bytes`, `seconds`.
    Variants: `format`, `bytes` (where rounded megabytes would look alike), `long`, `short`, `damaged`.
    """
    for span, path in _films(reading):
        read = _read(path)
        if read is None:
            continue
        kind, size, film = read
        values = {"name": path.name, "platform": reading.platform.label}
        if size == 0 or (film and not film.whole):
            yield Mark(span, values, variant="damaged")
            continue
        yield from (
            Mark(span, values | more, variant=variant, at_most=limit.at_most)
            for variant, limit, more in _beyond(reading, kind, size, film)
        )


def _films(reading: Reading) -> Iterator[tuple[Span, Path]]:
    if not reading.local_images:
        return
    from smolint.image_file import is_film

    seen = set()
    for image, path in reading.local_images:
        if is_film(path) and path.suffix.lower() not in _SOUNDS and path not in seen:
            seen.add(path)
            yield image.target_span, path


def _read(path: Path) -> tuple[str, int, Film | None] | None:
    """A film's format by its content (else its ending), its bytes, and what its header says of an MP4 or MOV."""
    from smolint.media_boxes import brand_format, read_film

    try:
        with open_plain(path) as file:
            size = file.seek(0, 2)
            file.seek(0)
            kind = brand_format(file.read(256))
            ending = path.suffix[1:].upper()
            named = _EQUAL.get(ending, ending)
            film = read_film(file, size) if kind in ("MP4", "MOV") else None
    except OSError:
        return None  # `image/unreadable` says so
    return kind or named, size, film


def _beyond(reading: Reading, kind: str, size: int, film: Film | None) -> Iterator[tuple[str, Bound, dict[str, Any]]]:
    """Each limit that a film exceeds: the message's variant, the limit, the values of the message."""
    formats = _bound(reading, "video_formats")
    if formats and not takes(formats.value, kind):
        yield "format", formats, {"format": kind, "formats": ", ".join(str(one).upper() for one in formats.value)}
    weight = _bound(reading, "video_max_bytes")
    if weight and size > weight.value:
        most, megabytes = _megabytes(weight.value), _megabytes(size)
        if most == megabytes:
            yield "bytes", weight, {"bytes": size, "limit": weight.value}
        else:
            yield "", weight, {"megabytes": megabytes, "limit": most}
    longest, shortest = _seconds(reading)
    if film and film.seconds is not None:
        if longest and film.seconds > longest.value + 0.5:
            yield "long", longest, {"seconds": round(film.seconds), "limit": longest.value}
        elif shortest and film.seconds < shortest.value:
            yield "short", shortest, {"seconds": round(film.seconds, 1), "limit": shortest.value}


def _bound(reading: Reading, name: str) -> Bound | None:
    fact = reading.fact(name)
    return Bound(fact.value, fact) if fact and fact.value else None


def _seconds(reading: Reading) -> tuple[Bound | None, Bound | None]:
    """The longest and the shortest time."""
    both = _bound(reading, "video_seconds")
    if both:
        return Bound(both.value[1], both.fact), Bound(both.value[0], both.fact)
    return _bound(reading, "video_seconds_max"), None


def _megabytes(count: int) -> float:
    rounded = round(count / MEGABYTE, 1)
    return int(rounded) if rounded.is_integer() else rounded


CHECKS: tuple[Check, ...] = (
    Check("video-not-native", video_not_native, NotNative),
    Check("video-limits", video_limits),
)
