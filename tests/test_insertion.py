from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smolint.config import Config
from smolint.draft import Draft
from smolint.edits import Replacement, replace_all
from smolint.fixing import reader
from smolint.host import installed_host
from smolint.insertion import text_edit
from smolint.setup import make_setup
from smolint.source import Span

SETUP = make_setup(Config(), installed_host())
OLD = "croissants"

ITEM = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>B</title><wp:wxr_version>1.2</wp:wxr_version>
<item><title>{title}</title><content:encoded>{body}</content:encoded>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>
"""


def read(name: str, text: str) -> list[Draft]:
    return list(reader(Path(name), SETUP)(text.encode()))


def texts(draft: Draft) -> list[str]:
    alts = [image.alt for image in draft.content.images if image.alt is not None]
    found = [*([draft.title.text] if draft.title else []), *(block.text for block in draft.blocks), *alts]
    return [text for text in found if text.strip()]


def place(draft: Draft) -> Span:
    start = draft.source.text.index(OLD)
    return Span(start, start + len(OLD))


def put(draft: Draft, visible: str, file: str = "") -> str | None:
    """The whole file with the text put in (an export's draft sees but its own item)."""
    edit = text_edit(draft, place(draft), visible)
    seen = draft.source.text
    return edit and (file or seen).replace(seen, replace_all(seen, [Replacement(*edit.span, edit.content)]))


@dataclass(frozen=True)
class Format:
    name: str
    text: str
    index: int = 0


FORMATS = {
    "plain YAML": Format("a.md", f"---\ntitle: Two {OLD} a day\nlang: en\n---\nText.\n"),
    "single-quoted YAML": Format("a.md", f"---\ntitle: 'Two {OLD} a day'\n---\nText.\n"),
    "double-quoted YAML": Format("a.md", f'---\ntitle: "Two {OLD} a day"\n---\nText.\n'),
    "literal YAML": Format("a.md", f"---\ntitle: |\n  Two {OLD} a day\n---\nText.\n"),
    "folded YAML": Format("a.md", f"---\ntitle: >-\n  Two {OLD} a day\nlang: en\n---\nText.\n"),
    "YAML in braces": Format("a.md", f"---\n{{title: Two {OLD} a day, lang: en}}\n---\nText.\n"),
    "TOML": Format("a.md", f'+++\ntitle = "Two {OLD} a day"\n+++\nText.\n'),
    "literal TOML": Format("a.md", f"+++\ntitle = 'Two {OLD} a day'\n+++\nText.\n"),
    "JSON": Format("a.md", f'{{\n"title": "Two {OLD} a day"\n}}\nText.\n'),
    "Markdown": Format("a.md", f"Two {OLD} a day.\n"),
    "a Markdown list": Format("a.md", f"- Two {OLD} a day\n- and bread\n"),
    "the start of a line": Format("a.md", f"{OLD} are two a day.\n"),
    "a Markdown heading": Format("a.md", f"# Two {OLD}\n\nText.\n"),
    "Markdown emphasis": Format("a.md", f"Two **{OLD}** a _day_.\n"),
    "a Markdown table": Format("a.md", f"| a | b |\n|---|---|\n| {OLD} | bread |\n"),
    "a Markdown reference": Format("a.md", f"Two [{OLD}][a] a day.\n\n[a]: https://a.example\n"),
    "a Markdown link": Format("a.md", f"Two [{OLD}](https://a.example) a day.\n"),
    "HTML in Markdown": Format("a.md", f"<div>Two {OLD} a day</div>\n"),
    "HTML": Format("a.html", f"<p>Two {OLD} a day</p>\n<p>x</p>\n"),
    "an attribute": Format("a.html", f'<p>x <img src="a.png" alt="Two {OLD} a day"> y</p>\n'),
    "an attribute in single quotes": Format("a.html", f"<p>x <img src='a.png' alt='Two {OLD} a day'> y</p>\n"),
    "a block's comment": Format(
        "a.html", f'<!-- wp:cover {{"url":"a.png","alt":"Two {OLD} a day"}} -->\n<p>x</p>\n<!-- /wp:cover -->\n'
    ),
    "block markup": Format("a.html", f"<!-- wp:paragraph -->\n<p>Two {OLD} a day</p>\n<!-- /wp:paragraph -->\n"),
    "a text file": Format("a.facebook.txt", f"Two {OLD} a day\n"),
    "a tweet": Format("a.tweet", f"Two {OLD} a day\n"),
    "the title in an export": Format("a.xml", ITEM.format(title=f"Two {OLD} a day", body="<![CDATA[<p>x</p>]]>")),
    "the text in an export": Format("a.xml", ITEM.format(title="x", body=f"<![CDATA[<p>Two {OLD} a day</p>]]>")),
    "escaped text in an export": Format("a.xml", ITEM.format(title="x", body=f"&lt;p&gt;Two {OLD} a day&lt;/p&gt;")),
}
WORDS = st.lists(
    st.text(alphabet="aéZ19\u00a0\u202f’“”«»…–—'\"&<>*_`[](){}\\|~#:;,.!?%@+=-/^$", min_size=1, max_size=6), max_size=3
).map(" ".join)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(visible=WORDS)
def test_what_is_put_in_is_what_readers_see(name, visible):
    here = FORMATS[name]
    before = read(here.name, here.text)[0]
    written = put(before, visible, here.text)
    if written is None:
        return
    after = read(here.name, written)[0]
    wanted = [text for one in texts(before) if (text := one.replace(OLD, visible)).strip()]
    spaces = str.maketrans("\u00a0\u202f", "  ")
    assert [" ".join(one.translate(spaces).split()) for one in texts(after)] == [
        " ".join(one.translate(spaces).split()) for one in wanted
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("visible", ["brioches", "pains", "l’été\u202f!", "« œufs »"])
def test_ordinary_text_can_be_put_everywhere(name, visible):
    here = FORMATS[name]
    before = read(here.name, here.text)[0]
    written = put(before, visible, here.text)
    assert written is not None or "emphasis" in name
    if written is not None:
        assert texts(read(here.name, written)[0]) == [one.replace(OLD, visible) for one in texts(before)]


@pytest.mark.parametrize(
    ("name", "visible", "written"),
    [
        pytest.param("plain YAML", "don't", "title: Two don't a day", id="an apostrophe in plain YAML"),
        pytest.param("single-quoted YAML", "don't", "title: 'Two don''t a day'", id="an apostrophe in single quotes"),
        pytest.param("double-quoted YAML", 'a "b"', 'title: "Two a \\"b\\" a day"', id="quotes in double quotes"),
        pytest.param("TOML", 'a "b" \\', 'title = "Two a \\"b\\" \\\\ a day"', id="quotes and backslash in TOML"),
        pytest.param("JSON", 'a "b"', '"title": "Two a \\"b\\" a day"', id="quotes in JSON"),
        pytest.param("Markdown", "a * b", "Two a &#42; b a day.", id="an asterisk in Markdown"),
        pytest.param("Markdown", "don't", "Two don't a day.", id="an apostrophe in Markdown"),
        pytest.param("HTML", "salt & <pepper>", "<p>Two salt &amp; &lt;pepper&gt; a day</p>", id="signs in HTML"),
        pytest.param("an attribute", 'a "b"', 'alt="Two a &quot;b&quot; a day"', id="quotes in an attribute"),
        pytest.param("a block's comment", "a -- b", '"alt":"Two a \\u002d\\u002d b a day"', id="dashes in a comment"),
        pytest.param("the title in an export", "a & b", "<title>Two a &amp; b a day</title>", id="XML"),
        pytest.param("the text in an export", "a & b", "[<p>Two a &amp; b a day</p>]", id="HTML in CDATA"),
        pytest.param("escaped text in an export", "a & b", "Two a &amp;amp; b a day", id="HTML in XML"),
    ],
)
def test_escapes_for_the_place(name, visible, written):
    here = FORMATS[name]
    assert written in (put(read(here.name, here.text)[0], visible) or "")


@pytest.mark.parametrize(
    ("name", "visible"),
    [
        pytest.param("plain YAML", "a: b", id="a colon in plain YAML"),
        pytest.param("plain YAML", "a #b", id="a comment in plain YAML"),
        pytest.param("YAML in braces", "a, b", id="a comma in braces"),
        pytest.param("literal TOML", "don't", id="an apostrophe in literal TOML"),
        pytest.param("Markdown", "a\nb", id="a line end"),
        pytest.param("HTML", "a\x00b", id="a control character"),
        pytest.param("the start of a line", "# a", id="a heading"),
        pytest.param("the start of a line", "1. a", id="a list"),
        pytest.param("Markdown emphasis", "a ", id="a space before the end of emphasis"),
        pytest.param("Markdown emphasis", "", id="nothing between the marks of emphasis"),
    ],
)
def test_refuses_what_would_become_markup(name, visible):
    here = FORMATS[name]
    assert put(read(here.name, here.text)[0], visible) is None


def test_a_space_after_emphasis_leaves_it_as_it_is():
    draft = read("a.md", "**Note**: two.\n")[0]
    edit = text_edit(draft, Span(8, 8), "\u00a0")
    assert edit is not None
    assert text_edit(draft, Span(2, 2), "\u00a0") is None
    assert text_edit(draft, Span(6, 6), "\u00a0") is None


@pytest.mark.parametrize("link", [f"[{OLD}]", f"[{OLD}][]"])
def test_refuses_to_rename_a_reference(link):
    assert put(read("a.md", f"Two {link} a day.\n\n[{OLD}]: https://a.example\n")[0], "brioches") is None


def test_refuses_markup_in_code():
    draft = read("a.md", f"Write `{OLD}` so.\n")[0]
    assert put(draft, "a*b") is None
    assert put(draft, "pain") == "Write `pain` so.\n"


@pytest.mark.parametrize("written", ["true", "12", "2024-01-01", "null", "", "- a", "!a", "'a"])
def test_a_plain_value_stays_text(written):
    draft = read("a.md", f"---\ntitle: {OLD}\n---\nText.\n")[0]
    assert put(draft, written) is None


def test_a_text_kept_for_a_platform_is_a_field():
    draft = read("a.md", f"---\ntitle: A\ntweet: 'We bake two {OLD} today'\n---\nText.\n")[0]
    posted = replace(draft, fields=(), post=draft.title)
    assert put(posted, "l'eau") == "---\ntitle: A\ntweet: 'We bake two l''eau today'\n---\nText.\n"
