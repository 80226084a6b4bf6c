from __future__ import annotations

import pytest

from checks.linked import linked, texts
from smolint.check import NoOptions
from smolint.checks.link_anchor import letters, link_broken_anchor

NONE = NoOptions()


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        pytest.param("## How we bake", "how-we-bake", id="as GitHub names it"),
        pytest.param("## How we bake", "how_we_bake", id="with underscores"),
        pytest.param("## How we bake?!", "how-we-bake", id="punctuation"),
        pytest.param("## Été à la ferme", "été-à-la-ferme", id="accents kept"),
        pytest.param("## Été à la ferme", "%C3%A9t%C3%A9-%C3%A0-la-ferme", id="accents encoded"),
        pytest.param("## Été à la ferme", "ete-a-la-ferme", id="accents dropped"),
        pytest.param("## Été à la ferme", "t--la-ferme", id="accented letters dropped"),
        pytest.param("## L’œuf du jour", "loeuf-du-jour", id="a ligature taken apart"),
        pytest.param("## L'œuf du jour", "lœuf-du-jour", id="a ligature kept"),
        pytest.param("## 2. Bread & butter", "bread--butter", id="a number dropped"),
        pytest.param("## 2. Bread & butter", "2-bread-and-butter", id="an ampersand as a word"),
        pytest.param("## Bread :bread: today", "bread-today", id="an emoji dropped"),
        pytest.param("## The `npm` *command*", "the-npm-command", id="markup"),
        pytest.param("## The `npm` command", "the-codenpmcode-command", id="tags in the name"),
        pytest.param("## [Bread](https://a.fr)", "bread", id="a link in the heading"),
        pytest.param("## Bread {#loaf}", "loaf", id="a name of its own"),
        pytest.param("## Bread\n{: .big #loaf}", "loaf", id="a name for kramdown"),
        pytest.param('<h2 id="loaf">Bread</h2>', "loaf", id="an id"),
        pytest.param("<a name=loaf></a>Bread", "loaf", id="an old anchor without quotes"),
        pytest.param("<section id='loaf'>\n\nBread\n\n</section>", "loaf", id="a section"),
        pytest.param("Start\n=====", "start", id="an underlined heading"),
        pytest.param("## Bread\n\n## Bread", "bread-1", id="the second of a name on GitHub"),
        pytest.param("## Bread\n\n## Bread", "bread-2", id="the second of a name elsewhere"),
        pytest.param("## Bread", "h-bread", id="a table of contents in WordPress"),
        pytest.param("Bread", "top", id="the top"),
        pytest.param("Bread", "respond", id="the comment form"),
        pytest.param("Bread", "comment-12", id="a comment"),
        pytest.param("Bread", "more-12", id="the rest"),
        pytest.param("Bread", "fn:1", id="a footnote"),
        pytest.param("Bread", "/shop", id="a route"),
        pytest.param("Bread", ":~:text=bread", id="a text"),
        pytest.param("Bread", "{{ page.id }}", id="a template"),
        pytest.param('{% include "history.md" %}', "history", id="a text from elsewhere"),
    ],
)
def test_there(heading, anchor):
    assert texts(linked(f"See [it](#{anchor}).\n\n{heading}\n"), link_broken_anchor, NONE) == []


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        pytest.param("## How we make bread", "how-we-bake", id="reworded"),
        pytest.param("## Bread", "bread-1", id="the second of one"),
        pytest.param("## Été", "hiver", id="French"),
        pytest.param("## Bread", "loaf", id="a name that is nowhere"),
        pytest.param("How we bake", "how-we-bake", id="no heading"),
        pytest.param("```\n## Loaf\n```", "loaf", id="a heading in code"),
        pytest.param("## Comments on bread", "comments-on-butter", id="like a theme's name"),
        pytest.param("## Bread", "reference-books", id="like a note's name"),
    ],
)
def test_not_there(heading, anchor):
    assert texts(linked(f"See [it](#{anchor}).\n\n{heading}\n"), link_broken_anchor, NONE) == [f"#{anchor}"]


def test_html_and_values():
    reading = linked('<p>See <a href="#%C3%A9t%C3%A9">it</a>.</p><h2 id="hiver">Hiver</h2>', path="post.html")
    (mark,) = link_broken_anchor(reading, NONE)
    assert reading.draft.source[mark.span] == "#%C3%A9t%C3%A9"
    assert mark.values == {"anchor": "été"}


def test_the_title_counts():
    assert texts(linked("---\ntitle: Our bread\n---\n[up](#our-bread)"), link_broken_anchor, NONE) == []


def test_letters():
    assert letters("L’Été à 2 !") == "letea2"
