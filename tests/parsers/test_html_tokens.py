"""The tokens of HTML: every character belongs to one, attributes are found with their places, nothing takes long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.parsers.html_tokens import attribute_value, attributes, tokens


def cut(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.value) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<p>a</p>", [("start", "p"), ("text", "a"), ("end", "p")], id="an element"),
        pytest.param("<BR/>", [("start", "br")], id="an empty element in capitals"),
        pytest.param("a &amp; b", [("text", "a "), ("reference", "&"), ("text", " b")], id="a reference"),
        pytest.param("&eacute;&#233;&#xE9;", [("reference", "é")] * 3, id="three ways to write one letter"),
        pytest.param("AT&T", [("text", "AT"), ("reference", "&T")], id="a bare ampersand"),
        pytest.param("1 < 2", [("text", "1 "), ("text", "<"), ("text", " 2")], id="a bare sign"),
        pytest.param("<!-- a > b -->", [("comment", " a > b ")], id="a comment"),
        pytest.param("<!-- a", [("comment", " a")], id="a comment never closed"),
        pytest.param("<script>a<b</script>", [("start", "script"), ("raw", "a<b"), ("end", "script")], id="a script"),
        pytest.param("<script>a", [("start", "script"), ("raw", "a")], id="a script never closed"),
        pytest.param("<![CDATA[a<b]]>", [("cdata", "a<b")], id="character data"),
        pytest.param('<a b="c>d">', [("start", "a")], id="a sign in quotes"),
    ],
)
def test_tokens(text: str, expected: list[tuple[str, str]]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        pytest.param("<a href=\"u\" title='t'>", {"href": "u", "title": "t"}, id="both quotes"),
        pytest.param("<a href=u title=t>", {"href": "u", "title": "t"}, id="no quotes"),
        pytest.param("<a HREF = 'u'>", {"href": "u"}, id="capitals and blanks"),
        pytest.param("<input disabled>", {"disabled": ""}, id="no value"),
        pytest.param('<a href="">', {"href": ""}, id="an empty value"),
        pytest.param('<a href="?a=1&amp;b=2">', {"href": "?a=1&b=2"}, id="a reference in a value"),
        pytest.param('<a href="?a=1&copy=2">', {"href": "?a=1&copy=2"}, id="a parameter is no reference"),
        pytest.param('<a\n  href="u"\n>', {"href": "u"}, id="over several lines"),
        pytest.param("<a>", {}, id="none"),
    ],
)
def test_attributes(tag: str, expected: dict[str, str]) -> None:
    found = attributes(tag, 0, len(tag))
    assert {attribute.name: attribute_value(tag, attribute.span) for attribute in found} == expected


def test_the_place_of_a_value_is_inside_its_quotes() -> None:
    tag = '<img alt="Du « pain »" src=a.png>'
    places = {one.name: tag[slice(*one.span)] for one in attributes(tag, 0, len(tag))}
    assert places == {"alt": "Du « pain »", "src": "a.png"}


_PARTS = st.lists(
    st.sampled_from(["<p>", "</p>", "<a href='x'>", "a", " é ", "&amp;", "&", "<", ">", "<!--", "-->", '"', "'", "="])
)


@given(_PARTS)
def test_every_character_belongs_to_one_token(parts: list[str]) -> None:
    text = "".join(parts)
    done = 0
    for token in tokens(text):
        assert token.start == done < token.end
        done = token.end
    assert done == len(text)


@given(_PARTS, st.integers(0, 9))
def test_a_part_of_a_text_is_cut_as_if_it_stood_alone(parts: list[str], before: int) -> None:
    text = "".join(parts)
    alone = [(token.kind, token.value, token.start + before, token.end + before) for token in tokens(text)]
    assert [tuple(token) for token in tokens("x" * before + text, before)] == alone
