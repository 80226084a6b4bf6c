"""PDF decks, read with pypdf within limits."""

from __future__ import annotations

import logging
import re
import struct
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from smolint_slideshare.outline import Outline
from smolint_slideshare.zip_parts import bomb, damaged, encrypted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader

    from smolint.draft import Draft

_MAX_PAGES = 5_000
_MAX_LINKS = 500
_MAX_CONTENT = 20_000_000
_MAX_OPERATIONS = 200_000
_MAX_ALL_OPERATIONS = 5_000_000
_PARAGRAPH = re.compile(r"\n[ \t]*\n+|\n(?=[ \t]*[•▪‣●○–-][ \t])")
_BULLET = re.compile(r"[ \t]*[•▪‣●○–-][ \t]+")
# What a library for files from anywhere raises on files from anywhere, next to its own errors.
_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class _TooManyOperations(Exception):
    """A page that draws far more than a slide does."""


def read_pdf(stream: IO[bytes], path: str) -> Iterator[Draft]:
    """The one draft of a deck. Raises SourceError where it cannot be read, or opens with a password only."""
    with _silent_library():
        yield _outline(stream).draft(path)


@contextmanager
def _silent_library() -> Iterator[None]:
    """pypdf logs what it mends in a broken file; the report is no place for it."""
    logger = logging.getLogger("pypdf")
    before = logger.disabled, logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.disabled, level = before
        logger.setLevel(level)


def _outline(stream: IO[bytes]) -> Outline:
    from pypdf.errors import LimitReachedError, PyPdfError

    try:
        if b"%PDF-" not in stream.read(1024):
            raise damaged("it is no PDF file")
        stream.seek(0)
        return _read(stream)
    except LimitReachedError:
        raise bomb() from None
    except (PyPdfError, *_FAILURES):
        raise damaged("it is no whole PDF file") from None


def _read(stream: IO[bytes]) -> Outline:
    from pypdf import PdfReader

    reader = PdfReader(stream)
    if reader.is_encrypted and not _opens(reader):
        raise encrypted()
    outline = Outline()
    budget = _MAX_ALL_OPERATIONS
    pages = reader.pages
    if not len(pages):
        raise damaged("it has no pages")
    for number in range(min(len(pages), _MAX_PAGES)):
        if outline.is_full:
            break
        budget -= _add_page(outline, pages[number], min(budget, _MAX_OPERATIONS))
    return outline


def _opens(reader: PdfReader) -> bool:
    """Whether the file opens without a password, as one that only restricts printing does."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _add_page(outline: Outline, page: PageObject, budget: int) -> int:
    """Add a page; returns how many drawing operations it took. A page that is too much to read is a picture."""
    text, done = _text(page, budget)
    outline.start_slide("page" if _is_upright(page) else "slide")
    for paragraph in _PARAGRAPH.split(text):
        bullet = _BULLET.match(paragraph)
        outline.add_text(paragraph[bullet.end() if bullet else 0 :].strip(), "item" if bullet else "paragraph")
    for url in _links(page):
        outline.add_link(url)
    return done


def _text(page: PageObject, budget: int) -> tuple[str, int]:
    done = 0

    def count(*_operation: Any) -> None:
        nonlocal done
        done += 1
        if done > budget:
            raise _TooManyOperations

    contents = page.get_contents()
    if contents is None or len(contents.get_data()) > _MAX_CONTENT:
        return "", 0
    try:
        return page.extract_text(visitor_operand_before=count), done
    except _TooManyOperations:
        return "", done


def _is_upright(page: PageObject) -> bool:
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    return (height > width) is (page.rotation % 180 == 0)


def _links(page: PageObject) -> Iterator[str]:
    annotations: Any = page.annotations or ()
    for annotation in annotations[:_MAX_LINKS]:
        action = annotation.get_object().get("/A")
        url = action.get_object().get("/URI") if action is not None else None
        if isinstance(url, str) and url.startswith(("http://", "https://", "mailto:")):
            yield url
