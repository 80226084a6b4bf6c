"""Image files on disk: their facts, read within limits."""

from __future__ import annotations

import io
import os
import warnings
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from smolint.dataclass import dataclass
from smolint.plain_file import open_plain

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile as PillowImage

MEGABYTE = 1_000_000

_FORMATS = ("PNG", "JPEG", "MPO", "GIF", "WEBP", "AVIF", "BMP", "DIB", "TIFF", "ICO", "JPEG2000", "PPM", "TGA", "QOI")
"""What Pillow is asked to read. EPS and the like are left out: reading them starts other programs."""

_DECODED = {"GIF", "WEBP", "AVIF", "BMP"}
"""Decoded to see that they are whole. Not TIFF, whose library writes its complaints to the terminal itself."""

_ENDINGS = {
    ".png": {"PNG"},
    ".apng": {"PNG"},
    ".jpg": {"JPEG", "MPO"},
    ".jpeg": {"JPEG", "MPO"},
    ".gif": {"GIF"},
    ".webp": {"WEBP"},
    ".avif": {"AVIF"},
    ".bmp": {"BMP", "DIB"},
    ".tif": {"TIFF"},
    ".tiff": {"TIFF"},
    ".ico": {"ICO"},
    ".svg": {"SVG"},
    ".heic": {"HEIC"},
    ".heif": {"HEIC"},
    ".hif": {"HEIC"},
}

_FILMS = frozenset({".mp4", ".m4v", ".mov", ".webm", ".avi", ".mkv", ".ogv", ".mp3", ".ogg", ".wav"})
_UNDECODED = _FILMS | {".svg", ".svgz", ".jxl", ".psd", ".eps", ".ai", ".pdf"}
"""Endings that Pillow is not asked to read: vectors, formats it may lack, films among a post's media."""

_DRAWING_HEAD = 64_000
"""Within so many bytes of a drawing's start, behind its comments, stands `<svg`."""

_ICON_HEAD = 6 + 16 * 500
"""The bytes of an icon's list of pictures that are looked at: 500 of them."""

_MOST_READS = 1_000_000
"""Within so many reads Pillow has gone through any real file: an animated GIF of 50 MB takes 400,000."""

_ORIENTATION = 0x0112
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: the file's bytes and the image's pixels; above `decode_bytes` only the header is.

    Decoding takes up to 16 bytes a pixel (WebP): 160 MB for the largest image that is decoded, a phone's photo.
    """

    max_bytes: int = 50 * MEGABYTE
    max_pixels: int = 100_000_000
    decode_bytes: int = 20 * MEGABYTE
    decode_pixels: int = 10_000_000


@dataclass(frozen=True, slots=True)
class ImageFile:
    """What is known of an image: pixels as shown (None where not decoded, as for SVG), bytes, format, frames.

    `format` is Pillow's name (`PNG`, `JPEG`, …), `HEIC`, else the ending in capitals (`SVG`). `wrong_ending` is true
    when the file's name says another format than its content.
    """

    path: Path
    width: int | None
    height: int | None
    bytes: int
    format: str
    frames: int = 1
    wrong_ending: bool = False


@dataclass(frozen=True, slots=True)
class ImageFault:
    """Why an image cannot be used.

    `cause` is `missing`, `empty`, `folder`, `permission`, `too-large` (bytes), `bomb` (pixels), `not-an-image` or
    `truncated`; `bytes` and `pixels` are its size where known, else 0.
    """

    path: Path
    cause: str
    bytes: int = 0
    pixels: int = 0


def open_image(path: Path, limits: Limits | None = None) -> ImageFile | ImageFault:
    """Read an image file: its header, then, for files of ordinary size, enough to see that it is whole.

    An image is read once per process for as long as its time and size stay the same. Never raises for what the
    file holds.
    """
    try:
        status = path.stat()
    except PermissionError:
        return ImageFault(path, "permission")
    except (OSError, ValueError):
        return ImageFault(path, "missing")
    return _read(path, status.st_mtime_ns, status.st_size, limits or Limits())


@lru_cache(maxsize=256)
def _read(path: Path, _changed: int, size: int, limits: Limits) -> ImageFile | ImageFault:
    if not path.is_file():
        return ImageFault(path, "folder")
    if size == 0:
        return ImageFault(path, "empty")
    if not os.access(path, os.R_OK):
        return ImageFault(path, "permission", size)
    ending = path.suffix.lower()
    if ending in _UNDECODED and (ending != ".svg" or _is_drawing(path)):
        return ImageFile(path, None, None, size, ending[1:].upper())
    if size > limits.max_bytes:
        return ImageFault(path, "too-large", size)
    return _heic(path, size, limits) or _large_icon(path, size, limits) or _decode(path, size, limits)


def is_film(path: Path) -> bool:
    """Whether a file's name says that it is a film or a sound rather than an image."""
    return path.suffix.lower() in _FILMS


def _is_drawing(path: Path) -> bool:
    with open_plain(path) as file:
        return b"<svg" in file.read(_DRAWING_HEAD).replace(b"\0", b"")  # NULs are what UTF-16 adds


def _heic(path: Path, size: int, limits: Limits) -> ImageFile | ImageFault | None:
    """A photo in HEIC by its content, whatever its ending; None for any other file. Pillow does not read it."""
    from smolint.media_boxes import boxes, brand_format, picture_size

    try:
        with open_plain(path) as file:
            if brand_format(file.read(256)) != "HEIC":
                return None
            width, height = picture_size(file, size) or (None, None)
            whole = all(box.whole for box in boxes(file, 0, size))
    except OSError:
        return ImageFault(path, "permission", size)
    if not whole:
        return ImageFault(path, "truncated", size)
    if width and height and width * height > limits.max_pixels:
        return ImageFault(path, "bomb", size, width * height)
    return ImageFile(path, width, height, size, "HEIC", 1, "HEIC" not in _ENDINGS.get(path.suffix.lower(), ()))


def _large_icon(path: Path, size: int, limits: Limits) -> ImageFault | None:
    """An icon that holds a huge picture, None for any other file: Pillow decodes icons as soon as it opens them."""
    with open_plain(path) as file:
        head = file.read(_ICON_HEAD)
        if not head.startswith(b"\0\0\1\0"):
            return None
        most = 0
        for entry in range(6, min(6 + 16 * int.from_bytes(head[4:6], "little"), len(head) - 15), 16):
            file.seek(int.from_bytes(head[entry + 12 : entry + 16], "little"))
            start = file.read(24)
            # A PNG as in a file of its own, else a bitmap without the header of a file.
            png = start.startswith(b"\x89PNG")
            width, height = (start[16:20], start[20:24]) if png else (start[4:8], start[8:12])
            order: Literal["big", "little"] = "big" if png else "little"
            most = max(most, int.from_bytes(width, order) * int.from_bytes(height, order))
    return ImageFault(path, "bomb", size, most) if most > limits.decode_pixels else None


def _decode(path: Path, size: int, limits: Limits) -> ImageFile | ImageFault:
    import logging
    import struct
    import zlib

    from PIL import Image, UnidentifiedImageError

    logging.getLogger("PIL").setLevel(logging.CRITICAL)  # it would write of damaged files to the terminal
    # What Pillow's decoders are known to raise on damaged files.
    broken: tuple[type[Exception], ...] = (OSError, SyntaxError, ValueError, LookupError, EOFError, TypeError)
    broken += (ArithmeticError, RuntimeError, struct.error, zlib.error)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with _Reader(open_plain(path).detach()) as file, Image.open(file, formats=_known_formats(Image)) as image:
                return _facts(image, path, size, limits)
        except Image.DecompressionBombError:
            return ImageFault(path, "bomb", size)
        except PermissionError:
            return ImageFault(path, "permission", size)
        except UnidentifiedImageError:
            return ImageFault(path, _unknown_cause(path), size)
        except broken:
            return ImageFault(path, "truncated", size)


class _Reader(io.BufferedReader):
    """A file that millions of tiny parts keep nobody reading: comments of one letter, bytes that fill nothing."""

    reads = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes. Raises OSError once a file has been read from too often."""
        self.reads += 1
        if self.reads > _MOST_READS:
            raise OSError("too many parts")
        return super().read(size)


def _known_formats(pillow: Any) -> tuple[str, ...]:
    pillow.init()
    return tuple(name for name in _FORMATS if name in pillow.OPEN)


def _facts(image: PillowImage, path: Path, size: int, limits: Limits) -> ImageFile | ImageFault:
    width, height = image.size
    if width * height > limits.max_pixels:
        return ImageFault(path, "bomb", size, width * height)
    format_name = image.format or ""
    frames = int(getattr(image, "n_frames", 1)) if format_name in {"GIF", "WEBP", "PNG", "AVIF"} else 1
    if size <= limits.decode_bytes:
        _read_through(image, width * height <= limits.decode_pixels)
    wrong = format_name not in _ENDINGS.get(path.suffix.lower(), {format_name})
    if _turned(image):
        width, height = height, width
    return ImageFile(path, width, height, size, format_name, frames, wrong)


def _turned(image: PillowImage) -> bool:
    """Whether the metadata, as far as they have been read, turn the image by a quarter when it is shown."""
    import struct

    from PIL import Image

    written = image.info.get("exif")
    if not isinstance(written, bytes) or image.format == "AVIF":  # Pillow has turned an AVIF already
        return False
    metadata = Image.Exif()
    try:
        metadata.load(written)
        return metadata.get(_ORIENTATION) in _ON_ITS_SIDE
    except (OSError, SyntaxError, ValueError, LookupError, TypeError, struct.error):
        return False  # damaged metadata do not make an image unusable


def _read_through(image: PillowImage, decode: bool) -> None:
    """Raise one of Pillow's errors if the file stops before its end or is damaged."""
    if image.format == "PNG":
        image.verify()  # every chunk's checksum, without decoding
    elif image.format == "JPEG":
        image.draft("RGB", (1, 1))  # an eighth of the size, but all of the stream
        image.load()
    elif decode and image.format in _DECODED:
        image.load()


def _unknown_cause(path: Path) -> str:
    """`truncated` for a file that begins like an image but stops within its header, else `not-an-image`."""
    with open_plain(path) as file:
        head = file.read(16)
    starts = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")
    return "truncated" if head.startswith(starts) else "not-an-image"
