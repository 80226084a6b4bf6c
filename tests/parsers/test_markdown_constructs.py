"""What each construct of Markdown becomes: kinds, structures, inline code, and what is never prose."""

from __future__ import annotations

import pytest

from smolint.parsers.markdown import read_markdown


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_markdown(text).blocks]


def case(name: str, text: str, *expected: tuple[str, str]) -> object:
    return pytest.param(text, list(expected), id=name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("underlined headings", "Title\n=====\n\nSub\n---\n", ("heading", "Title"), ("heading", "Sub")),
        case("closed headings", "# A #\n## B ##\n", ("heading", "A"), ("heading", "B")),
        case("a hashtag is no heading", "#bread is good", ("paragraph", "#bread is good")),
        case("markup inside a heading", "## Été — l’*hiver*", ("heading", "Été — l’hiver")),
        case("an escaped number starts no list", "1986\\. A year", ("paragraph", "1986. A year")),
        case("a heading in HTML that holds Markdown", '<div markdown="1">\n\n# H\n\n</div>', ("heading", "H")),
    ],
)
def test_headings(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("numbered", "1. a\n2. b\n\n   c", ("item", "a"), ("item", "b"), ("item", "c")),
        case("with plus signs", "+ a\n+ b", ("item", "a"), ("item", "b")),
        case("code in an item", "* a\n\n      x = 1\n", ("item", "a"), ("code", "x = 1\n")),
        case("tasks, without their boxes", "- [x] done\n- [ ] not yet", ("item", "done"), ("item", "not yet")),
        case("a paragraph and a list in an item", "- a\n\n  b\n\n  - c", ("item", "a"), ("item", "b"), ("item", "c")),
        case("a list in a quotation is quoted", "> - a\n> - b", ("quote", "a"), ("quote", "b")),
        case("a quotation in a list is quoted", "- > a", ("quote", "a")),
        case("a rule is no list", "* * *\n\na", ("paragraph", "a")),
    ],
)
def test_lists(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


def test_items_know_how_deep_they_stand() -> None:
    content = read_markdown("- a\n  - b\n    1. c\n- d")
    assert [block.level for block in content.blocks] == [1, 2, 3, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("nested", "> a\n>\n> > b\n\nc", ("quote", "a"), ("quote", "b"), ("paragraph", "c")),
        case("continued lazily", "> a\nb", ("quote", "a b")),
        case("with a heading", "> # H\n> a", ("quote", "H"), ("quote", "a")),
        case("with code", "> a\n>\n>     x\n", ("quote", "a"), ("code", "x\n")),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("cells", "a | b\n--|--\nc | d\n", ("cell", "a"), ("cell", "b"), ("cell", "c"), ("cell", "d")),
        case("an escaped bar", "|a|\n|-|\n|x \\| y|", ("cell", "a"), ("cell", "x | y")),
        case("empty cells", "|a|b|\n|-|-|\n||c|", ("cell", "a"), ("cell", "b"), ("cell", "c")),
        case("a bar in a sentence makes no table", "either a | or b", ("paragraph", "either a | or b")),
    ],
)
def test_tables(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "shown", "code"),
    [
        pytest.param("**bold**text __u__ *it*al", "boldtext u ital", [], id="emphasis"),
        pytest.param("~~a~~ b", "a b", [], id="struck text"),
        pytest.param("`a` ``b ` c`` d", "a b ` c d", ["a", "b ` c"], id="code spans"),
        pytest.param("a\\*b\\_c \\# d", "a*b_c # d", [], id="escapes"),
        pytest.param("a &hellip; &#233; &bogus;", "a … é &bogus;", [], id="references, known and not"),
        pytest.param("one\\\ntwo", "one\ntwo", [], id="a break by backslash"),
        pytest.param("one  \ntwo", "one\ntwo", [], id="a break by blanks"),
        pytest.param("Some *text\nbroken*", "Some text broken", [], id="emphasis over a line end"),
        pytest.param("a\u00a0b\u202f!", "a\u00a0b\u202f!", [], id="no-break spaces stay"),
        pytest.param("text<sup>2</sup>", "text2", [], id="inline HTML"),
        pytest.param("a<!-- more -->b", "ab", [], id="a comment inside"),
        pytest.param("a[^n]\n\n[^n]: note", "a", [], id="a footnote's mark"),
        pytest.param("[a][] and [b]\n\n[a]: /x\n[b]: /y", "a and b", [], id="reference links"),
        pytest.param("<https://x.fr> <a@b.fr>", "https://x.fr a@b.fr", [], id="automatic links"),
    ],
)
def test_inline_text(text: str, shown: str, code: list[str]) -> None:
    block = read_markdown(text).blocks[0]
    assert block.text == shown
    assert [block.text[start:end] for start, end in block.code] == code


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<!-- a note to myself -->", id="a comment"),
        pytest.param("<script>\nlet a = 1\n</script>", id="a script"),
        pytest.param("<style>p { }</style>", id="styles"),
        pytest.param("[a]: https://a.fr 'Titre'", id="a link's definition"),
        pytest.param("{% include share.html %}", id="an include"),
        pytest.param('{{< figure src="a.png" >}}', id="a shortcode"),
        pytest.param("{% comment %}\ndit\n{% endcomment %}", id="a template comment"),
        pytest.param("{: .class}", id="a block's attributes"),
        pytest.param("[[_TOC_]]", id="a table of contents"),
        pytest.param("---", id="a rule"),
        pytest.param("[![alt](i.png)](https://a.fr)", id="an image that leads somewhere"),
    ],
)
def test_nothing_to_read(text: str) -> None:
    assert blocks(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("```js\nx\n```", "x\n", id="fenced"),
        pytest.param("~~~\nx\n~~~", "x\n", id="fenced with tildes"),
        pytest.param("```\nx", "x", id="never closed"),
        pytest.param("    x\n", "x\n", id="indented"),
        pytest.param("\tx", "x", id="indented by a tab"),
        pytest.param("{{< highlight go >}}\nx\n{{< /highlight >}}", "x", id="highlighted by a shortcode"),
        pytest.param("<pre><code>x</code></pre>", "x", id="in HTML"),
    ],
)
def test_code_is_never_prose(text: str, code: str) -> None:
    assert blocks(text) == [("code", code)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_make_no_difference(end: str) -> None:
    text = end.join(["# A", "", "b", "c", "", "- d", ""])
    assert blocks(text) == [("heading", "A"), ("paragraph", "b c"), ("item", "d")]


def test_a_comment_is_kept_for_who_looks_for_it() -> None:
    text = "a\n\n<!-- smolint: disable=image -->\n\nb {% comment %}c{% endcomment %}"
    assert [(comment.text.strip(), text[slice(*comment.span)]) for comment in read_markdown(text).comments] == [
        ("smolint: disable=image", "<!-- smolint: disable=image -->"),
        ("c", "{% comment %}c{% endcomment %}"),
    ]


def test_a_footnote_knows_that_it_is_one() -> None:
    (text, note) = read_markdown("a[^1]\n\n[^1]: b *c*\n    d").blocks
    assert (text.within, note.within, note.text) == ((), ("footnote",), "b c d")


def test_a_list_of_links_is_told_from_a_list() -> None:
    links, mixed = read_markdown("- [a](/a)\n\n<!-- -->\n\n- [b](/b) is good").blocks
    assert "link-list" in links.within
    assert "link-list" not in mixed.within


def test_an_admonition_inside_of_html_shows_no_sign_of_its_own() -> None:
    assert blocks("<note>\n!!! tip\n    texte é") == [("paragraph", "texte é")]
