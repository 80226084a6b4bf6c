from __future__ import annotations

import pytest

from checks.made import embed, image, made, marked
from smolint import lint_text
from smolint.checks.depth import TooShort, depth_too_short
from smolint.finding import Level


def short(reading, **options):
    return list(depth_too_short(reading, TooShort(**options)))


def test_marks_the_title_of_a_short_post():
    reading = made("We bake at dawn.", title="Our new oven")
    marks = short(reading)
    assert marked(reading, marks) == ["Our new oven"]
    assert marks[0].values == {"words": 4, "limit": 300, "missing": 296}


def test_marks_the_first_sentence_where_there_is_no_title():
    reading = made("We bake at dawn. We sell at six.")
    assert marked(reading, short(reading)) == ["We bake at dawn."]


def test_nearly_long_enough_is_only_a_suggestion():
    assert short(made("word " * 250))[0].at_most is Level.SUGGESTION
    assert short(made("word " * 150))[0].at_most is None


def test_an_announcement_that_is_short_is_only_a_suggestion():
    assert short(made("We bake.", title="Announcing our winter bread"))[0].at_most is Level.SUGGESTION


@pytest.mark.parametrize(
    ("parts", "changes"),
    [
        pytest.param(["word " * 300], {}, id="long enough"),
        pytest.param(["Watch us.", embed("video")], {}, id="a film's page"),
        pytest.param(["Listen.", embed("audio")], {}, id="an episode"),
        pytest.param(["Listen."], {"fields": {"soundcloudTrackId": 42}}, id="episode named in the front matter"),
        pytest.param(["Moved."], {"fields": {"redirect_to": "/bread/"}}, id="redirect"),
        pytest.param(["All posts."], {"fields": {"layout": "category"}}, id="category page"),
        pytest.param(["Call us."], {"path": "content/pages/contact.md"}, id="page beside the blog"),
        pytest.param(["The whole theme."], {"page": True}, id="rendered page"),
        pytest.param(["The script.", ("code", "bake\n" * 12)], {}, id="listing of code"),
        pytest.param(["Our shop.", *[image(f"{n}.jpg") for n in range(5)]], {}, id="gallery"),
        pytest.param(["It fixes the door."], {"title": "Announcing Oven 1.4.2"}, id="release notes"),
        pytest.param(["Stop it now."], {"title": "Security advisory for the oven"}, id="security notice"),
        pytest.param([], {"title": "Soon"}, id="text made by a template"),
    ],
)
def test_not_too_short(parts, changes):
    assert short(made(*parts, **changes)) == []


def test_a_player_made_by_a_template_is_a_film():
    film = '---\ntitle: Our oven\n---\n{{ "https://films.example/embed/1" | embed: "The oven" }}\n\nWatch it.\n'
    texts = {"film": film, "text": film.replace("embed:", "link:")}
    found = {name: [one.rule for one in lint_text(text, platform="wordpress")] for name, text in texts.items()}
    assert {name: "depth/too-short" in rules for name, rules in found.items()} == {"film": False, "text": True}


@pytest.mark.parametrize(
    ("words", "found"),
    [pytest.param(100, False, id="a film and few words"), pytest.param(400, True, id="an article with a film")],
)
def test_a_film_in_a_long_article_hides_no_fault(words, found):
    repeated = "Ada weighs the flour on an old brass scale before anyone else in the street is awake. " * 2
    film = '<iframe src="https://www.youtube.com/embed/a"></iframe>'
    text = f"---\ntitle: Our oven\n---\n{'word ' * words}\n\n{repeated}\n\n{film}\n"
    assert ("depth/padded" in [one.rule for one in lint_text(text, platform="wordpress")]) == found


@pytest.mark.parametrize(
    ("front", "limit"),
    [
        pytest.param("cornerstone: true", 900, id="declared"),
        pytest.param("pillar: true", 900, id="declared as Rank Math does"),
        pytest.param("cornerstone: false", None, id="declared not to be one"),
        pytest.param("author: Anna", None, id="an ordinary post"),
    ],
)
def test_a_cornerstone_wants_more(front, limit):
    text = f"---\ntitle: Our oven\n{front}\n---\n" + "word " * 350
    found = [one.message for one in lint_text(text, platform="wordpress") if one.rule == "depth/too-short"]
    assert [f"below {limit} " in message for message in found] == ([True] if limit else [])


def test_boilerplate_and_lists_of_links_are_not_counted():
    reading = made("word " * 100, "Subscribe to our newsletter!", ("heading", "word " * 50))
    assert short(reading)[0].values["words"] == 100
