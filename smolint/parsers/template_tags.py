"""Template tags in texts: Liquid, Jinja and Nunjucks, Hugo shortcodes, MDX components; found and blotted out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "\ufdd0"
"""What stands for each character of a tag in a masked text: a noncharacter, which no text holds."""

_WIDEST = 4096
_OPENINGS = compiled(r"\{%-?|\{\{[<%]?|\{#(?=[\s-])")
_CLOSINGS = {"{%": "%}", "{{": "}}", "{{<": ">}}", "{{%": "%}}", "{#": "#}"}
_BLANK_LINE = compiled(r"\n[ \t\r]*\n")
_NAME = compiled(r"[\s-]*+(/?)[\s]*+([A-Za-z_][\w./-]*|#)?")
_ENCLOSING = {"comment": "comment", "highlight": "code", "code": "code", "codeblock": "code", "mermaid": "code"}


class TemplateTag(NamedTuple):
    """A tag: its name, its place, its arguments' place.

    `kind` is `tag` (`{% … %}`), `output` (`{{ … }}`), `shortcode` (`{{< … >}}`, `{{% … %}}`), `comment`, `code` (a tag
    with all that it encloses), `component` (MDX) or `script` (MDX `import`, `export`, `{…}`). `closing` is true for an
    end tag. `inner` is what a comment or code tag encloses.
    """

    kind: Literal["tag", "output", "shortcode", "comment", "code", "component", "script"]
    name: str
    span: Span
    arguments: Span
    closing: bool = False
    inner: Span = Span(0, 0)


def template_tags(text: str, start: int = 0, end: int | None = None, *, mdx: bool = False) -> tuple[TemplateTag, ...]:
    """The template tags in `text[start:end]`, in order, without overlap; `mdx` adds components and their like."""
    stop = len(text) if end is None else end
    found = list(_braces(text, start, stop)) if "{%" in text or "{{" in text or "{#" in text else []
    if mdx:
        from smolint.parsers.mdx import mdx_tags

        found = _without_overlap([*found, *mdx_tags(text, start, stop)])
    return tuple(found)


def mask(text: str, tags: Iterable[TemplateTag]) -> str:
    """The text with every character of the tags replaced by `MASK`; of equal length, so that offsets hold."""
    parts, done = [], 0
    for tag in tags:
        if tag.span.start >= done:
            parts += [text[done : tag.span.start], MASK * (tag.span.end - tag.span.start)]
            done = tag.span.end
    return "".join([*parts, text[done:]]) if parts else text


def _without_overlap(tags: list[TemplateTag]) -> list[TemplateTag]:
    kept: list[TemplateTag] = []
    for tag in sorted(tags, key=lambda tag: (tag.span.start, -tag.span.end)):
        if not kept or tag.span.start >= kept[-1].span.end:
            kept.append(tag)
    return kept


def _braces(text: str, start: int, stop: int) -> Iterable[TemplateTag]:
    position = start
    raw = False
    endless: set[str] = set()
    while opening := _OPENINGS.search(text, position, stop):
        tag = _brace_tag(text, opening, stop)
        if tag is None or (raw and tag.name not in ("endraw", "endverbatim")):
            position = opening.end()
            continue
        raw = tag.kind == "tag" and tag.name in ("raw", "verbatim")
        if tag.name in _ENCLOSING and tag.kind in ("tag", "shortcode") and not tag.closing and tag.name not in endless:
            tag = _enclosing(text, tag, stop)
            if tag.kind in ("tag", "shortcode"):
                endless.add(tag.name)
        yield tag
        position = tag.span.end


def _brace_tag(text: str, opening: re.Match[str], stop: int) -> TemplateTag | None:
    """The tag that an opening sign begins; None when it is not closed near by, before a blank line."""
    sign = opening.group().rstrip("-")
    closing = _CLOSINGS[sign]
    inner_start = opening.end()
    inner_end = text.find(closing, inner_start, min(stop, inner_start + _WIDEST))
    if inner_end < 0 or _BLANK_LINE.search(text, inner_start, inner_end):
        return None
    end = inner_end + len(closing)
    if text[opening.start() - 1 : opening.start()] == "`" and "`" in text[inner_start:inner_end]:
        return None
    span = Span(opening.start(), end)
    if sign == "{#":
        return TemplateTag("comment", "", span, Span(inner_start, inner_end), inner=Span(inner_start, inner_end))
    name = _NAME.match(text, inner_start, inner_end)
    after = name.end() if name else inner_start
    word = (name.group(2) or "") if name else ""
    if sign == "{{":
        return TemplateTag("output", "", span, Span(inner_start, inner_end))
    closes = bool(name and name.group(1)) or (sign == "{%" and word.startswith("end"))
    return TemplateTag("tag" if sign == "{%" else "shortcode", word, span, Span(after, inner_end), closes)


def _enclosing(text: str, tag: TemplateTag, stop: int) -> TemplateTag:
    """The tag together with all up to its end tag, if there is one."""
    sign = rf"\{{%-?\s*end{tag.name}\s*-?%\}}" if tag.kind == "tag" else rf"\{{\{{[<%]\s*/\s*{tag.name}\s*[>%]\}}\}}"
    found = re.compile(sign).search(text, tag.span.end, stop)
    if found is None:
        return tag
    kind: Literal["comment", "code"] = "comment" if _ENCLOSING[tag.name] == "comment" else "code"
    inner = Span(tag.span.end, found.start())
    return tag._replace(kind=kind, span=Span(tag.span.start, found.end()), inner=inner)
