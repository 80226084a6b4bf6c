"""Every case of twitter-text's validate.yml and extract.yml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from smolint_twitter import text as x
from smolint_twitter.urls import find_urls

FOLDER = Path(__file__).parents[2] / "conformance" / "twitter-text"


def counting(version, *, emoji):
    config = json.loads((FOLDER / f"config-v{version}.json").read_text(encoding="utf-8"))
    return x.Counting(
        limit=config["maxWeightedTweetLength"],
        light=tuple((each["start"], each["end"]) for each in config["ranges"]),
        heavy=config["defaultWeight"] // config["scale"],
        url=config["transformedURLLength"],
        emoji=emoji,
    )


def names(entities):
    return [entity.text[1:] for entity in entities]


def places(entities):
    return [(entity.text, list(entity.span)) for entity in entities]


def expected_places(key, sign):
    return lambda cases: [(sign + case[key], case["indices"]) for case in cases]


def wholly(find, text):
    return [entity.text for entity in find(text)] == [text]


def split_list(entity):
    name, slash, slug = entity.text[1:].partition("/")
    return {"screen_name": name, "list_slug": slash + slug, "indices": list(entity.span)}


EXTRACT = {
    "mentions": lambda text: names(x.find_mentions(text)),
    "mentions_with_indices": lambda text: places(x.find_mentions(text)),
    "mentions_or_lists_with_indices": lambda text: [split_list(entity) for entity in x.find_mentions(text)],
    "replies": lambda text: x.replied_to(text) or None,
    "urls": lambda text: [entity.text for entity in find_urls(text)],
    "urls_with_indices": lambda text: places(find_urls(text)),
    "urls_with_directional_markers": lambda text: places(find_urls(text)),
    "tco_urls_with_params": lambda text: [entity.text for entity in find_urls(text)],
    "hashtags": lambda text: names(x.find_hashtags(text)),
    "hashtags_from_astral": lambda text: names(x.find_hashtags(text)),
    "hashtags_with_indices": lambda text: places(x.find_hashtags(text)),
    "cashtags": lambda text: names(x.find_cashtags(text)),
    "cashtags_with_indices": lambda text: places(x.find_cashtags(text)),
}
EXPECTED = {
    "mentions_with_indices": expected_places("screen_name", "@"),
    "urls_with_indices": expected_places("url", ""),
    "urls_with_directional_markers": expected_places("url", ""),
    "hashtags_with_indices": expected_places("hashtag", "#"),
    "cashtags_with_indices": expected_places("cashtag", "$"),
}

V1, V2 = counting(1, emoji=False), counting(2, emoji=False)
V3 = counting(3, emoji=True)
VALIDATE = {
    "tweets": lambda text: x.is_valid(text, V1),
    "usernames": lambda text: "/" not in text and wholly(x.find_mentions, text),
    "lists": lambda text: "/" in text and wholly(x.find_mentions, text),
    "hashtags": lambda text: wholly(x.find_hashtags, text),
    "urls": lambda text: wholly(find_urls, text),
    "urls_without_protocol": lambda text: wholly(find_urls, text),
    "WeightedTweetsCounterTest": lambda text: (x.weighted_length(text, V2), x.is_valid(text, V2)),
    "WeightedTweetsWithDiscountedEmojiCounterTest": lambda text: (x.weighted_length(text, V3), x.is_valid(text, V3)),
    "UnicodeDirectionalMarkerCounterTest": lambda text: (x.weighted_length(text, V3), x.is_valid(text, V3)),
}


NOT_LINKED = {
    "Valid url: port and userinfo": "valid, but twitter-text's own extractor links none with user name and password",
    "Valid url: ipv4": "valid, but twitter-text's own extractor links none whose host is an address",
    "Valid url: ipv6": "valid, but twitter-text's own extractor links none whose host is an address",
    "Valid url: sub delims and question marks": "valid, but the extractor leaves out a plus sign at a query's end",
}


def cases(name):
    tests = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))["tests"]
    return [
        pytest.param(
            group,
            case["text"],
            case["expected"],
            id=f"{group}: {case['description']}",
            marks=[pytest.mark.xfail(reason=NOT_LINKED[case["description"]], strict=True)]
            if case["description"] in NOT_LINKED
            else [],
        )
        for group, group_cases in tests.items()
        for case in group_cases
    ]


@pytest.mark.parametrize(("group", "text", "expected"), cases("extract"))
def test_extracts_what_twitter_text_extracts(group, text, expected):
    expect = EXPECTED.get(group, lambda value: value)
    assert EXTRACT[group](text) == expect(expected)


@pytest.mark.parametrize(("group", "text", "expected"), cases("validate"))
def test_validates_what_twitter_text_validates(group, text, expected):
    if isinstance(expected, dict):
        expected = (expected["weightedLength"], expected["valid"])
    assert VALIDATE[group](text) == expected


def test_the_default_counting_is_that_of_version_3():
    assert counting(3, emoji=True) == x.V3
