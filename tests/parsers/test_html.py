"""HTML: what readers see, where it stands, and what is left out."""

from __future__ import annotations

import pytest

from smolint.draft import Content
from smolint.parsers.html import page_head, read_html
from smolint.parsers.html_file import parse_html
from smolint.parsers.remap import remap
from smolint.parsers.soup import attribute_span, soup, string_pieces, tag_span
from smolint.source import Piece, Source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("un\nmot\n\ndeux", [("paragraph", "un mot"), ("paragraph", "deux")], id="text without tags"),
        pytest.param("<p>a<p>b", [("paragraph", "a"), ("paragraph", "b")], id="unclosed paragraphs"),
        pytest.param("<ul><li>a<li>b</ul>", [("item", "a"), ("item", "b")], id="unclosed items"),
        pytest.param("<blockquote><p>a</p></blockquote>", [("quote", "a")], id="a quotation"),
        pytest.param("<dl><dt>a<dd>b</dl>", [("term", "a"), ("paragraph", "b")], id="a definition list"),
        pytest.param("<p>a<br>b &eacute;</p>", [("paragraph", "a\nb é")], id="a break and a reference"),
        pytest.param("<pre>a\n b</pre>", [("code", "a\n b")], id="preformatted"),
        pytest.param("<script>x</script><style>y</style>a", [("paragraph", "a")], id="scripts and styles"),
        pytest.param("<p hidden>x</p><p style='display: none'>y</p>a", [("paragraph", "a")], id="hidden elements"),
        pytest.param("<!-- x -->a <b", [("paragraph", "a <b")], id="a comment, an unfinished tag"),
        pytest.param("a &amp; b < c", [("paragraph", "a & b < c")], id="signs that begin nothing"),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.kind, block.text) for block in read_html(text).blocks] == expected


PAGE = (
    '<!DOCTYPE html><html lang="fr-FR"><head><title>R&amp;D</title><meta property="og:image" content="o.png">'
    '<meta name=description content="Dit."></head><body><nav><a href="/x">Menu</a></nav>'
    "<main><article><h1>Un</h1><p lang=en>Two</p></article></main><footer>Pied</footer></body></html>"
)


def test_only_the_main_part_of_a_page_is_text() -> None:
    content = read_html(PAGE)
    assert [(block.text, block.language) for block in content.blocks] == [("Un", "fr"), ("Two", "en")]
    assert content.links == ()


def test_the_head_of_a_page() -> None:
    head = page_head(PAGE)
    assert head.title is not None
    assert (head.title.text, head.language, head.is_page) == ("R&D", "fr", True)
    assert dict(head.fields)["description"].value == "Dit."
    (draft,) = parse_html(Source("a.html", PAGE))
    assert [(image.target, image.role) for image in draft.content.images] == [("o.png", "featured")]


@pytest.mark.parametrize(
    ("tag", "target", "alt"),
    [
        pytest.param('<img src="a.png" alt="é &amp; à">', "a.png", "é & à", id="plain"),
        pytest.param('<img src="data:image/gif;base64,x" data-src="a.png">', "a.png", None, id="loaded lazily"),
        pytest.param('<img srcset="a.png 1x, b.png 2x" alt>', "a.png", "", id="only a set of sources"),
    ],
)
def test_one_image(tag: str, target: str, alt: str | None) -> None:
    (image,) = read_html(tag).images
    assert (image.target, image.alt) == (target, alt)


def test_a_caption_belongs_to_its_image() -> None:
    (image,) = read_html("<figure><img src=a.png><figcaption>Un chat</figcaption></figure>").images
    assert image.caption == "Un chat"


def test_a_figure_without_a_caption_has_none() -> None:
    text = "<figure><img src=a.png><figcaption>Un chat</figcaption></figure><figure><img src=b.png></figure>"
    assert [image.caption for image in read_html(text).images] == ["Un chat", ""]


def test_frames_videos_and_forms_are_embeds() -> None:
    text = '<iframe src="https://a.fr"></iframe><video><source src="v.mp4"></video><form action="/x"></form>'
    assert [(part.kind, part.url) for part in read_html(text).embeds] == [
        ("frame", "https://a.fr"),
        ("video", "v.mp4"),
        ("form", "/x"),
    ]


def test_links_tell_whether_search_engines_follow() -> None:
    first, second = read_html("<a href=a rel='nofollow x'>b</a> <a href=c>{{d}}</a>").links
    assert (first.nofollow, second.nofollow, second.text) == (True, False, "{{d}}")


def test_the_soup_knows_its_places() -> None:
    text = '<p>a &amp; b <img\n alt="x" src=é.png></p>'
    tree = soup(text)
    image = tree.find("img")
    assert image is not None
    assert text[slice(*tag_span(image))] == '<img\n alt="x" src=é.png>'
    assert text[slice(*(attribute_span(image, "src") or (0, 0)))] == "é.png"
    (string,) = tree.find_all(string=True)
    assert [text[piece.source_start : piece.source_end] for piece in string_pieces(string)] == ["a ", "&amp;", " b "]


def test_remapping_moves_every_place() -> None:
    source = "xx<p>a</p>yy<a href=b>c</a>"
    inner = "<p>a</p><a href=b>c</a>"
    outer = (Piece(0, 8, 2, 10), Piece(8, 23, 12, 27))
    content = remap(read_html(inner), outer)
    assert isinstance(content, Content)
    assert [source[slice(*block.span())] for block in content.blocks] == ["a", "c"]
    assert source[slice(*content.links[0].url_span)] == "b"
