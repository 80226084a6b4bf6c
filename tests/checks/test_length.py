from __future__ import annotations

from pathlib import Path

import pytest
import smolint_twitter
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checks.social import read
from smolint.checks.length import PostLength, first_surplus, post_length
from smolint.finding import Level
from smolint.platform import Fact, Limit, Platform

(X,) = smolint_twitter.smolint_platforms()
URL = "https://example.com/" + "a" * 60


def lore(limit):
    facts = {"max_text": Fact("max_text", limit, "lore", "2026-11", "low")}
    return Platform("lore", "Lore", "social", facts=facts)


def marks(text, platform=X, **options):
    reading = read(text, platform)
    return [(reading.draft.source[mark.span], mark) for mark in post_length(reading, PostLength(**options))]


@pytest.mark.parametrize(
    ("text", "surplus", "length"),
    [
        pytest.param("a" * 280 + "bc", "bc", 282, id="plain letters"),
        pytest.param("é" * 279 + "…s", "…s", 282, id="a heavy character that no longer fits"),
        pytest.param("a" * 258 + " " + URL, URL, 282, id="a URL is not cut"),
        pytest.param(f"{URL} " + "a" * 257, "a", 281, id="a URL that fits counts 23"),
        pytest.param("🥖" * 140 + "👩‍🚀", "👩‍🚀", 282, id="an emoji is not cut"),
        pytest.param("a" * 279 + " end", "end", 283, id="the space before the surplus is not marked"),
        pytest.param("a" * 278 + "x" + "e\u0301e\u0301", "e\u0301", 281, id="an accent stays with its letter"),
    ],
)
def test_marks_what_does_not_fit(text, surplus, length):
    ((marked, mark),) = marks(text)
    assert marked == surplus
    assert mark.values == {"length": length, "limit": 280, "surplus": length - 280, "platform": "X (Twitter)"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("a" * 280, id="exactly full"),
        pytest.param(("a" * 30 + " ") * 8 + URL, id="a long URL"),
        pytest.param("👩‍🚀" * 140, id="emoji of several characters"),
    ],
)
def test_leaves_alone_what_fits(text):
    assert marks(text) == []


def test_a_platform_without_a_limit_is_never_exceeded():
    assert marks("a" * 9999, Platform("none", "None", "social")) == []


def test_a_limit_of_low_confidence_raises_no_error():
    ((_, mark),) = marks("a" * 11, lore(10))
    assert mark.at_most == Level.WARNING


def test_a_limit_of_ones_own_goes_before_the_fact():
    ((marked, mark),) = marks("a" * 11, lore(99), limit=10)
    assert (marked, mark.at_most) == ("a", None)


def with_bytes(*, certain):
    facts = {
        "max_text": Fact("max_text", 10, "known", "2026-11", "high"),
        "max_bytes": Fact("max_bytes", 20, "known", "2026-11", "high"),
    }
    limits = (Limit("bytes", "max_bytes", lambda text: len(text.encode()), certain=certain),)
    return Platform("wall", "Wall", "social", facts=facts, limits=limits)


@pytest.mark.parametrize(
    ("certain", "at_most"),
    [pytest.param(True, None, id="certain"), pytest.param(False, Level.WARNING, id="contested")],
)
def test_a_further_limit_speaks_in_its_own_words(certain, at_most):
    ((marked, mark),) = marks("🥖" * 6, with_bytes(certain=certain), further=True)
    assert (marked, mark.variant, mark.at_most) == ("🥖", "bytes", at_most)
    assert (mark.values["length"], mark.values["limit"], mark.values["surplus"]) == (24, 20, 4)


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        pytest.param("🥖" * 5, [], id="both kept"),
        pytest.param("🥖" * 11, [""], id="the first one goes before"),
    ],
)
def test_a_further_limit_waits_for_the_first(text, variants):
    assert [mark.variant for _, mark in marks(text, with_bytes(certain=True), further=True)] == variants


def test_a_rule_on_one_limit_leaves_the_others_alone():
    assert marks("🥖" * 6, with_bytes(certain=True)) == []


def long_conformance_posts():
    path = Path(__file__).parents[1] / "conformance" / "twitter-text" / "validate.yml"
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))["tests"]["WeightedTweetsWithDiscountedEmojiCounterTest"]
    return [
        pytest.param(case["text"], case["expected"]["validRangeEnd"], id=case["description"])
        for case in cases
        if case["expected"]["weightedLength"] > 280
    ]


@pytest.mark.parametrize(("text", "last_valid"), long_conformance_posts())
def test_x_keeps_what_twitter_text_calls_the_valid_range(text, last_valid):
    kept = text[: first_surplus(X, text, 280)]
    assert len(kept.encode("utf-16-le")) // 2 == last_valid + 1


@given(st.text(st.sampled_from("aé😀👍🏽 e\u0301.\u200d漢"), max_size=60), st.integers(1, 40))
def test_what_is_kept_fits_and_one_more_character_would_not(text, limit):
    kept = first_surplus(X, text, limit)
    assert X.length(text[:kept]) <= limit
    assert kept == len(text) or X.length(text) > limit


def test_a_text_that_fits_is_kept_though_its_start_reads_as_an_address():
    assert first_surplus(X, "a.aea", 5) == 5
