from __future__ import annotations

import pytest

from checks.linked import BLOG, WALL, linked, mended, texts
from smolint.check import NoOptions
from smolint.checks.link_target import link_insecure, link_not_clickable

NONE = NoOptions()


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("[it](http://a.example.com/x)", "post.md", "[it](https://a.example.com/x)", id="Markdown"),
        pytest.param("[it](HTTP://a.example.com/x)", "post.md", "[it](https://a.example.com/x)", id="in capitals"),
        pytest.param("<http://a.example.com/x>", "post.md", "<https://a.example.com/x>", id="an autolink"),
        pytest.param(
            '<p><a href="http://a.fr/?a=1&amp;b=2">it</a></p>',
            "post.html",
            '<p><a href="https://a.fr/?a=1&amp;b=2">it</a></p>',
            id="HTML with entities",
        ),
        pytest.param("See http://a.fr/x.", "post.txt", "See https://a.fr/x.", id="text"),
    ],
)
def test_insecure(text, path, expected):
    reading = linked(text, path=path)
    assert len(texts(reading, link_insecure, NONE)) == 1
    assert mended(reading, link_insecure, NONE) == expected
    assert not any(mark.fix.safe for mark in link_insecure(reading, NONE) if mark.fix)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[it](https://a.fr/x)", id="https"),
        pytest.param("[it](http://localhost:4000/x)", id="the own computer"),
        pytest.param("[it](http://127.0.0.1/x)", id="a number"),
        pytest.param("[it](http://[::1]/x)", id="a number in brackets"),
        pytest.param("[it](http://printer.local/x)", id="the local network"),
        pytest.param("[it](http://intranet/x)", id="a name without dots"),
        pytest.param("[it](http://abcdefgh.onion/x)", id="an onion service"),
        pytest.param("[it](http://www.w3.org/1999/xhtml)", id="a namespace"),
        pytest.param("[it](http://bit.ly/x)", id="a shortener, which is another rule's matter"),
        pytest.param("www.a.fr/x", id="no scheme"),
        pytest.param("`http://a.fr/x`", id="code"),
        pytest.param("[it](/x?u=http://a.fr)", id="in a query"),
        pytest.param("![it](http://a.fr/x.png)", id="an image"),
    ],
)
def test_not_insecure(text):
    assert texts(linked(text), link_insecure, NONE) == []


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("It: https://a.fr/x", "post.txt", ["https://a.fr/x"], id="in a text"),
        pytest.param("It: www.a.fr/x.", "post.txt", ["www.a.fr/x"], id="without a scheme"),
        pytest.param("[it](https://a.fr/x)", "post.md", ["https://a.fr/x"], id="in Markdown"),
        pytest.param("[a.fr/x](https://a.fr/x)", "post.md", ["https://a.fr/x"], id="shown as its own text"),
        pytest.param("All on linktr.ee/bread!", "post.txt", ["linktr.ee/bread"], id="to be typed"),
        pytest.param("Bread.com/unity is a.name/less", "post.txt", ["Bread.com/unity"], id="of a known ending"),
        pytest.param("bakery.example and a.fr", "post.txt", [], id="names of sites"),
        pytest.param("---\nlink: https://a.fr/x\n---\nHello there.", "post.md", [], id="in the front matter"),
        pytest.param("Link in bio @ada #bread", "post.txt", [], id="none"),
        pytest.param("Write to ada@a.fr", "post.txt", [], id="an e-mail address"),
    ],
)
def test_not_clickable(text, path, expected):
    assert texts(linked(text, WALL, path=path), link_not_clickable, NONE) == expected


def test_a_link_is_marked_once_on_each_platform():
    text = "See [https://a.fr/x](https://a.fr/x) and https://b.fr."
    assert texts(linked(text, WALL), link_not_clickable, NONE) == ["https://a.fr/x", "https://b.fr"]
    assert texts(linked(text, BLOG), link_not_clickable, NONE) == ["https://a.fr/x", "https://b.fr"]
