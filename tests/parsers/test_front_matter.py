"""Front matter: each value with its place, and what is wrong with it."""

from __future__ import annotations

import pytest

from smolint.parsers.front_matter import read_front_matter


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param('---\nt: "é à"  # c\n---\n', "é à", id="YAML in quotes"),
        pytest.param("--- \r\né: x\r\nt: un mot\r\n---\r\n", "un mot", id="YAML with CRLF"),
        pytest.param("---\nt: >-\n  un\n  deux\n\nb: c\n---\n", "un\n  deux", id="YAML folded"),
        pytest.param('+++\nt = "a"\n[x]\nb = 1\n+++\n', "a", id="TOML"),
        pytest.param('{"b": [1, {"t": 2}], "t": "a"}\n', "a", id="JSON"),
    ],
)
def test_place_of_a_value(text: str, written: str) -> None:
    front = read_front_matter(text)
    field = dict(front.fields)["t"]
    assert text[field.span.start : field.span.end] == written
    assert text[field.key_span.start : field.key_span.end] == "t"
    assert text[front.body_start :] == ""


def test_dates_are_iso_strings_and_children_have_places() -> None:
    text = "---\nd: 2020-01-02\nl:\n  - {a: 'x'}\n---\n"
    fields = dict(read_front_matter(text).fields)
    inner = fields["l"].get(0, "a")
    assert fields["d"].value == "2020-01-02"
    assert inner is not None
    assert text[inner.span.start : inner.span.end] == "x"


@pytest.mark.parametrize(
    ("text", "kind", "marked"),
    [
        pytest.param("---\na: b: c\n---\nDit.", "YAML", ": c", id="YAML"),
        pytest.param("+++\na = \n+++\nDit.", "TOML", " ", id="TOML"),
        pytest.param('{\n"a": x\n}\nDit.', "JSON", "x", id="JSON"),
        pytest.param("---\na: " + "[" * 5000 + "\n---\nDit.", "YAML", "[" * 4951, id="nested too deeply"),
    ],
)
def test_broken_front_matter_is_a_problem_and_the_body_is_read(text: str, kind: str, marked: str) -> None:
    front = read_front_matter(text)
    (problem,) = front.problems
    assert (problem.rule, problem.values["kind"]) == ("front-matter/invalid", kind)
    assert text[problem.span.start : problem.span.end] == marked
    assert text[front.body_start :] == "Dit."


@pytest.mark.parametrize(
    ("fields", "code", "marked"),
    [
        pytest.param('t: "Le pain\nd: 2024', "quote-open", '"Le pain', id="a quotation mark that is never closed"),
        pytest.param("t: 'L'aube est là'", "after-quote", "aube est là'", id="an apostrophe in single marks"),
        pytest.param('t: "Pain" du jour', "after-quote", "du jour", id="text after the closing mark"),
        pytest.param("t: [Annonce] Le pain", "after-bracket", "Le pain", id="a title that begins with a bracket"),
        pytest.param("t: [a, b\nd: 2024", "bracket-open", "[a, b", id="a list that is never closed"),
        pytest.param("t: Pain : une vie : la nôtre", "colon", ": une vie : la nôtre", id="a colon in a title"),
        pytest.param("t: a\n  d: b", "indentation", "  d: b", id="a field too far in"),
        pytest.param("t: a\nd 2024\ne: b", "no-colon", "d 2024", id="a field without its colon"),
        pytest.param("t: @jean", "sign", "@jean", id="an at sign"),
        pytest.param("t: *gras* et", "sign", "*gras* et", id="emphasis"),
        pytest.param("t: `code`", "sign", "`code`", id="code"),
        pytest.param("t:\n\t- a", "tab", "\t- a", id="a tab"),
        pytest.param('t: "C:\\pain"', "escape", '\\pain"', id="a backslash"),
        pytest.param("t: a\x08b", "control", "\x08b", id="a control character"),
    ],
)
def test_faults_of_yaml_are_named_where_they_are(fields: str, code: str, marked: str) -> None:
    text = f"---\n{fields}\n---\nDit."
    (problem,) = read_front_matter(text).problems
    assert (problem.values["variant"], text[slice(*problem.span)]) == (code, marked)


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        pytest.param("+++\nt = Pain\n+++\n", "no-quotes", "Pain", id="TOML without marks"),
        pytest.param('+++\nt = "Pain\n+++\n', "quote-open", '"Pain', id="a TOML text that is never closed"),
        pytest.param('+++\nt: "Pain"\n+++\n', "no-equals", ': "Pain"', id="YAML between the fences of TOML"),
        pytest.param('+++\nt = "a"\nt = "b"\n+++\n', "twice", 't = "b"', id="a TOML field twice"),
        pytest.param('+++\nt = ["a", "b"\n+++\n', "bracket-open", '["a", "b"', id="a TOML list that is never closed"),
        pytest.param('+++\nt = "C:\\pain"\n+++\n', "escape", '\\pain"', id="a backslash in TOML"),
        pytest.param("+++\nt = 1 2\n+++\n", "after-value", "2", id="two TOML values"),
        pytest.param('{\n"t": "a",\n}\n', "comma", ",", id="a comma at the end of JSON"),
        pytest.param('{\n"t": "a"\n"u": 1\n}\n', "no-comma", '"u": 1', id="JSON without a comma"),
        pytest.param("{\n\"t\": 'a'\n}\n", "no-quotes", "'a'", id="JSON with single marks"),
        pytest.param('{\n"t": "a\n}\n', "quote-open", '"a', id="a JSON text that is never closed"),
        pytest.param("---\nt: a\n\nDit.", "fence-open", "---", id="front matter that is never closed"),
    ],
)
def test_faults_of_the_other_kinds_are_named(text: str, code: str, marked: str) -> None:
    (problem,) = read_front_matter(text).problems
    assert (problem.values["variant"], text[slice(*problem.span)]) == (code, marked)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\nDit.\n---\n", id="text between thematic breaks"),
        pytest.param("---\n\nDit.\n", id="one thematic break"),
        pytest.param("{% include a %}", id="a template tag"),
        pytest.param("Dit.\n---\na: b\n---\n", id="not at the start"),
    ],
)
def test_no_front_matter(text: str) -> None:
    front = read_front_matter(text)
    assert (front.kind, front.body_start, front.problems) == ("", 0, ())


def test_unclosed_front_matter_is_a_problem() -> None:
    (problem,) = read_front_matter("---\ntitle: x\n\nDit.").problems
    assert problem.span == (0, 3)


def test_aliases_cannot_explode() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 12))
    front = read_front_matter(f"---\nl0: &l0 [a]\n{levels}---\n")
    assert len(front.fields) == 12
