"""Plain text: the post exactly as it will be posted."""

from __future__ import annotations

from smolint.parsers.text import parse_text
from smolint.source import Source


def test_a_post_keeps_its_lines_and_has_its_places() -> None:
    text = "---\nimages: [a.png]\n---\nBonjour\r\nà tous !\r\n\r\n- un\r\n• deux\r\n\r\nhttps://a.fr/b.\r\n"
    (draft,) = parse_text(Source("a.txt", text))
    assert draft.post is not None
    assert draft.post.text == "Bonjour\nà tous !\n\n- un\n• deux\n\nhttps://a.fr/b."
    assert [(block.kind, block.text) for block in draft.blocks] == [
        ("paragraph", "Bonjour\nà tous !"),
        ("item", "un"),
        ("item", "deux"),
        ("paragraph", "https://a.fr/b."),
    ]
    assert [link.url for link in draft.content.links] == ["https://a.fr/b"]
    assert [(image.target, image.role) for image in draft.content.images] == [("a.png", "attached")]
    assert text[slice(*draft.post.span(8, 9))] == "à"
