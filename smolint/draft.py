"""Drafts and what they are made of: plain, immutable, picklable values with spans into their source."""

from __future__ import annotations

from functools import cached_property, lru_cache

from smolint.dataclass import dataclass, field
from smolint.source import Piece, Source, Span, map_span
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal

    BlockKind = Literal["heading", "paragraph", "item", "quote", "cell", "caption", "term", "code"]
    """What a block is. `quote` is any text inside a quotation; `code` is preformatted text, never prose."""


@dataclass(frozen=True, slots=True)
class Block:
    """Visible text without markup, and the map back to the source.

    `code` holds the ranges of `text` (not of the source) that are inline code, so not prose. `level` is a
    heading's level (1 to 6) or an item's depth of nesting (from 1), else 0. `within` names the structures
    around it, outermost first (`list`, `quote`, `table`, `figure`, `footnote`, `link-list`). `language` is
    set where the markup declares one (an HTML `lang`).
    """

    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...]
    level: int = 0
    within: tuple[str, ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    language: str = ""

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The source span of the characters `[start, end)` of `text`; of the whole block without arguments."""
        return map_span(self.pieces, start, len(self.text) if end is None else end)

    @property
    def prose(self) -> str:
        """`text` with each character of inline code replaced by U+FFFC, so that offsets stay the same."""
        return _without_code(self.text, self.code) if self.code else self.text


# A slot of its own would make every block slower to make; few of them have code, but a dozen rules read these.
@lru_cache(maxsize=1024)
def _without_code(text: str, code: tuple[tuple[int, int], ...]) -> str:
    parts, done = [], 0
    for start, end in code:
        parts += [text[done:start], "\ufffc" * (end - start)]
        done = end
    return "".join([*parts, text[done:]])


@dataclass(frozen=True, slots=True)
class Link:
    """A link: what the reader sees, where it leads, and both places. `url` is decoded (entities, escapes).

    `kind` is `inline`, `reference`, `auto` (`<https://…>`), `bare` (a URL in running text) or `field` (front matter).
    """

    text: str
    url: str
    span: Span
    url_span: Span
    kind: str = "inline"
    nofollow: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """An image that the draft attaches or shows.

    `target` is a URL or a path as written. `alt` is None when there is none, `""` when it is empty (which in
    HTML means: decorative). `kind` is where it stands: `markdown`, `html`, `template`, `shortcode`, `block`,
    `front-matter`, `media`. `role` is `body`, `featured` (a post's lead image) or `attached` (a social post's).
    """

    target: str
    alt: str | None
    span: Span
    target_span: Span
    alt_span: Span | None = None
    kind: str = "markdown"
    role: str = "body"
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Embed:
    """Something that is neither text nor image: a template tag, a shortcode, a block, a frame, a video, a form.

    `kind` is `template`, `shortcode`, `block`, `frame`, `video`, `audio`, `poll`, `quote-post`, `share`; `name`
    the tag's or block's own name (`youtube`, `core/embed`, `gallery`), `url` what it points to, if anything.
    """

    kind: str
    name: str
    span: Span
    url: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """An author's comment that readers never see (`<!-- … -->`, `{% comment %}`), without its delimiters."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the front matter (or of an export's own fields), with its place.

    `value` is plain data (str, int, float, bool, None, list, dict, date as ISO string); `span` marks the value
    without quotes, `key_span` its key. `children` are the fields of a mapping or the items of a list
    (keys are then numbers from 0).
    """

    value: Any
    span: Span
    key_span: Span
    children: tuple[tuple[str | int, Field], ...] = ()

    def get(self, *keys: str | int) -> Field | None:
        """The field below, one key a level; None where there is none."""
        here: Field | None = self
        for key in keys:
            here = next((child for name, child in here.children if name == key), None) if here else None
        return here


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a parser found wrong: the rule that reports it, the place, the values of its message."""

    rule: str
    span: Span
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Content:
    """What a body text holds, in source order: the common result of the Markdown, HTML and text readers."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    embeds: tuple[Embed, ...] = ()
    comments: tuple[Comment, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Draft:
    """One publishable unit, as parsed.

    `format` is `markdown`, `html`, `text`, `tweet`, `wxr` or `unreadable` (then only `problems` counts).
    `page` is true for a whole rendered web page, whose theme is part of it. `body_span` is the range of the source that
    holds the body. `declared_language` is what the file itself says (`""` if nothing). `part` of `parts`
    counts the items of a thread, from 0. `post` is the text exactly as it will be posted, where the file's format
    is that text (`.txt`, `.tweet`); other formats leave it to `smolint.post`. `platform` and `language` are set
    by the engine.
    """

    source: Source
    content: Content
    format: str
    index: int = 0
    title: Block | None = None
    fields: tuple[tuple[str, Field], ...] = ()
    body_span: Span = Span(0, 0)
    page: bool = False
    declared_language: str = ""
    part: int = 0
    parts: int = 1
    problems: tuple[Problem, ...] = ()
    post: Block | None = None
    platform: str = ""
    language: str = ""

    def field(self, *names: str) -> Field | None:
        """The first of these front-matter fields that is there and not empty."""
        found = dict(self.fields)
        return next((found[name] for name in names if name in found and found[name].value not in (None, "")), None)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the body, code included, in source order; not the title of the front matter."""
        return self.content.blocks

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that readers read as text: all but code."""
        return tuple([block for block in self.content.blocks if block.kind != "code"])

    @cached_property
    def title_and_prose(self) -> tuple[Block, ...]:
        """The title of the front matter, where there is one, then the blocks that readers read as text."""
        return (self.title, *self.prose) if self.title else self.prose
