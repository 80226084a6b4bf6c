"""Drafts made by hand, so that the tests of the checks do not depend on any parser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from smolint.check import Mark
from smolint.draft import Block, Content, Draft, Embed, Field, Image, Link
from smolint.platform import Fact, Platform
from smolint.reading import Reading
from smolint.source import Piece, Source, Span

BLOG = Platform("blog", "Blog", kind="blog")
SOCIAL = Platform("wall", "Wall", kind="social", facts={"max_text": Fact("max_text", 500, "", "", "high")})


def made(
    *parts: str | tuple[str, str] | Image | Link | Embed,
    platform: Platform = BLOG,
    language: str = "en",
    title: str = "",
    fields: dict[str, object] | None = None,
    path: str = "post.md",
    root: Path | None = None,
    within: tuple[str, ...] = (),
    code: tuple[tuple[int, int], ...] = (),
    **changes: object,
) -> Reading:
    """A reading of a draft whose source is its visible text: the title, then each block, a blank line between them."""
    lines, blocks, start = [], [], 0
    texts = [("title", title)] if title else []
    for kind, text in texts + [
        (part if isinstance(part, tuple) else ("paragraph", part)) for part in parts if not _thing(part)
    ]:
        blocks.append(Block(kind, text, (Piece(0, len(text), start, start + len(text)),), within=within, code=code))
        lines.append(text)
        start += len(text) + 2
    heading = blocks.pop(0) if title else None
    content = Content(
        blocks=tuple(blocks),
        images=tuple(part for part in parts if isinstance(part, Image)),
        links=tuple(part for part in parts if isinstance(part, Link)),
        embeds=tuple(part for part in parts if isinstance(part, Embed)),
    )
    source = Source(path, "\n\n".join(lines) + "\n\n")
    front = tuple((name, Field(value, Span(0, 0), Span(0, 0))) for name, value in (fields or {}).items())
    draft = Draft(source, content, "markdown", title=heading, fields=front, platform=platform.name, language=language)
    return Reading(replace(draft, **changes), platform, root=root, site="https://bakery.example")


def _thing(part: object) -> bool:
    return isinstance(part, Image | Link | Embed)


def image(target: str, alt: str | None = "A loaf", kind: str = "markdown", role: str = "body") -> Image:
    return Image(target, alt, Span(0, 0), Span(0, 0), kind=kind, role=role)


def link(url: str) -> Link:
    return Link("there", url, Span(0, 0), Span(0, 0))


def embed(kind: str, name: str = "") -> Embed:
    return Embed(kind, name, Span(0, 0))


def marked(reading: Reading, marks: list[Mark]) -> list[str]:
    """The source text of each mark."""
    return [reading.draft.source[mark.span] for mark in marks]
