from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.checks.closing import invites, is_aside, proper_end, without_tail


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Du pain ! #pain #four", "Du pain !", id="hashtags"),
        pytest.param("Du pain #pain 🥖 #four", "Du pain", id="hashtags without a mark before"),
        pytest.param("#pain @ada https://exemple.fr", "", id="nothing else"),
        pytest.param("It is here. Read it: https://example.com", "It is here.", id="a label goes with its address"),
        pytest.param("Lisez 👉 https://exemple.fr", "", id="an arrow is a label"),
        pytest.param("Merci à @ada", "Merci à @ada", id="a mention that the sentence needs"),
        pytest.param("See https://example.com.", "See https://example.com.", id="an address that ends a sentence"),
        pytest.param("Un #pain chaud.", "Un #pain chaud.", id="a hashtag in the middle"),
        pytest.param("Vraiment ?", "Vraiment ?", id="nothing to take off"),
    ],
)
def test_tails(line, expected):
    assert without_tail(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "— Claire",
        "L’équipe du fournil",
        "The bakery team",
        "Photo: Ada Martin",
        "Photo by Ada Martin on Unsplash",
        "Crédit photo : Ada Martin",
        "📷 Ada Martin",
        "© Ada Martin 2026",
        "P.S. : le four est neuf.",
        "PS: the oven is new.",
        "Share this post!",
        "Partagez cet article !",
        "Suivez-nous sur Instagram",
        "Follow us on LinkedIn",
        "♻️ Repost if you found this useful",
        "🔔 Follow Ada Martin for more",
        "Read the full article",
        "Lire la suite",
        "En savoir plus",
        "Lien en bio",
        "Register here",
        "Merci !",
        "À bientôt !",
        "Bonne lecture !",
        "Bon week-end à tous !",
        "Bisous.",
        "(Correction: it was Monday.)",
        "* The oven was new in 2024.",
        "🥖🥖🥖",
        "Cross-posted from our old blog.",
        "This post originally appeared on Medium.",
        "→ Cet article est aussi disponible en anglais.",
        "Texte publié sous licence CC-BY 4.0.",
        "Links do not imply an endorsement by our bakery.",
        "Mise à jour du 3 mai : le four est réparé.",
        "Curation by Ada Martin",
        "Curation QC: Ada Martin (Sanger)",
        "Note : la recette complète est en ligne.",
        "And a big thank you to all who came.",
        "In particular, we’d like to thank Dr. Ada Martin and her team.",
        "Enfin, nous remercions Claire et Ada.",
        "J’aimerais remercier toute l’équipe.",
        "Wednesday, Oct 30 at 1PM EDT",
        "Samedi 12 mai, 10 h, au fournil",
        "4:00PM in the shop",
    ],
)
def test_asides(line):
    assert is_aside(line)


@pytest.mark.parametrize(
    "line",
    [
        "Our team bakes at dawn.",
        "The team is small, and we like it so.",
        "Photo books are back in our shop.",
        "Nous partageons le pain.",
        "Share your bread with those who have none, and they will remember it all their lives, as we do.",
        "Merci à vous d’être venus si nombreux, le four n’a jamais autant chauffé. On recommence ?",
        "Notre équipe cherche un apprenti.",
        "Suivre une recette demande du temps et de la patience, surtout quand la pâte ne lève pas.",
        "I like bread.",
        "On Saturday 12 May we bake for the whole valley, and the oven stays open until noon.",
        "Thanks to the new oven we bake twice as much. It burns less wood.",
        "This article is about rye.",
        "Note how the crust cracks.",
        "Updated ovens burn less wood.",
    ],
)
def test_text_proper(line):
    assert not is_aside(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tell us in the comments!",
        "Leave her a word below 👇",
        "Laissez-lui un petit mot !",
        "Let us know what you think.",
        "Share your story below.",
        "We’d love to hear from you!",
        "Drop us a line if you have questions.",
        "Dites-nous tout en commentaire !",
        "Racontez-nous votre plus beau pain.",
        "Donnez-nous votre avis.",
        "À vos claviers !",
        "À vous de jouer !",
        "Fill out the form by Friday to help us choose.",
        "Please give feedback on our new site.",
        "Remplissez notre questionnaire avant vendredi.",
    ],
)
def test_invitations(sentence):
    assert invites(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We told them.",
        "Our comment policy is strict.",
        "Le commentaire est clos.",
        "Nous avons répondu.",
        "The reply came late.",
        "We share bread.",
    ],
)
def test_statements_invite_nobody(sentence):
    assert not invites(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Get in touch with our team.",
        "Feel free to contact Ada at ada@example.com.",
        "If you see a mistake, please open an issue.",
        "We welcome your contributions.",
        "N’hésitez pas à nous écrire.",
        "Contactez-nous au fournil.",
    ],
)
def test_a_blog_also_invites_readers_to_write(sentence):
    assert invites(sentence, contact=True)
    assert not invites(sentence)


@given(st.text(st.sampled_from("Ab ?!.#@:\n—/"), max_size=60))
def test_the_text_proper_is_a_beginning_of_the_text(text):
    assert 0 <= proper_end(text) <= len(text)
