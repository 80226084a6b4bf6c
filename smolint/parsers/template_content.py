"""The images, embeds, links and comments that template tags stand for."""

from __future__ import annotations

import re
from html import unescape
from itertools import dropwhile
from typing import TYPE_CHECKING

from smolint.draft import Block, Comment, Content, Embed, Image, Link
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.source import Piece, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.parsers.template_tags import TemplateTag

_ARGUMENT = compiled(
    r"""(?:([A-Za-z_][\w-]*)[ \t]*+[=:](?!//)[ \t]*+)?"""
    r"""(?:\{?"((?:[^"\\]|\\.)*+)"\}?|\{?'((?:[^'\\]|\\.)*+)'\}?"""
    r"""|(https?://[^\s"'{}<>]++|[^\s,"'=%{}<>/]?[^\s,"'=%{}<>]++))"""
)
_IMAGE_NAMES = compiled(
    r"(?:^|[_/-])(?:image|img|picture|figure|figimg|photo|thumbnail)(?:$|[_./-])|^(?:Image|Img|Figure|Picture)$"
)
_CONTROL_NAMES = """
if else elsif elif unless case when for break continue cycle tablerow assign capture set block extends macro
import from filter with increment decrement raw verbatim comment liquid layout section schema paginate
autoescape call do highlight ref relref link post_url mark details
"""
_CONTROL = frozenset(_CONTROL_NAMES.split())
_TARGETS = ("src", "path", "url", "image", "file", "href", "link", "id")
_CAPTIONS = ("caption", "title", "figcaption")
_FILE = compiled(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#]|$)|/", re.I)
# jekyll_picture_tag: `{% picture a.jpg --alt Un pain rond --link /pain %}`.
_ALT_OPTION = compiled(r"\s--alt[ \t]+(\S(?:(?!\s--[a-z])[^\n])*)")
_TAGS = compiled(r"<[^<>]*>")


class Argument(NamedTuple):
    """An argument of a tag: its name (empty for a positional one), its value, its place, whether it is quoted."""

    name: str
    value: str
    span: Span
    quoted: bool


def template_content(text: str, tags: Iterable[TemplateTag]) -> Content:
    """What the tags stand for: images (kind `template`), embeds, links of components, comments, code."""
    blocks, links, images, embeds, comments = [], [], [], [], []
    for tag in tags:
        if tag.kind == "comment":
            comments.append(Comment(text[tag.inner.start : tag.inner.end], tag.span))
        elif tag.kind == "code":
            blocks += _code(text, tag)
        elif tag.closing or tag.kind in ("output", "script") or tag.name in _CONTROL or not tag.name:
            continue
        else:
            found = arguments(text, tag)
            image = _image(text, tag, found)
            link = _link(text, tag, found) if image is None and tag.kind == "component" else None
            if image:
                images.append(image)
            elif link:
                links.append(link)
            else:
                embeds.append(_embed(tag, found))
    return Content(tuple(blocks), tuple(links), tuple(images), tuple(embeds), tuple(comments))


def arguments(text: str, tag: TemplateTag) -> list[Argument]:
    """The arguments of a tag, in order, quotes removed."""
    found = []
    for match in _ARGUMENT.finditer(text, tag.arguments.start, tag.arguments.end):
        group = next(index for index in (2, 3, 4) if match.group(index) is not None)
        span = Span(*match.span(group))
        found.append(Argument(match.group(1) or "", unescape(match.group(group)), span, group != 4))
    return found


def _code(text: str, tag: TemplateTag) -> list[Block]:
    body = text[tag.inner.start : tag.inner.end]
    start = tag.inner.start + len(body) - len(body.lstrip("\r\n"))
    code = body.strip("\r\n")
    return [Block("code", code, (Piece(0, len(code), start, start + len(code)),))] if code.strip() else []


def _image(text: str, tag: TemplateTag, found: list[Argument]) -> Image | None:
    name = tag.name
    if name in ("include", "render", "include_relative", "partial") and found:
        name, found = found[0].value, found[1:]
    if not _IMAGE_NAMES.search(name):
        return None
    named = {argument.name: argument for argument in found if argument.name}
    positional = [argument for argument in found if not argument.name]
    target = next((named[key] for key in _TARGETS[:6] if key in named), None)
    if target is None:
        target = next((argument for argument in positional if _FILE.search(argument.value)), None)
    if target is None:
        return None
    alt = named.get("alt") or _alt_option(text, tag)
    alt = alt or (_positional_alt(text, tag, positional, target) if not named else None)
    caption = next((named[key].value for key in _CAPTIONS if key in named), "")
    value = alt.value if alt else None
    return Image(target.value, value, tag.span, target.span, alt.span if alt else None, "template", caption=caption)


def _alt_option(text: str, tag: TemplateTag) -> Argument | None:
    match = _ALT_OPTION.search(text, *tag.arguments)
    if match is None:
        return None
    value = match.group(1).rstrip()
    return Argument("alt", unescape(value), Span(match.start(1), match.start(1) + len(value)), False)


def _positional_alt(text: str, tag: TemplateTag, found: list[Argument], target: Argument) -> Argument | None:
    """The last quoted argument after the path; all from the first to the last quote where quotes stand in quotes."""
    # A width and a height may stand before the texts: `{% img /a.png 20 30 "Title" "Alt" %}`.
    rest = list(dropwhile(lambda argument: not argument.quoted, found[found.index(target) + 1 :]))
    quoted = [argument for argument in rest if argument.quoted]
    if not quoted:
        return None
    last_quote = max(text.rfind(sign, tag.arguments.start, tag.arguments.end) for sign in "\"'")
    if all(argument.quoted for argument in rest):
        return quoted[-1]
    span = Span(quoted[0].span.start, max(quoted[0].span.start, last_quote))
    return Argument("", unescape(text[span.start : span.end]), span, True)


def _link(text: str, tag: TemplateTag, found: list[Argument]) -> Link | None:
    """The link that a component with an address is, when it encloses a text."""
    address = next((argument for argument in found if argument.name in ("href", "to")), None)
    if address is None or text[tag.span.end - 2] == "/":
        return None
    end = text.find(f"</{tag.name}>", tag.span.end, tag.span.end + 2000)
    if end < 0:
        return None
    label = " ".join(_TAGS.sub(" ", text[tag.span.end : end]).split())
    span = Span(tag.span.start, end + len(tag.name) + 3)
    return Link(label, address.value, span, address.span, "inline")


def _embed(tag: TemplateTag, found: list[Argument]) -> Embed:
    name = tag.name
    if name in ("include", "render", "include_relative", "partial", "embed") and found:
        name = found[0].value.rsplit("/", 1)[-1].split(".")[0] if "://" not in found[0].value else name
    named = {argument.name: argument.value for argument in found if argument.name}
    url = next((argument.value for argument in found if "://" in argument.value), "")
    url = url or next((named[key] for key in _TARGETS if key in named), "")
    pairs = tuple((argument.name, argument.value) for argument in found)
    return Embed("template", name, tag.span, url, pairs)
