"""Visible text put into a source: escaped for the place where it stands, so that readers see just that text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from smolint.field_insertion import escape_in_field, field_at
from smolint.finding import Edit
from smolint.late_pattern import late_pattern
from smolint.source import Span

if TYPE_CHECKING:
    from smolint.draft import Draft

_HARMLESS = late_pattern(r"(?:[^\W_]|[\u00a0\u202f’‘“”«»…–—,;?]|(?<=\w) (?=\w))*")
"""Text that is itself in every format of a body, inside quotes and templates too."""

_MARKUP = late_pattern(r"<|&[\w#]")
_HTML_FORMATS = frozenset(("html", "wxr"))
_PLAIN_FORMATS = frozenset(("text", "tweet"))
_IN_MARKDOWN = late_pattern(r"[\\`*_\[\]<>&{}~|#]|(?<=\d)[.)](?=\s|$)|!$")
_AT_LINE_START = late_pattern(r"\A(?:[#>+*=:~|-]|\d{1,9}[.)])")
_LINE_MARKERS = late_pattern(r"(?:[\s>*+-]|\d{1,9}[.)])*")
_MARKERS_NEXT = late_pattern(r"[ \t]*(?:[#>+*=:~|`<-]|\d{1,9}[.)])")
_DELIMITERS = frozenset("*_~")
_CONTROL = late_pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BLOCK_COMMENT = late_pattern(r"<!--\s*/?wp:")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"


def text_edit(draft: Draft, span: Span, visible: str) -> Edit | None:
    """An edit that puts `visible`, one line of text without markup, in the place of a span of the draft's source.

    It is escaped for where it stands: front matter (YAML, TOML, JSON) and an export's fields, Markdown, HTML text and
    attributes, the attributes of a block's comment, CDATA sections. None where that cannot be done safely: control
    characters and line ends, code, comments, template tags, markup beside it that would come to mean something else.
    """
    if _CONTROL.search(visible):
        return None
    field = field_at(draft, span)
    if field is not None and draft.format == "wxr" and _MARKUP.search(visible):
        # The fields of an export are XML around what WordPress reads as HTML: signs of both are left to people.
        return None
    if field is not None:
        content = escape_in_field(draft, field, span, visible)
    elif draft.format in _PLAIN_FORMATS:
        content = visible
    elif draft.format == "markdown":
        content = _in_markdown(draft, span, visible)
    else:
        content = _in_html(draft, span, visible) if draft.format in _HTML_FORMATS else None
    if content is not None and draft.format == "wxr":
        content = _in_xml(draft.source.text, span, content)
    return None if content is None else Edit(span, content)


def _in_markdown(draft: Draft, span: Span, visible: str) -> str | None:
    """Character references stand for themselves in Markdown and in the HTML within, where a backslash does not."""
    text = draft.source.text
    if not _keeps_emphasis(text, span, visible) or not _keeps_line(text, span, visible) or _is_label(draft, span):
        return None
    if _HARMLESS.fullmatch(visible):
        return visible
    if _is_code(draft, span) or _in_comment(text, span) or not _is_text(draft, span):
        return None
    content = _IN_MARKDOWN.sub(_reference, visible)
    makes_link = text[span.start - 1 : span.start] == "]" and content.startswith(("(", ":"))
    return None if makes_link else content


def _reference(match: re.Match[str]) -> str:
    sign = match.group()
    escaped = _escape(sign, quote=False)
    return escaped if escaped != sign else f"&#{ord(sign)};"


def _keeps_line(text: str, span: Span, visible: str) -> bool:
    """Whether what begins a line still begins it as text, not as a list, a heading or a quotation."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    if not _LINE_MARKERS.fullmatch(text, start, span.start):
        return True
    if not visible.strip():
        return not visible and not _MARKERS_NEXT.match(text, span.end)
    return not visible[0].isspace() and not _AT_LINE_START.match(visible + text[span.end : span.end + 12])


def _keeps_emphasis(text: str, span: Span, visible: str) -> bool:
    """Whether `*`, `_` and `~` beside the span open and close what they did: that hangs on the characters around."""
    before, after = _run_before(text, span.start), _run_after(text, span.end)
    now = text[span.start : span.end]
    if before and after and not (now and visible):
        return False
    start, end = span.start - len(before), span.end + len(after)
    outer, beyond = text[max(0, start - 1) : start], text[end : end + 1]
    follows_now, follows_then = (now + after + beyond)[:1], (visible + after + beyond)[:1]
    precedes_now, precedes_then = (outer + before + now)[-1:], (outer + before + visible)[-1:]
    return (not before or _role(outer, before, follows_now) == _role(outer, before, follows_then)) and (
        not after or _role(precedes_now, after, beyond) == _role(precedes_then, after, beyond)
    )


def _run_before(text: str, place: int) -> str:
    start = place
    while start and text[start - 1] in _DELIMITERS and text[start - 1] == text[place - 1]:
        start -= 1
    return text[start:place]


def _run_after(text: str, place: int) -> str:
    end = place
    while end < len(text) and text[end] in _DELIMITERS and text[end] == text[place]:
        end += 1
    return text[place:end]


def _role(before: str, run: str, after: str) -> tuple[bool, bool]:
    """Whether a run of delimiters can open and can close emphasis (CommonMark 0.31, section 6.2)."""
    space_before, space_after = not before or before.isspace(), not after or after.isspace()
    sign_before, sign_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (not sign_after or space_before or sign_before)
    right = not space_before and (not sign_before or space_after or sign_after)
    if run[0] != "_":
        return left, right
    return left and (not right or sign_before), right and (not left or sign_after)


def _is_punctuation(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"


def _in_html(draft: Draft, span: Span, visible: str) -> str | None:
    text = draft.source.text
    if _HARMLESS.fullmatch(visible) and " " not in visible:
        return visible
    if _in_comment(text, span):
        start = text.rfind("<!--", 0, span.start)
        return _in_block_comment(visible) if _BLOCK_COMMENT.match(text, start) else None
    if _is_text(draft, span):
        return None if "[" in visible or "]" in visible else _escape(visible, quote=False)
    quoted = any(image.alt_span and _holds(image.alt_span, span) for image in draft.content.images)
    return _escape(visible) if quoted and _is_quoted(draft, span) else None


def _is_quoted(draft: Draft, span: Span) -> bool:
    """Whether an attribute's value is in quotes, so that it may hold spaces."""
    text = draft.source.text
    for image in draft.content.images:
        if image.alt_span and _holds(image.alt_span, span):
            return text[image.alt_span.start - 1 : image.alt_span.start] in ('"', "'")
    return False


def _in_block_comment(visible: str) -> str:
    """A part of a JSON text as WordPress writes it into a block's comment (`serialize_block_attributes`)."""
    import json

    written = json.dumps(visible, ensure_ascii=False)[1:-1].replace('\\"', "\\u0022")
    for sign in ("--", "<", ">", "&"):
        written = written.replace(sign, "".join(f"\\u{ord(each):04x}" for each in sign))
    return written


def _in_xml(text: str, span: Span, content: str) -> str | None:
    """The content in a CDATA section as it is, elsewhere with XML's escapes."""
    if text.rfind(_CDATA, 0, span.start) > text.rfind(_CDATA_END, 0, span.start):
        around = text[max(0, span.start - 2) : span.start] + content + text[span.end : span.end + 2]
        return None if _CDATA_END in around else content
    return _escape(content, quote=False)


def _is_text(draft: Draft, span: Span) -> bool:
    """Whether the span belongs to the text of a block (an attribute inside a paragraph does not)."""
    return any(
        _holds(Span(piece.source_start, piece.source_end), span)
        for block in draft.blocks
        if _holds(block.span(), span)
        for piece in block.pieces
    )


def _is_label(draft: Draft, span: Span) -> bool:
    """Whether the text is also the name by which a link finds its address (`[our bread]`)."""
    links = (link.span for link in draft.content.links if link.kind == "reference" and _holds(link.span, span))
    return any("][" not in draft.source[link] or draft.source[link].endswith("][]") for link in links)


def _is_code(draft: Draft, span: Span) -> bool:
    return any(
        block.kind == "code" or any(_holds(block.span(*code), span) for code in block.code)
        for block in draft.blocks
        if _holds(block.span(), span)
    )


def _in_comment(text: str, span: Span) -> bool:
    return text.rfind("<!--", 0, span.start) > text.rfind("-->", 0, span.start)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _escape(text: str, *, quote: bool = True) -> str:
    from html import escape

    return escape(text, quote=quote)
