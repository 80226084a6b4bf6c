from __future__ import annotations

import pytest

from checks.social import marked, thread
from smolint.checks.engagement import ClosingQuestion, closing_question


def endings(text, platform="facebook", path="post.txt", language="en"):
    return marked(thread(text, platform, path=path, language=language), closing_question, ClosingQuestion())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We bake at dawn. Our bread is good.", "Our bread is good.", id="a statement"),
        pytest.param("Who likes bread? We bake it.", "We bake it.", id="the question comes too early"),
        pytest.param("Le pain est bon. #pain #four", "Le pain est bon.", id="before hashtags"),
        pytest.param("Our bread is good.\n\nhttps://example.com", "Our bread is good.", id="before a link"),
        pytest.param("Our bread is good.\nShare this post!", "Our bread is good.", id="before a button"),
        pytest.param("Notre pain est bon.\n— Claire, au fournil", "Notre pain est bon.", id="before a signature"),
        pytest.param("Notre pain est bon.\nCrédit photo : Ada", "Notre pain est bon.", id="before a credit"),
        pytest.param("Our bread is good.\n\nAda Martin\nBaker", "Our bread is good.", id="before a name"),
        pytest.param("What do we bake?\n- rye\n- spelt\n- rolls\n- cake", "cake", id="a longer list answers"),
        pytest.param("Write to @ada about our bread", "Write to @ada about our bread", id="a mention inside"),
        pytest.param("The case is closed. We bake rye.", "We bake rye.", id="closed, but no shop"),
        pytest.param("Our bread, see https://example.com/?a=b", "Our bread, see https://example.com/?a=b", id="a URL"),
    ],
)
def test_marks_the_last_sentence_proper(text, expected):
    assert endings(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We bake at dawn. Which bread do you miss?", id="English"),
        pytest.param("Le pain est bon. Et vous, lequel préférez-vous\u202f?", id="French spacing"),
        pytest.param("Le pain est bon. «\u00a0Lequel préférez-vous\u202f?\u00a0»", id="in guillemets"),
        pytest.param("We bake. Which bread do you miss? 🥖😋", id="emoji after the mark"),
        pytest.param("We bake. Do you like bread (and butter)?\n\n#bread #butter @ada", id="hashtags after it"),
        pytest.param("Which bread do you miss?\n👉 https://example.com/bread", id="a link after it"),
        pytest.param("Which bread do you miss? Read more here: https://example.com", id="a labelled link after it"),
        pytest.param("Et vous, lequel ?\n\nPartagez cet article !", id="a button after it"),
        pytest.param("Et vous, quel pain ?\n\nPhoto : Ada Martin\nL’équipe du fournil", id="credit and signature"),
        pytest.param("What do you think of it? Tell us in the comments!", id="an invitation after it"),
        pytest.param("Un pain vous manque ? Dites-le-nous en commentaire !", id="a French invitation after it"),
        pytest.param("Our bread is good. Tell us which one you like.", id="an invitation alone"),
        pytest.param("Et vous, quel pain ?\n\nClaire Martin\nArtisan boulangère", id="a name and a title after it"),
        pytest.param("Léa passed her exam. Leave her a word below 👇", id="an invitation without an end mark"),
        pytest.param("https://example.com/bread #bread", id="no text"),
        pytest.param("", id="empty"),
        pytest.param("Tell us which bread you like! We read every answer.", id="a sentence after the invitation"),
        pytest.param("Our site is back after yesterday’s outage. We are sorry.", id="a breakdown"),
        pytest.param("We’re closed on Monday 5 May. See you on Tuesday!", id="a closure"),
        pytest.param("Fermeture exceptionnelle mardi. Réouverture mercredi à 6 h.", id="a closure in French"),
        pytest.param("Le site est en maintenance jusqu’à midi. Nous revenons vite.", id="a breakdown in French"),
        pytest.param("Bread!", id="too short"),
    ],
)
def test_leaves_alone(text):
    assert endings(text) == []


def test_only_the_last_item_of_a_thread_counts():
    assert endings("Our bread is good.\n\n---\n\nWhich one do you like?", path="post.tweet") == []
    assert endings("Which one do you like?\n\n---\n\nOur bread is good.", path="post.tweet") == ["Our bread is good."]


def test_a_poll_asks_by_itself():
    assert endings("Our best bread of all\n\n( ) Rye\n( ) Spelt", path="post.tweet") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Which bread?\n\nWe bake it at dawn.\n", ["We bake it at dawn."], id="a title does not ask"),
        pytest.param("We bake. Do you like bread?\n\n## References\n\nThe miller.\n", [], id="references after it"),
        pytest.param("Le pain. Et vous ?\n\n## À propos de l’auteur\n\nClaire cuit.\n", [], id="author after it"),
        pytest.param("We bake. Do you like bread?\n\n> Bread is life, he said.\n", [], id="a quotation after it"),
        pytest.param("We bake. Do you like bread?\n\n```\nbake(bread)\n```\n", [], id="code after it"),
        pytest.param("We bake. Do you like bread?\n\n- [One](a.md)\n- [Two](b.md)\n", [], id="links after it"),
        pytest.param("---\nlayout: page\n---\n\nWe bake bread at dawn.\n", [], id="a page of the site"),
        pytest.param("We bake. Do you like bread?\n\nWhat we use:\n\n- [Rye](a.md)\n", [], id="announces a list"),
        pytest.param(
            "We bake it at dawn.\n\nPour aller plus loin\u00a0:\n\n- [Rye](a.md)\n",
            ["We bake it at dawn."],
            id="marks the text before what announces a list",
        ),
        pytest.param("---\ntitle: Announcing Oven 1.4.2\n---\n\nIt bakes.\n", [], id="release notes"),
        pytest.param("---\ntitle: Oven 1.4\n---\n\nThe new one bakes.\n", [], id="release notes with a bare title"),
        pytest.param("---\ntitle: Avis de sécurité\n---\n\nLe four fuit, arrêtez-le.\n", [], id="a security notice"),
        pytest.param("---\nepisode: 4\n---\n\nToday we talk about rye.\n", [], id="an episode"),
        pytest.param("We bake at dawn.\n\nFeel free to contact us by e-mail.\n", [], id="an invitation to write"),
        pytest.param(
            "We bake at dawn.\n\n**The bread that we all like best on Sundays**\n\n- Rye\n- Spelt\n",
            ["We bake at dawn."],
            id="a line that heads a list",
        ),
        pytest.param(
            "We bake at dawn.\n\n- The rye keeps for a week or longer.\n- The spelt is best eaten on the same day.\n",
            ["The spelt is best eaten on the same day."],
            id="a list of sentences is the end",
        ),
        pytest.param(
            "We bake at dawn.\n\n- The rye keeps for a week or longer.\n- And which one of them do you like best?\n",
            [],
            id="a list whose last item asks",
        ),
        pytest.param("Please get in touch with us.\n\nWe are here to help.\n", [], id="a line after an invitation"),
        pytest.param(
            "We bake at dawn.\n\nBread is all that I need on a Sunday.\n\n— Ada Martin, “On Bread”\n\n- [One](a.md)\n",
            ["We bake at dawn."],
            id="a quotation known by its credit",
        ),
        pytest.param("We bake at dawn.\n\n— Ada Martin\n", ["We bake at dawn."], id="a signature is no credit"),
        pytest.param("---\ntitle: Why 2.5 kg\n---\n\nIt is a loaf.\n", ["It is a loaf."], id="a figure in the title"),
        pytest.param("We bake bread at dawn.\n\n> Do you like it?\n", ["We bake bread at dawn."], id="quoted question"),
    ],
)
def test_blog_posts(text, expected):
    assert endings(text, "blog", path="post.md") == expected


_SPANISH = (
    "Abrimos la panadería hace diez años y desde entonces hacemos cada mañana el mismo pan que hicimos el primer día, "
    "con la misma harina. Cuéntanos en los comentarios qué pan te gusta más."
)
_FRENCH = (
    "Nous avons ouvert la boulangerie il y a dix ans, et depuis nous pétrissons chaque matin le même pain. Le voici."
)


@pytest.mark.parametrize("language", ["", "es", "en"])
def test_a_language_without_word_lists_is_left_alone(language):
    assert endings(_SPANISH, language=language) == []


def test_a_french_ending_of_an_english_draft_is_judged():
    assert endings(f"We bake at dawn.\n\n{_FRENCH}") == ["Le voici."]
