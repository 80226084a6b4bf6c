"""Rules come out of compiled copies as they went in, and their maps are read when they are looked at."""

import marshal
import pickle

import pytest

from smolint.finding import Level
from smolint.rule_packing import LateByWord, LateMapping, packed, packed_examples, unpacked
from smolint.rules import Example, Rule

RULE = Rule(
    id="bread/dry",
    extends="existence",
    level=Level.WARNING,
    message={"en": "Dry bread.", "fr": "Du pain sec."},
    messages={"stale": {"en": "Stale bread."}},
    help={"en": "Bake."},
    why={"en": "Nobody likes it.", "fr": "Personne n’aime ça."},
    platforms={"blog": Level.ERROR},
    options={"tokens": ["dry bread"]},
    examples=(Example("wordpress", "Dry bread.", False, ("Dry bread",)),),
    lines={"message": 3},
    needs={"bread": [(["dry"], "dry bread")], "dry": [([], "dry")]},
)


def through_a_copy(rule):
    """A rule as a later run reads it."""
    fields, examples = marshal.loads(marshal.dumps((packed(rule), packed_examples([rule]))))
    return unpacked(fields, lambda: examples)


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(RULE, id="with all it can have"),
        pytest.param(Rule("a/b", "existence", Level.ERROR, {"en": "No."}), id="with little"),
    ],
)
def test_a_rule_comes_out_as_it_went_in(rule):
    found = through_a_copy(rule)
    assert found == rule
    assert rule == found
    assert repr(found.message) == repr(rule.message)
    assert found.say({}, "fr") == rule.say({}, "fr")


def test_what_is_empty_is_false():
    found = through_a_copy(RULE)
    assert not found.helps
    assert found.help
    assert found.needs


def test_a_map_is_read_when_it_is_looked_at():
    late = LateMapping(b"no map")
    assert late
    with pytest.raises(ValueError, match="bad marshal data"):
        len(late)


@pytest.mark.parametrize("name", ["message", "messages", "help", "why", "lines", "needs"])
def test_a_late_map_is_a_map(name):
    late, real = getattr(through_a_copy(RULE), name), getattr(RULE, name)
    assert isinstance(late, LateMapping)
    assert dict(late) == real == late
    assert [*late.items()] == [*real.items()]
    assert repr(late) == repr(real)
    assert (len(late), late.get("none", 1), "none" in late) == (len(real), 1, False)
    assert pickle.loads(pickle.dumps(late)) == real


def test_of_what_a_rule_needs_each_word_is_read_when_it_is_looked_at():
    needs = LateByWord(marshal.dumps({"bread": marshal.dumps([([], "bread")]), "dry": b"no list"}))
    assert [*needs] == ["bread", "dry"]
    assert needs["bread"] == [([], "bread")] == needs["bread"]
    with pytest.raises(ValueError, match="bad marshal data"):
        needs["dry"]
