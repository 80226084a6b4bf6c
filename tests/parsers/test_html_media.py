"""HTML that is neither running text nor a link: images that load late, frames, films, forms, hidden parts."""

from __future__ import annotations

import pytest

from smolint.draft import Content
from smolint.parsers.html_file import parse_html
from smolint.source import Source


def read(text: str) -> Content:
    (draft,) = parse_html(Source("post.html", text))
    return draft.content


@pytest.mark.parametrize(
    ("text", "target", "alt"),
    [
        pytest.param('<img src="a.png" alt="x">', "a.png", "x", id="an ordinary one"),
        pytest.param('<IMG SRC="a.png" ALT="x">', "a.png", "x", id="capitals"),
        pytest.param("<img src=a.png alt=x>", "a.png", "x", id="no quotes"),
        pytest.param('<img src="data:image/gif;base64,R0" data-src="a.png" alt="x">', "a.png", "x", id="data-src"),
        pytest.param('<img data-lazy-src="a.png" alt="x">', "a.png", "x", id="data-lazy-src"),
        pytest.param('<img srcset="a.png 1x" src="b.png" alt="x">', "b.png", "x", id="several sizes and a source"),
        pytest.param('<img srcset="a.png 1x, b.png 2x" alt="x">', "a.png", "x", id="several sizes alone"),
        pytest.param('<img src="a.png?w=1&amp;h=2" alt="x">', "a.png?w=1&h=2", "x", id="an entity in the address"),
        pytest.param('<img src="a.png" alt="&quot;q&quot; &eacute;">', "a.png", '"q" é', id="entities in the text"),
        pytest.param('<img src="a.png" alt="">', "a.png", "", id="decoration"),
        pytest.param('<img src="a.png" alt>', "a.png", "", id="a text without value"),
        pytest.param('<img src="a.png">', "a.png", None, id="no text"),
        pytest.param(
            '<picture><source srcset="a.webp"><img src="a.png" alt="x"></picture>', "a.png", "x", id="picture"
        ),
        pytest.param('<amp-img src="a.png" alt="x"></amp-img>', "a.png", "x", id="AMP"),
    ],
)
def test_an_image(text: str, target: str, alt: str | None) -> None:
    text = f"<p>Before</p>{text}<p>After</p>"
    (image,) = read(text).images
    assert (image.target, image.alt, image.kind) == (target, alt, "html")
    assert target.replace("&", "&amp;") in text[slice(*image.target_span)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<!-- <img src="a.png"> -->', id="commented out"),
        pytest.param("<script>a = '<img src=\"a.png\">'</script>", id="in a script"),
        pytest.param('<template><img src="a.png"></template>', id="in a template"),
        pytest.param('<p>&lt;img src="a.png"&gt;</p>', id="escaped"),
        pytest.param("<imgx src='a.png'>", id="another element"),
    ],
)
def test_no_image(text: str) -> None:
    assert read(f"<p>Before</p>{text}").images == ()


@pytest.mark.parametrize(
    ("text", "kind", "name", "url"),
    [
        pytest.param('<iframe src="https://youtu.be/a"></iframe>', "frame", "iframe", "https://youtu.be/a", id="frame"),
        pytest.param('<video src="a.mp4"></video>', "video", "video", "a.mp4", id="film"),
        pytest.param('<video><source src="a.mp4"></video>', "video", "video", "a.mp4", id="film with a source inside"),
        pytest.param('<audio controls src="a.mp3"></audio>', "audio", "audio", "a.mp3", id="sound"),
        pytest.param('<object data="a.pdf">x</object>', "frame", "object", "a.pdf", id="object"),
        pytest.param('<embed src="a.swf">', "frame", "embed", "a.swf", id="embedded file"),
        pytest.param('<form action="/send"><input name="a"></form>', "form", "form", None, id="form"),
    ],
)
def test_an_embed(text: str, kind: str, name: str, url: str | None) -> None:
    text = f"<p>Before</p>{text}"
    (embed,) = read(text).embeds
    assert (embed.kind, embed.name) == (kind, name)
    assert url is None or embed.url == url
    assert text[embed.span.start :].startswith(f"<{name}")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("<p hidden>a</p><p>b</p>", ["b"], id="hidden"),
        pytest.param('<p style="display: none">a</p><p>b</p>', ["b"], id="not displayed"),
        pytest.param("<template><p>a</p></template><p>b</p>", ["b"], id="a template"),
        pytest.param("<svg><text>a</text></svg><p>b</p>", ["b"], id="a drawing"),
        pytest.param("<style>p { color: red }</style><p>b</p>", ["b"], id="a style sheet"),
        pytest.param("<script>let a = 1</script><p>b</p>", ["b"], id="a script"),
        pytest.param("<button>a</button><p>b</p>", ["b"], id="a button"),
        pytest.param("<select><option>a</option></select><p>b</p>", ["b"], id="options"),
        pytest.param("<textarea>a</textarea><p>b</p>", ["b"], id="what the reader fills in"),
        pytest.param("<form><label>Name</label></form>", ["Name"], id="a label is read"),
        pytest.param("<details><summary>a</summary>b</details>", ["a", "b"], id="what opens on a click"),
        pytest.param("<p>a<br>b</p>", ["a\nb"], id="a line end"),
        pytest.param("<p>a&nbsp;b&shy;c&hellip;</p>", ["a\u00a0b\u00adc…"], id="entities"),
        pytest.param("<p>a <b>b</b><i>c</i></p>", ["a bc"], id="elements inside of a word"),
        pytest.param("<div>a<p>b</p>c</div>", ["a", "b", "c"], id="text around a paragraph"),
    ],
)
def test_what_readers_see(text: str, shown: list[str]) -> None:
    assert [block.text for block in read(text).blocks] == shown


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("<h2>a</h2>", [("heading", 2, ())], id="a heading"),
        pytest.param(
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
            [("item", 1, ("list",)), ("item", 2, ("list",))],
            id="items in items",
        ),
        pytest.param("<blockquote><p>a</p></blockquote>", [("quote", 0, ("quote",))], id="a quotation"),
        pytest.param(
            "<table><caption>a</caption><tr><th>b</th><td>c</td></tr></table>",
            [("caption", 0, ("table",)), ("cell", 0, ("table",)), ("cell", 0, ("table",))],
            id="a table",
        ),
        pytest.param("<dl><dt>a</dt><dd>b</dd></dl>", [("term", 0, ()), ("paragraph", 0, ())], id="terms"),
        pytest.param("<pre>a\n b</pre>", [("code", 0, ())], id="code"),
    ],
)
def test_what_a_block_is(text: str, kinds: list[tuple[str, int, tuple[str, ...]]]) -> None:
    assert [(block.kind, block.level, block.within) for block in read(text).blocks] == kinds


def test_the_caption_of_a_figure_belongs_to_its_image() -> None:
    content = read('<figure><img src="a.png" alt="x"><figcaption>The <b>oven</b></figcaption></figure>')
    assert [image.caption for image in content.images] == ["The oven"]
    assert [(block.kind, block.within) for block in content.blocks] == [("caption", ("figure",))]


@pytest.mark.parametrize(
    ("rel", "expected"),
    [
        pytest.param('rel="nofollow noopener"', True, id="among others"),
        pytest.param("rel=NOFOLLOW", True, id="in capitals"),
        pytest.param('rel="noopener"', False, id="another"),
        pytest.param("", False, id="none"),
    ],
)
def test_links_that_search_engines_ignore(rel: str, expected: bool) -> None:
    (link,) = read(f'<p><a href="/a" {rel}><img src="b.png" alt="Our shop"></a></p>').links
    assert link.nofollow is expected
    assert link.text == "Our shop"
