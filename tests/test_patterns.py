"""Patterns of rule packs: what they need, and that looking for it first loses no match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.pattern_tree import PatternError, needs, spellings
from smolint.patterns import SlowPatternError, joined_tokens, pattern


@pytest.mark.parametrize(
    ("expression", "literals"),
    [
        pytest.param("Cutting-Edge", {"cutting-edge"}, id="a word"),
        pytest.param("utili[sz]e", {"utilise", "utilize"}, id="a small class"),
        pytest.param("(?:bunch|group) of", {"bunch of", "group of"}, id="a group"),
        pytest.param("colou?r", {"color", "colour"}, id="an optional letter"),
        pytest.param(r"foo.*barbaz", {"barbaz"}, id="the longest of several"),
        pytest.param(r"\bcat\b", {"cat"}, id="edges of words"),
        pytest.param(r"(?<=to )go", {"go"}, id="look-behind"),
        pytest.param(r"[^\s]+", set(), id="nothing certain"),
        pytest.param("foo|.", set(), id="a way that needs nothing"),
        pytest.param("(?:foo)*bar", {"bar"}, id="what may be missing"),
        pytest.param("(?x) foo  bar", set(), id="spaces that do not count"),
    ],
)
def test_knows_what_each_match_holds(expression, literals):
    assert needs(expression).literals == literals


@pytest.mark.parametrize(
    ("expression", "opens", "closes"),
    [
        pytest.param("colou?r", True, True, id="a fixed text"),
        pytest.param(r"utilis\w+", True, False, id="how words begin"),
        pytest.param(r"\w+isation", False, True, id="how words end"),
        pytest.param(r".utilis\w", False, False, id="what stands inside"),
        pytest.param("(?:foo.|bar.)z", True, False, id="a group"),
        pytest.param("(?:foo.|.bar)", False, False, id="ways that differ"),
        pytest.param(r"(?:un |des )?(?:a{3}|off) texte", False, True, id="after what is not known"),
    ],
)
def test_knows_where_in_a_match_it_stands(expression, opens, closes):
    found = needs(expression)
    assert (found.opens, found.closes) == (opens, closes)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        pytest.param("(foo", "a '(' stands without its ')'", id="open"),
        pytest.param("foo)", "a ')' stands without its '('", id="closed"),
        pytest.param("[foo", "a '[' stands without its ']'", id="class"),
        pytest.param("+foo", "nothing before it to repeat", id="repetition of nothing"),
        pytest.param("a+*", "two signs of repetition", id="repetition twice"),
        pytest.param("(?^a)", "begins no known group", id="group"),
        pytest.param("foo\\", "a backslash stands at the end", id="backslash"),
    ],
)
def test_says_what_is_not_well_formed(expression, words):
    with pytest.raises(PatternError) as caught:
        needs(expression)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("expression", "text", "found"),
    [
        pytest.param("(?i)straße", "STRAßE", ["STRAßE"], id="any case"),
        pytest.param("(?<a>x)(?'b'y)", "xy", ["xy"], id="names of .NET"),
        pytest.param(r"(?<=a+)b", "aab", ["b"], id="look-behind of any length"),
        pytest.param(r"\Qa.b\E", "a.b axb", ["a.b"], id="quoted"),
        pytest.param(r"b\z", "b b", ["b"], id="the very end"),
        pytest.param("[[:upper:]]x", "Ax ax", ["Ax"], id="a class by name"),
        pytest.param("(?:a(?i)b|c)d", "aBd Cd cD", ["aBd", "Cd"], id="a flag to the end of its group"),
        pytest.param("(?>a+)b", "aab", ["aab"], id="atomic"),
        pytest.param("été", "Cet été, l’été", ["été", "été"], id="accents"),
    ],
)
def test_reads_the_syntax_of_dotnet(expression, text, found):
    assert [one.group() for one in pattern(expression).finditer(text)] == found


def test_lists_the_spellings_of_a_term():
    assert spellings("OAuth2?") == {"OAuth", "OAuth2"}
    assert spellings(r"\w+") == frozenset()


def test_a_pattern_that_takes_too_long_is_given_up_for_good(monkeypatch):
    monkeypatch.setattr("smolint.patterns.SECONDS", 0.05)
    exploding = joined_tokens([r"(?:\w|\w\w)+(?=!!)"], nonword=True)
    for text in ("a" * 60, "short"):
        with pytest.raises(SlowPatternError):
            exploding.search(text)


@given(st.text("ab(|)[]*+?{}\\^$.1,-x:<=!P'iQ", max_size=12))
def test_no_expression_gives_anything_but_a_pattern_or_an_error(expression):
    try:
        pattern(expression).search("ab")
    except PatternError:
        return
