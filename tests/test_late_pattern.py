"""Late patterns find what compiled ones find, and are compiled once."""

import copy
import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint import late_pattern as module
from smolint.late_pattern import compiled, keep, late_pattern, recall

PATTERN, FLAGS = r"(?P<letter>[a-c])|\d+", re.IGNORECASE
PATTERNS = (
    (PATTERN, FLAGS),
    (r"(?:[^\W\d_]|\u00e9)++\s*+(?P<end>[.!?…]+)?(?(end)$|-)", 0),
    ("[\ud800-\udfff]|[\u0250-\U0010ffff]", 0),
    ("""(?x) (a) (?i:b) # letters\n (?<=b)(?P<c>c)(?P=c)""", re.DOTALL | re.MULTILINE),
    ("", re.ASCII),
    (rb"(?P<all>[^\x00-\x7f]+)", 0),
)


@pytest.fixture
def compilations(monkeypatch):
    """The patterns that are compiled during a test, in order."""
    made, parse = [], re._parser.parse
    re.purge()
    monkeypatch.setattr(re._parser, "parse", lambda pattern, flags=0: made.append(pattern) or parse(pattern, flags))
    return made


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """The folder of what is kept between runs."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    yield tmp_path / "smolint"
    keep()


def run(*patterns):
    """What a run of the command compiles."""
    recall()
    found = [compiled(*one) for one in patterns]
    keep()
    return found


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


@pytest.mark.parametrize("which", ["first", "second"])
def test_patterns_of_runs_are_those_of_re(cache, which):
    if which == "second":
        run(*PATTERNS)
    found, expected = run(*PATTERNS), [re.compile(*one) for one in PATTERNS]
    assert found == expected
    assert [one.groupindex for one in found] == [one.groupindex for one in expected]
    assert found[0].sub(r"<\g<letter>>", "aX") == "<a>X"


def test_what_a_run_compiled_is_kept(cache, compilations):
    run(("a+", 0), ("b+", 0))
    assert compilations == ["a+", "b+"]
    run(("b+", 0), ("c+", 0), ("b+", re.IGNORECASE))
    assert compilations == ["a+", "b+", "c+", "b+"]
    run(("a+", 0), ("b+", 0), ("c+", 0))
    assert len(compilations) == 4


def test_nothing_is_written_where_nothing_is_new(cache):
    run(("a+", 0))
    (kept,) = cache.glob("*.rules")
    kept.touch()
    before = kept.stat().st_mtime_ns
    run(("a+", 0))
    assert kept.stat().st_mtime_ns == before


def test_a_program_that_uses_smolint_keeps_nothing(cache, compilations):
    compiled("a+")
    assert compilations
    assert not cache.exists()


def test_of_too_many_only_those_that_were_needed_are_kept(cache, compilations, monkeypatch):
    monkeypatch.setattr(module, "_MOST_KEPT", 2)
    run(("a+", 0), ("b+", 0))
    run(("a+", 0), ("c+", 0))
    compilations.clear()
    run(("c+", 0), ("b+", 0))
    assert compilations == ["b+"]


def test_what_is_damaged_is_not_used(cache, compilations):
    run(("a+", 0))
    (kept,) = cache.glob("*.rules")
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    compilations.clear()
    assert run(("a+", 0)) == [re.compile("a+")]
    assert "a+" in compilations


def test_another_way_of_compiling_does_no_harm(cache, monkeypatch):
    monkeypatch.delattr(re._compiler, "_code")
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: (pattern, flags))
    assert run(("a+", 0)) == [("a+", 0)]


@pytest.mark.parametrize("when", ["in a run", "else"])
def test_a_pattern_that_is_wrong(cache, when):
    if when == "in a run":
        recall()
    with pytest.raises(re.error, match="unterminated character set"):
        compiled("[a")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are no forks here")
def test_what_a_worker_kept_meanwhile_stays(cache, compilations):
    recall()
    compiled("a")
    worker = os.fork()
    if not worker:
        compiled("b")
        keep()
        os._exit(0)
    os.waitpid(worker, 0)
    keep()
    compilations.clear()
    run(("a", 0), ("b", 0))
    assert compilations == []
