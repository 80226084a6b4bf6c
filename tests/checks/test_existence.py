"""Words that should not stand in a text, through rule files of both formats."""

from __future__ import annotations

import pytest

from checks.packed import findings, marked, mended, messages, notes
from smolint.errors import ConfigError


def rule(*lines: str, message: str = "No '{match}'.") -> str:
    return "\n".join(["extends: existence", f'message: "{message}"', *lines])


WORDS = "tokens: [leverage, 'cutting[- ]edge', 'à la pointe']"


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        pytest.param([WORDS], "We leverage a cutting-edge oven.", ["leverage", "cutting-edge"], id="whole words"),
        pytest.param([WORDS], "Deleverage, leveraged.", [], id="not within words"),
        pytest.param([WORDS], "We Leverage it.", [], id="case counts"),
        pytest.param([WORDS, "ignorecase: true"], "We LEVERAGE it.", ["LEVERAGE"], id="any case"),
        pytest.param([WORDS], "Un four à la pointe.", ["à la pointe"], id="accents at a word's edge"),
        pytest.param([WORDS], "Try `leverage` or *lever*age.", ["lever*age"], id="no code, but markup"),
        pytest.param(["tokens: ['foo|bar']"], "foo bar", ["foo", "bar"], id="alternatives in a token"),
        pytest.param(["tokens: ['!!+']", "nonword: true"], "Hey!! You!", ["!!"], id="signs are no words"),
        pytest.param(["raw: ['\\bfoo', ' \\w+']"], "a foo bar baz", ["foo bar"], id="raw pieces are one pattern"),
        pytest.param(["raw: [' now']", "tokens: [go]", "append: true"], "go now, go", ["go now"], id="raw after"),
        pytest.param([WORDS, "exceptions: ['leverage ratio']"], "The leverage ratio. We leverage.", ["leverage"],
                     id="within an exception of several words"),
        pytest.param(["tokens: ['\\w+ing']", "exceptions: [thing]"], "a thing being", ["being"], id="an exception"),
        pytest.param(["tokens: ['(?<!very )good']"], "very good, good", ["good"], id="look-behind"),
        pytest.param(["tokens: ['foo(?= bar)']"], "foo bar, foo baz", ["foo"], id="look-ahead"),
        pytest.param(["tokens: ['fo(?i)O']"], "foo foO FOO", ["foo", "foO"], id="a flag in the middle"),
        pytest.param(["tokens: ['(?<x>\\w)\\k<x>']"], "aa ab", ["aa"], id="a named group of .NET"),
        pytest.param(["tokens: ['\\p{Lu}+']"], "ÉÀ et eux", ["ÉÀ"], id="a property of Unicode"),
        pytest.param(["tokens: [leverage]", "limit: 1"], "leverage leverage", ["leverage"], id="a limit"),
        pytest.param(["tokens: [leverage]", "scope: [heading]"], "# We leverage\n\nWe leverage.", ["leverage"],
                     id="headings only"),
        pytest.param(["tokens: [and$]", "scope: [raw]"], "this and\nthat", ["and"], id="the end of a line"),
    ],
)  # fmt: skip
def test_finds_words_and_patterns(tmp_path, lines, text, expected):
    assert marked(tmp_path, rule(*lines), text) == expected


def test_a_message_names_the_match(tmp_path):
    assert messages(tmp_path, rule(WORDS), "We leverage.") == ["No 'leverage'."]


def test_a_style_of_vale_is_read_as_it_is(tmp_path):
    style = "extends: existence\nmessage: \"Avoid '%s' {here}.\"\nlevel: error\nignorecase: true\ntokens:\n  - very\n"
    found = findings(tmp_path, style, "A Very good day.", vale=True)
    assert [(one.rule, one.message, one.level, one.column) for one in found] == [
        ("House.Rule", "Avoid 'Very' {here}.", "error", 3)
    ]


@pytest.mark.parametrize(
    ("action", "text", "expected"),
    [
        pytest.param("{name: replace, params: [use]}", "We leverage.", ["use"], id="replace"),
        pytest.param("{name: replace, params: [use, employ]}", "We leverage.", ["use"], id="the first of several"),
        pytest.param("{name: edit, params: [upper]}", "We leverage.", ["LEVERAGE"], id="edit"),
        pytest.param("{name: edit, params: [trim_right, age, suffix, ity]}", "We leverage.", ["leverity"], id="steps"),
        pytest.param("{name: edit, params: [[regex, 'l(.)', 'L$1'], [suffix, s]]}", "We leverage.", ["Leverages"],
                     id="lists of steps"),
        pytest.param("{name: edit, params: [truncate, r]}", "We leverage.", ["leve"], id="truncate"),
        pytest.param("{name: edit, params: [split, e, '1']}", "We leverage.", ["v"], id="split"),
        pytest.param("{name: convert, params: [simple]}", "We leverage.", [""], id="convert changes nothing here"),
        pytest.param("{name: replace, params: [use]}", "We *lever*age.", [""], id="no fix over markup"),
    ],
)  # fmt: skip
def test_actions_become_fixes(tmp_path, action, text, expected):
    assert mended(tmp_path, rule("tokens: [leverage]", f"action: {action}"), text) == expected


def test_groups_of_a_token_fill_a_replacement(tmp_path):
    lines = ["tokens: ['a (b)', 'in (\\w+) to']", "action: {name: replace, params: ['for $1']}"]
    assert mended(tmp_path, rule(*lines), "in order to") == ["for order"]


@pytest.mark.parametrize(
    ("line", "safe"),
    [pytest.param("safe: true", True, id="vouched for"), pytest.param("safe: false", False, id="by default")],
)
def test_a_fix_is_safe_only_where_the_rule_says_so(tmp_path, line, safe):
    lines = ["tokens: [leverage]", "action: {name: replace, params: [use]}", line]
    assert [one.fix.safe for one in findings(tmp_path, rule(*lines), "We leverage.")] == [safe]


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        pytest.param(["tokens: ['(foo']"], 3, "'(foo' is no pattern", id="a bracket too few"),
        pytest.param(["tokens: ['*foo']"], 3, "nothing before it", id="nothing to repeat"),
        pytest.param(["tokens: [a]", "exceptions: ['[a']"], 4, "'[' stands without", id="an exception"),
        pytest.param(["tokens: [a]", "action: {name: replce}"], 4, "did you mean 'replace'", id="an action"),
        pytest.param(["tokens: [a]", "action: {name: edit, params: [trm, a]}"], 4, "did you mean 'trim'", id="a step"),
        pytest.param(["tokns: [a]"], 3, "did you mean 'tokens'", id="a key"),
    ],
)
def test_a_wrong_rule_is_named_with_its_line(tmp_path, lines, line, words):
    with pytest.raises(ConfigError) as caught:
        findings(tmp_path, rule(*lines), "text")
    assert caught.value.line == line
    assert words in str(caught.value)


def test_a_pattern_that_explodes_is_stopped_and_noted(tmp_path, monkeypatch):
    monkeypatch.setattr("smolint.patterns.SECONDS", 0.05)
    lines = rule("tokens: ['(?:\\w|\\w\\w)+(?=!#)']", "nonword: true")
    text = "a" * 60
    found = notes(tmp_path, lines, text)
    assert len(found) == 1
    assert "house/rule" in found[0]
    assert "rule.yml:3" in found[0]
