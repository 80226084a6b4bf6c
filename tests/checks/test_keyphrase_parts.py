"""The keyphrase in subheadings, alternative texts and links."""

import pytest

from checks.phrased import found, phrased
from smolint.check import NoOptions
from smolint.checks.keyphrase_parts import (
    Alternatives,
    Subheadings,
    competing_link,
    keyphrase_in_alt,
    keyphrase_in_subheadings,
)

BODY = "Sourdough bread keeps for a week.\n\n"


@pytest.mark.parametrize(
    ("headings", "fields", "expected"),
    [
        pytest.param(["## Bread", "## Salt", "## Water"], {}, [], id="one of three, by half of the words"),
        pytest.param(["## Loaves"], {"keyphrase_synonyms": "loaf"}, [], id="a synonym"),
        pytest.param(["# Salt", "#### Water"], {}, [], id="other levels"),
        pytest.param([], {}, [], id="none"),
        pytest.param(["## Sourdough bread"] * 3, {}, [], id="all of three"),
        pytest.param(["## Bread"] * 5, {}, [], id="half of the words in all"),
        pytest.param(["## Salt", "### Water"], {}, [("none", "Salt")], id="none of two"),
        pytest.param(["## Bread", "## Salt", "## Water", "## Air"], {}, [("", "Salt")], id="one of four"),
        pytest.param(["## Salt", *["## Sourdough bread"] * 4], {}, [("many", "Sourdough bread")], id="four of five"),
    ],
)
def test_subheadings(headings, fields, expected):
    reading = phrased(BODY + "\n\nText.\n\n".join(headings), **fields)
    assert found(reading, keyphrase_in_subheadings, Subheadings()) == expected


def alts(*texts):
    return BODY + "\n\n".join(f"![{text}]({number}.jpg)" for number, text in enumerate(texts))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(alts("Anna", "Two breads"), [], id="one of two"),
        pytest.param(alts("Bread"), [], id="the only one"),
        pytest.param(alts("", ""), [], id="no alternatives"),
        pytest.param(alts("Bread", "Bread", "Bread", "Bread"), [], id="all of four"),
        pytest.param(alts("Bread", "Bread", "Anna", "Karim", "Oven", "Shop"), [], id="two of six"),
        pytest.param(BODY, [], id="no image"),
        pytest.param(alts("Anna", "Karim"), [("", "Anna")], id="none of two"),
        pytest.param(alts("Bread", "Anna", "Karim", "Oven"), [], id="one of four"),
        pytest.param(alts("Bread", "Anna", "Karim", "Oven", "Shop"), [("few", "Anna")], id="one of five"),
        pytest.param(alts("Anna", *["Bread"] * 4), [("many", "Bread")], id="four of five"),
    ],
)
def test_alternatives(body, expected):
    assert found(phrased(body), keyphrase_in_alt, Alternatives()) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        pytest.param("[sourdough bread](/x)", True, id="the keyphrase"),
        pytest.param("[The breads of sourdough](https://a.fr)", True, id="inflected, with function words"),
        pytest.param("[sourdough bread][1]\n\n[1]: /x", True, id="a reference"),
        pytest.param("[sourdough bread recipes](/x)", False, id="more words"),
        pytest.param("[bread](/x)", False, id="fewer words"),
        pytest.param("[sourdough bread](#here)", False, id="the same page"),
        pytest.param("[sourdough bread](mailto:a@b.fr)", False, id="an e-mail address"),
        pytest.param("[sourdough bread](https://sourdough-bread.example)", False, id="the site of that name"),
        pytest.param("[](/x)", False, id="no text"),
        pytest.param("![sourdough bread](x.jpg)", False, id="an image"),
    ],
)
def test_competing_link(link, expected):
    marked = found(phrased(BODY + link), competing_link, NoOptions())
    assert bool(marked) is expected
    assert all(link.startswith(text) for _, text in marked)


def test_a_page_competes_once():
    links = "[sourdough bread](/x) [sourdough bread](/x) [sourdough breads](/y)"
    assert [text for _, text in found(phrased(BODY + links), competing_link, NoOptions())] == [
        "[sourdough bread](/x)",
        "[sourdough breads](/y)",
    ]


def test_an_account_is_no_rival():
    assert found(phrased("Bread by [@bread](https://a.example)", "bread"), competing_link, NoOptions()) == []


def test_links_and_images_of_a_text_without_the_keyphrase_are_left_alone():
    reading = phrased("## Cake\n\n[Sourdough](/x)\n\n![Cake](x.jpg)")
    assert found(reading, keyphrase_in_subheadings, Subheadings()) == []
    assert found(reading, keyphrase_in_alt, Alternatives()) == []
