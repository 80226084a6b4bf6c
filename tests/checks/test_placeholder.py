from __future__ import annotations

import pytest

from checks.linked import linked
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
        pytest.param("Le pain coûte XX € chez nous.", "XX €", id="price to come"),
        pytest.param("Nos ventes ont gagné XX % en un an.", "XX %", id="share to come"),
        pytest.param("It costs $XX a loaf.", "$XX", id="price in dollars"),
        pytest.param("Rendez-vous le XX/XX/2025 au fournil.", "XX/XX/2025", id="date in figures"),
        pytest.param("Rendez-vous le XX mars au fournil.", "XX mars", id="day to come"),
        pytest.param("Venez le [date] au fournil.", "[date]", id="date in small letters"),
        pytest.param("Nous serons à [lieu] samedi.", "[lieu]", id="place in small letters"),
        pytest.param("Dear [First Name], hello.", "[First Name]", id="first name"),
        pytest.param("The mill is TKTK years old.", "TKTK", id="to come, as journalists write it"),
        pytest.param("Le four date de 1932 (à compléter).", "(à compléter)", id="to complete, in brackets"),
        pytest.param("First line.\nTODO\nLast line.", "TODO", id="line of its own"),
        pytest.param("TODO add the price", "TODO add", id="order without a colon"),
        pytest.param(
            "Pellentesque habitant morbi tristique senectus.", "Pellentesque habitant morbi tristique", id="later Latin"
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
        pytest.param("A 5XX error, a 20XX film, XX chromosomes, size XXL.", id="capital X that means itself"),
        pytest.param("Le XXe siècle a connu x % de guerres.", id="century"),
        pytest.param("Write « XX € » where the price is open.", id="quoted gap"),
        pytest.param("TODO lists help me; my TODO file is long.", id="lists named TODO"),
        pytest.param("TK Maxx opens in Albi.", id="shop that begins so"),
        pytest.param("[Lieu] Salle des fêtes\n[Date] 12 mai", id="rubrics in small letters"),
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


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("Bonjour {{prénom}}, merci !", "post.md", ["{{prénom}}"], id="field of a mailing"),
        pytest.param("<p>Hello {{ first_name }}!</p>", "post.html", ["{{ first_name }}"], id="in HTML"),
        pytest.param("Bonjour {prénom}, merci !", "post.md", ["{prénom}"], id="one brace"),
        pytest.param("Bonjour *|FNAME|*, merci !", "post.md", ["*|FNAME|*"], id="as Mailchimp writes it"),
        pytest.param("Merci à {{nom du client}} !", "post.txt", ["{{nom du client}}"], id="several words"),
        pytest.param("{{ page.title }}, {{ site.baseurl }}, {{ name }}, {{ title }}", "post.md", [], id="Jekyll, Vue"),
        pytest.param('{{< figure src="a.png" >}} {{% note %}}', "post.md", [], id="Hugo"),
        pytest.param("Write `{{prénom}}` in the letter.", "post.md", [], id="inline code"),
        pytest.param("```\nBonjour {{prénom}}\n```", "post.md", [], id="listing"),
        pytest.param("Hello {firstName}, {{firstName}}", "post.mdx", [], id="MDX"),
        pytest.param("{% for one in all %}{{ first_name }}{% endfor %}", "post.md", [], id="a template's loop"),
        pytest.param("On écrit « {{prénom}} » dans la lettre.", "post.md", [], id="quoted"),
    ],
)
def test_fields_of_a_mailing(text, path, expected):
    assert found(linked(text, path=path)) == expected
