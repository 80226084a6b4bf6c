"""Where the image that a draft names would be on disk: never fetched, never outside the project's folder."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from smolint.dataclass import dataclass
from smolint.looks import exists, is_folder, look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft, Image

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_ALIAS = re.compile(r"[@~$<>*|]|%[^0-9A-Fa-f]|\{|\}")
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
    folder = Path(os.path.abspath(draft_path)).parent
    top = _top(folder, root)
    names = list(dict.fromkeys((target, re.split(r"[?#]", target, maxsplit=1)[0], _plain(target))))
    candidates = (path for name in names if name for path in _candidates(name, draft_path, folder, top))
    # What lies outside counts as not there: else a report would tell a draft's author which files a machine has.
    found = next((inside for path in candidates if _is(path) and (inside := _inside(path, top))), None)
    return found or _inside(_expected(_plain(target), draft_path, folder, top), top)


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


def _plain(target: str) -> str:
    return unquote(re.split(r"[?#]", target, maxsplit=1)[0])


def _top(folder: Path, root: Path) -> Path:
    """The folder that is never left: `root`, or the draft's own folder if it stands outside."""
    top = Path(os.path.abspath(root))
    return top if folder.is_relative_to(top) else folder


def _is(path: Path) -> bool:
    return exists(path)


def _upwards(folder: Path, top: Path) -> Iterator[Path]:
    yield folder
    while folder != top and folder != folder.parent:
        folder = folder.parent
        yield folder


def _media(draft_path: str, folder: Path, top: Path) -> Path | None:
    if not draft_path.endswith(".tweet"):
        return None
    return next(
        (here.parent / "media" for here in _upwards(folder, top) if here.name == "tweets" and here != top), None
    )


def _candidates(name: str, draft_path: str, folder: Path, top: Path) -> Iterator[Path]:
    if not name.startswith("/"):
        yield folder / name
        media = _media(draft_path, folder, top)
        if media:
            yield media / name
        yield folder / Path(draft_path).stem / name
    for base in _bases(folder, top):
        yield base / name.lstrip("/")


def _bases(folder: Path, top: Path) -> Iterator[Path]:
    return (here / static for here in _upwards(folder, top) for static in _STATIC)


def _expected(name: str, draft_path: str, folder: Path, top: Path) -> Path | None:
    """Where a file that was found nowhere should have been; None where that is not certain."""
    if not Path(name).suffix:
        return None
    if not name.startswith("/"):
        return (_media(draft_path, folder, top) or folder) / name
    parent = Path(name.lstrip("/")).parent
    if parent == Path("."):
        return None
    known = parent if parent.parts[0] not in _ASSETS else Path(parent.parts[0])
    return next((base / name.lstrip("/") for base in _bases(folder, top) if is_folder(base / known)), None)


def _inside(path: Path | None, top: Path) -> Path | None:
    """The path, unless it or a symbolic link on the way leads out of `top`."""
    if path is None:
        return None
    real = os.path.realpath(path)
    return Path(os.path.normpath(path)) if Path(real).is_relative_to(os.path.realpath(top)) else None
