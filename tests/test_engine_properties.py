"""Whatever a file holds: no check fails, and every finding marks exactly the text that it shows."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smolint.config import Config
from smolint.engine import lint_bytes
from smolint.host import installed_host
from smolint.parsers.decode import decode
from smolint.session import Session
from smolint.source import Source

FRAGMENTS = [
    "---\n",
    "title: Pain\n",
    "platforms: [facebook, twitter]\n",
    "lang: fr\n",
    "tags: [a, b]\n",
    "smolint: {ignore: [image]}\n",
    "# Titre\n",
    "## Two\n",
    "- item\n",
    "1. one\n",
    "> quote\n",
    "```\ncode\n```\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "[link](https://example.com/a_b)",
    "[](x)",
    "![alt](cat.png)",
    "![](cat.png)",
    "<img src=x alt=''>",
    "<p lang=en>",
    "</p>",
    "<br>",
    "&amp;",
    "&nbsp;",
    "&#x1F35E;",
    "\\*",
    "*em*",
    "**strong**",
    "`code`",
    "[^1]",
    "[^1]: note\n",
    "<!-- smolint: disable -->",
    "<!-- smolint: disable-next-line=image,link -->",
    '<!-- wp:image {"id":1} -->',
    "{% comment %}",
    "{{ x }}",
    "[gallery ids=1]",
    "#bread",
    "#1",
    "@name",
    "https://t.co/abc",
    "http://bit.ly/x?utm_source=a&b=c",
    "Lorem ipsum dolor sit amet. ",
    "[DATE] ",
    "TODO: ",
    "Une phrase courte. ",
    "Is it good? ",
    "mot " * 35,
    "l’heure ",
    "« pain » ",
    "é",
    "e\u0301",
    "😀",
    "👩‍🍳",
    "\u00a0",
    "\u202f",
    "\u200b",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u2028",
    "\x0b",
    "!!!",
    "...",
    "media:\n- cat.png\n",
]
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=25).map("".join)
SETUPS = {
    platform: Session(installed_host(), Config(platform=platform)).setup(Path())
    for platform in ("wordpress", "twitter", "facebook", "linkedin", "")
}


@pytest.mark.parametrize("name", ["post.md", "post.html", "post.txt", "post.tweet", "post.mdx"])
@settings(deadline=None, max_examples=60)
@given(text=TEXTS, platform=st.sampled_from(sorted(SETUPS)))
def test_findings_mark_what_they_show(name, text, platform):
    raw = text.encode("utf-8", "replace")
    (result,) = lint_bytes(raw, Path(name), SETUPS[platform])
    assert result.crashes == ()
    if result.unreadable:
        return
    source = Source(name, decode(raw))
    for one in result.findings:
        assert one.text == source[one.span][:200]
        assert (one.line, one.column) == source.position(one.span.start)
        assert (one.end_line, one.end_column) == source.position(one.span.end)
        for edit in one.fix.edits if one.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(source.text)
