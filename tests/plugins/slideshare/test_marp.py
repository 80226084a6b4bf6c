"""Marp decks: where one slide ends and the next one begins."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.host import installed_host
from smolint.source import Source

PARSER = next(parser for parser in installed_host().parsers if parser.name == "marp")
HEAD = "---\nmarp: true\n---\n"


def read(text):
    (draft,) = PARSER.parse(Source("talk.md", text))
    return draft


def slides(draft):
    return [draft.source[embed.span] for embed in draft.content.embeds if embed.kind == "slide"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("---\nmarp: true\n---\n", True, id="alone"),
        pytest.param("---\r\ntitle: A\r\nmarp: true\r\n---\r\n", True, id="after a title, line ends of Windows"),
        pytest.param("---\rmarp: true\r---\r", True, id="lone carriage returns"),
        pytest.param("---\nmarp: true # slides\n---\n", True, id="a comment behind it"),
        pytest.param("---\nmarp: True\n---\n", True, id="a capital letter"),
        pytest.param("---\nmarp: false\n---\n", False, id="switched off"),
        pytest.param("---\nmarp: 'true'\n---\n", False, id="a text that says true"),
        pytest.param("---\n# marp: true\n---\n", False, id="commented out"),
        pytest.param("---\ntitle: A\n---\nmarp: true\n", False, id="below the front matter"),
        pytest.param("---\nmarp:true\n---\n", False, id="no space, so no key"),
        pytest.param("Write `marp: true` on top.\n", False, id="a text about Marp"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_what_is_a_marp_deck(head, expected):
    assert PARSER.sniff(head) is expected


@pytest.mark.parametrize("unit", ["\r\n", "\r", "a: b\r\n", "marp: true \t"], ids=repr)
def test_looking_for_marp_takes_linear_time(unit):
    began = time.perf_counter()
    assert not PARSER.sniff("---\nmarp:\n" + unit * (4096 // len(unit)))
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("# A\n\n---\n\n# B\n", ["# A", "# B"], id="blank lines around the ruler"),
        pytest.param("# A\n---\n# B\n", ["# A", "# B"], id="right under a heading"),
        pytest.param("```\na\n```\n---\nb", ["```\na\n```", "b"], id="right under code"),
        pytest.param("<!-- class: lead -->\n---\nb", ["<!-- class: lead -->", "b"], id="right under a comment"),
        pytest.param("a\n \t\n---\nb", ["a", "b"], id="a line of blanks before it"),
        pytest.param("a\n\n - - -\n\nb", ["a", "b"], id="hyphens apart, indented"),
        pytest.param("a\n***\nb\n___\nc", ["a", "b", "c"], id="asterisks and underscores under text"),
        pytest.param("a\r\n\r\n---\r\n\r\nb", ["a", "b"], id="line ends of Windows"),
        pytest.param("a\r\r---\r\rb", ["a", "b"], id="lone carriage returns"),
        pytest.param("été 🍞\n\n---\n\nhiver", ["été 🍞", "hiver"], id="letters of several bytes before it"),
        pytest.param("a\n\n---\n\n---\n\nb", ["a", "", "b"], id="an empty slide"),
        pytest.param("a\n---\nb", ["a\n---\nb"], id="a heading that hyphens underline"),
        pytest.param("````\n```\n\n---\n\n```\n````\n", ["````\n```\n\n---\n\n```\n````"], id="in code about code"),
        pytest.param("    a\n\n    ---\n", ["a\n\n    ---"], id="in indented code"),
        pytest.param("- a\n\n  ---\n\n- b", ["- a\n\n  ---\n\n- b"], id="in an item"),
        pytest.param("> a\n>\n> ---\n>\n> b", ["> a\n>\n> ---\n>\n> b"], id="in a quotation"),
        pytest.param("| a |\n|---|\n| b |", ["| a |\n|---|\n| b |"], id="in a table"),
        pytest.param("", [""], id="nothing at all"),
    ],
)
def test_where_slides_end(body, expected):
    assert slides(read(HEAD + body)) == expected


@pytest.mark.parametrize(
    ("divider", "body", "expected"),
    [
        pytest.param("1", "# A\n\na\n\n# B\n", ["# A\n\na", "# B"], id="the highest level"),
        pytest.param("2", "# A\n## B\n### C\n## D", ["# A", "## B\n### C", "## D"], id="down to a level"),
        pytest.param("[1, 3]", "# A\n## B\n### C", ["# A\n## B", "### C"], id="levels of a list"),
        pytest.param("2", "a\n\n## B\n", ["a", "## B"], id="text before the first heading"),
        pytest.param("1", "# A\n\n---\n\n# B\n", ["# A", "# B"], id="a ruler just before a heading makes one slide"),
        pytest.param("1", "> # A\n\n- # B", ["> # A\n\n- # B"], id="headings inside of something"),
        pytest.param("none", "# A\n\n# B", ["# A\n\n# B"], id="a value that means nothing"),
        pytest.param("99", "# A\n\n# B", ["# A\n\n# B"], id="a level that does not exist"),
    ],
)
def test_headings_that_begin_slides(divider, body, expected):
    draft = read(f"---\nmarp: true\nheadingDivider: {divider}\n---\n{body}")
    assert slides(draft) == expected


def test_blocks_know_their_slide():
    draft = read(HEAD + "# Bread\nAt dawn\n\n---\n\n- flour\n- salt\n\n---\n\n```\nbake()\n```\n")
    assert [(block.level, block.kind, block.text.strip()) for block in draft.blocks] == [
        (1, "heading", "Bread"),
        (1, "paragraph", "At dawn"),
        (2, "item", "flour"),
        (2, "item", "salt"),
        (3, "code", "bake()"),
    ]
    assert all(block.within[0] == "slide" for block in draft.blocks)
    assert draft.format == "deck"


def test_images_and_links_of_a_slide_stay():
    draft = read(HEAD + "![bg left](oven.jpg)\n\n---\n\n[Our shop](https://bakery.example)\n")
    assert [image.target for image in draft.content.images] == ["oven.jpg"]
    assert [link.url for link in draft.content.links] == ["https://bakery.example"]


PARTS = st.sampled_from(
    ["# A\n", "text é\n", "\n", "---\n", "***\n", "```\n", "> ", "- ", "    ", "\r", "\r\n", "🍞", "\ud800", "<!-- x\n"]
)


@given(st.lists(PARTS, max_size=30).map("".join), st.sampled_from(["1", "3", "[2]", "x"]))
def test_slides_hold_all_text_in_order(body, divider):
    draft = read(f"---\nmarp: true\nheadingDivider: {divider}\n---\n{body}")
    places = [embed.span for embed in draft.content.embeds if embed.kind == "slide"]
    assert places
    done = draft.body_span.start
    for place in places:
        assert done <= place.start <= place.end <= draft.body_span.end
        assert not draft.source.text[done : place.start].strip(" \t\r\n-*>")
        done = place.end
    for block in draft.blocks:
        assert 1 <= block.level <= len(places)
