import pytest

from smolint.finding import Level
from smolint.rules import Rule, fill, translate

NARROW, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("template", "values", "language", "text"),
    [
        pytest.param("As it is.", {}, "en", "As it is.", id="nothing to fill in"),
        pytest.param("“{text}”", {"text": "a {b}"}, "en", "“a {b}”", id="braces in a value stay"),
        pytest.param("{words:word|words}", {"words": 1}, "en", f"1{WIDE}word", id="one word"),
        pytest.param("{words:word|words}", {"words": 0}, "en", f"0{WIDE}words", id="English: no words, plural"),
        pytest.param("{words:word|words}", {"words": 2}, "en", f"2{WIDE}words", id="two words"),
        pytest.param("{words:mot|mots}", {"words": 0}, "fr", f"0{WIDE}mot", id="French: zero mot, singular"),
        pytest.param("{words:mot|mots}", {"words": 1.5}, "fr", f"1,5{WIDE}mot", id="French: 1,5 mot, singular"),
        pytest.param("{words:word|words}", {"words": 1.5}, "en", f"1.5{WIDE}words", id="English: 1.5 words, plural"),
        pytest.param("{words:mot|mots}", {"words": 2}, "fr", f"2{WIDE}mots", id="French: two"),
        pytest.param("{n}", {"n": 63206}, "en", "63,206", id="English thousands"),
        pytest.param("{n}", {"n": 63206}, "fr", f"63{NARROW}206", id="French thousands"),
        pytest.param("{n}", {"n": 1234.56}, "fr", f"1{NARROW}234,6", id="French decimals"),
        pytest.param("{n}", {"n": 7.25}, "en", "7.2", id="one decimal"),
        pytest.param("{year}", {"year": "2011"}, "en", "2011", id="a year is a text"),
        pytest.param("{yes}", {"yes": True}, "en", "True", id="true is no number"),
        pytest.param("{missing}", {}, "en", "{missing}", id="a value that nobody gave"),
        pytest.param("{missing:mot|mots}", {}, "fr", f"{{missing}}{WIDE}mots", id="a number that nobody gave"),
        pytest.param("{n:mot|mots}", {"n": "3"}, "fr", f"3{WIDE}mots", id="a number that is a text"),
        pytest.param("100 % {sure", {}, "en", "100 % {sure", id="a brace that is never closed"),
        pytest.param("{n} of 100 }", {"n": 1}, "en", "{n} of 100 }", id="a brace that was never opened"),
        pytest.param("{{{n}}}", {"n": 1}, "en", "{1}", id="braces as text"),
        pytest.param("{}", {"": 1}, "en", "1", id="a field without a name"),
        pytest.param("{n}", {"n": "{m}", "m": 1}, "en", "{m}", id="braces in a value"),
    ],
)
def test_fill(template, values, language, text):
    assert fill(template, values, language) == text


@pytest.mark.parametrize(
    ("words", "language", "text"),
    [
        pytest.param({"en": "a", "fr": "b"}, "fr", "b", id="the language asked for"),
        pytest.param({"en": "a", "fr": "b"}, "de", "a", id="else English"),
        pytest.param({"fr": "b"}, "de", "b", id="else any"),
        pytest.param({}, "en", "", id="else nothing"),
    ],
)
def test_translate(words, language, text):
    assert translate(words, language) == text


RULE = Rule(
    "a/b",
    "check",
    Level.WARNING,
    {"en": "Plain {n}.", "fr": "Simple {n}."},
    messages={"loud": {"en": "LOUD {n}."}},
)


@pytest.mark.parametrize(
    ("language", "variant", "message"),
    [
        pytest.param("en", "", "Plain 3.", id="the message"),
        pytest.param("fr", "", "Simple 3.", id="in French"),
        pytest.param("en", "loud", "LOUD 3.", id="a variant"),
        pytest.param("fr", "loud", "LOUD 3.", id="a variant without a translation"),
        pytest.param("fr", "other", "Simple 3.", id="a variant that the rule does not know"),
    ],
)
def test_say(language, variant, message):
    assert RULE.say({"n": 3}, language, variant) == message
