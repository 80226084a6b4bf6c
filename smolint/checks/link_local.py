"""Links to files that are not there."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from smolint.check import Check, Mark, NoOptions
from smolint.image_place import Remote, locate
from smolint.late_pattern import late_pattern
from smolint.looks import is_folder, look, names_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft, Link
    from smolint.reading import Reading

_TEXTS = frozenset({".md", ".markdown", ".mdx"})
_PAGES = frozenset({".html", ".htm"})
_DOCUMENTS = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".csv", ".epub"}
)
_IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"})
_ELSEWHERE = late_pattern(r"[a-z][a-z0-9+.-]*:|//|#|\?", re.IGNORECASE)
_UNRESOLVED = late_pattern(r"[{}<>$@*|\\]|^~")
_BY_GENERATOR = late_pattern(r"\{(?:%-?|\{[<%])\s*(post_url|link|relref|ref)\s+[\"']?$")
"""What stands before an address that Jekyll or Hugo looks up among the site’s texts, and does not build without."""

_ENDINGS = ("", ".md", ".markdown", ".mkd", ".html", ".textile", ".adoc", ".org")


def link_broken_local(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The address of each link to a file of the project that is certainly not there.

    Only addresses that name a file are judged: texts, pages of plain HTML sites, documents and images. One whose name
    is anywhere in the project stays silent, as generators find files in many ways. Values: `target`, `name`.
    """
    draft = reading.draft
    if reading.root is None or draft.source.path.startswith("<") or draft.format == "wxr":
        return
    # Whether an image that the draft shows is there is the matter of another rule.
    shown = {image.target.strip() for image in draft.content.images}
    # Long lists of changes lead to many places of few files.
    missing: dict[str, str] = {}
    for link in draft.content.links:
        target = link.url.strip()
        if link.kind in ("bare", "field") or not target or target in shown or _ELSEWHERE.match(target):
            continue
        if _UNRESOLVED.search(draft.source[link.url_span]):
            continue
        # An address with a colon in it may be anything.
        file = target if ":" in target else target.partition("#")[0].partition("?")[0]
        if file not in missing:
            missing[file] = _missing_file(draft, file, reading.root)
        name = _missing_text(draft, link, reading.root) or missing[file]
        if name:
            yield Mark(link.url_span, {"target": target, "name": name})


def _missing_text(draft: Draft, link: Link, root: Path) -> str:
    """The name of a text that the site's generator is asked for and will not find."""
    start = link.url_span.start
    by = _BY_GENERATOR.search(draft.source.text, max(0, start - 30), start)
    if by is None:
        return ""
    name = PurePosixPath(link.url.partition("#")[0].strip()).name
    # `post_url` takes names without an ending; elsewhere only those with one are certain to be files.
    if by[1] != "post_url" and PurePosixPath(name).suffix.lower() not in _TEXTS:
        return ""
    names = names_below(Path(os.path.abspath(root)))
    there = names is None or any(f"{name.lower()}{ending}" in names for ending in _ENDINGS)
    return "" if there else name


def _missing_file(draft: Draft, target: str, root: Path) -> str:
    """The name of a file that is certainly missing, `""` where nobody can tell."""
    name = unquote(target)
    ending = os.path.splitext(name.rstrip("/"))[1].lower()
    if not _can_tell(draft, name, ending):
        return ""
    path = locate(target, draft.source.path, root)
    if path is None or isinstance(path, Remote) or _is_there(path) or not is_folder(path.parent):
        return ""
    names = names_below(Path(os.path.abspath(root)))
    return path.name if names is not None and path.name.lower() not in names else ""


def _is_there(path: Path) -> bool:
    """Whether something is at a path, be it a link that leads nowhere."""
    look(path)
    return os.path.lexists(path)


def _can_tell(draft: Draft, name: str, ending: str) -> bool:
    """Whether an address with that ending names a file as it lies in the project, not one that is yet to be made."""
    if ending in _DOCUMENTS or ending in _IMAGES:
        return True
    if name.startswith("/"):
        return False
    # A page links to pages as files only where no generator stands between: no front matter, HTML all along.
    plain_site = draft.source.path.lower().endswith((".html", ".htm")) and not draft.fields
    return ending in _TEXTS or (ending in _PAGES and plain_site)


CHECKS: tuple[Check, ...] = (Check("link-broken-local", link_broken_local),)
