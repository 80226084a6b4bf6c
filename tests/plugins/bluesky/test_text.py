"""How Bluesky reads a post: every case of atproto's tests, and what French writers do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smolint_bluesky.text import count_bytes, find_cashtags, find_hashtags, find_mentions, find_urls, is_handle

import smolint
from smolint import lint_text

FOLDER = Path(__file__).parents[2] / "conformance" / "atproto"
FAMILY = "👨‍👩‍👧‍👧"


def cases(name):
    found = json.loads((FOLDER / f"richtext-{name}.json").read_text(encoding="utf-8"))["cases"]
    return [pytest.param(case, id=case["text"]) for case in found]


def places(text, entities):
    return [
        {"byteStart": count_bytes(text[: each.span.start]), "byteEnd": count_bytes(text[: each.span.end])}
        for each in entities
    ]


@pytest.mark.parametrize("case", cases("hashtags"))
def test_finds_the_hashtags_of_atproto(case):
    tags = find_hashtags(case["text"])
    assert [tag.text[1:] for tag in tags] == case["tags"]
    assert places(case["text"], tags) == case["facets"]


@pytest.mark.parametrize("case", cases("cashtags"))
def test_finds_the_cashtags_of_atproto(case):
    tags = find_cashtags(case["text"])
    assert [tag.text.upper() for tag in tags] == case["tags"]
    assert places(case["text"], tags) == case["facets"]


@pytest.mark.parametrize("case", cases("mentions-links"))
def test_finds_the_mentions_and_links_of_atproto(case):
    expected, offset = [], 0
    for shown, *target in case["segments"]:
        expected += [(offset, shown, target[0])] if target else []
        offset += len(shown)
    text = case["text"]
    links = [(url.span.start, url.text, "https://" * ("://" not in url.text) + url.text) for url in find_urls(text)]
    mentions = [(each.span.start, each.text, f"did:fake:{each.text[1:]}") for each in find_mentions(text)]
    assert sorted(links + mentions) == expected


def handles(name):
    lines = (FOLDER / f"handle_syntax_{name}.txt").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("handle", handles("valid"))
def test_valid_handles(handle):
    assert is_handle(handle)


@pytest.mark.parametrize("handle", handles("invalid"))
def test_invalid_handles(handle):
    assert not is_handle(handle)


def length_cases():
    read = json.loads((FOLDER / "grapheme-length.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["text"]) for case in [*read["byte_and_grapheme"], *read["grapheme_only"]]]


@pytest.mark.parametrize("case", length_cases())
def test_counts_graphemes_and_bytes_as_atproto_does(case):
    assert smolint.platforms()["bluesky"].length(case["text"]) == case["graphemes"]
    assert count_bytes(case["text"]) == case.get("utf8_bytes", count_bytes(case["text"]))


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        pytest.param("#rentrée, #l’été\u202f!", ["#rentrée", "#l’été"], id="accents, an apostrophe inside"),
        pytest.param("«\u00a0#pain\u00a0»", ["#pain"], id="in guillemets"),
        pytest.param("(#pain) C# #2026 #!", [], id="glued, digits, punctuation"),
        pytest.param("https://exemple.fr/#ancre", [], id="an anchor"),
        pytest.param("#" + "é" * 64 + " #" + "é" * 65, ["#" + "é" * 64], id="64 graphemes and no more"),
        pytest.param("#" + "e\u0301" * 64, ["#" + "e\u0301" * 64], id="graphemes, not code points"),
        pytest.param("#" + FAMILY, ["#👨"], id="a joiner ends it"),
    ],
)
def test_hashtags(text, tags):
    assert [tag.text for tag in find_hashtags(text)] == tags


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("Merci @ada.bsky.social\u202f!", ["@ada.bsky.social"], id="before a French exclamation mark"),
        pytest.param("@ada @ada.jpg @-ada.com", [], id="no domain, no known ending, no handle"),
        pytest.param("ada@exemple.fr", [], id="an e-mail address"),
        pytest.param("exemple.fr/(@ada.com)", [], id="inside a link"),
    ],
)
def test_mentions(text, mentions):
    assert [mention.text for mention in find_mentions(text)] == mentions


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("a" * 300, [], id="as many graphemes as fit"),
        pytest.param("a" * 302, [("aa", "302 characters")], id="too many graphemes"),
        pytest.param(FAMILY * 120, [], id="as many bytes as fit"),
        pytest.param(FAMILY * 121, [(FAMILY, "3,025 bytes")], id="too many bytes"),
        pytest.param("𝗮" * 301, [("𝗮", "301 characters")], id="graphemes go first"),
    ],
)
def test_a_post_keeps_both_limits(text, marked):
    found = [each for each in lint_text(text, platform="bluesky") if each.rule == "length/over-limit"]
    assert [each.text for each in found] == [text for text, _ in marked]
    for finding, (_, words) in zip(found, marked, strict=True):
        assert words in finding.message.replace("\u00a0", " ")
        assert finding.level == "error"


@given(st.text(), st.text())
def test_entities_are_where_they_say(before, after):
    text = f"{before} #été @ada.com exemple.fr $AAPL {after}"
    for entity in [*find_hashtags(text), *find_mentions(text), *find_urls(text), *find_cashtags(text)]:
        assert text[slice(*entity.span)] == entity.text
