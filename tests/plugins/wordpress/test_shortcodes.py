"""Classic posts: shortcodes, captions, lone addresses, and brackets that are only brackets."""

import time

import pytest

from wordpress.made import FIXTURES, assert_exact, marked, post


def market():
    return post((FIXTURES / "marche-classique.html").read_text(encoding="utf-8"))


def shortcodes(text):
    draft = post(text)
    return marked(draft, [embed.span for embed in draft.content.embeds if embed.kind == "shortcode"])


def test_a_classic_post_is_read_as_its_readers_read_it():
    draft = market()
    assert [(block.kind, block.text) for block in draft.blocks] == [
        ("paragraph", "Le marché ouvre samedi [sic], voir la note [1] et le plan."),
        ("caption", "Le plan, dessiné par Zoé"),
        ("paragraph", "Voyez puis écrivez-nous."),
        ("paragraph", "Apportez un panier."),
        (
            "paragraph",
            "Pour insérer une galerie, tapez [[gallery]] ou [gallery]. [Mise à jour] Tout est complet […].",
        ),
    ]
    assert draft.content.comments == ()
    assert_exact(draft)


def test_a_caption_belongs_to_its_image():
    image = market().content.images[0]
    assert (image.target, image.alt, image.caption) == ("plan.png", "Plan du marché", "Le plan, dessiné par Zoé")


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        pytest.param('[caption id="a"]<img src="a.png"> A <b>loaf</b>[/caption]', "A loaf", id="behind the image"),
        pytest.param('[caption id="a" caption="A loaf"]<img src="a.png">[/caption]', "A loaf", id="as an attribute"),
        pytest.param('[caption caption="A <b>loaf</b>" id="a"]<img src="a.png">[/caption]', "A loaf", id="with tags"),
        pytest.param('[caption id="a"]<a href="b"><img src="a.png"></a>[/caption]', "", id="none"),
    ],
)
def test_where_captions_stand(text, caption):
    draft = post(text)
    assert [block.text for block in draft.blocks] == ([caption] if caption else [])
    assert [(image.target, image.caption) for image in draft.content.images] == [("a.png", caption)]
    assert_exact(draft)


def test_a_gallery_attaches_an_image_for_each_number():
    draft = market()
    images = [image for image in draft.content.images if image.kind == "shortcode"]
    assert [image.target for image in images] == ["attachment:7", "attachment:8", "attachment:9"]
    assert marked(draft, [image.span for image in images]) == ["7", "8", "9"]
    assert {image.alt for image in images} == {None}


def test_an_address_alone_on_its_line_is_an_embed_and_a_bare_link():
    draft = market()
    embed = next(embed for embed in draft.content.embeds if embed.kind == "embed")
    assert embed.url == "https://www.youtube.com/watch?v=abc"
    assert [link.kind for link in draft.content.links if link.url == embed.url] == ["bare"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He said so [sic] and left.", id="sic"),
        pytest.param("A note [1], and another [12].", id="note numbers"),
        pytest.param("It goes on […] and on [...].", id="omissions"),
        pytest.param("[Update] We are open again.", id="a label"),
        pytest.param("Type [[gallery]] to show one.", id="escaped"),
        pytest.param("<p>Use <code>[gallery ids='1']</code>.</p>", id="in inline code"),
        pytest.param("<pre>[caption]x[/caption]</pre>", id="in preformatted text"),
        pytest.param('<img alt="[gallery ids=1]" src="a.png">', id="in an attribute"),
        pytest.param("Salt [and/or] pepper.", id="and/or"),
        pytest.param("See [the plan](plan.html).", id="a Markdown link"),
        pytest.param("A film [video] of the market.", id="a plain word that is also a name"),
        pytest.param("An [ad hoc] plan for the [product owner].", id="remarks that begin with a known name"),
        pytest.param("See the [gist] of it.", id="a known name in a sentence"),
        pytest.param("[John said he would come]", id="a remark"),
        pytest.param("[see https://example.com/]", id="a remark with an address"),
        pytest.param("<!-- [gallery] --> Text", id="in a comment"),
    ],
)
def test_brackets_that_are_text_stay_text(text):
    assert shortcodes(text) == []


@pytest.mark.parametrize(
    ("text", "found", "prose"),
    [
        pytest.param("[gallery]", ["[gallery]"], [], id="well known"),
        pytest.param('a [box color="red"] b', ['[box color="red"]'], ["a b"], id="attributes"),
        pytest.param("[line /]", ["[line /]"], [], id="closes itself"),
        pytest.param("[note]Kept.[/note]", ["[note]Kept.[/note]"], ["Kept."], id="closing tag"),
        pytest.param("[embed]https://x.example/1[/embed]", ["[embed]https://x.example/1[/embed]"], [], id="an address"),
        pytest.param("[youtube https://youtu.be/1]", ["[youtube https://youtu.be/1]"], [], id="address as attribute"),
        pytest.param("[youtube=https://youtu.be/1]", ["[youtube=https://youtu.be/1]"], [], id="the oldest form"),
        pytest.param("[gallery ids=”1,2″]", ["[gallery ids=”1,2″]"], [], id="curly quotes"),
        pytest.param("[contact-form][contact-field label='Name'/][/contact-form]", None, [], id="a form"),
        pytest.param("[video]", ["[video]"], [], id="a word alone on its line"),
        pytest.param("[addtoany]", ["[addtoany]"], [], id="a sharing module"),
    ],
)
def test_shortcodes_are_embeds_and_never_prose(text, found, prose):
    if found is not None:
        assert shortcodes(text) == found
    assert [" ".join(block.text.split()) for block in post(text).blocks] == prose


@pytest.mark.parametrize(
    ("text", "url"),
    [
        pytest.param(
            "[embed width='5']https://x.example/1?a=1&amp;b=2[/embed]", "https://x.example/1?a=1&b=2", id="enclosed"
        ),
        pytest.param("[youtube https://youtu.be/1]", "https://youtu.be/1", id="numbered"),
        pytest.param('[video mp4="https://x.example/v.mp4"]', "https://x.example/v.mp4", id="named"),
        pytest.param("[gallery]", "", id="none"),
    ],
)
def test_the_address_of_a_shortcode(text, url):
    assert post(text).content.embeds[0].url == url


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://youtu.be/1", id="the whole text"),
        pytest.param("https://youtu.be/1\n\nText", id="first line"),
        pytest.param("Text\r\nhttps://youtu.be/1\r\nText", id="a line of its own"),
        pytest.param("<p>Text</p>\n<p>https://youtu.be/1</p>", id="a paragraph of its own"),
    ],
)
def test_a_lone_address_is_embedded(text):
    assert [(embed.kind, embed.url) for embed in post(text).content.embeds] == [("embed", "https://youtu.be/1")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("See https://youtu.be/1", id="within a line"),
        pytest.param('<a href="https://youtu.be/1">\nhttps://youtu.be/1</a> and more', id="within a sentence"),
        pytest.param("<pre>\nhttps://youtu.be/1\n</pre>", id="in code"),
        pytest.param("<!--\nhttps://youtu.be/1\n-->", id="in a comment"),
    ],
)
def test_other_addresses_are_not_embedded(text):
    assert post(text).content.embeds == ()


def test_what_a_code_shortcode_encloses_is_code():
    draft = post("[code lang='php']echo [gallery]; // no prose[/code]")
    assert [(block.kind, block.text) for block in draft.blocks] == [("code", "echo [gallery]; // no prose")]


def test_blank_lines_part_paragraphs():
    assert [block.text for block in post("[x /]One.\n\nTwo,\nstill two.\n\nThree.").blocks] == [
        "One.",
        "Two, still two.",
        "Three.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[a" * 20_000, id="never closed"),
        pytest.param("[a " + " " * 100_000, id="a long gap"),
        pytest.param("[note]" * 10_000 + "[/note]" * 10_000, id="deeply nested"),
        pytest.param("<!-- wp:group -->" * 5_000 + "<!-- /wp:group -->" * 5_000, id="nested blocks"),
        pytest.param("<!-- wp:a " * 20_000, id="comments never closed"),
        pytest.param("https://a.example\n" * 5_000, id="many addresses"),
    ],
)
def test_hostile_text_is_read_in_reasonable_time(text):
    start = time.perf_counter()
    post("[gallery]\n" + text)
    assert time.perf_counter() - start < 5
