"""Plain texts taken apart: paragraphs, items, addresses; the post itself stays as it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.invariants import content_faults, draft_faults
from smolint.draft import Content
from smolint.parsers.markdown import read_markdown
from smolint.parsers.merge import merged
from smolint.parsers.remap import remap
from smolint.parsers.text import parse_text, read_text
from smolint.source import Piece, Source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One\nstill one", [("paragraph", "One\nstill one")], id="lines of one paragraph"),
        pytest.param("One\n\nTwo", [("paragraph", "One"), ("paragraph", "Two")], id="a blank line"),
        pytest.param("One\n \t\nTwo", [("paragraph", "One"), ("paragraph", "Two")], id="a line of blanks"),
        pytest.param("One\r\n\r\nTwo", [("paragraph", "One"), ("paragraph", "Two")], id="line ends of Windows"),
        pytest.param("One\r\rTwo", [("paragraph", "One"), ("paragraph", "Two")], id="lone carriage returns"),
        pytest.param("We bake:\n- a\n- b", [("paragraph", "We bake:"), ("item", "a"), ("item", "b")], id="a list"),
        pytest.param("- a\n  more\n- b", [("item", "a\n  more"), ("item", "b")], id="an item of two lines"),
        pytest.param("1) a\n12. b", [("item", "a"), ("item", "b")], id="numbers"),
        pytest.param("• a\n‣ b", [("item", "a"), ("item", "b")], id="bullets"),
        pytest.param("— Oui.\n— Non.", [("item", "Oui."), ("item", "Non.")], id="a dialogue"),
        pytest.param("2024. A year", [("paragraph", "2024. A year")], id="a year is no item's number"),
        pytest.param("-5 degrees", [("paragraph", "-5 degrees")], id="a number below zero"),
        pytest.param("*bold* text", [("paragraph", "*bold* text")], id="asterisks without a space"),
        pytest.param("-\n", [("paragraph", "-")], id="a hyphen alone"),
        pytest.param("  One  \n", [("paragraph", "One")], id="blanks around"),
        pytest.param("# Not a heading", [("paragraph", "# Not a heading")], id="signs of Markdown are text"),
        pytest.param(" \n\n", [], id="nothing to read"),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    content = read_text(text)
    assert [(block.kind, block.text) for block in content.blocks] == expected
    assert content_faults(content, text) == []


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        pytest.param("See https://a.example/b.", ["https://a.example/b"], id="a full stop behind it"),
        pytest.param("(https://a.example/b)", ["https://a.example/b"], id="brackets around it"),
        pytest.param("https://a.example/b_(c)", ["https://a.example/b_(c)"], id="brackets in it"),
        pytest.param("http://a.example, https://b.example", ["http://a.example", "https://b.example"], id="two"),
        pytest.param("[a](https://a.example)", ["https://a.example"], id="Markdown is text"),
        pytest.param("hello@a.example", [], id="an address of mail"),
        pytest.param("No address here.", [], id="none"),
    ],
)
def test_addresses(text: str, urls: list[str]) -> None:
    links = read_text(f"é {text}").links
    assert [link.url for link in links] == urls
    assert all(link.kind == "bare" and f"é {text}"[slice(*link.span)] == link.url for link in links)


PARTS = st.sampled_from(
    ["a", "é 🍞", "\n", "\r\n", "\r", " ", "- ", "1. ", "• ", "https://a.fr/b", ".", "\t", "\u2028"]
)
TEXTS = st.lists(PARTS, max_size=20).map("".join)


@given(TEXTS)
def test_the_post_is_the_text_itself_with_its_line_ends_made_alike(text: str) -> None:
    (draft,) = parse_text(Source("post.txt", text))
    assert draft_faults(draft) == []
    assert draft.post is not None
    assert draft.post.text == text.strip().replace("\r\n", "\n").replace("\r", "\n")
    visible = "".join("".join(block.text.split()) for block in draft.blocks)
    assert set(visible) <= set(text)


@given(TEXTS, st.text("x \n", max_size=5), st.text("x \n", max_size=5))
def test_a_part_of_a_text_reads_like_the_text_itself(text: str, before: str, after: str) -> None:
    whole = f"{before}\n\n{text}\n\n{after}"
    start = len(before) + 2
    part, alone = read_text(whole, start, start + len(text)), read_text(text)
    assert [(block.kind, block.text) for block in part.blocks] == [(block.kind, block.text) for block in alone.blocks]
    assert [block.span().start - start for block in part.blocks] == [block.span().start for block in alone.blocks]
    assert [link.url for link in part.links] == [link.url for link in alone.links]


SAMPLE = '# Été\n\nSee [us](https://a.example "t") and ![a loaf](b.png).\n\n{% youtube abc %}\n\n<!-- later -->\n'


@given(st.integers(0, 30))
def test_content_moves_with_its_text(shift: int) -> None:
    content = read_markdown(SAMPLE)
    moved = remap(content, (Piece(0, len(SAMPLE), shift, shift + len(SAMPLE)),))
    assert content_faults(moved, " " * shift + SAMPLE) == []
    for name in ("links", "images", "embeds", "comments"):
        for before, after in zip(getattr(content, name), getattr(moved, name), strict=True):
            assert after.span == (before.span.start + shift, before.span.end + shift)


def test_contents_come_together_in_the_order_of_their_places() -> None:
    content = read_markdown(SAMPLE)
    half = SAMPLE.index("{%")
    first, second = read_markdown(SAMPLE, 0, half), read_markdown(SAMPLE, half)
    assert merged(second, Content(), first) == content
    assert merged(content, Content()) is content
    assert merged() == Content()
