"""PDF decks, read with pypdf within limits."""

from __future__ import annotations

import logging
import struct
import time
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from smolint.late_pattern import compiled
from smolint_slideshare.outline import Outline
from smolint_slideshare.zip_parts import bomb, damaged, encrypted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader

    from smolint.draft import Draft

_MAX_PAGES = 5_000
_MOST_READ = 400
_LAST_READ = 5
"""Of a longer deck, the first `_MOST_READ` pages and these last ones are read: some 50 pages take a second."""

_MAX_LINKS = 500
_LIMITS: dict[str, Any] = {
    "array_based_stream_maximum_output_length": 10_000_000,
    "lzw_maximum_output_length": 10_000_000,
    "run_length_maximum_output_length": 10_000_000,
    "zlib_maximum_output_length": 10_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 1_000,
}
"""What pypdf may do for one page: a tenth of what it allows by itself."""

_MAX_CONTENT = 40_000_000
_MAX_OPERATIONS = 200_000
_MAX_SECONDS = 30.0
_PARAGRAPH = compiled(r"\n[ \t]*\n+|\n(?=[ \t]*[•▪‣●○–-][ \t])")
_BULLET = compiled(r"[ \t]*[•▪‣●○–-][ \t]+")
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


class _TooMuch(Exception):
    """A page that draws far more than a slide does."""


class _Budget:
    """What may still be read of a deck: bytes of content, and time (which only a hostile file uses up)."""

    def __init__(self) -> None:
        self.content = _MAX_CONTENT
        self.deadline = time.monotonic() + _MAX_SECONDS
        self.operations = 0

    def start_page(self, content: int) -> None:
        """Count a page's content, in bytes. Raises _TooMuch, as `count` does."""
        self.content -= content
        self.operations = 0
        if self.content < 0 or time.monotonic() > self.deadline:
            raise _TooMuch

    def count(self, *_operation: Any) -> None:
        """Count one drawing operation."""
        self.operations += 1
        if self.operations > _MAX_OPERATIONS or (self.operations % 100 == 0 and time.monotonic() > self.deadline):
            raise _TooMuch


def read_pdf(stream: IO[bytes], path: str) -> Iterator[Draft]:
    """The one draft of a deck. Raises SourceError where it cannot be read, or opens with a password only."""
    with _bounded_library():
        outline = _outline(stream)
    yield outline.draft(path)


@contextmanager
def _bounded_library() -> Iterator[None]:
    """Let pypdf unpack less than its own limit, and keep what it logs about broken files out of the report."""
    from pypdf import Configuration, apply_configuration

    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with apply_configuration(Configuration(**_LIMITS)):
            yield
    finally:
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
    total = min(len(reader.pages), _MAX_PAGES)
    if not total:
        raise damaged("it has no pages")
    outline, budget, failed = Outline(), _Budget(), 0
    for number in range(total):
        page = reader.pages[number]
        outline.start_slide("page" if _is_upright(page) else "slide")
        if number < _MOST_READ or number >= total - _LAST_READ:
            failed += not _add_page(outline, page, budget)
    if failed == total:
        raise damaged("none of its pages can be read")
    return outline


def _opens(reader: PdfReader) -> bool:
    """Whether the file opens without a password, as one that only restricts printing does."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _add_page(outline: Outline, page: PageObject, budget: _Budget) -> bool:
    """Add a page's text and links; False when it cannot be read, so that it stands there as a picture would."""
    from pypdf.errors import PyPdfError

    try:
        text, links = _text(page, budget), list(_links(page))
    except (_TooMuch, PyPdfError, *_FAILURES):
        return False
    for paragraph in _PARAGRAPH.split(text):
        bullet = _BULLET.match(paragraph)
        outline.add_text(paragraph[bullet.end() if bullet else 0 :].strip(), "item" if bullet else "paragraph")
    for url in links:
        outline.add_link(url)
    return True


def _text(page: PageObject, budget: _Budget) -> str:
    contents = page.get_contents()
    if contents is None:
        return ""
    budget.start_page(len(contents.get_data()))
    return page.extract_text(visitor_operand_before=budget.count)


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
