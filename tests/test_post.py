"""The text that a Markdown draft becomes on a social platform."""

from __future__ import annotations

import time

import pytest

from smolint.parsers.markdown import parse_markdown
from smolint.post import posted_text
from smolint.source import Source


def parse(text):
    (draft,) = parse_markdown(Source("post.md", text))
    return draft


@pytest.mark.parametrize(
    ("markdown", "posted"),
    [
        pytest.param("One *bold* word.\n\nTwo.\n", "One bold word.\n\nTwo.", id="paragraphs without markup"),
        pytest.param("- One\n- Two\n\nThree\n", "One\nTwo\n\nThree", id="items on lines of their own"),
        pytest.param("See [our page](https://a.example/b) now.", "See our page https://a.example/b now.", id="a link"),
        pytest.param("[https://a.example](https://a.example)", "https://a.example", id="a link that shows itself"),
        pytest.param("[a.example/b](https://www.a.example/b/)", "a.example/b", id="a link that shows its address"),
        pytest.param("<https://a.example/b>", "https://a.example/b", id="an automatic link"),
        pytest.param("See [above](#top) and [page](page.html).", "See above and page.", id="links to nowhere outside"),
        pytest.param(
            "[One](https://a.example) [two](https://b.example)",
            "One https://a.example two https://b.example",
            id="two links",
        ),
        pytest.param(
            "[One](https://a.example)[two](https://b.example)s",
            "One https://a.example two https://b.example s",
            id="links without a space between",
        ),
        pytest.param("[One](HTTPS://A.example).", "One HTTPS://A.example.", id="a scheme in capitals"),
        pytest.param("**[One](https://a.example)** ok", "One https://a.example ok", id="a link in bold"),
        pytest.param("[a `code`](https://a.example)", "a code https://a.example", id="code in a link"),
        pytest.param("<a href='https://a.example'>One</a>", "One https://a.example", id="a link in HTML"),
        pytest.param("[![A cat](cat.png)](https://a.example)", "", id="a linked image stays out"),
        pytest.param(
            "&eacute; [a&amp;b](https://a.example?c=1&amp;d=2)", "é a&b https://a.example?c=1&d=2", id="entities"
        ),
        pytest.param("|a|b|\n|-|-|\n|c|d|\n", "a\nb\nc\nd", id="cells on lines of their own"),
        pytest.param("1. One\n\n> Two\n", "One\n\nTwo", id="an item and a quotation"),
        pytest.param("Here: ![A cat](cat.png)\n", "Here:", id="images stay out"),
        pytest.param("---\ntitle: Cat\n---\nText", "Text", id="front matter stays out"),
        pytest.param("Use `bake()` & more", "Use bake() & more", id="code is kept"),
        pytest.param("", "", id="empty"),
    ],
)
def test_posted_text(markdown, posted):
    assert posted_text(parse(markdown)).text.rstrip() == posted


def test_every_part_leads_back_to_its_source():
    draft = parse("Our *new* [page](https://a.example/b) is **here**.\n\nCome.\n")
    post = posted_text(draft)
    for words in ("new", "page", "https://a.example/b", "here", "Come."):
        start = post.text.index(words)
        assert draft.source[post.span(start, start + len(words))] == words


def test_a_span_over_a_link_ends_with_the_address():
    draft = parse("Our [page](https://a.example/b) is here.")
    post = posted_text(draft)
    assert draft.source[post.span(post.text.index("a.example"))] == "a.example/b) is here."


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param(
            "See [our page][p] now.\n\nEnd.\n\n[p]: https://a.example/b\n", "][p] now.", id="a full reference"
        ),
        pytest.param(
            "See [our page] now.\n\nEnd.\n\n[our page]: https://a.example/b\n", "] now.", id="a short reference"
        ),
    ],
)
def test_the_address_of_a_reference_stands_behind_its_text(text, marked):
    draft = parse(text)
    post = posted_text(draft)
    assert post.text == "See our page https://a.example/b now.\n\nEnd."
    start = post.text.index("https")
    assert draft.source[post.span(start, post.text.index("now.") + 4)] == marked
    assert [piece.source_start for piece in post.pieces] == sorted(piece.source_start for piece in post.pieces)


def test_nothing_blank_is_posted_after_a_code_block():
    assert posted_text(parse("Run this:\n\n```\nbake\n```\n")).text == "Run this:\n\nbake"


def test_many_links_take_no_longer_than_other_text():
    started = time.process_time()
    assert posted_text(parse("[a](https://a.example/b) *c* " * 5_000)).text.count("https") == 5_000
    assert time.process_time() - started < 5
