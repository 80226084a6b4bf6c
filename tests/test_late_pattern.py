"""Late patterns find what compiled ones find, and are compiled once."""

import copy
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.late_pattern import late_pattern

PATTERN, FLAGS = r"(?P<letter>[a-c])|\d+", re.IGNORECASE


@pytest.fixture
def compilations(monkeypatch):
    """The patterns that are compiled during a test, in order."""
    made, real = [], re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: made.append(pattern) or real(pattern, flags))
    return made


@given(st.text("abcABC019 x", max_size=12))
def test_all_methods_find_the_same(text):
    late, real = late_pattern(PATTERN, FLAGS), re.compile(PATTERN, FLAGS)
    for method in ("match", "fullmatch", "search"):
        assert repr(getattr(late, method)(text)) == repr(getattr(real, method)(text))
    assert [one.span() for one in late.finditer(text, 1)] == [one.span() for one in real.finditer(text, 1)]
    assert late.findall(text) == real.findall(text)
    assert late.split(text) == real.split(text)
    assert (late.sub("-", text), late.subn("-", text)) == (real.sub("-", text), real.subn("-", text))


@pytest.mark.parametrize("name", ["pattern", "flags", "groups", "groupindex"])
def test_what_a_pattern_tells_of_itself(name):
    assert getattr(late_pattern(PATTERN, FLAGS), name) == getattr(re.compile(PATTERN, FLAGS), name)


def test_it_is_compiled_when_it_is_first_used_and_once(compilations):
    late = late_pattern("a")
    assert compilations == []
    assert [bool(late.search("cat")), bool(late.match("cat")), late.findall("aa")] == [True, False, ["a", "a"]]
    assert compilations == ["a"]


def test_what_a_pattern_does_not_have():
    with pytest.raises(AttributeError):
        late_pattern("a").no_such_method()


def test_copies():
    assert copy.copy(late_pattern("a")).findall("aa") == ["a", "a"]
