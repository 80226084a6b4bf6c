"""Words that another word should stand for, through rule files of both formats."""

from __future__ import annotations

import pytest

from checks.packed import findings, marked, mended, messages


def rule(*lines: str) -> str:
    return "\n".join(["extends: substitution", "message: \"'{replacement}' for '{match}'\"", *lines])


REPLACE = "action: {name: replace}"


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        pytest.param(["swap: {in order to: to}"], "In order in order to go", ["'to' for 'in order to'"], id="a word"),
        pytest.param(["swap: {use: employ}"], "reused, user", [], id="not within words"),
        pytest.param(["swap: {'utili[sz]e': use}", "ignorecase: true"], "Utilise", ["'use' for 'Utilise'"], id="class"),
        pytest.param(["swap: {'(\\w+)ize': '$1ise'}"], "realize", ["'realise' for 'realize'"], id="a group"),
        pytest.param(["swap: {a lot of: many|much}"], "a lot of", ["'many / much' for 'a lot of'"], id="a choice"),
        pytest.param(["swap: {in order: first, in order to: to}"], "in order to", ["'to' for 'in order to'"],
                     id="the longest goes first"),
        pytest.param(["swap: {'java ?script': JavaScript}", "ignorecase: true"], "JavaScript, Javascript",
                     ["'JavaScript' for 'Javascript'"], id="what is right already"),
        pytest.param(["swap: {\"dans le but d'\": 'pour '}", "nonword: true"], "dans le but d'aller",
                     ["'pour' for 'dans le but d''"], id="a space that the text needs and the message does not"),
        pytest.param(["swap: {'\\.\\.\\.': '…'}", "nonword: true"], "Well...", ["'…' for '...'"], id="signs"),
        pytest.param(["swap: {mail: email}", "exceptions: [mail order]"], "mail order mail", ["'email' for 'mail'"],
                     id="an exception"),
    ],
)  # fmt: skip
def test_says_what_to_write(tmp_path, lines, text, expected):
    assert messages(tmp_path, rule(*lines), text) == expected


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        pytest.param([REPLACE, "swap: {in order to: to}"], "We go in order to eat.", ["to"], id="replace"),
        pytest.param([REPLACE, "swap: {human kind: people}", "ignorecase: true", "matchcase: true"], "HUMAN KIND",
                     ["PEOPLE"], id="the case of the match"),
        pytest.param([REPLACE, "swap: {in order to: to}", "ignorecase: true", "capitalize: true"], "In order to eat.",
                     ["To"], id="a capital"),
        pytest.param(["swap: {in order to: to}"], "We go in order to eat.", [""], id="no action, no fix"),
        pytest.param(["safe: true", "swap: {in order to: to}"], "We go in order to eat.", ["to"], id="vouched for"),
    ],
)  # fmt: skip
def test_mends(tmp_path, lines, text, expected):
    assert mended(tmp_path, rule(*lines), text) == expected


def test_the_title_lists_all_choices_and_is_not_safe(tmp_path):
    found = findings(tmp_path, rule("safe: true", "swap: {a lot of: many|much}"), "a lot of bread")
    assert [(one.fix.title, one.fix.safe) for one in found] == [("a lot of → many / much", False)]


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        pytest.param("", "We Utilize it.", "Use 'use' instead of 'Utilize'.", id="plain"),
        pytest.param(
            "action:\n  name: replace\n", "We Utilize it.", "Use 'use' instead of 'Utilize'.", id="quoted once"
        ),
        pytest.param("action:\n  name: replace\n", "lots of it", "Use 'many' or 'much' instead of 'lots of'.", id="or"),
    ],
)
def test_a_style_of_vale_speaks_as_vale(tmp_path, lines, text, expected):
    style = (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\n"
        f"{lines}swap:\n  utilize: use\n  lots of: many|much\n"
    )
    assert messages(tmp_path, style, text, vale=True) == [expected]


def test_marks_only_what_stands_there(tmp_path):
    assert marked(tmp_path, rule("swap: {foo: bar}"), "A **foo** and `foo`, [foo](http://foo.example).") == [
        "foo",
        "foo",
    ]
