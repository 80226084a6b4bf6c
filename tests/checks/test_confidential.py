from __future__ import annotations

from dataclasses import replace

import pytest

from checks.made import SOCIAL, made, marked
from smolint.check import NoOptions
from smolint.checks.confidential import confidential_marker


def found(*texts, **made_with):
    reading = made(*texts, **made_with)
    return marked(reading, list(confidential_marker(reading, NoOptions())))


@pytest.mark.parametrize(
    "line",
    [
        "CONFIDENTIAL",
        "Strictly confidential",
        "INTERNAL USE ONLY",
        "For internal use only",
        "Confidential – do not distribute",
        "DRAFT – DO NOT PUBLISH",
        "Draft: not for publication",
        "Under NDA",
        "TLP:AMBER",
        "Embargoed until May 12, 9 am",
        "CONFIDENTIEL",
        "Strictement confidentiel",
        "Document confidentiel – ne pas diffuser",
        "À usage interne uniquement",
        "Diffusion restreinte",
        "Réservé au personnel",
        "Brouillon – ne pas publier",
        "Merci de ne pas diffuser",
        "Sous embargo jusqu’au mardi 12 mai 2026 à 9 h",
        "Ne pas publier avant le 12 mai",
    ],
)
def test_a_line_of_its_own_is_a_mark(line):
    assert found("Our oven is hot.", line) == [line]
    assert found(f"Our oven is hot.\n{line}.\nSee you soon.", platform=SOCIAL) == [line]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param("[Confidential] The oven comes on Monday.", "Confidential", id="in brackets"),
        pytest.param("The oven (INTERNAL) comes on Monday.", "INTERNAL", id="one word in brackets"),
        pytest.param("Confidential: the oven comes on Monday.", "Confidential", id="before a colon"),
        pytest.param("Usage interne – Le four arrive lundi.", "Usage interne", id="before a dash"),
        pytest.param("© 2026 The Bakery – CONFIDENTIAL – page 3", "CONFIDENTIAL", id="a footer"),
        pytest.param("*** CONFIDENTIEL ***", "CONFIDENTIEL", id="with asterisks"),
    ],
)
def test_a_mark_may_stand_in_a_line(text, mark):
    assert found(text) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Their files are confidential and stay so.", id="about files"),
        pytest.param("The dashboard was for internal use only. We changed that.", id="about a dashboard"),
        pytest.param("We stamp it CONFIDENTIAL when needed.", id="about a stamp"),
        pytest.param("La note portait la mention « CONFIDENTIEL ».", id="quoted"),
        pytest.param("Please DO NOT SHARE your password.", id="advice"),
        pytest.param("Do not share: it is rude.", id="advice before a colon"),
        pytest.param("DO NOT PUBLISH YOUR ADDRESS ON LINE", id="a headline in capitals"),
        pytest.param("Confidential?", id="a question"),
        pytest.param("How to keep data confidential", id="a subject"),
        pytest.param("Politique de confidentialité", id="a policy"),
        pytest.param("L’embargo sur le blé dure jusqu’au printemps.", id="an embargo on goods"),
        pytest.param("We work under NDA with three mills.", id="about a contract"),
        pytest.param("We keep files (confidential information) in a safe.", id="a remark in brackets"),
        pytest.param("VOTE OF CONFIDENCE", id="confidence"),
    ],
)
def test_prose_about_it_is_left_alone(text):
    assert found(text) == []


def test_levels_in_a_list_a_table_or_a_heading_are_subjects():
    assert found(("item", "Internal use only"), ("cell", "CONFIDENTIAL"), ("heading", "Confidential")) == []
    assert found(("heading", "CONFIDENTIAL"), ("heading", "[Internal] Our plan")) == ["CONFIDENTIAL", "Internal"]


def test_the_title_counts_and_code_and_quotations_do_not():
    assert found("Bread.", title="[INTERNAL] Our plan") == ["INTERNAL"]
    assert found(("code", "CONFIDENTIAL"), ("quote", "CONFIDENTIAL")) == []


def test_colleagues_may_read_it():
    assert found("CONFIDENTIAL", platform=replace(SOCIAL, internal=True)) == []


def test_an_embargo_says_when():
    (mark,) = confidential_marker(made("Embargoed until May 12"), NoOptions())
    assert mark.variant == "embargo"
