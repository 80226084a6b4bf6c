from __future__ import annotations

from dataclasses import replace

import pytest

from checks.made import SOCIAL, made, marked
from checks.social import read
from smolint.check import NoOptions
from smolint.checks.personal import is_personal_address, personal_data


def found(text):
    reading = made(text, platform=SOCIAL)
    return marked(reading, list(personal_data(reading, NoOptions())))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        pytest.param("Write to cam.martin81@gmail.com.", ["cam.martin81@gmail.com"], id="private provider"),
        pytest.param("Écrivez à camille-martin@orange.fr !", ["camille-martin@orange.fr"], id="French provider"),
        pytest.param("jean.dupont@gmail.com", ["jean.dupont@gmail.com"], id="a common name"),
        pytest.param("(camille.martin@bakery.com)", ["camille.martin@bakery.com"], id="first and last name"),
        pytest.param("Tél. 06 12 34 56 78", ["06 12 34 56 78"], id="French mobile"),
        pytest.param("0712345678 ou 06.12.34.56.78", ["0712345678", "06.12.34.56.78"], id="two ways of writing it"),
        pytest.param("+33 6 12 34 56 78", ["+33 6 12 34 56 78"], id="French mobile from abroad"),
        pytest.param("0033 (0)6 12 34 56 78", ["0033 (0)6 12 34 56 78"], id="with zeros in front"),
        pytest.param("+33. (0). 6 .12..34 -56--78", ["+33. (0). 6 .12..34 -56--78"], id="many signs between digits"),
        pytest.param("+44 7911 123 456", ["+44 7911 123 456"], id="British mobile"),
        pytest.param("Text me at (212) 736-5000!", ["(212) 736-5000"], id="my American number"),
        pytest.param("Mon portable : 0476 12 34 56", ["0476 12 34 56"], id="my Belgian number"),
        pytest.param("Appelez-moi au 01 42 60 31 00.", ["01 42 60 31 00"], id="call me on a landline"),
    ],
)
def test_marks_what_is_personal(text, marks):
    assert found(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("contact@bakery.com, press@bakery.com, la.boulangerie@orange.fr", id="functions"),
        pytest.param("camille@bakery.com", id="first name at the firm"),
        pytest.param("jane.doe@gmail.com, first.last@example.com", id="examples"),
        pytest.param("@ada@mastodon.social and @camille.martin", id="accounts"),
        pytest.param("https://medium.com/@cam.martin@gmail.com", id="part of an address"),
        pytest.param("05 63 12 34 56, 0 800 123 456, 3939, +33 5 63 12 34 56", id="landlines and services"),
        pytest.param("06 39 98 12 34 and +44 7700 900 123", id="numbers kept for films"),
        pytest.param("Open 06.12.2026 – 07.12.2026, 06 12 34", id="dates"),
        pytest.param("Invoice #0612345678, id=0612345678, 40612345678", id="other numbers"),
        pytest.param("Call me at 555-0123.", id="American number of films"),
        pytest.param("Our number: 212-736-5000", id="the firm’s number"),
    ],
)
def test_leaves_alone(text):
    assert found(text) == []


def test_looks_behind_links_once():
    text = "Ask [Camille](mailto:camille.martin@bakery.com) or [cam.martin@gmail.com](mailto:cam.martin@gmail.com)."
    reading = read(text, "blog", path="post.md")
    marks = list(personal_data(reading, NoOptions()))
    assert marked(reading, marks) == ["mailto:camille.martin@bakery.com", "cam.martin@gmail.com"]
    assert [mark.values["text"] for mark in marks] == ["camille.martin@bakery.com", "cam.martin@gmail.com"]


def test_case_of_the_host_does_not_matter():
    assert is_personal_address("cam81", "Gmail.COM")
    assert not is_personal_address("Contact", "Gmail.COM")


def test_colleagues_may_share_a_number():
    reading = made("Tél. 06 12 34 56 78", platform=replace(SOCIAL, internal=True))
    assert list(personal_data(reading, NoOptions())) == []
