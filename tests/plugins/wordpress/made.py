"""What the tests of the WordPress plugin make: exports, drafts, readings."""

import io
import re
from pathlib import Path

import smolint_wordpress
from smolint_wordpress.wxr import stream_export

from smolint.draft import Draft
from smolint.reading import Reading
from smolint.source import Source

_SPACE = re.compile(r"[ \t\r\n\f]")
FIXTURES = Path(__file__).parent / "fixtures"
PLATFORM = smolint_wordpress.smolint_platforms()[0]
PARSERS = {parser.name: parser for parser in smolint_wordpress.smolint_parsers()}
CHECKS = {check.name: check.load() for check in smolint_wordpress.smolint_checks()}

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">\n'
    "<channel>\n<language>en-US</language>\n"
)
FOOT = "</channel>\n</rss>\n"


def item(title="A title", body="<![CDATA[<p>Some text.</p>]]>", kind="post", status="publish", more=""):
    """The XML of one item; title, body and `more` are XML already."""
    return (
        f"<item>\n<title>{title}</title>\n<content:encoded>{body}</content:encoded>\n"
        f"<wp:status>{status}</wp:status>\n<wp:post_type>{kind}</wp:post_type>\n{more}</item>\n"
    )


def export(*items):
    """A whole export."""
    return HEAD + "".join(items) + FOOT


def stream(text, path="export.xml", **options):
    """The drafts of an export given as text or bytes."""
    raw = text if isinstance(text, bytes) else text.encode()
    return list(stream_export(io.BytesIO(raw), path, **options))


def post(text):
    """The draft of a stored post."""
    return next(PARSERS["wordpress"].parse(Source("post.html", text)))


def marked(draft, spans):
    """The source texts at these spans."""
    return [draft.source[span] for span in spans]


def reading(draft: Draft, **settings):
    """A draft being read on WordPress with these settings of the platform."""
    return Reading(draft, PLATFORM, settings=settings)


def assert_exact(draft, whole=None):
    """Every linear piece equals its source text, and every span lies in the source, in the whole file too."""
    source = draft.source
    for block in (*draft.blocks, *([draft.title] if draft.title else [])):
        for piece in block.pieces:
            if piece.end - piece.start == piece.source_end - piece.source_start > 0:
                visible = block.text[piece.start : piece.end]
                written = source.text[piece.source_start : piece.source_end]
                assert _SPACE.sub(" ", visible) == _SPACE.sub(" ", written)
    content = draft.content
    spans = [one.span for part in (content.links, content.images, content.embeds, content.comments) for one in part]
    spans += [block.span() for block in draft.blocks] + [field.span for _, field in draft.fields]
    for span in spans:
        assert 0 <= span.start <= span.end <= len(source.text)
        if whole is not None:
            start = place_to_offset(whole, source.position(span.start))
            assert whole[start : start + span.end - span.start] == source[span]


def place_to_offset(whole, position):
    """The offset in a text of a line and column."""
    return Source("", whole).line_starts[position.line - 1] + position.column - 1
