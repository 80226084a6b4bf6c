"""Exports: drafts, fields and places, from whole files and from broken ones."""

import pytest

from smolint.errors import SourceError
from wordpress.made import FIXTURES, HEAD, assert_exact, export, item, marked, stream


def bakery():
    path = FIXTURES / "boulangerie.wxr.xml"
    return stream(path.read_bytes(), path.name)


def test_posts_and_pages_are_drafts_and_nothing_else_is():
    drafts = bakery()
    assert [(draft.index, draft.format, draft.title.text) for draft in drafts] == [
        (0, "wxr", "Tom & le levain d’hiver"),
        (1, "wxr", "Les horaires & l’été"),
        (2, "wxr", "Une recette"),
        (3, "wxr", "À propos"),
    ]
    assert {draft.declared_language for draft in drafts} == {"fr"}


def test_the_fields_of_a_post():
    draft = bakery()[0]
    values = {name: field.value for name, field in draft.fields}
    assert values == {
        "title": "Tom &amp; le levain d&#8217;hiver",
        "slug": "levain-hiver",
        "status": "publish",
        "post-type": "post",
        "excerpt": "Pourquoi le levain dort en hiver.",
        "comment-status": "open",
        "link": "https://fournil.example/levain-hiver/",
        "author": "emile",
        "date": "2024-01-15T09:30:00",
        "categories": ["Pain"],
        "tags": ["levain", "hiver"],
        "featured-image": "https://fournil.example/wp-content/uploads/levain.jpg",
        "_yoast_wpseo_metadesc": "Le levain d’hiver, pas à pas.",
        "description": "Le levain d’hiver, pas à pas.",
        "_yoast_wpseo_title": "%%title%% %%sep%% %%sitename%%",
    }


def test_fields_are_marked_in_the_file():
    draft = bakery()[0]
    slug, tags = draft.field("slug"), draft.field("tags")
    assert draft.source[slug.span] == "levain-hiver"
    assert draft.source[slug.key_span] == "wp:post_name"
    assert draft.source.position(slug.span.start) == (56, 26)
    assert marked(draft, [child.span for _, child in tags.children]) == ["levain", "hiver"]


def test_a_featured_image_is_looked_up_among_the_attachments():
    first, second = (draft.content.images[0] for draft in bakery()[:2])
    assert (first.role, first.target, first.alt) == (
        "featured",
        "https://fournil.example/wp-content/uploads/levain.jpg",
        "Un levain qui bulle",
    )
    assert (second.role, second.target, second.alt) == ("featured", "attachment:99", None)


def test_a_body_in_cdata_is_read_across_its_cuts():
    blocks = bakery()[0].blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("paragraph", "Le pain d’hiver lève lentement."),
        ("caption", "Le levain, un matin de gel"),
        ("code", "$a[0]]]> 1"),
    ]


def test_an_escaped_body_is_read_through_its_entities():
    draft = bakery()[1]
    texts = [block.text for block in draft.blocks]
    assert texts == ["Nous ouvrons à six heures, chère Zoé 🥖.", "Et vous ?"]
    start = texts[0].index("six heures")
    assert draft.source[draft.blocks[0].span(start, start + len("six heures"))] == "six heures"
    assert [image.target for image in draft.content.images[1:]] == ["attachment:7", "attachment:8"]


def test_a_draft_without_a_date_takes_that_of_its_feed_entry():
    assert bakery()[1].field("date").value == "2013-07-02T06:00:00+00:00"


def test_places_are_those_of_the_file():
    whole = (FIXTURES / "boulangerie.wxr.xml").read_text(encoding="utf-8")
    for draft in bakery():
        assert_exact(draft, whole)


def test_a_broken_item_costs_only_itself():
    path = FIXTURES / "broken.wxr.xml"
    drafts = stream(path.read_bytes(), path.name)
    read = [draft.title.text for draft in drafts if draft.format == "wxr"]
    broken = [
        (draft.source.position(draft.problems[0].span.start), draft.problems[0].values["reason"])
        for draft in drafts
        if draft.problems
    ]
    assert read == ["Salt & flour", "A good one", "After it", "Space \xa0 between"]
    assert broken == [
        ((6, 15), "not well-formed (invalid token)"),
        ((17, 2), "the item is never closed"),
        ((30, 16), "undefined entity"),
        ((34, 2), "the item is never closed"),
    ]
    assert [draft.index for draft in drafts] == list(range(6))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("Salt & flour", "Salt & flour", id="a bare ampersand"),
        pytest.param("Salt\x0b\x08flour", "Salt\x0b\x08flour", id="control characters"),
        pytest.param("Caf&eacute;", "Café", id="an entity of HTML"),
    ],
)
def test_wrong_characters_are_reported_and_the_post_is_read(title, text):
    whole = export(item(title, f"<![CDATA[<p>Un {title}.</p>]]>"))
    draft = stream(whole)[0]
    assert (draft.format, draft.title.text, len(draft.problems)) == ("wxr", text, 1)
    assert draft.source.position(draft.problems[0].span.start).line == 6
    assert_exact(draft, whole)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        pytest.param(item(title="a \x0b b", kind="nav_menu_item"), "invalid token", id="a control character"),
        pytest.param(item(title="<b>a"), "mismatched tag", id="tags that do not match"),
        pytest.param(item(body="<![CDATA[open"), "never closed", id="a section that never ends"),
        pytest.param(item().replace("</item>", ""), "never closed", id="an item that never ends"),
        pytest.param(item(title="<!-- open"), "never closed", id="a comment that never ends"),
    ],
)
def test_the_items_after_a_broken_one_are_read(broken, reason):
    drafts = stream(export(item("One"), broken, item("Two"), item("Three")))
    assert [draft.title.text for draft in drafts if draft.format == "wxr"] == ["One", "Two", "Three"]
    assert [reason in draft.problems[0].values["reason"] for draft in drafts if draft.problems] == [True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(export(item(status="trash")), id="in the trash"),
        pytest.param(export(item(status="auto-draft")), id="never saved"),
        pytest.param(export(item(kind="revision", status="inherit")), id="a revision"),
        pytest.param(export(item(kind="wp_template")), id="a template"),
        pytest.param(export(item(body="<![CDATA[ \n ]]>")), id="a blank body"),
        pytest.param(export(), id="no items"),
        pytest.param("", id="an empty file"),
        pytest.param("\0\1\2 not XML at all <<<>>>", id="no XML"),
        pytest.param(export("<!-- " + item() + " -->"), id="in a comment"),
        pytest.param(export("<wp:x><![CDATA[" + "<item> " * 9 + "]]></wp:x>"), id="in a CDATA section"),
    ],
)
def test_what_is_no_draft_is_passed_over(text):
    assert stream(text) == []


@pytest.mark.parametrize(
    "doctype",
    [
        pytest.param('<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', id="a bomb"),
        pytest.param('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', id="an outside file"),
        pytest.param('<!DOCTYPE rss [\n<!ENTITY % p SYSTEM "http://x.example/p">]>', id="a parameter entity"),
    ],
)
def test_declared_entities_are_refused(doctype):
    text = export(item(title="&a;")).replace("<rss", doctype + "\n<rss", 1)
    with pytest.raises(SourceError) as refused:
        stream(text)
    assert refused.value.code == "xml-entity"
    assert refused.value.line in (2, 3)


def test_a_harmless_document_type_is_passed_over():
    text = export(item()).replace("<rss", '<!DOCTYPE rss SYSTEM "rss.dtd">\n<rss', 1)
    assert [draft.format for draft in stream(text)] == ["wxr"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_declared_encoding_is_obeyed(encoding):
    declared = encoding.removesuffix("-sig")
    text = export(item("Été", "<![CDATA[<p>Où ça ?</p>]]>")).replace("UTF-8", declared)
    draft = stream(text.encode(encoding))[0]
    assert (draft.title.text, draft.blocks[0].text) == ("Été", "Où ça ?")
    assert_exact(draft, text)


def test_an_unknown_encoding_is_taken_for_utf_8():
    text = export(item("Été")).replace("UTF-8", "rot13")
    assert stream(text)[0].title.text == "Été"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_places_hold_for_every_line_end(end):
    text = export(item("One"), item("Two", "<![CDATA[<p>a</p>\n\n<p>b c</p>]]>")).replace("\n", end)
    for draft in stream(text):
        assert_exact(draft, text)


@pytest.mark.parametrize(
    ("key", "value", "name"),
    [
        pytest.param("_yoast_wpseo_focuskw", "levain", "keyphrase", id="Yoast's keyphrase"),
        pytest.param("rank_math_description", "Un levain.", "description", id="Rank Math's description"),
        pytest.param("rank_math_title", "Levain", "seo-title", id="Rank Math's title"),
    ],
)
def test_seo_plugins_speak_through_common_names(key, value, name):
    meta = f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>\n"
    draft = stream(export(item(more=meta)))[0]
    assert draft.field(name).value == draft.field(key).value == value


@pytest.mark.parametrize("value", ["%%title%% %%sitename%%", "%title% %sep%"])
def test_a_template_of_an_seo_plugin_is_no_title(value):
    meta = (
        f"<wp:postmeta><wp:meta_key>rank_math_title</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>\n"
    )
    assert stream(export(item(more=meta)))[0].field("seo-title") is None


def test_an_address_at_the_very_start_of_a_body_is_embedded():
    draft = stream(export(item(body="<![CDATA[https://youtu.be/1]]>")))[0]
    assert marked(draft, [embed.span for embed in draft.content.embeds]) == ["https://youtu.be/1"]


def test_html_that_was_never_escaped_is_read_all_the_same():
    draft = stream(export(item(body="<p>Plain <em>tags</em>.</p>")))[0]
    assert [block.text for block in draft.blocks] == ["Plain tags."]


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        pytest.param(export(item("Salt & flour")).encode(), "xml-ampersand", (6, 13), id="a bare ampersand"),
        pytest.param(export(item("Caf&eacute;")).encode(), "xml-unknown-entity", (6, 11), id="an entity of HTML"),
        pytest.param(export(item("Salt \x0b")).encode(), "xml-control", (6, 13), id="a control character"),
        pytest.param(export(item("<b>Salt")).encode(), "xml-tag", (6, 17), id="tags that do not match"),
        pytest.param(
            export(item("Café")).encode("cp1252"), "xml-encoding", (6, 11), id="Windows-1252 said to be UTF-8"
        ),
        pytest.param((HEAD + item()).encode(), "xml-cut", (11, 1), id="an export that stops between two posts"),
        pytest.param((HEAD + item()[:-9]).encode(), "xml-unclosed", (5, 1), id="an export that stops within a post"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(raw, code, place):
    (draft,) = [draft for draft in stream(raw) if draft.problems]
    (problem,) = draft.problems
    assert (problem.values["code"], draft.source.position(problem.span.start)) == (code, place)


def test_an_encoding_that_is_declared_is_read():
    text = export(item("Café")).replace("UTF-8", "ISO-8859-1")
    (draft,) = stream(text.encode("latin-1"))
    assert (draft.title.text, draft.problems) == ("Café", ())


def test_a_page_says_that_it_is_one():
    assert stream(export(item(kind="page")))[0].field("post-type").value == "page"
