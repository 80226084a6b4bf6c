from __future__ import annotations

import pytest

from checks.linked import linked, texts
from smolint.checks.seo_title import TitleMissing, TitleWidth, seo_title_missing, seo_title_width
from smolint.language.pixels import pixel_width

LONG = "How to make sourdough bread that keeps for a whole week without plastic, paper or ice"
PROSE = "We bake at dawn, and the oven is hot by three. " * 12


def missing(text: str, path: str = "posts/bread.md") -> list[str]:
    return texts(linked(text, path=path), seo_title_missing, TitleMissing())


def cut(text: str, path: str = "post.md", **options: object) -> list[str]:
    return texts(linked(text, path=path), seo_title_width, TitleWidth(**options))


@pytest.mark.parametrize(
    ("text", "path", "mark"),
    [
        pytest.param("---\ndate: 2026-03-02\n---\nWe bake. Come!\n", "bread.md", "We bake.", id="front matter"),
        pytest.param("---\ntitle:\n---\nWe bake.\n", "bread.md", "title", id="an empty field"),
        pytest.param("---\ntitle: ' '\n---\nWe bake.\n", "bread.md", "title", id="a blank field"),
        pytest.param("---\ntags: [a]\n---\n## Flour\n\nRye.\n", "bread.md", "Flour", id="a subheading only"),
        pytest.param(PROSE, "bread.md", "We bake at dawn, and the oven is hot by three.", id="a long text alone"),
        pytest.param("---\nlayout: post\n---\n<p>We bake.</p>", "bread.html", "We bake.", id="HTML with front matter"),
        pytest.param(
            "---\ndate: 2026\n---\nWe bake.\n\n<iframe src='https://www.youtube.com/embed/a'></iframe>\n",
            "bread.md",
            "We bake.",
            id="a post with a film",
        ),
        pytest.param(
            f"<!doctype html><p>{PROSE}</p>", "a.html", "We bake at dawn, and the oven is hot by three.", id="a page"
        ),
        pytest.param("---\ntags: [a]\n---\nWe bake.\n", "site/_posts/bread.md", "We bake.", id="a folder of posts"),
    ],
)
def test_a_post_without_a_title(text, path, mark):
    assert missing(text, path) == [mark]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("---\ntitle: Bread\n---\nWe bake.\n", "bread.md", id="front matter"),
        pytest.param("# Bread\n\nWe bake.\n", "bread.md", id="a heading"),
        pytest.param("<!doctype html><head><title>Bread</title></head><p>We bake.</p>", "a.html", id="a page"),
        pytest.param("<p>We bake.</p>", "bread.html", id="a fragment of HTML"),
        pytest.param("We bake at dawn.\n", "bread.md", id="a short text without front matter"),
        pytest.param(f"## Bread\n\n{PROSE}", "bread.md", id="a text that begins with a heading"),
        pytest.param("---\nlayout: home\n---\nWe bake.\n", "index.md", id="a home page"),
        pytest.param("---\na: b\n---\nWe bake.\n", "_includes/footer.md", id="an included part"),
        pytest.param("---\na: b\n---\nWe bake.\n", "README.md", id="a README"),
        pytest.param("---\na: [b\n---\nWe bake.\n", "bread.md", id="front matter that cannot be read"),
        pytest.param("---\na: b\n---\n", "bread.md", id="no text at all"),
        pytest.param("---\nredirect_to: /rye\n---\nMoved.\n", "bread.md", id="a redirection"),
        pytest.param("<!doctype html><p>Demo.</p>", "demo.html", id="a page of a few words"),
    ],
)
def test_titled_or_no_post(text, path):
    assert missing(text, path) == []


def test_marks_what_no_longer_fits():
    (mark,) = seo_title_width(linked(f"---\ntitle: {LONG}\n---\n"), TitleWidth())
    assert mark.values == {"px": 775, "limit": 600, "shown": LONG.removesuffix(" plastic, paper or ice")}
    assert pixel_width(mark.values["shown"]) <= 600
    assert cut(f"---\ntitle: {LONG}\n---\n") == ["plastic, paper or ice"]


@pytest.mark.parametrize(
    ("text", "path", "marks"),
    [
        pytest.param(f"# {LONG}\n", "a.md", ["plastic, paper or ice"], id="a heading that opens the text"),
        pytest.param(f"We bake.\n\n# {LONG}\n", "a.md", [], id="a heading further down"),
        pytest.param(f"---\ntitle: {LONG}\nseo_title: Bread\n---\n", "a.md", [], id="a shorter one for results pages"),
        pytest.param(f"---\ntitle: Bread\nseo_title: {LONG}\n---\n", "a.md", [LONG[-21:]], id="a longer one"),
        pytest.param(f"---\ntitle: {LONG} {{{{ site.name }}}}\n---\n", "a.md", [], id="made by a template"),
        pytest.param("---\ntitle: Bread\n---\n", "a.md", [], id="short"),
        pytest.param(
            "---\ntitle: 'A &ldquo;front door&rdquo; &amp; more &amp; more &amp; more &amp; more bread'\n---\n",
            "a.md",
            [],
            id="character references are read",
        ),
        pytest.param(
            f"<!doctype html><head><title>{LONG.replace('bread', '&eacute;t&eacute;')}</title></head>",
            "a.html",
            ["astic, paper or ice"],
            id="a page",
        ),
    ],
)
def test_the_title_of_results_pages(text, path, marks):
    assert cut(text, path) == marks


def test_the_marked_text_is_exact_behind_character_references():
    assert cut(f"---\ntitle: '&ldquo;{LONG}&rdquo;'\n---\n") == ["t plastic, paper or ice&rdquo;"]


def test_the_site_s_name_needs_room_too():
    title = LONG[:60]
    assert cut(f"---\ntitle: {title}\n---\n") == []
    assert cut(f"---\ntitle: {title}\n---\n", site_suffix=" – The Bakery of Lavoir") == ["or a whole week with"]
    assert cut("---\ntitle: Bread\n---\n", max_pixels=20) == ["ead"]
