from __future__ import annotations

import pytest

from checks.social import marked, read, thread
from smolint.checks.hashtag_limits import FollowFriday, OverLimit, follow_friday, over_limit, repeated
from smolint.finding import Level
from smolint.platform import Fact, Platform


def platform(confidence="high", **facts):
    facts = {name: Fact(name, value, "docs", "2026-11", confidence) for name, value in facts.items()}
    return Platform("p", "P", "social", facts=facts)


def tags(count):
    return " ".join(f"#tag{number}" for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        pytest.param(tags(6), {"hashtag_max": 5}, ["#tag6"], id="one too many"),
        pytest.param(tags(9), {"hashtag_max": 5}, ["#tag6"], id="the first of many"),
        pytest.param(tags(5), {"hashtag_max": 5}, [], id="as many as are taken"),
        pytest.param("#1 #2 C# a#b", {"hashtag_max": 1}, [], id="no hashtags"),
        pytest.param(tags(40), {}, [], id="no number is known"),
        pytest.param(tags(40), {"hashtag_max": None}, [], id="none is published"),
        pytest.param("#" + "é" * 64, {"hashtag_max_graphemes": 64}, [], id="as long as is taken"),
        pytest.param("#" + "é" * 65, {"hashtag_max_graphemes": 64}, ["#" + "é" * 65], id="too long"),
        pytest.param("#" + "e\u0301" * 64, {"hashtag_max_graphemes": 64}, [], id="accents count nothing"),
    ],
)
def test_over_limit(text, facts, expected):
    assert marked([read(text, platform(**facts), path="post.txt")], over_limit, OverLimit()) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param("hashtags: [a, b]", ["b"], id="a list"),
        pytest.param('hashtags: ["#a", "#b"]', ["#b"], id="with signs"),
        pytest.param("hashtags: [a, Rye, b]", ["b"], id="one is in the text as well"),
        pytest.param("hashtags:\n  p-us: [a, b]\n  q-us: [a, b, c]", ["b"], id="by account"),
        pytest.param("hashtags: [a]", [], id="as many as are taken"),
        pytest.param("hashtags: none", [], id="no list"),
        pytest.param("tags: [a, b, c]", [], id="another field"),
    ],
)
def test_hashtags_that_the_front_matter_adds(fields, expected):
    text = f"---\n{fields}\n---\n#rye at #dawn\n"
    readings = [read(text, platform(hashtag_max=3), path="post.md")]
    assert marked(readings, over_limit, OverLimit()) == expected


@pytest.mark.parametrize(
    ("count", "variant", "limit", "at_most"),
    [
        pytest.param(61, "", 60, None, id="above the limit of today"),
        pytest.param(60, "soft", 15, Level.WARNING, id="above the older one only"),
    ],
)
def test_an_older_limit_only_warns(count, variant, limit, at_most):
    facts = platform(hashtag_max=60, hashtag_max_older=15)
    (mark,) = over_limit(read(tags(count), facts, path="post.txt"), OverLimit())
    assert (mark.variant, mark.at_most) == (variant, at_most)
    assert mark.values == {"count": count, "limit": limit, "platform": "P"}


def test_a_limit_of_hearsay_raises_no_error():
    (mark,) = over_limit(read(tags(3), platform("low", hashtag_max=2), path="post.txt"), OverLimit())
    assert mark.at_most == Level.WARNING


@pytest.mark.parametrize(
    ("text", "expected", "mended"),
    [
        pytest.param("#rye at dawn. #Rye", ["#Rye"], "#rye at dawn. Rye", id="at the end of a sentence"),
        pytest.param("#rye, more #rye here", ["#rye"], "#rye, more rye here", id="within a sentence"),
        pytest.param("We bake.\n#rye #oven #rye", ["#rye"], "We bake.\n#rye #oven", id="last of a row"),
        pytest.param("Our #rye.\n#RYE #oven", ["#RYE"], "Our #rye.\n#oven", id="first of a row"),
        pytest.param("#rye #Rye #oven", ["#Rye"], "#rye #oven", id="within a row"),
        pytest.param("Our #rye.\n#rye", ["#rye"], "Our #rye.\nrye", id="alone in its line"),
    ],
)
def test_repeated(text, expected, mended):
    reading = read(text)
    (mark,) = repeated(reading, None)
    assert marked([reading], repeated, None) == expected
    (edit,) = mark.fix.edits
    assert text[: edit.span.start] + edit.content + text[edit.span.end :] == mended


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#rye #ryebread", id="another hashtag begins alike"),
        pytest.param("#rye and rye", id="once as a word"),
        pytest.param("#été #ete", id="accents make a difference"),
        pytest.param("#rye\n\n---\n\n#rye", id="in two items of a thread"),
        pytest.param("example.com/#rye #rye", id="once in an address"),
    ],
)
def test_not_repeated(text):
    assert marked(thread(text), repeated, None) == []


def test_all_that_come_again_are_marked():
    assert marked([read("#rye #Rye #oven #RYE")], repeated, None) == ["#Rye", "#RYE"]


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("#FF @ada", "tweets/2026-11-26-ff.tweet", ["#FF"], id="a Thursday, by the file's name"),
        pytest.param("#ff @ada", "tweets/20261126.tweet", ["#ff"], id="without hyphens"),
        pytest.param("---\ndate: 2026-11-28\n---\n#FollowFriday @ada", "a.md", ["#FollowFriday"], id="a Saturday"),
        pytest.param("---\nschedule: '2026-11-24 08:00'\n---\n#FF @ada", "a.tweet", ["#FF"], id="with a time"),
        pytest.param("---\ndate: 2026-11-26\n---\n#FF @ada", "2026-11-27.md", ["#FF"], id="the front matter wins"),
        pytest.param("#FF @ada", "2026-11-27.tweet", [], id="a Friday"),
        pytest.param("#FF @ada", "friends.tweet", [], id="no day is known"),
        pytest.param("#FF @ada", "2026-13-45.tweet", [], id="no day of the calendar"),
        pytest.param("#FF @ada", "order-120261126123.tweet", [], id="a longer number"),
        pytest.param("#ff00ff and #FFF, Friday", "2026-11-26.tweet", [], id="colours"),
        pytest.param("Follow Friday @ada", "2026-11-26.tweet", [], id="no hashtag"),
    ],
)
def test_follow_friday(text, path, expected):
    assert marked([read(text, path=path)], follow_friday, FollowFriday()) == expected


def test_the_weekday_is_said_in_both_languages():
    (mark,) = follow_friday(read("#FF @ada", path="2026-11-26.tweet"), FollowFriday())
    assert mark.values == {"written": "#FF", "weekday_en": "Thursday", "weekday_fr": "jeudi"}


def test_the_day_of_a_thread_is_its_first_item_s():
    readings = thread("---\ndate: 2026-11-26\n---\nHello\n\n---\n\n#FF @ada")
    assert marked(readings, follow_friday, FollowFriday()) == ["#FF"]
