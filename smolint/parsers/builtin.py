"""The file formats that smolint reads by itself."""

from __future__ import annotations

from smolint.parsers.parser import Parser
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.source import Source


def builtin_parsers() -> list[Parser]:
    """The parsers of Markdown, HTML and plain text; what each needs is imported at its first file."""
    return [
        Parser("markdown", (".md", ".markdown", ".mdx"), parse=_markdown),
        Parser("html", (".html", ".htm"), parse=_html),
        Parser("text", (".txt",), parse=_text),
    ]


def _markdown(source: Source) -> Iterator[Draft]:
    from smolint.parsers.markdown import parse_markdown

    return parse_markdown(source)


def _html(source: Source) -> Iterator[Draft]:
    from smolint.parsers.html_file import parse_html

    return parse_html(source)


def _text(source: Source) -> Iterator[Draft]:
    from smolint.parsers.text import parse_text

    return parse_text(source)
