"""The keyphrase in the title, the description and the address."""

import pytest

from checks.linked import linked
from checks.phrased import found, phrased
from smolint.check import NoOptions
from smolint.checks.keyphrase_fields import (
    Description,
    Title,
    keyphrase_in_description,
    keyphrase_in_slug,
    keyphrase_in_title,
)

BODY = "Sourdough bread keeps for a week."
CORPS = "Le pain au levain, pâte levée, se garde une semaine."


@pytest.mark.parametrize(
    ("title", "words_before", "expected"),
    [
        pytest.param("Sourdough bread at home", 2, [], id="at the beginning"),
        pytest.param("Why our sourdough breads are the best", 0, [], id="after function words, in the plural"),
        pytest.param("Sourdough and the bread of our valley", 2, [], id="with function words between"),
        pytest.param("Learn to bake sourdough bread", 2, [], id="after two words"),
        pytest.param("Learn to bake sourdough bread", 0, ["late"], id="after two words, as strict as Yoast"),
        pytest.param("Old bakers teach young bakers about sourdough bread", 2, ["late"], id="at the end"),
        pytest.param("Bread of sourdough", 2, ["apart"], id="in another order"),
        pytest.param("Sourdough for crusty bread", 2, ["apart"], id="with another word between"),
        pytest.param("Our bread", 2, [""], id="a word missing"),
        pytest.param("Sourdough, bread: old sourdough bread", 0, [], id="twice"),
        pytest.param("Bread: sourdough bread at home", 2, [], id="after one of its own words"),
    ],
)
def test_title(title, words_before, expected):
    marks = found(phrased(BODY, title=f'"{title}"'), keyphrase_in_title, Title(words_before))
    assert marks == [(variant, title) for variant in expected]


@pytest.mark.parametrize(
    ("body", "fields", "expected"),
    [
        pytest.param(BODY, {"title": "Our bread", "seo_title": "Sourdough bread"}, [], id="made for search engines"),
        pytest.param(f"# Our bread\n\n{BODY}", {"title": None}, ["Our bread"], id="a heading"),
        pytest.param(BODY, {"title": None}, [], id="none"),
        pytest.param("Cake.", {"title": "Our bread"}, [], id="text without the keyphrase"),
        pytest.param(
            BODY,
            {"title": "Bread of sourdough", "phrase": "'\"sourdough bread\"'"},
            ["Bread of sourdough"],
            id="quoted",
        ),
    ],
)
def test_which_title(body, fields, expected):
    assert [text for _, text in found(phrased(body, **fields), keyphrase_in_title, Title())] == expected


@pytest.mark.parametrize(
    ("description", "fields", "expected"),
    [
        pytest.param("Our sourdough breads.", {}, [], id="there"),
        pytest.param("The sourdough is old. The bread is new.", {}, [], id="in two sentences"),
        pytest.param("Loaves of our valley.", {"keyphrase_synonyms": "loaf"}, [], id="a synonym"),
        pytest.param(None, {}, [], id="no description"),
        pytest.param("Our cakes.", {}, [""], id="not there"),
        pytest.param("Sourdough bread, sourdough bread.", {}, [], id="twice"),
        pytest.param("Sourdough bread, sourdough bread, sourdough bread.", {}, ["often"], id="three times"),
    ],
)
def test_description(description, fields, expected):
    marks = found(phrased(BODY, description=description, **fields), keyphrase_in_description, Description())
    assert marks == [(variant, description) for variant in expected]


@pytest.mark.parametrize(
    ("phrase", "slug", "expected"),
    [
        pytest.param("sourdough bread", "sourdough-breads", [], id="inflected"),
        pytest.param("sourdough bread", "/2024/01/bread-of-sourdough/", [], id="a path"),
        pytest.param("sourdough bread", "https://example.com/sourdough-bread?x=our", [], id="an address"),
        pytest.param("sourdough bread", "sourdoughbread", [], id="written as one word"),
        pytest.param("sourdough bread keeping", "sourdough-bread", [], id="two of three words"),
        pytest.param("sourdough bread keeping week", "sourdough-bread", ["sourdough-bread"], id="two of four words"),
        pytest.param("sourdough bread", "our-bread", ["our-bread"], id="one of two words"),
        pytest.param("sourdough bread", "/:title/", [], id="a pattern"),
        pytest.param("sourdough bread", "/", [], id="the home page"),
        pytest.param("pain au levain", "pains-au-levain", [], id="French"),
        pytest.param("pâte levée", "pates-levees", [], id="French without accents"),
        pytest.param("pâte levée", "p%C3%A2te-lev%C3%A9e", [], id="percent-encoded"),
        pytest.param("pâte levée", "notre-pain", ["notre-pain"], id="French without the words"),
    ],
)
def test_slug(phrase, slug, expected):
    french = " " in phrase and phrase.startswith("p")
    reading = phrased(CORPS if french else BODY, phrase, slug=f'"{slug}"', language="fr" if french else "en")
    assert found(reading, keyphrase_in_slug, NoOptions()) == [("", text) for text in expected]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2024-02-03-our-week.md", [("file", "sourdough bread")]),
        ("2024-02-03-sourdough-bread.en.md", []),
        ("our-week.md", []),
    ],
    ids=["a dated name without", "a dated name with", "any other name"],
)
def test_file_name(path, expected):
    assert found(phrased(BODY, path=path), keyphrase_in_slug, NoOptions()) == expected


@pytest.mark.parametrize(
    ("check", "options"),
    [(keyphrase_in_title, Title()), (keyphrase_in_description, Description()), (keyphrase_in_slug, NoOptions())],
    ids=["title", "description", "slug"],
)
def test_no_keyphrase(check, options):
    assert found(linked("---\ntitle: x\nslug: y\ndescription: z\n---\n" + BODY), check, options) == []
