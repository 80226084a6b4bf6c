"""The depth score, part by part, and the rule that speaks of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import image, link, made, marked
from smolint.checks.depth_score import depth_score
from smolint.checks.thin_content import ThinContent, depth_thin_content, describe

VAGUE_TEXT = "Quality really matters to all of us and so we should think about it more often. " * 20
RICH = [
    "In March 2024 the mason Pierre Delmas weighed 81 kg of beech in Albi.",
    "“You have been heating the attic,” said Pierre to Anna on 12 May.",
    "The oven of 1932 came from Valencia and cost 14,000 pesetas.",
]


def rich(count):
    return [f"{RICH[number % 3]} Note {number} of {number * 7} by Karim Haddad." for number in range(count)]


def thin(reading, **options):
    return list(depth_thin_content(reading, ThinContent(**options)))


def part(reading, name):
    return next(part for part in depth_score(reading).parts if part.name == name)


def test_marks_the_title_of_a_long_text_that_says_nothing():
    reading = made(VAGUE_TEXT, title="Why quality matters")
    marks = thin(reading)
    values = marks[0].values
    assert marked(reading, marks) == ["Why quality matters"]
    assert values["score"] == depth_score(reading).score < values["limit"] == 45
    assert "0\N{NO-BREAK SPACE}figures, names and quotations per 100 words (0 of 25 points)" in values["parts_en"]
    assert "(0 point sur 25)" in values["parts_fr"]
    assert "take out what is said twice" in values["advice_en"]


def test_the_finding_tells_of_each_part_that_counts():
    reading = made(VAGUE_TEXT, title="Why quality matters")
    told = thin(reading)[0].values["parts_en"]
    parts = depth_score(reading).parts
    assert told == ", ".join(describe(one, "en") for one in parts if one.max_points or one.points)
    assert "\N{MINUS SIGN}85\N{NO-BREAK SPACE}points" in told


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(rich(30), id="figures and names"),
        pytest.param([*rich(20), link("https://a.example/x"), link("https://b.example/y")], id="with sources"),
        pytest.param(["Quality matters."], id="too short to judge"),
        pytest.param([("quote", answer) for answer in rich(40)], id="interview"),
    ],
)
def test_not_thin(parts):
    assert thin(made(*parts)) == []


@pytest.mark.parametrize(
    ("name", "parts", "value", "points"),
    [
        pytest.param("length", ["word " * 312], 312, 13, id="half the length, half the points"),
        pytest.param("length", ["word " * 900], 900, 25, id="more than enough"),
        pytest.param("specifics", ["In May 2024 we saw Anna Karr eat 12 cakes. " + "word " * 90], 4, 20, id="named"),
        pytest.param("sources", [link("https://a.example/1"), link("https://www.a.example/2")], 1, 5, id="one host"),
        pytest.param("sources", [link(f"https://{n}.example/") for n in range(9)], 9, 15, id="nine hosts"),
        pytest.param("sources", [link("/about"), link("https://bakery.example/x")], 0, 4, id="own pages only"),
        pytest.param("sources", [link("mailto:a@b.example")], 0, 0, id="no page at all"),
        pytest.param("structure", ["word " * 500, ("heading", "Why")], 1, 5, id="one heading for 500 words"),
        pytest.param("structure", ["word " * 500, ("item", "a"), ("item", "b"), image("a.png")], 2, 10, id="a list"),
        pytest.param("variety", ["bread " * 60], 2, 0, id="one word only"),
        pytest.param("clutter", ["word " * 100, "Subscribe to our newsletter!"], 4, 8, id="one stock phrase"),
        pytest.param("clutter", ["word " * 10, "Subscribe to our newsletter!"], 29, 0, id="stock phrases"),
        pytest.param("care", ["We bake.", image("a.png", alt=None)], 2, 2, id="an image without alt text"),
        pytest.param("care", ["TODO"], 2, 2, id="a note left in"),
        pytest.param("fragment", ["word " * 100], 100, -40, id="a fragment"),
        pytest.param("fragment", ["word " * 260], 260, 0, id="long enough to be whole"),
        pytest.param("stuffing", ["We bake our bread at night."], 0, 0, id="too short to be stuffed"),
        pytest.param("repetition", RICH, 0, 0, id="nothing twice"),
        pytest.param("repetition", ["We have baked rye in a stone oven since spring."] * 5, 80, -85, id="five times"),
        pytest.param("cohesion", ["We bake at night."], 100, 0, id="too short to fall apart"),
    ],
)
def test_parts_of_the_score(name, parts, value, points):
    found = part(made(*parts), name)
    assert (found.value, found.points) == (value, points)


def test_signs_of_care_are_counted():
    fields = {"author": "Anna", "date": "2024-03-01"}
    assert part(made("We bake.", title="Bread", fields=fields), "care").points == 7


def test_describes_a_part_in_both_languages():
    found = part(made("In 2024 nothing. " + "word " * 197), "specifics")
    assert describe(found, "fr").startswith("0,5\N{NO-BREAK SPACE}chiffres, noms et citations pour 100 mots (")
    assert describe(found, "en").startswith("0.5\N{NO-BREAK SPACE}figures, names and quotations per 100 words (")


def test_every_part_says_what_raises_it():
    for one in depth_score(made(*rich(9))).parts:
        assert set(one.label) == set(one.advice) == {"en", "fr"}
        assert all(one.advice.values())


STORY = [
    "The oven of our village is heated with beech from the hills. The beech burns slowly and the oven keeps its heat.",
    "Each household brings its dough to the oven on Saturday. The dough has risen all night under a cloth.",
    "The baker marks each loaf with a cross. The loaf with two crosses belongs to the baker of the village.",
    "At noon the loaves come out and the household that has waited longest takes its loaf first.",
]
SPUN = [
    "The oven of our village is heated with beech from hills. Visitors should download another certificate yesterday.",
    "Several engineers measured vibrations beneath bridges. Taxes increased although harvests remained poor.",
    "Penguins recognise partners through voices. Choose passwords containing unusual symbols.",
    "Painters preferred linseed for varnish. Satellites orbit between clouds of debris. Tenors rehearse mornings only.",
    "Municipal archives preserve medieval contracts. Weather forecasts improved since computers became affordable.",
    "Surgeons sterilise instruments twice. Cyclists avoid gravel whenever possible.",
]


def test_sentences_that_have_nothing_to_do_with_each_other_lose_points():
    story, spun = part(made(*STORY), "cohesion"), part(made(*SPUN), "cohesion")
    assert story.points == 0
    assert spun.points < -60
    assert spun.value < story.value


def test_items_of_a_list_are_judged_mildly():
    items = made(*[("item", text) for text in SPUN])
    assert part(made(*SPUN), "cohesion").value < part(items, "cohesion").value


@given(st.lists(st.sampled_from([VAGUE_TEXT, *RICH, *STORY, *SPUN, "", "12", "«»"]), max_size=12))
def test_the_score_is_the_sum_of_its_parts(blocks):
    depth = depth_score(made(*blocks))
    assert depth.score == max(0, sum(part.points for part in depth.parts))
    assert 0 <= depth.score <= depth.earned <= 100 == sum(part.max_points for part in depth.parts)
    assert all(0 <= part.points <= part.max_points for part in depth.parts if part.max_points)
    assert all(part.points <= 0 for part in depth.parts if not part.max_points)


@given(st.lists(st.sampled_from([*RICH, *STORY]), min_size=4, unique=True))
def test_saying_all_twice_costs_all_points_for_repetition(blocks):
    assert part(made(*blocks, *blocks), "repetition").points == -85
