from __future__ import annotations

import pytest

from checks.made import made, marked
from smolint import lint_text
from smolint.check import NoOptions
from smolint.checks.placeholder import placeholder_text


def found(reading):
    return marked(reading, list(placeholder_text(reading, NoOptions())))


@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        pytest.param(
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "Lorem ipsum dolor sit amet", id="latin"
        ),
        pytest.param("Ut enim ad minim veniam, quis.", "Ut enim ad minim veniam", id="latin, later passage"),
        pytest.param("See you on [DATE] in Albi.", "[DATE]", id="slot in capitals"),
        pytest.param("Thank you, [YOUR NAME HERE]!", "[YOUR NAME HERE]", id="your name here"),
        pytest.param("Dear [your name], hello.", "[your name]", id="your name in small letters"),
        pytest.param("Merci à [NOM DU CLIENT] !", "[NOM DU CLIENT]", id="French slot"),
        pytest.param("Ouvert depuis [à compléter].", "[à compléter]", id="to be completed"),
        pytest.param("Call us on [PHONE NUMBER].", "[PHONE NUMBER]", id="number to call"),
        pytest.param("Appelez le [NUMÉRO DE TÉLÉPHONE].", "[NUMÉRO DE TÉLÉPHONE]", id="number to call, in French"),
        pytest.param("Venez le [date à compléter].", "[date à compléter]", id="date to be completed"),
        pytest.param("[NOM] a gagné un pain.", "[NOM]", id="name at the head of a line"),
        pytest.param("[DATE]", "[DATE]", id="nothing but a slot"),
        pytest.param("Your content goes here.", "Your content goes here", id="box of a page builder"),
        pytest.param("[insert image here]", "[insert image here]", id="insert here"),
        pytest.param("[Insérer la photo du four]", "[Insérer la photo du four]", id="insert in French"),
        pytest.param("Bonjour {{ your_name }} !", "{{ your_name }}", id="double braces"),
        pytest.param("TODO: add the price", "TODO:", id="note to oneself"),
        pytest.param("The price is 3 euros (TODO).", "(TODO)", id="note in brackets"),
        pytest.param("TODO", "TODO", id="nothing but a note"),
        pytest.param("Texte à venir…", "Texte à venir…", id="text to come, in French"),
        pytest.param("Click here to add text", "Click here to add text", id="slide that was never filled in"),
        pytest.param("Cliquez pour ajouter un titre", "Cliquez pour ajouter un titre", id="the same in French"),
        pytest.param(
            "Welcome to WordPress. This is your first post. Edit or delete it, then start writing!",
            "Welcome to WordPress. This is your first post. Edit or delete it, then start writing!",
            id="first post of WordPress",
        ),
        pytest.param("Just another WordPress site", "Just another WordPress site", id="tagline of WordPress"),
    ],
)
def test_marks_exactly_the_placeholder(text, placeholder):
    assert found(made(text)) == [placeholder]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lorem ipsum is the filler text of typesetters.", id="about lorem ipsum"),
        pytest.param("It begins “Lorem ipsum dolor sit amet” and goes on.", id="quoted latin"),
        pytest.param("Le faux texte aide à composer une page.", id="about filler text in French"),
        pytest.param("Keep a TODO list.", id="to-do list"),
        pytest.param("[PHOTO] Notre équipe au petit matin.", id="rubric"),
        pytest.param("Bonjour !\n📅 [DATE À RETENIR] samedi 12 mai", id="rubric in the middle of a post"),
        pytest.param("[PRIX] Nous avons gagné la médaille d’or !", id="rubric that names a prize"),
        pytest.param("[Dix choses à faire à Albi] Le marché ouvre à six heures.", id="title in brackets"),
        pytest.param("Il nous reste un pain à compléter [2].", id="to complete, with a note"),
        pytest.param("The last speaker (TBD) comes from Albi.", id="honestly open"),
        pytest.param("We search for TODO comments every Friday.", id="comments named TODO"),
        pytest.param("He wrote « TODO : demander » in the margin.", id="quoted note"),
        pytest.param("The Super Bowl XXX was played in 1996.", id="Roman numeral"),
        pytest.param("« Il [le maire] est venu », dit-elle.", id="editor's brackets"),
        pytest.param("See the footnote [1] and […] the rest.", id="footnote and omission"),
        pytest.param("“We [must] add the name here”, she said.", id="bracketed word in a quotation"),
        pytest.param("À faire : griller le pain le matin.", id="how-to in French"),
        pytest.param("Les textes à venir parleront du levain.", id="texts to come, in a sentence"),
        pytest.param("Press [Enter] to go on.", id="a key"),
        pytest.param("Welcome to WordPress, said the teacher.", id="about WordPress"),
        pytest.param("Hello world!", id="a greeting"),
    ],
)
def test_leaves_alone(text):
    assert found(made(text)) == []


def test_code_is_never_searched():
    assert found(made(("code", "TODO: later"), "We write TODO: in code.", code=((9, 14),))) == []


def test_a_table_may_say_that_something_is_open():
    assert found(made(("cell", "TBD"))) == []


@pytest.mark.parametrize("title", ["Untitled", "Sans titre", "[Titre de l'article]", "Brouillon auto"])
def test_marks_a_title_that_was_never_written(title):
    assert found(made("We bake at dawn.", title=title)) == [title]


def test_an_ordinary_title_is_fine():
    assert found(made("We bake at dawn.", title="A film without title")) == []


def test_one_mark_for_a_latin_paragraph():
    text = "Lorem ipsum dolor sit amet. Ut enim ad minim veniam. Duis aute irure dolor."
    assert len(found(made(text))) == 1


def test_marks_a_description_that_was_never_written():
    text = "---\ntitle: Bread\ndescription: Fresh bread on [DATE].\n---\nWe bake at dawn.\n"
    found = [one.text for one in lint_text(text, platform="wordpress") if one.rule == "depth/placeholder-text"]
    assert found == ["[DATE]"]
