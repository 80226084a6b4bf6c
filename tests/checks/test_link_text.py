from __future__ import annotations

import pytest

from checks.linked import linked, texts
from smolint.check import NoOptions
from smolint.checks.link_text import Vague, link_empty, link_vague_text, plain

NONE = NoOptions()


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("To see it, [click here](https://a.fr).", "post.md", ["click here"], id="Markdown"),
        pytest.param("[Click\nhere](https://a.fr).", "post.md", ["Click\nhere"], id="over two lines"),
        pytest.param("[Read more →](https://a.fr)", "post.md", ["Read more →"], id="with an arrow"),
        pytest.param("[here](/here)", "post.md", ["here"], id="the same word in the address"),
        pytest.param("[here][1]\n\n[1]: /here", "post.md", ["here"], id="a reference"),
        pytest.param("[*here*](/x)", "post.md", ["here"], id="emphasised"),
        pytest.param("[cli**ck** here](/x)", "post.md", ["[cli**ck** here](/x)"], id="with markup inside"),
        pytest.param("[« ici »](/x)", "post.md", ["« ici »"], id="in quotation marks"),
        pytest.param("C’est [ici !](/x)", "post.md", ["ici !"], id="with a no-break space"),
        pytest.param('<p><a href="/here" title="x">here</a></p>', "post.html", ["here"], id="HTML"),
        pytest.param('<p><a href="/x" title="here">here</a></p>', "post.html", ["here"], id="HTML with a title"),
        pytest.param("[here it is](/x)", "post.md", [], id="more words"),
        pytest.param("[There](/x)", "post.md", [], id="part of a word"),
        pytest.param('<a href="/x" aria-label="Our prices">here</a>', "post.html", [], id="another name for listeners"),
        pytest.param("Click here: https://a.fr/here", "post.md", [], id="no link text"),
        pytest.param("`[here](/x)`", "post.md", [], id="code"),
        pytest.param("[![here](a.png)](/x)", "post.md", ["here"], id="an image that says it"),
    ],
)
def test_vague(text, path, expected):
    assert texts(linked(text, path=path), link_vague_text, Vague()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  Read  more… ", "read more"), ("C’EST ICI", "c'est ici"), ("→", ""), ("«\u00a0ici\u00a0»", "ici")],
    ids=["spaces and dots", "capitals", "only an arrow", "quotation marks"],
)
def test_plain(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("See [](https://a.fr).", "post.md", ["[](https://a.fr)"], id="no text"),
        pytest.param("See [ ](https://a.fr).", "post.md", ["[ ](https://a.fr)"], id="a space"),
        pytest.param("See [it]().", "post.md", ["[it]()"], id="no address"),
        pytest.param("See [it](#).", "post.md", ["[it](#)"], id="only a sign"),
        pytest.param("[![a loaf](a.png)]()", "post.md", ["[![a loaf](a.png)]()"], id="an image without an address"),
        pytest.param('<p>a<a href="/x"></a></p>', "post.html", ['<a href="/x"></a>'], id="HTML"),
        pytest.param(
            '<p>a<a href="/x"><b></b></a></p>', "post.html", ['<a href="/x"><b></b></a>'], id="HTML with empty markup"
        ),
        pytest.param('<p><a href="">it</a></p>', "post.html", ['<a href="">it</a>'], id="HTML without an address"),
        pytest.param("See [it](/x).", "post.md", [], id="a link"),
        pytest.param("[![a loaf](a.png)](/x)", "post.md", [], id="an image"),
        pytest.param("[![](a.png)](/x)", "post.md", [], id="an image without alternative text"),
        pytest.param('<p><a href="/x"><i class="icon"></i></a></p>', "post.html", [], id="an icon"),
        pytest.param('<p><a id="x" href="#x"></a>a</p>', "post.html", [], id="an anchor"),
        pytest.param('<p><a name="x"></a>a</p>', "post.html", [], id="an old anchor"),
        pytest.param('<p><a href="#" onclick="go()">it</a></p>', "post.html", [], id="a button"),
        pytest.param('<p><a href="#">Back to top</a></p>', "post.html", [], id="up in English"),
        pytest.param('<p><a href="#">Haut de page</a></p>', "post.html", [], id="up in French"),
        pytest.param('<html><body><a href="#">menu</a> a</body></html>', "post.html", [], id="a sign on a whole page"),
        pytest.param("See [it]({{ x }}).", "post.md", [], id="a template for an address"),
        pytest.param("See [{{ x }}](/x).", "post.md", [], id="a template for a text"),
        pytest.param("- [ ] to do\n- [x] done", "post.md", [], id="a list of tasks"),
        pytest.param("`[]()`", "post.md", [], id="code"),
    ],
)
def test_empty(text, path, expected):
    assert texts(linked(text, path=path), link_empty, NONE) == expected


def test_what_is_empty():
    marks = list(link_empty(linked("[it]() and [](/x)"), NONE))
    assert [(mark.variant, mark.values["text"]) for mark in marks] == [("nowhere", "it"), ("", "")]
