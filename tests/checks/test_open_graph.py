from __future__ import annotations

from dataclasses import replace

import pytest

from checks.linked import BLOG, linked
from smolint.check import NoOptions
from smolint.checks.open_graph import seo_open_graph
from smolint.finding import Level
from smolint.platform import Fact

WHOLE = {
    "og:title": "Bread",
    "og:type": "article",
    "og:image": "https://bakery.example/rye.jpg",
    "og:url": "https://bakery.example/rye",
    "og:description": "Rye bread.",
}


SIZED = replace(BLOG, facts={"og_image_large_min": Fact("og_image_large_min", [600, 315], "", "", "high")})


def found(tags: dict[str, str], rest: str = ""):
    head = "".join(f'<meta property="{name}" content="{value}">' for name, value in tags.items())
    reading = linked(
        f"<!doctype html><html><head>{head}{rest}</head><body><p>Bread</p></body></html>", path="a.html", platform=SIZED
    )
    return [
        (mark.variant, reading.draft.source[mark.span], mark.values, mark.at_most)
        for mark in seo_open_graph(reading, NoOptions())
    ]


@pytest.mark.parametrize("name", ["og:title", "og:type", "og:image", "og:url"])
def test_each_required_tag(name):
    tags = {key: value for key, value in WHOLE.items() if key != name}
    assert found(tags) == [("", next(iter(tags)), {"names": name}, None)]


def test_a_description_is_only_advised():
    tags = {key: value for key, value in WHOLE.items() if key != "og:description"}
    assert found(tags) == [("", "og:title", {"names": "og:description"}, Level.SUGGESTION)]
    assert found(tags, '<meta name="description" content="Rye.">') == []


def test_several_are_named_together():
    assert found({"og:title": "Bread"})[0][2] == {"names": "og:type, og:image, og:url, og:description"}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        pytest.param("og:image", "/rye.jpg", ("relative", "/rye.jpg"), id="an address without its site"),
        pytest.param("og:url", "rye.html", ("relative", "rye.html"), id="a file's name"),
        pytest.param("og:title", "", ("empty", "og:title"), id="empty"),
    ],
)
def test_contents(name, value, expected):
    assert [(variant, text) for variant, text, *_ in found(WHOLE | {name: value})] == [expected]


@pytest.mark.parametrize(
    "tags",
    [
        pytest.param(WHOLE, id="whole"),
        pytest.param({}, id="none at all"),
        pytest.param(WHOLE | {"og:image": "{{ page.image | absolute_url }}"}, id="a template"),
        pytest.param(
            {"og:image:url" if key == "og:image" else key: value for key, value in WHOLE.items()}, id="a twin"
        ),
        pytest.param(WHOLE | {"og:video:tag": ""}, id="an optional tag"),
    ],
)
def test_fine(tags):
    assert found(tags) == []


def test_markdown_leaves_it_to_the_theme():
    assert list(seo_open_graph(linked("---\ntitle: Bread\n'og:title': Bread\n---\nRye.\n"), NoOptions())) == []


@pytest.mark.parametrize(
    ("width", "height", "marks"),
    [
        pytest.param("400", "400", ["400"], id="narrow"),
        pytest.param("600", "200", ["600"], id="low"),
        pytest.param("1200", "630", [], id="as advised"),
        pytest.param("{{ w }}", "1", [], id="a template"),
    ],
)
def test_the_size_that_a_page_gives(width, height, marks):
    tags = WHOLE | {"og:image:width": width, "og:image:height": height}
    assert [text for variant, text, *_ in found(tags) if variant == "small"] == marks
