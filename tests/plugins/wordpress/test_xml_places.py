"""What the XML of an export stands for, and files that are WordPress's own; each character at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smolint_wordpress.ranges import Ranges
from smolint_wordpress.rewriting import Replacement, rewrite
from smolint_wordpress.xml_text import xml_text

from smolint.source import Span
from wordpress.made import PARSERS, export, item, stream


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("plain é", "plain é", id="plain"),
        pytest.param("<![CDATA[<p>a & b</p>]]>", "<p>a & b</p>", id="CDATA"),
        pytest.param("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b", id="two sections, as WordPress writes brackets"),
        pytest.param("a <![CDATA[b]]> c", "a b c", id="text around it"),
        pytest.param("a &amp; b &lt;p&gt; &quot;c&quot; &apos;d&apos;", "a & b <p> \"c\" 'd'", id="named entities"),
        pytest.param("&#233;&#xE9;&#XE9;", "éé&#XE9;", id="numbers, and an X that XML does not know"),
        pytest.param("&eacute;", "&eacute;", id="an entity of HTML stays for HTML"),
        pytest.param("&amp;eacute;", "&eacute;", id="an escaped entity"),
        pytest.param("&#0;&#xD800;&#x110000;", "\ufffd\ufffd\ufffd", id="numbers that are no characters"),
        pytest.param("a<!-- b -->c<?d e?>f", "acf", id="comments and instructions"),
        pytest.param("<![CDATA[a &amp; b]]>", "a &amp; b", id="no entities in CDATA"),
        pytest.param("<![CDATA[never closed", "<![CDATA[never closed", id="CDATA never closed"),
        pytest.param("AT&T; a & b", "AT&T; a & b", id="stray ampersands"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_xml_stands_for(written, shown):
    text = f"<x>{written}</x>"
    found, pieces = xml_text(text, 3, 3 + len(written))
    assert found == shown
    for piece in pieces:
        if piece.end - piece.start == piece.source_end - piece.source_start:
            assert found[piece.start : piece.end] == text[piece.source_start : piece.source_end]


@given(st.lists(st.sampled_from(["a", "é", "&amp;", "&#233;", "<![CDATA[", "]]>", "<!--", "-->", "&", "<p>"])))
def test_pieces_cover_the_text_in_order(parts):
    text = "".join(parts)
    shown, pieces = xml_text(text, 0, len(text))
    done = place = 0
    for piece in pieces:
        assert piece.start == done < piece.end
        assert place <= piece.source_start <= piece.source_end <= len(text)
        done, place = piece.end, piece.source_end
    assert done == len(shown)


REPLACEMENTS = st.lists(
    st.builds(
        lambda start, length, content: Replacement(start, start + length, content),
        st.integers(0, 20),
        st.integers(0, 6),
        st.text("XY", max_size=3),
    ),
    max_size=6,
)


@given(st.text("abc", max_size=20), REPLACEMENTS)
def test_rewriting_keeps_what_is_not_replaced(text, replacements):
    shown, pieces = rewrite(text, replacements, 0, len(text))
    kept = [shown[one.start : one.end] for one in pieces if shown[one.start : one.end].islower()]
    assert all(part in text for part in kept)
    assert "".join(shown[one.start : one.end] for one in pieces) == shown
    touched = {place for one in replacements for place in range(one.start, one.end)}
    assert sum(map(len, kept)) >= len(set(range(len(text))) - touched)


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=8), st.tuples(st.integers(0, 30), st.just(1))
)
def test_ranges_hold_what_one_of_them_holds(pairs, asked):
    spans = [Span(start, start + length) for start, length in pairs]
    place = Span(asked[0], asked[0] + asked[1])
    assert (place in Ranges(spans)) == any(start <= place.start and place.end <= end for start, end in spans)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("<!-- wp:paragraph -->\n<p>a</p>", True, id="a block"),
        pytest.param("<!--wp:heading {}-->", True, id="a block without spaces"),
        pytest.param('<p>a</p>\n[gallery ids="1,2"]', True, id="a gallery"),
        pytest.param("[caption id=x]a[/caption]", True, id="a caption"),
        pytest.param("<p>a</p>", False, id="plain HTML"),
        pytest.param("<p>Write [[gallery]]</p>", False, id="a shortcode that is shown"),
        pytest.param("[galleryx]", False, id="another name"),
        pytest.param("<!-- wp: -->", False, id="a comment that begins alike"),
        pytest.param("<!doctype html><p>[gallery]</p>", False, id="a whole page"),
        pytest.param("<!-- a -->\n<HTML><!-- wp:image -->", False, id="a page after a comment"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_what_is_a_stored_post(head, expected):
    assert PARSERS["wordpress"].sniff(head) is expected


def test_a_long_run_of_comments_is_sniffed_at_once():
    assert not PARSERS["wordpress"].sniff("<!-- a -->" * 20_000 + "<!--")


@pytest.mark.parametrize(
    ("xml", "name", "value"),
    [
        pytest.param("<wp:post_name>pain</wp:post_name>", "slug", "pain", id="a slug"),
        pytest.param("<excerpt:encoded><![CDATA[ Du pain. ]]></excerpt:encoded>", "excerpt", "Du pain.", id="excerpt"),
        pytest.param("<dc:creator>ada &amp; co</dc:creator>", "author", "ada & co", id="an author"),
        pytest.param(
            "<wp:post_date>2024-05-01 08:30:00</wp:post_date>", "date", "2024-05-01T08:30:00", id="the site's time"
        ),
        pytest.param(
            "<wp:post_date>0000-00-00 00:00:00</wp:post_date><pubDate>Wed, 01 May 2024 06:30:00 +0000</pubDate>",
            "date",
            "2024-05-01T06:30:00+00:00",
            id="no date yet but one of publication",
        ),
        pytest.param("<pubDate>some day</pubDate>", "date", None, id="a date that is none"),
        pytest.param("<pubDate></pubDate>", "date", None, id="an empty date"),
        pytest.param('<category domain="category">Pain</category>', "categories", ["Pain"], id="a category"),
        pytest.param(
            '<category domain="post_tag">a</category><category domain="post_tag"><![CDATA[b & c]]></category>',
            "tags",
            ["a", "b & c"],
            id="tags",
        ),
        pytest.param('<category domain="nav_menu">Menu</category>', "categories", None, id="a menu"),
        pytest.param(
            "<wp:postmeta><wp:meta_key>_yoast_wpseo_metadesc</wp:meta_key>"
            "<wp:meta_value><![CDATA[Du pain]]></wp:meta_value></wp:postmeta>",
            "description",
            "Du pain",
            id="a description of Yoast",
        ),
        pytest.param(
            "<wp:postmeta><wp:meta_key>rank_math_title</wp:meta_key>"
            "<wp:meta_value>%title% %sep%</wp:meta_value></wp:postmeta>",
            "seo-title",
            None,
            id="a title made of variables",
        ),
        pytest.param(
            "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>",
            "featured-image",
            "attachment:9",
            id="an image that the export leaves out",
        ),
        pytest.param(
            "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key></wp:postmeta>", "featured-image", None, id="no value"
        ),
    ],
)
def test_what_an_export_says_about_a_post(xml, name, value):
    (draft,) = stream(export(item(more=xml)))
    found = dict(draft.fields).get(name)
    assert (found.value if found else None) == value
    if isinstance(value, str) and name in ("slug", "excerpt", "description"):
        assert draft.source[found.span].strip() == value
