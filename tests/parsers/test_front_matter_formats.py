"""The same fields in YAML, TOML and JSON: same values, and each place leads to what was written."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from smolint.draft import Field
from smolint.parsers.front_matter import field_block, read_front_matter
from smolint.parsers.front_matter_content import declared_language, front_matter_content, title_block
from smolint.parsers.markdown import parse_markdown
from smolint.source import Source

FIELDS = {"title": "L’été : « du pain »", "n": 3, "share": 0.5, "draft": True, "tags": ["a b", "é"], "x": {"y": "z"}}


def as_yaml(fields: dict[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)}---\n"


def as_json(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"


def as_toml(fields: dict[str, Any]) -> str:
    tables = {name: value for name, value in fields.items() if isinstance(value, dict)}
    lines = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if name not in tables
    ]
    for name, table in tables.items():
        lines += [f"[{name}]", *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items())]
    return "\n".join(["+++", *lines, "+++", ""])


every_format = pytest.mark.parametrize(
    ("write", "kind"),
    [pytest.param(as_yaml, "yaml", id="YAML"), pytest.param(as_toml, "toml", id="TOML"),
     pytest.param(as_json, "json", id="JSON")],
)  # fmt: skip


@every_format
def test_values_are_plain_data(write: Any, kind: str) -> None:
    text = write(FIELDS)
    front = read_front_matter(text + "Dit.")
    assert {name: field.value for name, field in front.fields} == FIELDS
    assert (front.kind, front.problems, (text + "Dit.")[front.body_start :]) == (kind, (), "Dit.")


@every_format
def test_every_value_can_be_marked(write: Any, kind: str) -> None:
    text = write(FIELDS)
    fields = dict(read_front_matter(text).fields)
    places = {
        "title": fields["title"], "n": fields["n"], "y": fields["x"].get("y"), "tag": fields["tags"].get(1),
    }  # fmt: skip
    written = {name: text[slice(*field.span)] for name, field in places.items() if field}
    assert written == {"title": FIELDS["title"], "n": "3", "y": "z", "tag": "é"}
    assert all(text[slice(*field.key_span)].strip("\"'") == name for name, field in fields.items())


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=30)
_VALUES = st.one_of(_TEXTS, st.integers(-9999, 9999), st.booleans(), st.lists(_TEXTS, max_size=3))
_MAPS = st.dictionaries(st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True), _VALUES, min_size=1, max_size=5)


@every_format
@given(fields=_MAPS)
def test_any_fields_are_read_as_they_were_written(write: Any, kind: str, fields: dict[str, Any]) -> None:
    text = write(fields)
    front = read_front_matter(text)
    assert {name: field.value for name, field in front.fields} == fields
    for name, field in front.fields:
        assert 0 <= field.span.start <= field.span.end <= len(text)
        if isinstance(fields[name], int):
            assert text[slice(*field.span)] == json.dumps(fields[name])


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("'L''été'", "L'été", id="a doubled quote"),
        pytest.param('"a\\tb \\u00e9"', "a\tb é", id="escapes"),
        pytest.param(">-\n  un\n  deux", "un deux", id="folded"),
        pytest.param("|-\n  un\n  deux", "un\ndeux", id="literal"),
        pytest.param("un\n  deux", "un deux", id="over two lines"),
        pytest.param("sans guillemets", "sans guillemets", id="plain"),
    ],
)
def test_a_field_becomes_a_block_whose_words_lead_back(written: str, value: str) -> None:
    text = f"---\ntitle: {written}\n---\n"
    block = field_block(text, dict(read_front_matter(text).fields)["title"])
    assert block is not None
    assert block.text == value
    last = block.text.split()[-1]
    start, end = block.span(len(value) - len(last), len(value))
    assert text[start:end] in (last, "\\u00e9", "L''été")


def images(text: str) -> list[tuple[str, str | None, str]]:
    front = read_front_matter(text)
    return [(image.target, image.alt, image.role) for image in front_matter_content(front).images]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("image: a.png", [("a.png", None, "featured")], id="a path"),
        pytest.param("image: a.png\nimage_alt: Pain", [("a.png", "Pain", "featured")], id="its text beside it"),
        pytest.param("image: {path: a.png, alt: Pain}", [("a.png", "Pain", "featured")], id="a map"),
        pytest.param("heroImage: a.png", [("a.png", None, "featured")], id="another name"),
        pytest.param("cover_image: a.png", [("a.png", None, "featured")], id="a third name"),
        pytest.param("images: [a.png, b.png]", [("a.png", None, "featured"), ("b.png", None, "featured")], id="a list"),
        pytest.param("images:\n- {url: a.png, alt_text: Pain}", [("a.png", "Pain", "featured")], id="a list of maps"),
        pytest.param("hero: false", [], id="none wanted"),
        pytest.param("image: ''", [], id="left empty"),
        pytest.param("media: [linkedin-us, mastodon-us]", [], id="accounts are no images"),
        pytest.param("media:\n- file: a.png", [("a.png", None, "featured")], id="media files"),
        pytest.param("title: a.png", [], id="a title is no image"),
    ],
)
def test_images(lines: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert images(f"---\n{lines}\n---\n") == expected


@pytest.mark.parametrize(
    ("line", "language"),
    [
        pytest.param("lang: fr", "fr", id="lang"),
        pytest.param("language: FR", "fr", id="in capitals"),
        pytest.param("locale: fr_CA", "fr", id="with a country"),
        pytest.param("lang: en-GB", "en", id="with a hyphen"),
        pytest.param("lang: ''", "", id="left empty"),
        pytest.param("title: fr", "", id="not said"),
    ],
)
def test_the_declared_language(line: str, language: str) -> None:
    assert declared_language(read_front_matter(f"---\n{line}\n---\n")) == language


def test_the_title_is_marked_without_its_quotes() -> None:
    text = '---\ntitle: "L’été"\n---\n'
    title = title_block(text, read_front_matter(text))
    assert title is not None
    assert text[slice(*title.span())] == title.text == "L’été"


def test_fields_can_be_asked_for_by_several_names() -> None:
    draft = next(parse_markdown(Source("post.md", "---\nexcerpt: ''\nsummary: Du pain\n---\n\nDit.")))
    field = draft.field("excerpt", "summary")
    assert isinstance(field, Field)
    assert field.value == "Du pain"
    assert draft.field("description") is None
