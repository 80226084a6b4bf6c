"""What must hold for every parsed text: each place leads back to exactly what was read."""

from __future__ import annotations

from smolint.draft import Block, Content, Draft
from smolint.parsers.html_tokens import attribute_value

_SPACES = " \t\n\r\f"


def alike(shown: str, written: str) -> bool:
    """Whether two equally long texts are the same, up to the kind of white space and undecodable characters."""
    if shown == written:
        return True
    same = (
        a == b or (a in _SPACES and b in _SPACES) or (a == "\ufffd" and (b == "\0" or "\ud800" <= b <= "\udfff"))
        for a, b in zip(shown, written, strict=True)
    )
    return all(same)


def block_faults(block: Block, text: str) -> list[str]:
    faults, done, place = [], 0, 0
    for piece in block.pieces:
        if not (done == piece.start < piece.end <= len(block.text)):
            faults.append(f"pieces out of order: {piece}")
        if not place <= piece.source_start <= piece.source_end <= len(text):
            faults.append(f"source out of order: {piece}")
        if piece.end - piece.start == piece.source_end - piece.source_start:
            shown, written = block.text[piece.start : piece.end], text[piece.source_start : piece.source_end]
            if not alike(shown, written):
                faults.append(f"{shown!r} is not {written!r}")
        done, place = piece.end, piece.source_end
    if done != len(block.text):
        faults.append(f"no place for {block.text[done:]!r}")
    if not all(0 <= start < end <= len(block.text) for start, end in block.code):
        faults.append(f"code out of range: {block.code}")
    return faults


def content_faults(content: Content, text: str) -> list[str]:
    """What is wrong with a content read from a text; empty when every place is right."""
    faults = [fault for block in content.blocks for fault in block_faults(block, text)]
    spans = [span for link in content.links for span in (link.span, link.url_span)]
    spans += [span for image in content.images for span in (image.span, image.target_span, image.alt_span) if span]
    spans += [part.span for part in (*content.embeds, *content.comments, *content.problems)]
    faults += [f"span outside: {span}" for span in spans if not 0 <= span.start <= span.end <= len(text)]
    for link in content.links:
        written = text[link.url_span.start : link.url_span.end]
        shown = {link.url, link.url.removeprefix("mailto:"), link.url.removeprefix("https://")}
        if (
            link.kind != "bare"
            and written
            and plain(written)
            and attribute_value(text, link.url_span).strip() not in shown
        ):
            faults.append(f"link {link.url!r} is written {written!r}")
    return faults


def plain(written: str) -> bool:
    return not any(sign in written for sign in "\\{\n\0\r>") and not any(
        "\ud800" <= sign <= "\udfff" for sign in written
    )


def draft_faults(draft: Draft) -> list[str]:
    text = draft.source.text
    faults = content_faults(draft.content, text)
    for block in (draft.title, draft.post):
        faults += block_faults(block, text) if block else []
    return faults
