"""Markdown: what is prose, what is not, and where links and images stand."""

from __future__ import annotations

import pytest

from smolint.draft import Draft
from smolint.parsers.markdown import parse_markdown, read_markdown
from smolint.parsers.markdown_flow import defined_at
from smolint.source import Source


def draft(text: str, name: str = "post.md") -> Draft:
    return next(parse_markdown(Source(name, text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Titre {#id}", [("heading", 1, "Titre")], id="a heading without its anchor"),
        pytest.param("un\ndeux  \ntrois", [("paragraph", 0, "un deux\ntrois")], id="soft and hard breaks"),
        pytest.param("Vu :\n– un ;\n– deux", [("paragraph", 0, "Vu :\n– un ;\n– deux")], id="lines with dashes"),
        pytest.param("Vu\n✅ un\n→ deux", [("paragraph", 0, "Vu\n✅ un\n→ deux")], id="lines with signs"),
        pytest.param("le sel, etc.\n— oui", [("paragraph", 0, "le sel, etc. — oui")], id="a dash after etc."),
        pytest.param("un pain\n– ici – cuit", [("paragraph", 0, "un pain – ici – cuit")], id="a wrapped aside"),
        pytest.param("- a\n  - b", [("item", 1, "a"), ("item", 2, "b")], id="tight nested items"),
        pytest.param("- a\n\n- b", [("item", 1, "a"), ("item", 1, "b")], id="loose items"),
        pytest.param("- [x] fait", [("item", 1, "fait")], id="a task without its box"),
        pytest.param("> cité\n> encore", [("quote", 0, "cité encore")], id="a quotation"),
        pytest.param("> [!NOTE]\n> noté", [("paragraph", 0, "noté")], id="an alert is no quotation"),
        pytest.param("|a|\n|-|\n|b|", [("cell", 0, "a"), ("cell", 0, "b")], id="a table"),
        pytest.param("```\nx\n```", [("code", 0, "x\n")], id="fenced code"),
        pytest.param("!!! note\n    dit\n\n    - un", [("paragraph", 0, "dit"), ("item", 1, "un")], id="an admonition"),
        pytest.param("::: tip\ndit\n:::", [("paragraph", 0, "dit")], id="a container"),
        pytest.param(
            '<aside markdown="1">\n*a*\n<p markdown="1">\n[b](c)\n</p>\n</aside>',
            [("paragraph", 0, "a"), ("paragraph", 0, "b")],
            id="Markdown in HTML",
        ),
        pytest.param("[[toc]]\n\ndit", [("paragraph", 0, "dit")], id="a table of contents"),
        pytest.param("<div>\n<b>dit</b>\n</div>", [("paragraph", 0, "dit")], id="text in HTML"),
        pytest.param("<nav>menu</nav>\n\ndit", [("paragraph", 0, "dit")], id="navigation"),
        pytest.param("a {{ x }} b", [("paragraph", 0, "a b")], id="a template expression"),
        pytest.param("{% if x %}\ndit\n{% endif %}", [("paragraph", 0, "dit")], id="template tags around a text"),
        pytest.param("{% highlight js %}\nx = 1\n{% endhighlight %}", [("code", 0, "x = 1")], id="highlighted code"),
        pytest.param("![seule](a.png)", [], id="an image alone"),
        pytest.param("R&amp;D \\*", [("paragraph", 0, "R&D *")], id="references and escapes"),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(block.kind, block.level, block.text) for block in read_markdown(text).blocks] == expected


@pytest.mark.parametrize(
    ("text", "url", "written", "kind"),
    [
        pytest.param("[a](/b 'T')", "/b", "/b", "inline", id="with a title"),
        pytest.param("[a](</b c>)", "/b c", "/b c", "inline", id="in angle brackets"),
        pytest.param("é [a](/b(c))", "/b(c)", "/b(c)", "inline", id="with brackets"),
        pytest.param("[a][b]\n\n[b]: /c", "/c", "/c", "reference", id="by reference"),
        pytest.param("<https://a.fr>", "https://a.fr", "https://a.fr", "auto", id="automatic"),
        pytest.param("voir https://a.fr/b_(c).", "https://a.fr/b_(c)", "https://a.fr/b_(c)", "bare", id="bare"),
        pytest.param('[a]({{ "/b" | url }})', "/b", "/b", "inline", id="template expression"),
        pytest.param("[a]({{ site.baseurl }}/b)", "/b", "{{ site.baseurl }}/b", "inline", id="site address"),
        pytest.param('<a href="/b?c&amp;d">a</a>', "/b?c&d", "/b?c&amp;d", "inline", id="in HTML"),
    ],
)
def test_one_link(text: str, url: str, written: str, kind: str) -> None:
    (link,) = read_markdown(text).links
    assert (link.url, text[link.url_span.start : link.url_span.end], link.kind) == (url, written, kind)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("`https://a.fr`", id="in code"),
        pytest.param("```\n[a](b)\n```", id="in fenced code"),
        pytest.param("un courriel@a.fr", id="an e-mail address"),
        pytest.param("[x] fait", id="brackets alone"),
    ],
)
def test_no_link(text: str) -> None:
    assert read_markdown(text).links == ()


@pytest.mark.parametrize(
    ("text", "target", "alt", "kind"),
    [
        pytest.param("![un *chat* &amp;](a.png)", "a.png", "un chat &", "markdown", id="Markdown"),
        pytest.param("![](a.png)", "a.png", "", "markdown", id="empty alternative text"),
        pytest.param("<img src=a.png>", "a.png", None, "html", id="HTML without alternative text"),
        pytest.param('{% image "a.png" "un chat" %}', "a.png", "un chat", "template", id="Nunjucks"),
        pytest.param('{% image "a.png" "w" "un chat" %}', "a.png", "un chat", "template", id="with a class"),
        pytest.param('{% image "a.png" "dit "oui"" %}', "a.png", 'dit "oui"', "template", id="quotes in quotes"),
        pytest.param('{{< figure src="a.png" alt="chat" >}}', "a.png", "chat", "template", id="Hugo"),
        pytest.param('{% include figure.html src="a.png" %}', "a.png", None, "template", id="an include"),
    ],
)
def test_one_image(text: str, target: str, alt: str | None, kind: str) -> None:
    (image,) = read_markdown(text).images
    assert (image.target, image.alt, image.kind) == (target, alt, kind)


def test_a_template_tag_shown_in_code_is_no_image() -> None:
    assert read_markdown('```\n{% image "a.png" "b" %}\n```').images == ()


def test_a_video_tag_is_an_embed() -> None:
    (embed,) = read_markdown("{{< youtube abc >}}").embeds
    assert (embed.kind, embed.name) == ("template", "youtube")


def test_mdx_components_are_not_prose() -> None:
    content = draft("import A from 'a'\n\n<A b={() => 1}>\n\nDit.\n\n</A>\n{/* note */}", "a.mdx").content
    assert [block.text for block in content.blocks] == ["Dit."]
    assert [embed.name for embed in content.embeds] == ["A"]


def test_front_matter_gives_title_language_and_images() -> None:
    text = "---\ntitle: 'L''été'\nlang: fr-CA\nimage: a.png\nimage_alt: plage\nhero: false\nmedia: [compte]\n---\nDit."
    read = draft(text)
    assert read.title is not None
    assert (read.title.text, read.declared_language) == ("L'été", "fr")
    assert [(image.target, image.alt, image.role) for image in read.content.images] == [("a.png", "plage", "featured")]
    assert [block.text for block in read.blocks] == ["Dit."]


def test_a_lone_carriage_return_ends_a_line() -> None:
    text = "# Titre\r\rUn texte.\r\r- un\r- deux\r"
    blocks = read_markdown(text).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "Titre"),
        ("paragraph", "Un texte."),
        ("item", "un"),
        ("item", "deux"),
    ]
    assert [text[slice(*block.span())] for block in blocks] == ["Titre", "Un texte.", "un", "deux"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            '!!! note "Un"\n    Dit.\n\n    ```py\n    a\n\n    b\n    ```\n\n    Fin.\n\nAprès.',
            "a.md",
            [("paragraph", "Dit."), ("code", "a\n\nb\n"), ("paragraph", "Fin."), ("paragraph", "Après.")],
            id="code with a blank line in an admonition",
        ),
        pytest.param(
            "!!! note\n    Dit.\n\n    ??? tip\n        Secret.\n",
            "a.md",
            [("paragraph", "Dit."), ("paragraph", "Secret.")],
            id="an admonition in another",
        ),
        pytest.param(
            "````\n!!! note\n    ```\n    a\n    ```\n````\n\nFin.",
            "a.md",
            [("code", "!!! note\n    ```\n    a\n    ```\n"), ("paragraph", "Fin.")],
            id="an admonition that is only shown",
        ),
        pytest.param(
            "<Tabs>\n    <Tab>\n        Dit.\n\n        **Fin** [a](b).\n    </Tab>\n</Tabs>\n\nAprès.",
            "a.mdx",
            [("paragraph", "Dit."), ("paragraph", "Fin a."), ("paragraph", "Après.")],
            id="text far in, in components",
        ),
        pytest.param(
            "<A>\n\n    ```js\n    a\n\n    b\n    ```\n\n</A>\n",
            "a.mdx",
            [("code", "a\n\nb\n")],
            id="code in a component",
        ),
        pytest.param(
            "<Note>\n    code\n</Note>\n\n    code\n", "a.md", [("code", "code\n")], id="no components in Markdown"
        ),
    ],
)
def test_indented_bodies_are_read_as_what_they_are(text: str, name: str, expected: list[tuple[str, str]]) -> None:
    blocks = [block for block in draft(text, name).blocks if block.text.strip() and block.text.strip() != "<Note>"]
    assert [(block.kind, block.text) for block in blocks][-len(expected) :] == expected
    for block in blocks:
        for piece in block.pieces:
            if piece.end - piece.start == piece.source_end - piece.source_start:
                assert text[piece.source_start : piece.source_end] == block.text[piece.start : piece.end]


def test_bodies_in_one_another_end_somewhere() -> None:
    text = "".join("    " * depth + "!!! note\n" for depth in range(400)) + "    " * 400 + "Dit.\n"
    assert read_markdown(text).blocks is not None


@pytest.mark.parametrize(
    ("definition", "place"),
    [
        pytest.param("[a]: /x", (5, 7), id="plain"),
        pytest.param("[a\\[b]: </x y>", (9, 13), id="an escaped bracket"),
        pytest.param("[" * 50_000 + "a]: /x", (50_004, 50_006), id="brackets that never close"),
        pytest.param("[" + "a" * 1_000 + "]: /x", None, id="a label longer than labels are"),
    ],
)
def test_finds_the_address_of_a_definition(definition, place):
    assert defined_at(definition, 0) == place
