"""The texts that scopes name: smolint's own reading of a draft, and Vale's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.markup.skips import Skips
from smolint.parsers.html_file import parse_html
from smolint.parsers.markdown import parse_markdown
from smolint.platform import Platform
from smolint.reading import Reading
from smolint.scopes import scoped
from smolint.source import Source

POST = """---
title: A day at sea
description: |
  Salt and
  wind
---

# The boat

She is *old* and **sound**. See [her log](https://example.com/log), or `ls`.
We sail on.

> Who goes there?

- bread
- rope

| Knot | Use |
|------|-----|
| bowline | a loop |

![A red boat](boat.jpg)
"""
PAGE = """<p>Sea &amp; <em>salt</em></p>
<table><caption>Tides</caption><tr><th>Day</th><td>high</td></tr></table>
<figure><img src="a.jpg" alt="A gull"><figcaption>On the pier</figcaption></figure>
<div class="note"><p>Mind the step</p></div>
"""


def reading(text: str, name: str = "post.md", skips: Skips | None = None) -> Reading:
    parse = parse_html if name.endswith("html") else parse_markdown
    return Reading(next(iter(parse(Source(name, text)))), Platform("wordpress", "WordPress", kind="blog"), skips=skips)


def shown(read: Reading, *scopes: str) -> list[str]:
    return [block.text.strip() for block in scoped(read, scopes)]


@pytest.mark.parametrize(
    ("scope", "texts"),
    [
        ("heading", ["The boat"]),
        ("heading.h1", ["The boat"]),
        ("heading.h2", []),
        ("blockquote", ["Who goes there?"]),
        ("list", ["bread", "rope"]),
        ("table.header", ["Knot", "Use"]),
        ("table.cell", ["bowline", "a loop"]),
        ("link", ["her log"]),
        ("strong", ["sound"]),
        ("emphasis", ["old"]),
        ("code", ["ls"]),
        ("text.attr.alt", ["A red boat"]),
        ("text.frontmatter.title", ["A day at sea"]),
        ("heading & ~heading.h1", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("prefix", ["", "vale:"], ids=["own", "Vale's"])
def test_markdown_scopes(prefix: str, scope: str, texts: list[str]) -> None:
    own_cells = ["Knot", "Use", *texts] if scope == "table.cell" and not prefix else texts

    assert shown(reading(POST), prefix + scope) == own_cells


@pytest.mark.parametrize(
    ("scope", "texts"),
    [
        ("table.caption", ["Tides"]),
        ("table.header", ["Day"]),
        ("figure.caption", ["On the pier"]),
        ("text.attr.alt", ["A gull"]),
        ("emphasis", ["salt"]),
        ("title", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_html_scopes(scope: str, texts: list[str]) -> None:
    assert shown(reading(PAGE, "page.html"), scope) == texts


def test_smolints_text_is_what_readers_see() -> None:
    assert "A red boat" not in shown(reading(POST), "text")
    assert "A red boat" in shown(reading(POST), "vale:text")
    assert "A day at sea" in shown(reading(POST), "vale:text")


def test_paragraphs_sentences_and_all_prose() -> None:
    read = reading(POST)

    assert shown(read, "vale:paragraph") == ["She is old and sound. See her log, or **.\nWe sail on."]
    assert shown(read, "vale:sentence")[-1] == "We sail on."
    assert shown(read, "vale:summary")[0].startswith("She is old")
    assert shown(read, "raw") == [POST.strip()]
    assert shown(read, "title") == ["A day at sea"]
    assert shown(read, "platform.wordpress & heading") == ["The boat"]
    assert shown(read, "platform.twitter & heading") == []


@pytest.mark.parametrize(
    ("skips", "kept", "gone"),
    [
        (Skips(), "Tides", "On the pier"),
        (Skips(elements=("table",)), "On the pier", "Tides"),
        (Skips(classes=("note",)), "Tides", "Mind the step"),
        (Skips(masked=("em",)), "Sea & ****", "Sea & salt"),
        (Skips(tokens=(r"(Tides)",)), "*****", "Tides"),
        (Skips(blocks=(r"(<table>.*</table>)",)), "Sea & salt", "Tides"),
    ],
    ids=["figures by default", "elements", "classes", "masked elements", "tokens", "blocks"],
)
def test_what_is_left_out(skips: Skips, kept: str, gone: str) -> None:
    texts = shown(reading(PAGE, "page.html", skips), "vale:text")

    assert kept in texts
    assert gone not in texts


def test_places_are_exact_behind_ignored_text() -> None:
    text = "Now `a` {{< one >}} and **two** then\n\n{{< three >}}\n\nlast words\n"
    read = reading(text, skips=Skips(tokens=(r"(\{\{< one >\}\})",), blocks=(r"(\{\{< three >\}\})",)))

    last = list(scoped(read, ("vale:text",)))[-1]
    assert text[slice(*last.span())] == "last words"
    first = next(iter(scoped(read, ("vale:text",))))
    at = first.text.index("two")
    assert text[slice(*first.span(at, at + 3))] == "two"


@given(st.text(alphabet="ab*_`[]()<>#|-\n é~!&;$.:/^", max_size=60))
def test_places_stay_in_the_source(text: str) -> None:
    for scope in ("vale:text", "vale:link", "vale:sentence"):
        for block in scoped(reading(text), (scope,)):
            start, end = block.span()
            assert 0 <= start <= end <= len(text)
