"""Fields of YAML, JSON and TOML, as writers and their programs put them: values, places, limits."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from smolint.draft import Field
from smolint.parsers.front_matter import read_front_matter
from smolint.parsers.markdown import parse_markdown
from smolint.source import Source


def fields(text: str) -> dict[str, Field]:
    front = read_front_matter(text)
    assert front.problems == ()
    return dict(front.fields)


@pytest.mark.parametrize(
    ("written", "value", "marked"),
    [
        pytest.param("Un pain", "Un pain", "Un pain", id="plain"),
        pytest.param("'L''été'", "L'été", "L''été", id="single marks"),
        pytest.param('"a: b"', "a: b", "a: b", id="double marks"),
        pytest.param("12", 12, "12", id="a number"),
        pytest.param("'12'", "12", "12", id="a number in marks"),
        pytest.param("1.5", 1.5, "1.5", id="a fraction"),
        pytest.param("yes", True, "yes", id="a yes"),
        pytest.param("~", None, "~", id="nothing"),
        pytest.param("2024-05-01", "2024-05-01", "2024-05-01", id="a day"),
        pytest.param("2024-05-01 08:30:00", "2024-05-01T08:30:00", "2024-05-01 08:30:00", id="a day and time"),
        pytest.param("2024-13-45", "2024-13-45", "2024-13-45", id="a day that does not exist"),
        pytest.param("!!str 12", "12", "12", id="a tag"),
        pytest.param("&name x", "x", "x", id="a name for later"),
        pytest.param("!!str &name 'x'", "x", "x", id="a tag, a name and marks"),
        pytest.param("&name [a]", ["a"], "[a]", id="a name for a list"),
        pytest.param("&name |\n  a\n", "a\n", "a", id="a name for lines"),
        pytest.param("!!str", "", "", id="a tag alone"),
        pytest.param("!custom x", "x", "x", id="a tag of another program"),
        pytest.param("a # b", "a", "a", id="a comment behind it"),
        pytest.param("a#b", "a#b", "a#b", id="a sign inside of it"),
        pytest.param("|\n  a\n  b\n", "a\nb\n", "a\n  b", id="literal lines"),
        pytest.param("|2-\n    a\n  b\n", "  a\nb", "a\n  b", id="literal lines with their indentation"),
        pytest.param("[a, 'b c']", ["a", "b c"], "[a, 'b c']", id="a list in brackets"),
        pytest.param("\n- a\n- b\n", ["a", "b"], "- a\n- b", id="a list in lines"),
        pytest.param("{b: c, d: [e]}", {"b": "c", "d": ["e"]}, "{b: c, d: [e]}", id="a map in braces"),
        pytest.param("🍞 é", "🍞 é", "🍞 é", id="characters of several bytes"),
    ],
)
def test_a_value_of_yaml(written: str, value: object, marked: str) -> None:
    text = f"---\nété: 🍞\nkey: {written}\nlast: x\n---\n"
    field = fields(text)["key"]
    assert field.value == value
    assert text[slice(*field.span)] == marked
    assert text[slice(*field.key_span)] == "key"


def test_what_stands_for_another_value() -> None:
    text = "---\na: &pain 'Le pain'\nb: *pain\n---\n"
    found = fields(text)
    assert found["a"].value == found["b"].value == "Le pain"
    assert text[slice(*found["a"].span)] == "Le pain"
    assert text[slice(*found["b"].span)] == "*pain"


def test_values_that_repeat_one_another_do_not_fill_the_memory() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 12)]
    front = read_front_matter("---\n" + "\n".join(lines) + "\n---\nText")
    assert len(front.fields) == 12
    assert len(repr(front.fields[2][1].value)) < 10_000


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "], ids=["brackets", "braces", "items"])
def test_deep_nesting_is_a_fault_and_no_crash(opening: str) -> None:
    front = read_front_matter(f"---\na:\n  {opening * 3000}x\n---\nText")
    assert [problem.rule for problem in front.problems] == ["front-matter/invalid"]


@pytest.mark.parametrize(
    ("written", "value", "marked"),
    [
        pytest.param('"a"', "a", "a", id="a text"),
        pytest.param("'C:\\pain'", "C:\\pain", "C:\\pain", id="a text as it is"),
        pytest.param('"""\na "b"\n"""', 'a "b"\n', '\na "b"\n', id="several lines"),
        pytest.param("'''a'b'''", "a'b", "a'b", id="several lines as they are"),
        pytest.param('""', "", "", id="an empty text"),
        pytest.param("0x1F", 31, "0x1F", id="a number to the base of sixteen"),
        pytest.param("2024-05-01", "2024-05-01", "2024-05-01", id="a day"),
        pytest.param("08:30:00", "08:30:00", "08:30:00", id="a time"),
        pytest.param('[\n "a", # one\n "b",\n]', ["a", "b"], '[\n "a", # one\n "b",\n]', id="a list with a comment"),
        pytest.param('{ b = "c", d.e = 1 }', {"b": "c", "d": {"e": 1}}, '{ b = "c", d.e = 1 }', id="an inline table"),
        pytest.param('["]", "#"]', ["]", "#"], '["]", "#"]', id="brackets in texts"),
    ],
)
def test_a_value_of_toml(written: str, value: object, marked: str) -> None:
    text = f"+++\n# first\nkey = {written} # last\nnext = 1\n+++\n"
    found = fields(text)
    assert found["key"].value == value
    assert text[slice(*found["key"].span)] == marked
    assert found["next"].value == 1


def test_tables_and_keys_of_toml() -> None:
    text = '+++\n[a."b c"]\nd.e = "f"\n[[images]]\nsrc = "g"\n[[images]]\nsrc = "h"\n[images.more]\nk = 1\n+++\n'
    found = fields(text)
    deep = found["a"].get("b c", "d", "e")
    assert deep is not None
    assert (deep.value, text[slice(*deep.span)], text[slice(*deep.key_span)]) == ("f", "f", "e")
    assert found["images"].value == [{"src": "g"}, {"src": "h", "more": {"k": 1}}]
    second = found["images"].get(1, "src")
    assert second is not None
    assert text[slice(*second.span)] == "h"


NAMES = st.text(st.sampled_from("abcdéè_"), min_size=1, max_size=5)
SCALARS = st.one_of(
    st.text(st.sampled_from("ab é🍞'\"\\:#[]{},\n\t-"), max_size=10), st.integers(-99, 99), st.booleans(), st.none()
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3))


def leaves(field: Field) -> list[Field]:
    return [leaf for _, child in field.children for leaf in leaves(child)] if field.children else [field]


def assert_places(text: str, content: dict[str, Any]) -> None:
    found = fields(text)
    assert {name: field.value for name, field in found.items()} == content
    for name, field in found.items():
        assert text[slice(*field.key_span)].strip("\"'") == name
        places = [leaf.span for leaf in leaves(field)]
        assert places == sorted(places)
        for leaf in leaves(field):
            assert field.span.start <= leaf.span.start <= leaf.span.end <= field.span.end
            if isinstance(leaf.value, str) and leaf.value.isalpha():
                assert text[slice(*leaf.span)] == leaf.value
            elif isinstance(leaf.value, int) and not isinstance(leaf.value, bool):
                assert text[slice(*leaf.span)] == str(leaf.value)


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4), st.sampled_from([None, 1]))
def test_all_places_of_json(content: dict[str, Any], indent: int | None) -> None:
    assert_places(json.dumps(content, ensure_ascii=False, indent=indent) + "\n", content)


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4), st.booleans())
def test_all_places_of_yaml(content: dict[str, Any], flow: bool) -> None:
    written = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=10_000)
    assert_places(f"---\n{written}---\n", content)


def test_a_no_break_space_beside_another_is_in_its_place():
    text = '---\ntitle: "là \N{NO-BREAK SPACE}bas, 3 € "\n---\n\nText.\n'
    title = next(iter(parse_markdown(Source("a.md", text)))).title

    assert title is not None
    assert [text[slice(*title.span(at, at + 1))] for at in range(len(title.text))] == list(title.text)
