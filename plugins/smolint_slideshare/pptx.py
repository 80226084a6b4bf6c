"""PowerPoint decks (`.pptx`, `.ppsx`, `.potx`): the slides in the order in which they are shown."""

from __future__ import annotations

import posixpath
from typing import IO, TYPE_CHECKING, Any
from xml.parsers import expat

from smolint_slideshare.outline import LinkedRun, Outline
from smolint_slideshare.slide_xml import SlideReader
from smolint_slideshare.zip_parts import ZipParts, damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smolint.draft import Draft

_MAIN = "ppt/presentation.xml"
_MAX_SLIDES = 5_000


def read_pptx(stream: IO[bytes], path: str) -> Iterator[Draft]:
    """The one draft of a deck. Raises SourceError where it cannot be read; nothing in it is ever resolved or run.

    Read are the texts of shapes, tables and footers and the alternative texts of pictures; not speaker's notes,
    charts, SmartArt, nor what only the layout shows.
    """
    parts = ZipParts(stream)
    outline = Outline()
    names = _slides(parts)
    if not names:
        raise damaged("it has no slides")
    for number, name in enumerate(names, 1):
        if number > _MAX_SLIDES or outline.is_full:
            break
        _add_slide(outline, parts, name)
    yield outline.draft(path)


def _slides(parts: ZipParts) -> list[str]:
    """The names of the slides' parts, in order."""
    wanted: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.endswith(" sldId"):
            wanted.append(next((value for key, value in attributes.items() if key.endswith("relationships id")), ""))

    _parse(parts, _MAIN, start)
    targets = relationships(parts, _MAIN)
    return [targets[key] for key in wanted if key in targets]


def relationships(parts: ZipParts, name: str) -> dict[str, str]:
    """What the ids in a part stand for: the names of other parts, and addresses outside."""
    folder, file = posixpath.split(name)
    found: dict[str, str] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        target = attributes.get("Target", "")
        if element.endswith(" Relationship") and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[attributes.get("Id", "")] = target

    own = f"{folder}/_rels/{file}.rels"
    if own in parts:
        _parse(parts, own, start)
    return found


def _add_slide(outline: Outline, parts: ZipParts, name: str) -> None:
    reader = SlideReader()
    _parse(parts, name, reader.start, reader.end, reader.text)
    targets = relationships(parts, name) if reader.has_links else {}
    outline.start_slide("hidden" if reader.hidden else "slide")
    for shape in reader.shapes:
        if shape.picture is not None:
            outline.add_image(shape.name, shape.alt)
            continue
        for kind, text, runs in shape.paragraphs:
            if shape.placeholder == "ftr":
                outline.add_footer(text)
                continue
            addresses = (LinkedRun(start, end, targets.get(key, "")) for start, end, key in runs)
            outline.add_text(text, kind, tuple(run for run in addresses if _leads_out(run.url)))
    for key in reader.clicks:
        if _leads_out(targets.get(key, "")):
            outline.add_link(targets[key])


def _leads_out(url: str) -> bool:
    return url.startswith(("http://", "https://", "mailto:", "tel:"))


def _parse(
    parts: ZipParts,
    name: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Feed a part to an XML parser piece by piece. A document type is refused: only it can declare entities."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        for chunk in parts.chunks(name):
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise damaged(f"its part {name} is no well-formed XML ({expat.ErrorString(error.code)})") from None
    except (LookupError, ValueError):
        raise damaged(f"its part {name} is in an unknown encoding") from None


def _refuse_doctype(*_declared: Any) -> None:
    raise damaged("its XML declares entities, which no PowerPoint file does")
