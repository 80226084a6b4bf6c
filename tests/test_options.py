from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from smolint.options import OptionError, build_options, nearest, option_defaults, option_types


@dataclass(frozen=True)
class Limits:
    max_words: int = 30
    share: float = 0.25
    words: tuple[str, ...] = ()
    strict: bool = False
    note: str = ""
    ceiling: int | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    anything: Any = None


@pytest.mark.parametrize(
    ("raw", "name", "value"),
    [
        pytest.param({"max-words": 12}, "max_words", 12, id="a whole number"),
        pytest.param({"share": 1}, "share", 1.0, id="a whole number where any number will do"),
        pytest.param({"words": ["a", "b"]}, "words", ("a", "b"), id="a list becomes a tuple"),
        pytest.param({"strict": True}, "strict", True, id="true"),
        pytest.param({"ceiling": 5}, "ceiling", 5, id="an optional number"),
        pytest.param({"ceiling": None}, "ceiling", None, id="an optional number left open"),
        pytest.param({"weights": {"a": 2}}, "weights", {"a": 2.0}, id="a table of numbers"),
        pytest.param({"anything": {"x": [1]}}, "anything", None, id="a map for no known platform is left out"),
        pytest.param({}, "max_words", 30, id="the default"),
    ],
)
def test_values_are_converted(raw, name, value):
    assert getattr(build_options(Limits, raw), name) == value


@pytest.mark.parametrize(
    ("raw", "message", "hint"),
    [
        pytest.param({"max-word": 3}, "unknown key 'max-word'", "did you mean 'max-words'?", id="a misspelt key"),
        pytest.param({"zzz": 3}, "unknown key 'zzz'", "", id="a key like no other"),
        pytest.param({"max_words": 3}, "unknown key 'max_words'", "did you mean 'max-words'?", id="an underscore"),
        pytest.param({"max-words": "3"}, "'max-words' must be a whole number, not '3'", "", id="text for a number"),
        pytest.param({"max-words": 3.5}, "'max-words' must be a whole number, not 3.5", "", id="a fraction"),
        pytest.param({"max-words": True}, "'max-words' must be a whole number, not True", "", id="true for a number"),
        pytest.param({"share": False}, "'share' must be a number, not False", "", id="false for a fraction"),
        pytest.param({"words": "a"}, "'words' must be a list, not 'a'", "", id="one text for a list"),
        pytest.param({"words": [1]}, "'words' must be a text, not 1", "", id="a number in a list of texts"),
        pytest.param({"strict": 1}, "'strict' must be true or false, not 1", "", id="one for true"),
        pytest.param({"weights": 3}, "'weights' must be a table, not 3", "", id="a number for a table"),
        pytest.param({"ceiling": "x"}, "'ceiling' must be a whole number, not 'x'", "", id="text for an optional one"),
        pytest.param(
            {"max-words": {"blog": "many"}},
            "'max-words' must be a whole number, not 'many'",
            "",
            id="a wrong type in a map by platform",
        ),
    ],
)
def test_wrong_values_are_refused_in_plain_words(raw, message, hint):
    with pytest.raises(OptionError) as caught:
        build_options(Limits, raw)
    assert str(caught.value) == message
    assert caught.value.hint == hint
    assert caught.value.key == next(iter(raw))


@pytest.mark.parametrize(
    ("value", "platform", "kind", "words"),
    [
        pytest.param({"blog": 150, "social": 60}, "ghost", "blog", 150, id="by kind"),
        pytest.param({"blog": 150, "ghost": 90}, "ghost", "blog", 90, id="the name goes before the kind"),
        pytest.param({"blog": 150, "default": 80}, "chirp", "social", 80, id="the map's own default"),
        pytest.param({"blog": 150}, "chirp", "social", 30, id="nothing for this platform: the check's default"),
        pytest.param(7, "chirp", "social", 7, id="one value for all"),
    ],
)
def test_values_by_platform(value, platform, kind, words):
    assert build_options(Limits, {"max-words": value}, platform, kind).max_words == words


def test_keys_are_written_with_hyphens():
    assert list(option_types(Limits))[:2] == ["max-words", "share"]
    assert option_defaults(Limits)["max-words"] == 30
    assert option_defaults(Limits)["weights"] == {}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("imgae/missing", "image/missing", id="two letters swapped"),
        pytest.param("image/misssing", "image/missing", id="a letter too many"),
        pytest.param("calendar", "", id="nothing near"),
        pytest.param("", "", id="no word at all"),
    ],
)
def test_nearest(word, found):
    assert nearest(word, ["image/missing", "hashtag/case", "link/empty"]) == found
