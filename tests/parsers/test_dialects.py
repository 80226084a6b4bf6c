"""Markdown dialects: admonitions, containers, attributes, tables of contents, MDX; and what in them is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.invariants import content_faults
from smolint.parsers.markdown import read_markdown


def blocks(text: str, *, mdx: bool = False) -> list[tuple[str, str]]:
    content = read_markdown(text, mdx=mdx)
    assert content_faults(content, text) == []
    return [(block.kind, block.text.rstrip("\n")) for block in content.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("!!! note\n    Body\n", [("paragraph", "Body")], id="an admonition"),
        pytest.param(
            '!!! note "A title"\n    Body\n\nAfter', [("paragraph", "Body"), ("paragraph", "After")], id="with a title"
        ),
        pytest.param(
            "!!! note\n    Body\n\n    ```\n    code\n    ```\n",
            [("paragraph", "Body"), ("code", "code")],
            id="code in an admonition",
        ),
        pytest.param(
            "??? tip\n    A\n\n    !!! note\n        B\n", [("paragraph", "A"), ("paragraph", "B")], id="one in another"
        ),
        pytest.param("???+ tip\n    A\n", [("paragraph", "A")], id="one that is open"),
        pytest.param('=== "Tab"\n    text\n', [("paragraph", "text")], id="a tab"),
        pytest.param('===+ "Tab"\n    text\n', [("paragraph", "text")], id="a tab that is chosen"),
        pytest.param("> !!! note\n>     B\n", [("quote", "B")], id="an admonition in a quotation"),
        pytest.param("- !!! a\n", [("item", "!!! a")], id="exclamation marks in an item"),
        pytest.param("Wow !!! Great", [("paragraph", "Wow !!! Great")], id="exclamation marks in a sentence"),
        pytest.param("!!!\n\nText", [("paragraph", "!!!"), ("paragraph", "Text")], id="exclamation marks alone"),
        pytest.param("a === b", [("paragraph", "a === b")], id="equal signs"),
        pytest.param("Title\n===\n", [("heading", "Title")], id="equal signs that underline"),
    ],
)
def test_admonitions(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("::: tip Title\nBody\n:::\n", ["Body"], id="a container"),
        pytest.param(":::: a\n::: b\nBody\n:::\n::::\n", ["Body"], id="containers in one another"),
        pytest.param("[[toc]]\n\nText", ["Text"], id="a table of contents"),
        pytest.param("[TOC]\n\nText", ["Text"], id="a table of contents in capitals"),
        pytest.param("${toc}\n\nText", ["Text"], id="a table of contents as a variable"),
        pytest.param("Read the [toc] first", ["Read the [toc] first"], id="brackets in a sentence"),
        pytest.param("A paragraph\n{: .lead}\n", ["A paragraph"], id="attributes of a paragraph"),
        pytest.param("# A heading {#id .big}\n", ["A heading"], id="attributes of a heading"),
        pytest.param('<div markdown="1">\n*a*\n</div>', ["a"], id="Markdown in an element"),
        pytest.param("A smile {:-) here", ["A smile {:-) here"], id="a smile"),
        pytest.param("Note ::: this", ["Note ::: this"], id="colons in a sentence"),
    ],
)
def test_signs_that_are_no_text(text: str, expected: list[str]) -> None:
    assert [shown for _, shown in blocks(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('import a from "a"\nimport b from "b"\n\nText', ["Text"], id="imports"),
        pytest.param("export const meta = {\n  a: 1,\n}\n\nText", ["Text"], id="an export over several lines"),
        pytest.param("export your files\n", ["export your files"], id="a sentence that begins with export"),
        pytest.param("{/* hidden */}\n\nText", ["Text"], id="a comment"),
        pytest.param("Text {props.x} more", ["Text more"], id="an expression"),
        pytest.param("Write \\{this\\}", ["Write {this}"], id="escaped braces"),
        pytest.param("Write `{this}`", ["Write {this}"], id="braces in code"),
        pytest.param("```js\nimport a\n{x}\n```", ["import a\n{x}"], id="a code block"),
        pytest.param("<Note>\n\nInside\n\n</Note>", ["Inside"], id="a component around a paragraph"),
        pytest.param("<Note>\n    deep\n\n        code\n</Note>", ["deep", "code"], id="an indented body"),
        pytest.param("<Foo a={() => { x > 1 }}>b</Foo>", ["b"], id="a sign inside of braces"),
        pytest.param("<>a</>", ["a"], id="a fragment"),
        pytest.param("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"], id="signs of comparison"),
    ],
)
def test_mdx(text: str, expected: list[str]) -> None:
    assert [shown for _, shown in blocks(text, mdx=True)] == expected


@pytest.mark.parametrize("text", ["{props.x}", 'import a from "a"', "{/* a */}"])
def test_plain_markdown_knows_no_mdx(text: str) -> None:
    assert "".join(shown for _, shown in blocks(text)) == text


LINES = st.sampled_from(
    [
        "!!! note",
        "    text é",
        "        deep",
        "```",
        "    ```",
        "::: tip",
        ":::",
        "[[toc]]",
        "{: .a}",
        "<Note>",
        "</Note>",
        "",
        "word 🍞",
        '=== "Tab"',
        "> !!! a",
        ">     b",
        "{x",
        "y}",
        "export const a = 1",
        "- item",
        "???+ q",
        "\tx",
    ]
)


@given(st.lists(LINES, max_size=20), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_all_places_are_right(lines: list[str], mdx: bool, end: str) -> None:
    text = end.join(lines)
    assert content_faults(read_markdown(text, mdx=mdx), text) == []
