"""PowerPoint and PDF decks: texts, pictures and links in the order of the slides, each at its place."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from slideshare.made import HEAD, packed, parts, pdf, picture, pptx, shape, slide
from smolint.errors import SourceError
from smolint.host import installed_host


def read(raw, name="talk.pptx"):
    parser = next(one for one in installed_host().parsers if one.platforms and name.endswith(one.endings))
    (draft,) = parser.stream(io.BytesIO(raw), name)
    return draft


def refused(raw, name="talk.pptx"):
    with pytest.raises(SourceError) as raised:
        read(raw, name)
    return raised.value.code


def texts(draft):
    return [(block.kind, block.level, block.text) for block in draft.blocks]


def line_of(draft, span):
    return draft.source.position(span.start).line


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def test_a_slide_is_a_line_and_its_shapes_are_blocks():
    draft = read(
        pptx(
            slide(shape("Our bread", placeholder="title"), shape("At dawn", "By hand", placeholder="body")),
            slide(shape("See you")),
        )
    )
    assert draft.format == "deck"
    assert draft.source.text == "Our bread ¶ At dawn ¶ By hand\nSee you"
    assert texts(draft) == [
        ("heading", 1, "Our bread"),
        ("item", 1, "At dawn"),
        ("item", 1, "By hand"),
        ("paragraph", 2, "See you"),
    ]
    for block in draft.blocks:
        assert draft.source[block.span()] == block.text
        assert line_of(draft, block.span()) == block.level
        assert block.within == ("slide",)


def test_slides_come_in_the_order_of_the_presentation():
    members = parts(slide(shape("first")), slide(shape("second")))
    main = members["ppt/presentation.xml"]
    members["ppt/presentation.xml"] = main.replace("rId1", "rId9").replace("rId2", "rId1").replace("rId9", "rId2")
    assert [block.text for block in read(packed(members)).blocks] == ["second", "first"]


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        pytest.param(shape("Bread &amp; butter"), ["Bread & butter"], id="entities of XML itself"),
        pytest.param(shape("12", placeholder="sldNum"), [], id="the slide's number is left out"),
        pytest.param(shape("   "), [], id="blank"),
        pytest.param(
            "<p:sp><a:p><a:r><a:t>a</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p></p:sp>", ["a\nb"], id="a break"
        ),
        pytest.param(
            '<p:sp><a:p><a:fld type="slidenum"><a:t>7</a:t></a:fld><a:r><a:t>b</a:t></a:r></a:p></p:sp>',
            ["b"],
            id="a number that PowerPoint fills in",
        ),
        pytest.param(
            "<AlternateContent><Choice>"
            + shape("new")
            + "</Choice><Fallback>"
            + shape("old")
            + "</Fallback></AlternateContent>",
            ["new"],
            id="what is repeated for old programs",
        ),
        pytest.param("<p:grpSp>" + shape("inside") + "</p:grpSp>", ["inside"], id="a group of shapes"),
        pytest.param(
            "<p:graphicFrame><a:tbl><a:tc><a:p><a:r><a:t>1 €</a:t></a:r></a:p></a:tc></a:tbl></p:graphicFrame>",
            ["1 €"],
            id="a table",
        ),
    ],
)
def test_the_texts_of_a_slide(shapes, expected):
    draft = read(pptx(slide(shapes)))
    assert [block.text for block in draft.blocks] == expected
    for block in draft.blocks:
        assert draft.source[block.span()] == block.text.replace("\n", " ")


def test_pictures_have_their_alternative_text_at_its_place():
    draft = read(pptx(slide(shape("Bread"), picture("Picture 4"), picture("Picture 5", "A round loaf"))))
    bare, described = draft.content.images
    assert (bare.alt, bare.target, draft.source[bare.span]) == (None, "slide:/Picture 4", "[Picture 4]")
    assert (described.alt, draft.source[described.alt_span]) == ("A round loaf", "A round loaf")
    assert draft.source[described.target_span] == "Picture 5"


def test_decoration_is_no_picture():
    mark = '<x:decorative xmlns:x="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    assert read(pptx(slide(picture("Line 1", extra=mark)))).content.images == ()


def test_links_lead_where_the_relations_say():
    deck = pptx(
        slide(shape("Write to us", link="rId7"), shape("see https://bakery.example/menu")),
        links=[("rId7", "https://x.example")],
    )
    (written, bare) = sorted(read(deck).content.links, key=lambda link: link.kind != "inline")
    assert (written.url, written.text) == ("https://x.example", "Write to us")
    assert bare.url == "https://bakery.example/menu"


def test_a_footer_is_read_once():
    footer = shape("Confidential", placeholder="ftr")
    draft = read(pptx(slide(shape("a"), footer), slide(shape("b"), footer)))
    assert [(block.text, block.within) for block in draft.blocks] == [
        ("a", ("slide",)),
        ("Confidential", ("slide", "footer")),
        ("b", ("slide",)),
    ]


def test_hidden_slides_are_known_as_such():
    draft = read(pptx(slide(shape("a")), slide(shape("b"), attributes=' show="0"')))
    assert [embed.name for embed in draft.content.embeds] == ["slide", "hidden"]


def test_a_pdf_gives_a_line_for_each_page():
    draft = read(pdf("Our bread\nAt dawn", "The oven"), "talk.pdf")
    assert draft.source.text == "Our bread At dawn\nThe oven"
    assert [(block.level, block.text) for block in draft.blocks] == [(1, "Our bread\nAt dawn"), (2, "The oven")]
    assert [embed.name for embed in draft.content.embeds] == ["slide", "slide"]


def test_pages_higher_than_wide_are_those_of_a_document():
    draft = read(pdf("A report", size=(595, 842)), "report.pdf")
    assert [embed.name for embed in draft.content.embeds] == ["page"]


def test_a_click_area_of_a_pdf_is_a_link_of_its_page():
    draft = read(pdf("One", "Two", uri="https://x.example"), "talk.pdf")
    (link,) = draft.content.links
    assert (link.url, line_of(draft, link.span)) == ("https://x.example", 2)


def test_a_page_without_text_is_a_slide_all_the_same():
    assert len(read(pdf("One", "", "Three"), "talk.pdf").content.embeds) == 3


def test_one_page_that_cannot_be_read_does_not_cost_the_others():
    raw = pdf("One", "Two", "Three").replace(b"(Two) Tj", b"[[[[[[[[")
    draft = read(raw, "talk.pdf")
    assert [(block.level, block.text) for block in draft.blocks] == [(1, "One"), (3, "Three")]
    assert len(draft.content.embeds) == 3


def test_of_a_very_long_deck_the_beginning_and_the_end_are_read():
    draft = read(pdf(*(f"Page {number}" for number in range(1, 411))), "talk.pdf")
    assert len(draft.content.embeds) == 410
    assert [block.level for block in draft.blocks][399:] == [400, 406, 407, 408, 409, 410]


def locked(password):
    writer = PdfWriter(clone_from=io.BytesIO(pdf("Secret")))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_pdf_that_only_forbids_printing_is_read():
    assert [block.text for block in read(locked(""), "talk.pdf").blocks] == ["Secret"]


WHOLE = pptx(slide(shape("a" * 2000)))
SPACES = parts(slide(shape("a")))
SPACES["ppt/slides/slide1.xml"] = slide() + " " * 30_000_000
ENTITIES = parts("<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>")
ODD = {name: xml.replace("UTF-8", "UTF-X") for name, xml in parts(slide(shape("a"))).items()}
BROKEN = parts(slide(shape("a")) + "<")
MISSING = {name: xml for name, xml in parts(slide(shape("a"))).items() if "slide1" not in name}


@pytest.mark.parametrize(
    ("raw", "name", "code"),
    [
        pytest.param(locked("door"), "talk.pdf", "deck-encrypted", id="a PDF with a password"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), "talk.pptx", "deck-encrypted", id="a PowerPoint password"
        ),
        pytest.param(OLE, "talk.pptx", "deck-damaged", id="an old deck under a new name"),
        pytest.param(WHOLE[: len(WHOLE) // 2], "talk.pptx", "deck-damaged", id="half a PowerPoint file"),
        pytest.param(pdf("One")[:200], "talk.pdf", "deck-damaged", id="half a PDF"),
        pytest.param(b"", "talk.pptx", "deck-damaged", id="an empty PowerPoint file"),
        pytest.param(b"", "talk.pdf", "deck-damaged", id="an empty PDF"),
        pytest.param(b"not a deck", "talk.pptx", "deck-damaged", id="a text called .pptx"),
        pytest.param(b"not a deck", "talk.pdf", "deck-damaged", id="a text called .pdf"),
        pytest.param(packed({"a.txt": "a"}), "talk.pptx", "deck-damaged", id="another archive"),
        pytest.param(packed(SPACES), "talk.pptx", "deck-bomb", id="a slide of 30 MB"),
        pytest.param(packed(ENTITIES), "talk.pptx", "deck-damaged", id="XML entities"),
        pytest.param(packed(ODD), "talk.pptx", "deck-damaged", id="an unknown encoding"),
        pytest.param(packed(BROKEN), "talk.pptx", "deck-damaged", id="XML that breaks off"),
        pytest.param(pptx(), "talk.pptx", "deck-damaged", id="a deck without slides"),
        pytest.param(packed(MISSING), "talk.pptx", "deck-damaged", id="a slide that is not there"),
    ],
)
def test_what_cannot_be_read_says_why(raw, name, code):
    assert refused(raw, name) == code


def test_a_picture_of_a_page_that_draws_without_end_is_left():
    """Forms that each draw the next one twice: 2 to the power of 30 drawings."""
    from slideshare.made import written

    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /MediaBox [0 0 960 540] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>",
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    for number in range(5, 36):
        form = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {number + 1} 0 R >> >>"
        objects.append(f"<< {form} /Length 11 >>\nstream\n/X Do /X Do\nendstream")
    objects.append("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 1 >>\nstream\n \nendstream")
    assert read(written(objects), "talk.pdf").blocks == ()


SEEDS = {
    "talk.pptx": pptx(slide(shape("a", link="rId7"), picture("P", "x")), links=[("rId7", "https://x.example")]),
    "talk.pdf": pdf("Our bread", "At dawn", uri="https://x.example"),
}


@given(st.sampled_from(sorted(SEEDS)), st.integers(0, 3000), st.integers(0, 40), st.binary(max_size=20))
def test_a_damaged_deck_is_read_or_refused(name, start, length, junk):
    raw = SEEDS[name]
    start %= len(raw)
    with contextlib.suppress(SourceError):
        draft = read(raw[:start] + junk + raw[start + length :], name)
        for block in draft.blocks:
            assert draft.source[block.span()] == block.text.replace("\n", " ")


def test_xml_without_its_declaration_is_read():
    members = {name: xml.removeprefix(HEAD) for name, xml in parts(slide(shape("a"))).items()}
    assert [block.text for block in read(packed(members)).blocks] == ["a"]
