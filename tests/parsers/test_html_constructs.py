"""What HTML becomes: blocks, their languages, what readers never see, and how broken markup is read."""

from __future__ import annotations

import pytest

from smolint.parsers.html import is_page, page_head, read_html


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_html(text).blocks]


def case(name: str, text: str, *expected: tuple[str, str]) -> object:
    return pytest.param(text, list(expected), id=name)


def paragraph(text: str) -> tuple[str, str]:
    return ("paragraph", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("headings", "<h1>T</h1><h2>U</h2>", ("heading", "T"), ("heading", "U")),
        case("capital letters in tags", "<H1>T</H1>", ("heading", "T")),
        case("nested lists", "<ul><li>a<ul><li>b</li></ul></li></ul>", ("item", "a"), ("item", "b")),
        case("a quotation", "<blockquote>q<p>r</p></blockquote>", ("quote", "q"), ("quote", "r")),
        case("terms", "<dl><dt>t</dt><dd>d</dd></dl>", ("term", "t"), paragraph("d")),
        case("a summary", "<details><summary>s</summary>b</details>", ("term", "s"), paragraph("b")),
        case("preformatted text", "<pre>x\n y</pre>", ("code", "x\n y")),
        case("boxes in boxes", "<div>a<div>b</div>c</div>", paragraph("a"), paragraph("b"), paragraph("c")),
        case("a figure", "<figure><img src=i><figcaption>c</figcaption></figure>", ("caption", "c")),
        case(
            "a table with its caption",
            "<table><caption>c</caption><tr><th>h</th></tr><tr><td>d</td></tr></table>",
            ("caption", "c"), ("cell", "h"), ("cell", "d"),
        ),
        case("blank lines part classic posts", "a\n\nb\r\n\r\nc", paragraph("a"), paragraph("b"), paragraph("c")),
    ],
)  # fmt: skip
def test_structure(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("  a \n b  ", "a b", id="white space is folded"),
        pytest.param("a<br>b<br/>c", "a\nb\nc", id="line breaks"),
        pytest.param("<b>a</b><i>b</i> <u>c</u>", "ab c", id="inline markup joins words"),
        pytest.param("un&nbsp;deux&#8239;!", "un\u00a0deux\u202f!", id="no-break spaces"),
        pytest.param("&lt;b&gt; &amp;amp; &#x27; &euro;10 &copy 2024", "<b> &amp; ' €10 © 2024", id="references"),
        pytest.param("a < b and c > d", "a < b and c > d", id="bare signs"),
        pytest.param('<p class="x>y">a</p>', "a", id="a sign in an attribute"),
        pytest.param("a<!-- c -->b", "ab", id="a comment inside"),
        pytest.param("<p>😀 é</p>", "😀 é", id="letters beyond ASCII"),
        pytest.param("<p>a\r\nb</p>", "a b", id="Windows line ends"),
        pytest.param('<a href="u">l <b>m</b></a>', "l m", id="a link's text"),
    ],
)
def test_text_as_browsers_show_it(text: str, shown: str) -> None:
    assert blocks(text) == [paragraph(shown)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<script>if (a < b) { }</script>", id="a script"),
        pytest.param("<style>a { }</style>", id="styles"),
        pytest.param("<nav><a href='/'>home</a></nav>", id="navigation"),
        pytest.param("<noscript>n</noscript>", id="for browsers without scripts"),
        pytest.param("<template>t</template>", id="a template"),
        pytest.param("<p hidden>h</p>", id="hidden"),
        pytest.param('<p style="display: none">h</p>', id="hidden by style"),
        pytest.param("<svg><text>x</text></svg>", id="a drawing"),
        pytest.param("<select><option>o</option></select>", id="a choice"),
        pytest.param("<textarea>t</textarea>", id="a field"),
        pytest.param("<button>b</button>", id="a button"),
        pytest.param("<video src=v>no film</video>", id="what stands in for a film"),
        pytest.param("<iframe src=u>no frame</iframe>", id="what stands in for a frame"),
        pytest.param("<!-- never closed", id="a comment without an end"),
        pytest.param("<!doctype html>", id="a document type"),
        pytest.param("<head><title>t</title></head>", id="the head of a page"),
    ],
)
def test_what_readers_never_see(text: str) -> None:
    assert blocks(text) == []
    assert blocks(f"{text}after" if "never" not in text else "after") == [paragraph("after")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("paragraphs never closed", "<p>a<p>b", paragraph("a"), paragraph("b")),
        case("text between paragraphs", "<p>a</p>b<p>c", paragraph("a"), paragraph("b"), paragraph("c")),
        case("items never closed", "<ul><li>a<li>b</ul>c", ("item", "a"), ("item", "b"), paragraph("c")),
        case("an item without a list", "<li>a", ("item", "a")),
        case("ends without beginnings", "</p>a</div>", paragraph("a")),
        case("an end that is cut", "<p>a</p\n><p>b</p>", paragraph("a"), paragraph("b")),
        case("a table in a paragraph", "<p>a<table><tr><td>b</table>c", paragraph("a"), ("cell", "b"), paragraph("c")),
        case("a sign alone", "<", paragraph("<")),
        case("crossing tags", "<p><b>a<i>b</b>c</i></p>d", paragraph("abc"), paragraph("d")),
    ],
)
def test_broken_markup(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


def test_languages_are_those_of_the_nearest_element() -> None:
    content = read_html('<div lang="en-GB"><p>a</p><p lang="FR">b</p></div><p>c</p>')
    assert [block.language for block in content.blocks] == ["en", "fr", ""]


def test_inline_code_is_no_prose() -> None:
    (block,) = read_html("run <code>pip install</code> or <kbd>Enter</kbd>").blocks
    assert block.text == "run pip install or Enter"
    assert block.prose.startswith("run \ufffc")


PAGE = (
    '<!DOCTYPE html><html lang="fr-FR"><head><title>L’été &amp; nous</title>'
    '<meta name="description" content="Une boulangerie">'
    '<meta property="og:type" content="article"></head>'
    "<body><header>Menu</header><main><h1>L’été</h1><p>Du pain.</p></main><footer>Pied</footer></body></html>"
)


def test_only_the_main_part_of_a_page_is_read() -> None:
    assert blocks(PAGE) == [("heading", "L’été"), paragraph("Du pain.")]


def test_the_head_of_a_page_tells_title_language_and_description() -> None:
    head = page_head(PAGE)
    fields = {name: field.value for name, field in head.fields}
    assert head.title is not None
    assert (head.title.text, head.language) == ("L’été & nous", "fr")
    assert fields == {"description": "Une boulangerie", "og:type": "article"}
    assert PAGE[slice(*dict(head.fields)["description"].span)] == "Une boulangerie"


@pytest.mark.parametrize(
    ("text", "page"),
    [
        pytest.param(PAGE, True, id="a whole page"),
        pytest.param("<html><body>a</body></html>", True, id="without a document type"),
        pytest.param("  \n<!doctype html>\n<p>a", True, id="a document type after blanks"),
        pytest.param("<p>a</p>", False, id="a fragment"),
        pytest.param("a <html> b", False, id="a tag in prose"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_pages_are_told_from_fragments(text: str, page: bool) -> None:
    assert is_page(text) is page
