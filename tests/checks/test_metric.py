"""Formulas over the measures of a text, through rule files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.packed import findings, messages
from smolint.checks.formula import Formula, FormulaError
from smolint.errors import ConfigError

POST = "# Bread\n\nWe bake bread. You eat it.\n\n# Oven\n"


def rule(formula: str, condition: str) -> str:
    return f'extends: metric\nmessage: "{{value}}"\nformula: |\n  {formula}\ncondition: "{condition}"\n'


@pytest.mark.parametrize(
    ("formula", "condition", "expected"),
    [
        pytest.param("words", "> 3", ["6.0"], id="words"),
        pytest.param("words / sentences", "> 2", ["3.0"], id="division"),
        pytest.param("heading.h1 + list", "> 0", ["2.0"], id="structure"),
        pytest.param("math.sqrt(words + 3) - 1", "== 2", ["2.0"], id="a function"),
        pytest.param("words", "> 6", [], id="not met"),
        pytest.param("words", "> 5 && sentences < 2", [], id="two conditions"),
        pytest.param("words / pre", "> 0", [], id="a division by zero"),
    ],
)
def test_measures_a_post(tmp_path, formula, condition, expected):
    assert messages(tmp_path, rule(formula, condition), POST) == expected


@pytest.mark.parametrize(
    ("formula", "line", "words"),
    [
        pytest.param("wrds / 2", 3, "did you mean 'words'", id="a measure"),
        pytest.param("words +", 3, "ends too early", id="the end"),
        pytest.param("words; 2", 3, "';' is not expected", id="a sign"),
        pytest.param("__import__(1)", 3, "is no measure", id="code"),
    ],
)
def test_a_wrong_formula_is_named(tmp_path, formula, line, words):
    with pytest.raises(ConfigError) as caught:
        findings(tmp_path, rule(formula, "> 1"), POST)
    assert caught.value.line == line
    assert words in str(caught.value)


@given(st.text("0123456789.+-*/%()<>=!&| words,math.sqrt", max_size=30))
def test_any_text_is_a_formula_or_an_error(text):
    try:
        Formula(text, frozenset({"words"})).value({"words": 3.0})
    except FormulaError:
        return


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("1 + 2 * 3", 7, id="order"),
        pytest.param("(1 + 2) * -3", -9, id="brackets"),
        pytest.param("8 - 2 - 1", 5, id="from left to right"),
        pytest.param("7 % 4 >= 3", 1, id="comparison"),
        pytest.param("!(1 > 2) && 1 != 1 || 2 == 2", 1, id="logic"),
        pytest.param("max(1, pow(2, 3))", 8, id="functions"),
    ],
)
def test_works_out(text, value):
    assert Formula(text, frozenset()).value({}) == value


HARD = "Organizational transformation necessitates comprehensive interdepartmental communication initiatives. " * 3
GRADE = 'extends: readability\nmessage: "{value} over {limit}"\nmetrics: [%s]\ngrade: %s\n'


@pytest.mark.parametrize("metric", ["Flesch-Kincaid", "Gunning Fog", "SMOG", "Coleman-Liau", "Automated Readability"])
def test_hard_texts_have_a_high_grade_and_easy_ones_a_low_one(tmp_path, metric):
    assert len(findings(tmp_path, GRADE % (metric, 12), HARD)) == 1
    assert findings(tmp_path, GRADE % (metric, 12), "We bake bread. You eat it.") == []


def test_an_unknown_measure_is_named(tmp_path):
    with pytest.raises(ConfigError, match="did you mean 'SMOG'"):
        findings(tmp_path, GRADE % ("SMOGG", 1), HARD)


def test_a_text_of_a_scope_is_told_at_its_line(tmp_path):
    told = findings(tmp_path, f"{rule('words', '> 3')}scope: [list]\n", "We bake good bread.\n\n- a\n- b c d e\n")
    assert [found.line for found in told] == [4]
