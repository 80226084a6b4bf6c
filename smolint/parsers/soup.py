"""A BeautifulSoup tree built from our own tokens, so that its tags and strings know their exact places."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, CData, Comment, Declaration, ProcessingInstruction, Tag
from bs4.builder import HTMLTreeBuilder
from bs4.element import NavigableString

from smolint.parsers.html_tokens import VOID, attribute_value, attributes, tokens
from smolint.source import Piece, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPECIAL = {"comment": Comment, "cdata": CData}


class _Builder(HTMLTreeBuilder):
    """Feeds a soup from `html_tokens` instead of a parser of its own."""

    NAME = "smolint"
    features = [NAME]  # noqa: RUF012 # what bs4 declares is a plain class attribute

    def prepare_markup(self, markup: Any, *args: Any, **options: Any) -> Iterable[tuple[Any, None, None, bool]]:
        """The markup as it is: it was decoded before."""
        yield (markup, None, None, False)

    def feed(self, markup: Any, *args: Any) -> None:
        """Hand every token to the soup."""
        soup = self.soup
        assert isinstance(soup, _Soup)
        soup.markup_text = markup
        for kind, value, start, end in tokens(markup):
            if kind in ("text", "raw", "reference"):
                _add_text(soup, kind, value, start, end)
            elif kind == "start":
                _start(soup, value, Span(start, end))
            elif kind == "end":
                if value not in VOID:
                    soup.handle_endtag(value)
            else:
                _add_special(soup, kind, value, start, end)


class _Soup(BeautifulSoup):
    """A soup that notes the place of each tag and of each run of a string."""

    markup_text: str
    pending: list[Piece]

    def reset(self) -> None:
        """Begin anew, as bs4 asks before each parse."""
        super().reset()
        self.pending = []

    def endData(self, containerClass: Any = None) -> None:
        """Close the current string and give it the runs it was made from."""
        pending, self.pending = self.pending, []
        joined = "".join(self.current_data)
        before = self._most_recent_element
        super().endData(containerClass)
        string = self._most_recent_element
        if string is not before and isinstance(string, NavigableString):
            string.__dict__["pieces"] = tuple(pending) if str(string) == joined else _squeezed(str(string), pending)


def soup(text: str) -> BeautifulSoup:
    """A tree of the HTML, built leniently as `html.parser` does: no implied end tags, nothing is moved."""
    return _Soup(text, builder=_Builder())


def tag_span(tag: Tag) -> Span:
    """The place of a tag's start tag; an empty span at 0 for a tag that does not come from `soup`."""
    span = tag.__dict__.get("span")
    return span if isinstance(span, Span) else Span(0, 0)


def attribute_span(tag: Tag, name: str) -> Span | None:
    """The place of an attribute's value without quotes; None when it is not there or has no value."""
    place = tag_span(tag)
    owner = next((parent for parent in tag.parents if isinstance(parent, _Soup)), None)
    if owner is None:
        return None
    found = attributes(owner.markup_text, place.start, place.end)
    return next((attribute.span for attribute in found if attribute.name == name.lower()), None)


def string_pieces(string: NavigableString) -> tuple[Piece, ...]:
    """The runs of a string and their places; empty for a string that does not come from `soup`."""
    pieces = string.__dict__.get("pieces")
    return pieces if isinstance(pieces, tuple) else ()


def _add_text(tree: _Soup, kind: str, value: str, start: int, end: int) -> None:
    if kind == "raw" and "&" in value and tree.currentTag is not None and tree.currentTag.name in ("title", "textarea"):
        value = unescape(value)
    begin = sum(map(len, tree.current_data)) if not tree.pending else tree.pending[-1].end
    tree.handle_data(value)
    tree.pending.append(Piece(begin, begin + len(value), start, end))


def _start(tree: _Soup, name: str, span: Span) -> None:
    found = attributes(tree.markup_text, span.start, span.end)
    values = {attribute.name: attribute_value(tree.markup_text, attribute.span) for attribute in found}
    tag = tree.handle_starttag(name, None, None, values)
    if tag is not None:
        tag.__dict__["span"] = span
    if name in VOID:
        tree.handle_endtag(name)


def _add_special(tree: _Soup, kind: str, value: str, start: int, end: int) -> None:
    tree.endData()
    offset = {"comment": 4, "cdata": 9}.get(kind, 2)
    body = value if kind in _SPECIAL else tree.markup_text[start + 2 : max(start + 2, end - 1)]
    tree.handle_data(body)
    tree.pending = [Piece(0, len(body), start + offset, start + offset + len(body))]
    declared = ProcessingInstruction if tree.markup_text.startswith("<?", start) else Declaration
    tree.endData(_SPECIAL.get(kind, declared))


def _squeezed(text: str, pieces: list[Piece]) -> tuple[Piece, ...]:
    """Runs of a white-space string that bs4 shortened: it stands for them as a whole."""
    if not pieces or not text:
        return ()
    return (Piece(0, len(text), pieces[0].source_start, pieces[-1].source_end),)
