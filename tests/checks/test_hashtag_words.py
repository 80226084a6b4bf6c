from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.social import marked, read
from smolint.checks.hashtag_words import OneCase, one_case


@pytest.mark.parametrize(
    ("text", "better", "safe"),
    [
        pytest.param("#socialmedia", "#SocialMedia", True, id="English"),
        pytest.param("#marketingdigital", "#MarketingDigital", True, id="French"),
        pytest.param("#Réseauxsociaux", "#RéseauxSociaux", True, id="accents stay"),
        pytest.param("#reseauxsociaux", "#ReseauxSociaux", True, id="accents left out"),
        pytest.param("#SOCIALMEDIA", "#SocialMedia", True, id="capitals throughout"),
        pytest.param("#artificialintelligence", "#ArtificialIntelligence", True, id="long words"),
        pytest.param("#socialmediamarketing", "#SocialMediaMarketing", True, id="three words"),
        pytest.param("#workfromhome", "#WorkFromHome", True, id="a phrase with a small word"),
        pytest.param("The stone oven is on. #stoneoven", "#StoneOven", False, id="words of the post"),
        pytest.param("Notre vallée verte. #valleeverte", "#ValleeVerte", False, id="words of the post, unaccented"),
        pytest.param("With GitHub Actions. #githubactions", "#GitHubActions", False, id="capitals inside a name"),
        pytest.param("La fête du pain. #fêtedupain", "#FêteDuPain", False, id="a small word between"),
        pytest.param("＃socialmedia", "＃SocialMedia", True, id="a full-width sign"),
    ],
)
def test_several_words(text, better, safe):
    reading = read(text)
    (mark,) = one_case(reading, OneCase())
    assert mark.values["better"] == better
    assert mark.fix.edits[0].content == better
    assert mark.fix.safe is safe
    assert reading.draft.source[mark.span] == mark.values["written"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#SocialMedia #MarketingDigital", id="a capital at each word"),
        pytest.param("#socialMedia", id="camel case"),
        pytest.param("#boulangerie #communication #anticonstitutionnellement", id="one long word"),
        pytest.param("#UNESCO #NATO #HTTPS", id="acronyms"),
        pytest.param("#social_media #covid19 #web3", id="other signs tell the words apart"),
        pytest.param("#opendoor", id="one word is certain, the other is not"),
        pytest.param("#sourdough #stoneoven", id="words that are not certain"),
        pytest.param("stone, oven. #stoneoven", id="a comma between the words of the post"),
        pytest.param("stone\noven #stoneoven", id="a line between the words of the post"),
        pytest.param("#stone oven #stoneoven", id="one of the words is a hashtag itself"),
        pytest.param("an oven is on #anovenison", id="small words at both ends"),
        pytest.param("https://example.com/socialmedia#socialmedia", id="in an address"),
        pytest.param("social media", id="no hashtag"),
    ],
)
def test_fine(text):
    assert marked([read(text)], one_case, OneCase()) == []


def test_compounds_that_are_written_in_one_are_left_alone():
    options = OneCase(one_word=("everyday",))
    assert marked([read("Every day is good. #everyday #Everyday")], one_case, options) == []


def test_short_ones_can_be_left_alone():
    assert marked([read("#socialmedia #bigdata")], one_case, OneCase(min_letters=11)) == ["#socialmedia"]


@given(st.lists(st.text("abcdefghij", min_size=3, max_size=8), min_size=2, max_size=6))
def test_a_fix_changes_nothing_but_capitals(words):
    hashtags = " ".join(f"#{first}{second}" for first, second in pairwise(words))
    for mark in one_case(read(f"{' '.join(words)} {hashtags}"), OneCase()):
        assert mark.values["better"].lower() == mark.values["written"].lower()
        assert mark.values["better"] != mark.values["written"]
