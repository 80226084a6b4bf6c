"""Where the image that a draft names would be on disk: never fetched, never outside the project's folder."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.looks import exists, is_folder, look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft, Image

_SCHEME = late_pattern(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_ALIAS = late_pattern(r"[@~$<>*|]|%[^0-9A-Fa-f]|\{|\}")
"""What a site generator replaces: `@/assets`, `~`, `$lib`, Liquid and Twig expressions."""

_STATIC = ("", "static", "public", "assets", "content", "src", "statics", "source")
"""Folders whose content generators copy to the site's root (Hugo, Next, Jekyll, Astro, Hexo)."""

_ASSETS = frozenset(["assets", "images", "image", "img", "media", "static", "uploads", "pictures", "photos", "files"])


_MAPPED_KINDS = frozenset({"template", "shortcode", "front-matter", "block"})


@dataclass(frozen=True, slots=True)
class Remote:
    """An image elsewhere: a URL, inline bytes (`data:`), an item of a media library. It is never fetched."""

    target: str


def locate(target: str, draft_path: str, root: Path | None) -> Path | Remote | None:
    """The file that `target` names in a draft: a path that may be missing, `Remote`, or None where nobody can tell.

    A relative target is looked for beside the draft, for a tweet file in the `media` folder beside the
    nearest `tweets` folder, then as a target from the site's root: in each folder from the draft's up to `root`, and
    in their `static`, `public`, … folders. Where the last kind finds not even the target's folder, the site's generator
    maps it and the answer is None, as it is for paths that leave `root` and for texts without a file (`<text>`).
    """
    target = target.strip()
    if _SCHEME.match(target) and not re.match(r"[A-Za-z]:[\\/]", target) and not target.lower().startswith("file:"):
        return Remote(target)
    if target.isdecimal():
        return Remote(target)
    if (
        root is None
        or draft_path.startswith("<")
        or not target
        or "\0" in unquote(target)
        or "\\" in target
        or ":" in target
        or _ALIAS.search(target)
    ):
        return None
    folder = os.path.dirname(os.path.abspath(draft_path))
    top = _top(folder, root)
    names = dict.fromkeys((target, _path_of(target), _plain(target)))
    candidates = (path for name in names if name for path in _candidates(name, draft_path, folder, top))
    # What lies outside counts as not there: else a report would tell a draft's author which files a machine has.
    found = next((path for path in candidates if exists(path) and _is_inside(path, top)), None)
    found = found or _expected(_plain(target), draft_path, folder, top)
    return Path(os.path.normpath(found)) if found and _is_inside(found, top) else None


def locate_images(draft: Draft, root: Path | None) -> tuple[tuple[Image, Path], ...]:
    """The images of a draft that are files of its project, each with its path, which may be missing."""
    places: dict[str, Path | Remote | None] = {}
    found = []
    for image in draft.content.images:
        target = _site_path(image)
        if target not in places:
            places[target] = locate(target, draft.source.path, root)
        path = places[target]
        if isinstance(path, Path):
            look(path, "content")
            found.append((image, path))
    return tuple(found)


def _site_path(image: Image) -> str:
    """The target as its kind means it: template tags and post fields name paths from the site's root."""
    mapped = image.kind in _MAPPED_KINDS and image.role != "attached" and not image.target.startswith((".", "/"))
    return f"/{image.target}" if mapped and "/" in image.target and ":" not in image.target else image.target


def _path_of(target: str) -> str:
    return target.partition("#")[0].partition("?")[0]


def _plain(target: str) -> str:
    return unquote(_path_of(target))


def _top(folder: str, root: Path) -> str:
    """The folder that is never left: `root`, or the draft's own folder if it stands outside."""
    top = os.path.abspath(root)
    return top if _is_below(folder, top) else folder


def _is_below(path: str, folder: str) -> bool:
    """Whether an absolute path is a folder's own, or one below it."""
    return path == folder or path.startswith(os.path.join(folder, ""))


@lru_cache(maxsize=256)
def _upwards(folder: str, top: str) -> tuple[str, ...]:
    """The folders from one up to `top`."""
    found = [folder]
    while folder != top and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
        found.append(folder)
    return tuple(found)


def _media(draft_path: str, folder: str, top: str) -> str:
    """The `media` folder beside the nearest `tweets` folder of a tweet file; "" for any other."""
    if not draft_path.endswith(".tweet"):
        return ""
    tweets = (here for here in _upwards(folder, top) if os.path.basename(here) == "tweets" and here != top)
    return next((os.path.join(os.path.dirname(here), "media") for here in tweets), "")


def _candidates(name: str, draft_path: str, folder: str, top: str) -> Iterator[str]:
    relative = _relative(name)
    if not name.startswith("/"):
        yield os.path.join(folder, relative)
        media = _media(draft_path, folder, top)
        if media:
            yield os.path.join(media, relative)
        yield os.path.join(folder, os.path.splitext(os.path.basename(draft_path))[0], relative)
    for base in _bases(folder, top):
        yield base + relative


def _relative(name: str) -> str:
    """A target below some folder, without the signs that say nothing (`./a//b/` is `a/b`)."""
    return "/".join(part for part in name.split("/") if part not in ("", "."))


@lru_cache(maxsize=256)
def _bases(folder: str, top: str) -> tuple[str, ...]:
    """The folders below which a path from the site's root is looked for, each with the sign that ends it."""
    return tuple(os.path.join(here, static, "") for here in _upwards(folder, top) for static in _STATIC)


def _expected(name: str, draft_path: str, folder: str, top: str) -> str | None:
    """Where a file that was found nowhere should have been; None where that is not certain."""
    relative = _relative(name)
    folders, _, file = relative.rpartition("/")
    if not _has_ending(file):
        return None
    if not name.startswith("/"):
        return os.path.join(_media(draft_path, folder, top) or folder, relative)
    if not folders:
        return None
    first = folders.partition("/")[0]
    known = first if first in _ASSETS else folders
    return next((base + relative for base in _bases(folder, top) if is_folder(base + known)), None)


def _has_ending(file: str) -> bool:
    stem, _, ending = file.rpartition(".")
    return bool(stem and ending)


def _is_inside(path: str, top: str) -> bool:
    """Whether neither a path nor a symbolic link on the way leads out of `top`."""
    return _is_below(os.path.realpath(path), os.path.realpath(top))
