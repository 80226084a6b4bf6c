from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import embed, image, link, made, marked
from smolint import lint_text
from smolint.checks.depth import ThinContent, TooShort, depth_thin_content, depth_too_short, describe
from smolint.checks.depth_score import depth_score
from smolint.finding import Level

VAGUE_TEXT = "quality really matters to all of us and so we should think about it more often " * 20
RICH = [
    "In March 2024 the mason Pierre Delmas weighed 81 kg of beech in Albi.",
    "“You have been heating the attic,” said Pierre to Anna on 12 May.",
    "The oven of 1932 came from Valencia and cost 14,000 pesetas.",
]


def rich(count):
    return [f"{RICH[number % 3]} Note {number} of {number * 7} by Karim Haddad." for number in range(count)]


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


def thin(reading, **options):
    return list(depth_thin_content(reading, ThinContent(**options)))


def test_marks_a_long_text_that_says_nothing():
    reading = made(VAGUE_TEXT, title="Why quality matters")
    marks = thin(reading)
    assert marked(reading, marks) == ["Why quality matters"]
    assert marks[0].values["score"] == depth_score(reading).score < 45
    assert (
        "0\N{NO-BREAK SPACE}figures, names and quotations per 100 words (0 of 30 points)" in marks[0].values["worst_en"]
    )
    assert "(0 point sur 30)" in marks[0].values["worst_fr"]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(rich(30), id="figures and names"),
        pytest.param([*rich(20), link("https://a.example/x"), link("https://b.example/y")], id="with sources"),
        pytest.param(["Quality matters."], id="too short to judge"),
        pytest.param([VAGUE_TEXT, embed("video")], id="text beside a film"),
        pytest.param([("quote", answer) for answer in rich(40)], id="interview"),
    ],
)
def test_not_thin(parts):
    assert thin(made(*parts)) == []


def part(reading, name):
    return next(part for part in depth_score(reading).parts if part.name == name)


@pytest.mark.parametrize(
    ("name", "parts", "value", "points"),
    [
        pytest.param("length", ["word " * 300], 300, 15, id="half the length, half the points"),
        pytest.param("length", ["word " * 900], 900, 30, id="more than enough"),
        pytest.param("specifics", ["In May 2024 we saw Anna Karr eat 12 cakes. " + "word " * 90], 4, 24, id="named"),
        pytest.param("sources", [link("https://a.example/1"), link("https://www.a.example/2")], 1, 5, id="one host"),
        pytest.param("sources", [link(f"https://{n}.example/") for n in range(9)], 9, 15, id="nine hosts"),
        pytest.param("sources", [link("/about"), link("https://bakery.example/x")], 0, 4, id="own pages only"),
        pytest.param("sources", [link("mailto:a@b.example")], 0, 0, id="no page at all"),
        pytest.param("structure", ["word " * 500, ("heading", "Why")], 1, 5, id="one heading for 500 words"),
        pytest.param("structure", ["word " * 500, ("item", "a"), ("item", "b"), image("a.png")], 2, 10, id="a list"),
        pytest.param("repetition", [" ".join(f"w{n}" for n in range(99))], 0, 15, id="nothing twice"),
        pytest.param("repetition", ["one two three four five six seven."] * 5, 80, 0, id="all of it five times"),
    ],
)
def test_parts_of_the_score(name, parts, value, points):
    found = part(made(*parts), name)
    assert (found.value, found.points) == (value, points)


def test_describes_a_part_in_both_languages():
    found = part(made("In 2024 nothing. " + "word " * 197), "specifics")
    assert describe(found, "fr").startswith("0,5\N{NO-BREAK SPACE}chiffres, noms et citations pour 100 mots (")
    assert describe(found, "en").startswith("0.5\N{NO-BREAK SPACE}figures, names and quotations per 100 words (")


@given(st.lists(st.sampled_from([VAGUE_TEXT, *RICH, "", "12", "«»"]), max_size=12))
def test_the_score_is_the_sum_of_its_parts(blocks):
    depth = depth_score(made(*blocks))
    assert depth.score == sum(part.points for part in depth.parts)
    assert 0 <= depth.score <= 100 == sum(part.max_points for part in depth.parts)
    assert all(0 <= part.points <= part.max_points for part in depth.parts)
