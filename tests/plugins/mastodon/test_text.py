"""How Mastodon reads a post: the cases of its own specifications, French, and agreement of the two ways."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smolint_mastodon.text import find_hashtags, find_mentions, find_urls, post_length

from smolint.language.graphemes import count_graphemes

CASES = json.loads(
    (Path(__file__).parents[2] / "conformance" / "mastodon" / "character-count.json").read_text(encoding="utf-8")
)


def texts(entities):
    return [entity.text for entity in entities]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in CASES["count_cases"]])
def test_counts_what_its_application_counts(case):
    assert post_length(case["text"]) == case["expected_count"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES["validity_cases"]])
def test_accepts_what_its_server_accepts(case):
    length = count_graphemes(case["spoiler_text"]) + post_length(case["text"])
    assert (length <= case["max"]) == case["valid"]
    assert case["expected_count"] in (None, length)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        pytest.param("this is #ａｅｓｔｈｅｔｉｃ", ["#ａｅｓｔｈｅｔｉｃ"], id="full-width letters"),
        pytest.param("this is ＃ｆｏｏ", ["＃ｆｏｏ"], id="full-width sign"),
        pytest.param("hello #3d #l33ts35k #world2016", ["#3d", "#l33ts35k", "#world2016"], id="digits among letters"),
        pytest.param("hello #_test #test_ #one_two", ["#_test", "#test_", "#one_two"], id="underscores"),
        pytest.param("hello #one·two·three", ["#one·two·three"], id="middle dots"),
        pytest.param("hello #one·two·three·", ["#one·two·three"], id="a middle dot at the end is left out"),
        pytest.param("hello #·one·two·three", [], id="a middle dot at the start"),
        pytest.param("testing #ぼっち・ざ・ろっく", ["#ぼっち・ざ・ろっく"], id="Japanese middle dots"),
        pytest.param("just add #نرم\u200cافزار and", ["#نرم\u200cافزار"], id="a zero-width non-joiner"),
        pytest.param("hello #0123456", [], id="digits only"),
        pytest.param("Hello toß #ruby", ["#ruby"], id="after a sharp s"),
        pytest.param("le #fournil2026_06 et #2026_06", ["#fournil2026_06", "#2026_06"], id="digits and a separator"),
        pytest.param("#été #l’été #e\u0301te\u0301", ["#été", "#l", "#e\u0301te\u0301"], id="accents, an apostrophe"),
        pytest.param("#a" + "·" * 20_000, ["#a"], id="very many middle dots"),
        pytest.param("#1_ #_ #1·2", ["#1·2"], id="a separator at an end makes no hashtag of digits"),
        pytest.param("(#pain) a#b", [], id="not after white space"),
        pytest.param("#painhttps://exemple.fr", ["#pain"], id="glued to a link"),
        pytest.param("https://en.wikipedia.org/wiki/Ghostbusters_(song)#Lawsuit", [], id="an anchor"),
        pytest.param("https://example.org/testé#foo", [], id="an anchor after an accent"),
        pytest.param("https://en.wikipedia.org/wiki/Ghostbusters_(song)?foo=#Lawsuit", [], id="an anchor in a query"),
    ],
)
def test_hashtags(text, tags):
    assert texts(find_hashtags(text)) == tags


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("Merci @ada et @bob@piaille.fr\u202f!", ["@ada", "@bob@piaille.fr"], id="here and elsewhere"),
        pytest.param("(@ada) .@bob", ["@ada", "@bob"], id="after punctuation"),
        pytest.param("@ada.b-c@exemple.fr.", ["@ada.b-c@exemple.fr"], id="a full stop behind is left out"),
        pytest.param("@ada@été.fr", ["@ada@été.fr"], id="a host with accents"),
        pytest.param("ada@exemple.fr é@non e\u0301@non x=@non /@non", [], id="glued to something"),
        pytest.param("@adaé @ada://x", [], id="a letter with an accent or a scheme behind"),
        pytest.param("@ada@" + "x" * 254, [], id="a host that is too long"),
        pytest.param("https://mastodon.social/@ada", [], id="inside a link"),
    ],
)
def test_mentions(text, mentions):
    assert texts(find_mentions(text)) == mentions


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        pytest.param("(https://exemple.fr/x_(y)).", ["https://exemple.fr/x_(y)"], id="balanced brackets"),
        pytest.param("https://exemple.fr/été, et", ["https://exemple.fr/été"], id="accents, a comma behind"),
        pytest.param("https://exemple.fr/?a=b&c=d!", ["https://exemple.fr/?a=b&c=d"], id="a query"),
        pytest.param("https://a.fr/https://b.fr", ["https://a.fr/https://b.fr"], id="a link inside of a link"),
        pytest.param("gemini://exemple.fr/a", ["gemini://exemple.fr/a"], id="another scheme"),
        pytest.param("exemple.fr http://localhost http://1.2.3.4", [], id="no scheme, no known domain"),
        pytest.param("https://exemple.fr/" + "a" * 4096, [], id="too long"),
    ],
)
def test_urls(text, urls):
    assert texts(find_urls(text)) == urls


@given(st.text(), st.text())
def test_entities_are_where_they_say_and_apart(before, after):
    text = f"{before} #été @ada@exemple.fr https://exemple.fr/a {after}"
    entities = sorted([*find_hashtags(text), *find_mentions(text), *find_urls(text)], key=lambda each: each.span)
    assert all(text[slice(*entity.span)] == entity.text for entity in entities)
    assert all(one.span.end <= two.span.start for one, two in pairwise(entities))


@given(st.text(st.characters(exclude_characters=":@")))
def test_without_links_and_mentions_graphemes_are_counted(text):
    assert post_length(text) == count_graphemes(text)


@given(st.text(st.sampled_from("aé#_7 ’-·@.&\n"), max_size=30))
def test_the_short_path_for_latin_text_finds_the_same(text):
    # An ideograph at the end sends the same text along the general path.
    assert texts(find_hashtags(text)) == texts(find_hashtags(text + " 漢"))
    assert texts(find_mentions(text)) == texts(find_mentions(text + " 漢"))
