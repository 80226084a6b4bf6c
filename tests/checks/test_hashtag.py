from __future__ import annotations

import pytest

from checks.social import marked, read, thread
from smolint.checks.hashtag import Missing, NotAHashtag, TooMany, hashtag_missing, hashtag_too_many, not_a_hashtag
from smolint.finding import Level
from smolint.platform import Fact, Platform


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We bake bread at dawn.", ["We bake bread at dawn."], id="one line"),
        pytest.param("Le pain sort du four.\nVenez !", ["Venez !"], id="the last line is marked"),
        pytest.param("We bake bread.\n\n---\n\nCome and smell it.", ["Come and smell it."], id="a thread, once"),
        pytest.param("We code in C# and F#.", ["We code in C# and F#."], id="names of languages are no hashtags"),
        pytest.param(
            "---\nhashtags:\n  linkedin-us: [bread]\n---\nWe bake bread at dawn.",
            ["We bake bread at dawn."],
            id="front matter, for another account only",
        ),
    ],
)
def test_missing(text, expected):
    assert marked(thread(text), hashtag_missing, Missing()) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We bake bread at dawn. #bread", id="it has one"),
        pytest.param("We bake #bread.\n\n---\n\nCome and smell it.", id="another item of the thread has one"),
        pytest.param("---\nhashtags: [bread]\n---\nWe bake bread at dawn.", id="front matter, a list"),
        pytest.param("---\nhashtags:\n  x-us: [bread]\n---\nWe bake at dawn.", id="front matter, a map by account"),
        pytest.param("---\nreply: https://x.com/a/status/1\n---\nWe open at six.", id="a reply"),
        pytest.param("@ada We open at six, see you.", id="a reply by mention"),
        pytest.param("RT @ada: the oven is on", id="a retweet by hand"),
        pytest.param("---\nretweet: https://x.com/a/status/1\n---\nSo very true.", id="a quote"),
        pytest.param("---\nretweet: https://x.com/a/status/1\n---\n", id="a pure retweet"),
        pytest.param("Which bread do you like?\n\n( ) Rye\n( ) Spelt", id="a poll"),
        pytest.param("Look at this:\nhttps://x.com/ada/status/12345", id="a quote by its address"),
        pytest.param("Our site is back after the outage. We are sorry.", id="a breakdown"),
        pytest.param("Hello, world!", id="too short to file"),
        pytest.param("", id="empty"),
    ],
)
def test_not_missing(text):
    assert marked(thread(text), hashtag_missing, Missing()) == []


@pytest.mark.parametrize(
    ("text", "platform", "tolerance", "expected"),
    [
        pytest.param("#a #b #c", "twitter", 0, ["#c"], id="the first that is too much"),
        pytest.param("#a #b #c", "twitter", 1, [], id="one more is let pass"),
        pytest.param("#a #b #c #d", "twitter", 1, ["#c"], id="two more are not"),
        pytest.param("#a b #c d #e f #g h #i j #k", "linkedin", 0, ["#k"], id="in running text"),
        pytest.param("#a #b", "twitter", 0, [], id="as advised"),
        pytest.param("example.com/#a#b#c#d and C#", "twitter", 0, [], id="no hashtags at all"),
        pytest.param("#1 #2 #3 #4", "twitter", 0, [], id="numbers"),
    ],
)
def test_too_many(text, platform, tolerance, expected):
    readings = thread(text, platform)
    assert marked(readings, hashtag_too_many, TooMany(tolerance=tolerance)) == expected


def test_too_many_says_how_many_there_are_and_how_many_are_advised():
    (mark,) = hashtag_too_many(read("#a #b #c"), TooMany())
    assert mark.values == {"count": 3, "limit": 2, "platform": "X (Twitter)"}


def test_advice_of_low_confidence_raises_no_error():
    facts = {"hashtag_recommended": Fact("hashtag_recommended", [1, 1], "lore", "2026-11", "low")}
    (mark,) = hashtag_too_many(read("#a #b", Platform("lore", "Lore", "social", facts=facts)), TooMany())
    assert mark.at_most == Level.WARNING


def test_a_platform_without_advice_accepts_any_number():
    assert list(hashtag_too_many(read("#a #b #c #d #e #f", Platform("none", "None", "social")), TooMany())) == []


@pytest.mark.parametrize(
    ("text", "written", "linked", "better"),
    [
        pytest.param("Vive #l’été !", "#l’été", "#l", "l’#été", id="elision, typographic apostrophe"),
        pytest.param("Le #d'Artagnan", "#d'Artagnan", "#d", "d'#Artagnan", id="elision, straight apostrophe"),
        pytest.param("À #Saint-Malo", "#Saint-Malo", "#Saint", "#SaintMalo", id="hyphen in a name"),
        pytest.param("#Aix-en-Provence", "#Aix-en-Provence", "#Aix", "#AixEnProvence", id="several hyphens"),
        pytest.param("#l’arc-en-ciel", "#l’arc-en-ciel", "#l", "l’#ArcEnCiel", id="apostrophe and hyphens"),
        pytest.param("#slow-food day", "#slow-food", "#slow", "#SlowFood", id="hyphen in a common word"),
        pytest.param("#don't go", "#don't", "#don", "#DonT", id="English contraction"),
        pytest.param("#it's time", "#it's", "#it", "#ItS", id="contracted is"),
    ],
)
def test_cut_hashtags(text, written, linked, better):
    (mark,) = not_a_hashtag(read(text), NotAHashtag())
    assert mark.values == {"written": written, "linked": linked}
    assert mark.fix.edits[0].content == better
    assert not mark.fix.safe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bonne année #2025 !", ["#2025"], id="a year"),
        pytest.param("#2025 #pain", ["#2025"], id="a year among hashtags"),
        pytest.param("Tout est là : https://pain.example.com/carte #2025", ["#2025"], id="a year after a link"),
        pytest.param("It is in bakery/oven #2025", [], id="a number after a repository"),
        pytest.param("We are #1 in town", [], id="a rank"),
        pytest.param("See issue #2024 and PR #1984", [], id="issues"),
        pytest.param("Fixes #2024", [], id="closing words"),
        pytest.param("in apple/pie#2024", [], id="issue of a repository"),
        pytest.param("Épisode #2001 du podcast", [], id="an episode"),
        pytest.param("Take bus #16", [], id="a short number"),
        pytest.param("#2024Rentrée", [], id="a year that begins a word"),
        pytest.param("#2024-09 is a date", [], id="a date"),
    ],
)
def test_years(text, expected):
    assert marked([read(text)], not_a_hashtag, NotAHashtag()) == expected


def test_years_can_be_left_alone():
    assert marked([read("Bonne année #2025 !")], not_a_hashtag, NotAHashtag(years=False)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#Bakery's new oven", id="possessive"),
        pytest.param("a #Python-based oven", id="a suffix after a good hashtag"),
        pytest.param("'#bread' and ‘#rye’", id="quoted"),
        pytest.param("#bread-", id="a hyphen with nothing after"),
        pytest.param("#bread - #rye", id="a dash between"),
        pytest.param("example.com/page#rye-bread", id="an anchor"),
        pytest.param("C#-style and F#'s", id="names of languages"),
        pytest.param("colour #fff or #a0b1c2", id="colours"),
        pytest.param("L’#été et le #PetitDéjeuner", id="well written"),
        pytest.param("#️⃣ 1️⃣", id="keycaps"),
    ],
)
def test_good_hashtags(text):
    assert marked([read(text)], not_a_hashtag, NotAHashtag()) == []
