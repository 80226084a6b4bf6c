"""The `.tweet` files of twitter-together: one post a file, or a thread whose items `---` parts.

Follows what that project's code does (lib/common/parse-tweet-file-content.js at 0885700), not its README.
"""

from __future__ import annotations

import re

from smolint.draft import Block, Content, Draft, Embed, Field, Image, Link, Problem
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple
from smolint.source import Piece, Source, Span
from smolint.type_checking import TYPE_CHECKING
from smolint_twitter.urls import find_urls

if TYPE_CHECKING:
    from collections.abc import Iterator

_FRONT_MATTER = late_pattern(r"---[ \t]*\r?\n(?:.*?\r?\n)?---[ \t]*(?:(?:\r?\n)+|\Z)", re.DOTALL)
_POLL_OPTION = late_pattern(r"\(\s?\)\s+(\S.*)")
_BLANK = late_pattern(r"\s+")
_BLANK_LINES = late_pattern(r"(?:\r?\n[ \t]*){2,}")
_LANGUAGE_KEYS = ("lang", "language", "locale")


class _Item(NamedTuple):
    """One item of a thread: its front matter, and where its body stands, blank edges left out."""

    fields: tuple[tuple[str, Field], ...]
    problems: tuple[Problem, ...]
    body: Span

    def field(self, name: str) -> Field | None:
        return dict(self.fields).get(name)


def parse_tweets(source: Source) -> Iterator[Draft]:
    """The posts of a `.tweet` file, in order: one draft an item, each with its own front matter."""
    items = list(_items(source.text))
    for number, item in enumerate(items):
        yield _draft(source, item, number, len(items))


def _items(text: str) -> Iterator[_Item]:
    start, end = _trim(text, Span(0, len(text)))
    while True:
        fields, problems, body_start = _front_matter(text, start, end)
        own = dict(fields).get("thread-delimiter")
        mark = own.value if own and isinstance(own.value, str) and own.value else "---"
        delimiter = re.compile(rf"\n{re.escape(mark)}[ \t]*\r?\n")
        found = delimiter.search(text, body_start, end)
        yield _Item(fields, problems, _trim(text, Span(body_start, found.start() if found else end)))
        if not found:
            return
        # The rest of the file is not copied for each of its items.
        blank = _BLANK.match(text, found.end(), end)
        start = blank.end() if blank else found.end()


def _front_matter(text: str, start: int, end: int) -> tuple[tuple[tuple[str, Field], ...], tuple[Problem, ...], int]:
    match = _FRONT_MATTER.match(text, start, end)
    if not match:
        return (), (), start
    from smolint.parsers.front_matter import read_front_matter

    front = read_front_matter(text[start : match.end()])
    fields = tuple((name, _shifted(field, start)) for name, field in front.fields)
    problems = tuple(Problem(each.rule, _moved(each.span, start), each.values) for each in front.problems)
    return fields, problems, match.end()


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _shifted(field: Field, by: int) -> Field:
    children = tuple((name, _shifted(child, by)) for name, child in field.children)
    return Field(field.value, _moved(field.span, by), _moved(field.key_span, by), children)


def _trim(text: str, span: Span) -> Span:
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def _draft(source: Source, item: _Item, number: int, count: int) -> Draft:
    options = Span(item.body.end, item.body.end) if item.field("poll") else _poll_lines(source, item.body)
    place = _trim(source.text, Span(item.body.start, options.start))
    content = Content(
        blocks=tuple(_block(source, paragraph) for paragraph in _paragraphs(source, place)),
        links=tuple(_links(source, place)),
        images=tuple(_images(item)),
        embeds=(*_poll(source, item, options), *_quoted(item)),
    )
    declared = next((item.field(key) for key in _LANGUAGE_KEYS if item.field(key)), None)
    return Draft(
        source,
        content,
        "tweet",
        index=number,
        fields=item.fields,
        body_span=place,
        declared_language=str(declared.value) if declared and declared.value else "",
        part=number,
        parts=count,
        problems=item.problems,
        post=_block(source, place),
    )


def _block(source: Source, span: Span) -> Block:
    """The text at a span as a paragraph; line ends become `\\n`, as they will be posted."""
    text = source[span]
    if "\r" not in text:
        return Block("paragraph", text, (Piece(0, len(text), *span),))
    pieces: list[Piece] = []
    length = 0
    for run in re.finditer(r"\r\n|\r|[^\r]+", text):
        size = len(run.group()) if run.group()[0] != "\r" else 1
        pieces.append(Piece(length, length + size, span.start + run.start(), span.start + run.end()))
        length += size
    return Block("paragraph", re.sub(r"\r\n?", "\n", text), tuple(pieces))


def _paragraphs(source: Source, span: Span) -> Iterator[Span]:
    start = span.start
    for gap in _BLANK_LINES.finditer(source.text, *span):
        yield Span(start, gap.start())
        start = gap.end()
    if start < span.end:
        yield Span(start, span.end)


def _links(source: Source, span: Span) -> Iterator[Link]:
    for url in find_urls(source[span]):
        place = _moved(url.span, span.start)
        yield Link(url.text, url.text, place, place, kind="bare")


def _images(item: _Item) -> Iterator[Image]:
    """The files under `media:`; entries that are not `{file: …}` are dropped, as the publisher drops them."""
    media = item.field("media")
    for _, entry in media.children if media else ():
        file, alt = entry.get("file"), entry.get("alt")
        if file and isinstance(file.value, str):
            words = None if alt is None else str(alt.value or "")
            yield Image(file.value, words, entry.span, file.span, alt.span if alt else None, "media", "attached")


def _poll_lines(source: Source, body: Span) -> Span:
    """The lines at the end of a body that are a poll's options (`( ) Rye`); empty where there are none."""
    start = body.end
    for line in reversed(source[body].splitlines(keepends=True)):
        if not _POLL_OPTION.match(line):
            break
        start -= len(line)
    return Span(start, body.end)


def _poll(source: Source, item: _Item, lines: Span) -> tuple[Embed, ...]:
    field = item.field("poll")
    if field and field.children:
        written = tuple(("option", source[option.span]) for _, option in field.children)
        return (Embed("poll", "poll", field.span, attributes=written),)
    found = [_POLL_OPTION.match(line) for line in source[lines].splitlines()]
    options = tuple(("option", match[1].rstrip()) for match in found if match)
    return (Embed("poll", "poll", lines, attributes=options),) if options else ()


def _quoted(item: _Item) -> tuple[Embed, ...]:
    field = item.field("retweet")
    if not field or not isinstance(field.value, str):
        return ()
    return (Embed("quote-post", "retweet", field.span, url=field.value),)
