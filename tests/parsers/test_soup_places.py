"""The BeautifulSoup tree: it can be queried as any other, and its tags and strings know their places."""

from __future__ import annotations

import pytest
from bs4 import Comment
from hypothesis import given
from hypothesis import strategies as st

from smolint.parsers.soup import attribute_span, soup, string_pieces, tag_span

TEXT = (
    "<div class='a b'><p id=\"x\">Caf&eacute; &amp; pain</p><!-- note --><img src=a.png alt=''>"
    '<a href="?a=1&amp;b=2">lien</a></div>'
)


def test_queries_work_as_in_any_soup() -> None:
    tree = soup(TEXT)
    assert [tag.name for tag in tree.select("div.a > *")] == ["p", "img", "a"]
    assert tree.p is not None
    assert tree.p.get_text() == "Café & pain"
    assert tree.select_one("a[href]")["href"] == "?a=1&b=2"  # type: ignore[index]


@pytest.mark.parametrize(
    ("query", "written"),
    [
        pytest.param("div", "<div class='a b'>", id="a container"),
        pytest.param("p", '<p id="x">', id="a paragraph"),
        pytest.param("img", "<img src=a.png alt=''>", id="an empty element"),
    ],
)
def test_a_tag_knows_where_it_begins(query: str, written: str) -> None:
    tag = soup(TEXT).select_one(query)
    assert tag is not None
    assert TEXT[slice(*tag_span(tag))] == written


@pytest.mark.parametrize(
    ("query", "name", "written"),
    [
        pytest.param("div", "class", "a b", id="in single quotes"),
        pytest.param("img", "src", "a.png", id="without quotes"),
        pytest.param("img", "alt", "", id="empty"),
        pytest.param("a", "href", "?a=1&amp;b=2", id="as it is written"),
    ],
)
def test_an_attribute_knows_its_place(query: str, name: str, written: str) -> None:
    tag = soup(TEXT).select_one(query)
    assert tag is not None
    span = attribute_span(tag, name)
    assert span is not None
    assert TEXT[slice(*span)] == written


def test_an_attribute_that_is_not_there_has_no_place() -> None:
    tag = soup(TEXT).p
    assert tag is not None
    assert attribute_span(tag, "title") is None


def test_a_string_leads_back_through_its_references() -> None:
    tag = soup(TEXT).p
    assert tag is not None
    assert tag.string is not None
    pieces = string_pieces(tag.string)
    assert [TEXT[piece.source_start : piece.source_end] for piece in pieces] == [
        "Caf",
        "&eacute;",
        " ",
        "&amp;",
        " pain",
    ]
    assert pieces[-1].end == len(tag.string)


def test_comments_are_kept() -> None:
    (comment,) = soup(TEXT).find_all(string=lambda string: isinstance(string, Comment))
    assert comment == " note "


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "a ", "&eacute;", "<br>", "é", "<", "&", "\n"])))
def test_strings_are_what_the_source_says(parts: list[str]) -> None:
    text = "".join(parts)
    # bs4 folds strings that are nothing but white space.
    for string in filter(str.strip, soup(text).find_all(string=True)):
        for piece in string_pieces(string):
            written = text[piece.source_start : piece.source_end]
            assert string[piece.start : piece.end] == written or written.startswith("&")
