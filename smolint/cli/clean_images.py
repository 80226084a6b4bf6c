"""`--clean-images`: copies of photos without the place where they were taken."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.cli.output import warn
from smolint.errors import reason_of, tell
from smolint.image_privacy import strip_location
from smolint.writing import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.locale import Catalogue


def clean_images(photos: Iterable[str], folder: Path, _: Catalogue) -> None:
    """Write a copy of each photo below a folder, at its path from here, and tell of it on standard error.

    The photos themselves stay as they are; one that lies in that very folder is left alone.
    """
    written = 0
    for photo in photos:
        copy = folder / _place(Path(photo))
        if os.path.realpath(copy) == os.path.realpath(photo):
            warn(_("{path}: not written over itself: name another folder", path=photo))
            continue
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(copy, strip_location(Path(photo)))
        except OSError as error:
            warn(_("{path}: {reason}", path=copy, reason=tell(reason_of(error), _)))
            continue
        written += 1
    warn(_("{count:copy|copies} without a place in {folder}.", count=written, folder=folder))


def _place(photo: Path) -> Path:
    """The path of a photo from the current folder; its name alone where it lies elsewhere."""
    relative = Path(os.path.relpath(photo))
    return Path(photo.name) if relative.is_absolute() or ".." in relative.parts else relative
